/** Can this Excel do what we need? */
import type { ExcelSupport } from '../engine/workbookPort';

const SET = 'ExcelApi';
/** Tables that are resized without touching what is below them came with 1.13. */
export const NEEDED = '1.13';
const NEWEST = 30;

/** Whatever the browser around the pane can do. */
export const hasNeeded = (): boolean => Office.context.requirements.isSetSupported(SET, NEEDED);

export function excelSupport(): ExcelSupport {
  const { requirements } = Office.context;
  let has = '';
  for (let minor = 1; minor <= NEWEST && requirements.isSetSupported(SET, `1.${minor}`); minor++) has = `1.${minor}`;
  const packs = 'CompressionStream' in globalThis && 'DecompressionStream' in globalThis;
  return { isSupported: hasNeeded() && packs, needs: NEEDED, has, ...(packs ? {} : { lacks: 'CompressionStream' }) };
}
