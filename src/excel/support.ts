/** Can this Excel do what we need? */
import type { ExcelSupport } from '../engine/workbookPort';

const SET = 'ExcelApi';
/** Tables that are resized without touching what is below them came with 1.13. */
export const NEEDED = '1.13';
const NEWEST = 30;

export function excelSupport(): ExcelSupport {
  const { requirements } = Office.context;
  let has = '';
  for (let minor = 1; minor <= NEWEST && requirements.isSetSupported(SET, `1.${minor}`); minor++) has = `1.${minor}`;
  return { isSupported: requirements.isSetSupported(SET, NEEDED), needs: NEEDED, has };
}
