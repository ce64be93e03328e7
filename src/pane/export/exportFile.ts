/** How does an export leave the office? Made, written down in 取込履歴, then handed out: nothing leaves that is not on record. */
import { EngineFailed, EngineStopped } from '../engine/client';
import type { Engine, Export } from '../engine/protocol';
import type { ExportedFile, ExportProblem, ExportRequest } from '../engine/exportProtocol';
import type { RecordProblem, WorkbookPort, WorkbookState } from '../ports';

export type ExportFailure = ExportProblem | RecordProblem | { readonly code: 'engineFailed'; readonly detail: string };

export type ExportEnd =
  /** Excel shows it as a new workbook. */
  | { readonly end: 'opened'; readonly file: ExportedFile }
  /** It is to be saved from the pane; `refusal`: why Excel opened no new workbook, null where it was not asked. */
  | { readonly end: 'toSave'; readonly file: ExportedFile; readonly refusal: string | null }
  | { readonly end: 'stopped' }
  | { readonly end: 'failed'; readonly failure: ExportFailure };

export interface ExportPorts {
  readonly engine: Pick<Engine, 'export'>;
  readonly workbook: Pick<WorkbookPort, 'record' | 'openNew' | 'state'>;
  readonly onRecorded: (workbook: WorkbookState) => void;
}

/** Until it is written down, `signal` stops it. */
export async function exportFile({ engine, workbook, onRecorded }: ExportPorts, request: ExportRequest, ...[onProgress, signal]: Watching): Promise<ExportEnd> {
  try {
    const file = await engine.export(request, onProgress, signal);
    if ('problem' in file) return { end: 'failed', failure: file.problem };
    if (signal.aborted) return { end: 'stopped' };
    // Excel opens no encrypted workbook and no CSV: docs/exports.md.
    const opens = request.password === null && file.fileName.endsWith('.xlsx');
    // Excel writes what the clerk saves: nobody knows that file's SHA-256.
    const problem = await workbook.record(opens ? { ...file.row, sha256: null } : file.row);
    if (problem !== null) return { end: 'failed', failure: problem };
    await workbook.state().then(onRecorded, () => undefined);
    const refusal = opens ? await workbook.openNew(file.bytes) : null;
    return opens && refusal === null ? { end: 'opened', file } : { end: 'toSave', file, refusal };
  } catch (error) {
    if (error instanceof EngineStopped) return { end: 'stopped' };
    return { end: 'failed', failure: { code: 'engineFailed', detail: error instanceof EngineFailed ? `${error.kind}: ${error.message}` : String(error) } };
  }
}
type Watching = [onProgress: Parameters<Export>[1], signal: AbortSignal];
