/** How does an export leave the office? Made, written down in 取込履歴, then handed out: nothing leaves that is not on record. */
import { EngineFailed, EngineStopped } from '../worker/client';
import type { Engine, Export } from '../../engine/protocol';
import type { ExportContent, ExportedFile, ExportProblem, ExportRequest, HeldNow } from '../../engine/exportProtocol';
import { TABLE_NAMES } from '../../sheet/workbook';
import { OtherAtWork, type RecordProblem, type WorkbookPort, type WorkbookState } from '../../engine/workbookPort';

/** running: a run is under way. */
export type ExportFailure =
  ExportProblem | RecordProblem | { readonly code: 'running' } | { readonly code: 'readFailed' | 'engineFailed'; readonly detail: string };

/** What the clerk wants; what only the workbook knows is read from it. */
export interface ExportOrder extends Omit<ExportRequest, 'content'> {
  readonly content: ExportContent;
}

export type ExportEnd =
  /** Excel shows it as a new workbook. */
  | { readonly end: 'opened'; readonly file: ExportedFile }
  /** It is to be saved from the pane; `refusal`: why Excel opened no new workbook, null where it was not asked. */
  | { readonly end: 'toSave'; readonly file: ExportedFile; readonly refusal: string | null }
  | { readonly end: 'stopped' }
  | { readonly end: 'failed'; readonly failure: ExportFailure };

export interface ExportPorts {
  readonly engine: Pick<Engine, 'export'>;
  readonly workbook: Pick<WorkbookPort, 'readTable' | 'remarks' | 'record' | 'openNew' | 'state'>;
  readonly onRecorded: (workbook: WorkbookState) => void;
}

/** Until it is written down, `signal` stops it. */
export async function exportFile({ engine, workbook, onRecorded }: ExportPorts, order: ExportOrder, ...[onProgress, signal]: Watching): Promise<ExportEnd> {
  try {
    const request = await requestOf(order, workbook, signal);
    const file = await engine.export(request, onProgress, signal);
    if ('problem' in file) return { end: 'failed', failure: file.problem };
    if (signal.aborted) return { end: 'stopped' };
    // Excel opens no encrypted workbook and no CSV: docs/exports.md.
    const opens = order.password === null && file.fileName.endsWith('.xlsx');
    // Excel writes what the clerk saves: nobody knows that file's SHA-256.
    const problem = await workbook.record(opens ? { ...file.row, sha256: null } : file.row);
    if (problem !== null) return { end: 'failed', failure: problem };
    await workbook.state().then(onRecorded, () => undefined);
    const refusal = opens ? await workbook.openNew(file.bytes) : null;
    return opens && refusal === null ? { end: 'opened', file } : { end: 'toSave', file, refusal };
  } catch (error) {
    if (error instanceof EngineStopped) return { end: 'stopped' };
    if (error instanceof OtherAtWork) return { end: 'failed', failure: { code: 'otherPane', ...error.atWork } };
    if (error instanceof ReadFailed) return { end: 'failed', failure: { code: 'readFailed', detail: error.message } };
    return { end: 'failed', failure: { code: 'engineFailed', detail: error instanceof EngineFailed ? `${error.kind}: ${error.message}` : String(error) } };
  }
}
type Watching = [onProgress: Parameters<Export>[1], signal: AbortSignal];

class ReadFailed extends Error {
  override readonly name = 'ReadFailed';
}

async function requestOf({ content, ...order }: ExportOrder, workbook: ExportPorts['workbook'], signal: AbortSignal): Promise<ExportRequest> {
  if (content.kind !== 'book') return { ...order, content };
  const held = await Promise.race([heldNow(workbook), stopped(signal)]).catch((error: unknown) => {
    throw error instanceof EngineStopped || error instanceof OtherAtWork ? error : new ReadFailed(String(error));
  });
  return { ...order, content: { ...content, held } };
}

async function heldNow(workbook: ExportPorts['workbook']): Promise<HeldNow> {
  return { remarks: await workbook.remarks(), history: await workbook.readTable(TABLE_NAMES.history) };
}

/** While the clerk edits a cell, Excel answers nothing: stopping does not wait for it. */
const stopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new EngineStopped()), { once: true }));
