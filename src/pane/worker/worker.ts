/** The worker: messages in, answers out, off the pane's main thread. */
import { EngineCore } from '../../engine/engineCore';
import type { ExportRequest } from '../../engine/exportProtocol';
import type { FromWorker, ToWorker } from './messages';

const core = new EngineCore();
const scope = self as unknown as { onmessage: ((event: MessageEvent<ToWorker>) => void) | null; postMessage(message: FromWorker): void };

scope.onmessage = ({ data: { id, call } }) => {
  carryOut(id, call).then(
    (value) => scope.postMessage({ id, value }),
    (error: unknown) => scope.postMessage({ id, error: { name: error instanceof Error ? error.name : 'Error', message: String(error) } }),
  );
};

/** Exports under way, by the call that asked for them. */
const exporting = new Map<number, AbortController>();

async function exported(id: number, request: ExportRequest): Promise<unknown> {
  const stop = new AbortController();
  exporting.set(id, stop);
  try {
    return await core.export(request, (progress) => scope.postMessage({ id, progress }), stop.signal);
  } finally {
    exporting.delete(id);
  }
}

async function carryOut(id: number, call: ToWorker['call']): Promise<unknown> {
  switch (call.name) {
    case 'inspect':
      return core.inspect(call.request);
    case 'run':
      return core.run(call.request, (progress) => scope.postMessage({ id, progress }));
    case 'surveyDeletion':
      return core.surveyDeletion(call.request);
    case 'previewDeletion':
      return core.previewDeletion(call.what);
    case 'slips':
      return core.slips(call.query);
    case 'slip':
      return core.slip(call.slip);
    case 'workbook':
      return core.workbook();
    case 'rows':
      return core.rows(call.sheet, call.from, call.count);
    case 'exportable':
      return core.exportable();
    case 'export':
      return exported(id, call.request);
    case 'abandon':
      return exporting.get(call.call)?.abort();
  }
}
