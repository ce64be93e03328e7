/** How does the engine answer messages? */
import { EngineCore } from '../../engine/engineCore';
import { trialFile } from '../../engine/trialFile';
import type { ExportRequest } from '../../engine/exportProtocol';
import type { FromWorker, ToWorker } from './messages';

/** What the answerer needs of a worker's own side. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

export function serve(scope: WorkerScope): void {
  const core = new EngineCore();
  /** Exports under way, by the call that asked for them. */
  const exporting = new Map<number, AbortController>();

  const exported = async (id: number, request: ExportRequest): Promise<unknown> => {
    const stop = new AbortController();
    exporting.set(id, stop);
    try {
      return await core.export(request, (progress) => scope.postMessage({ id, progress }), stop.signal);
    } finally {
      exporting.delete(id);
    }
  };

  const carryOut = async (id: number, call: ToWorker['call']): Promise<unknown> => {
    switch (call.name) {
      case 'inspect':
        return core.inspect(call.request);
      case 'study':
        return core.study(call.request);
      case 'prove':
        return core.prove(call.request);
      case 'areOfAgent':
        return core.areOfAgent(call.files, call.layout);
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
      case 'restore':
        return core.restore(call.request);
      case 'find':
        return core.find(call.typed);
      case 'record':
        return core.record(call.file, call.record);
      case 'reminders':
        return core.reminders();
      case 'workbook':
        return core.workbook();
      case 'rows':
        return core.rows(call.sheet, call.from, call.count);
      case 'stand':
        return core.stand();
      case 'discard':
        return core.discard();
      case 'exportable':
        return core.exportable();
      case 'trialFile':
        return trialFile();
      case 'export':
        return exported(id, call.request);
      case 'abandon':
        return exporting.get(call.call)?.abort();
    }
  };

  scope.onmessage = ({ data: { id, call } }) => {
    carryOut(id, call).then(
      (value) => scope.postMessage({ id, value }),
      (error: unknown) => scope.postMessage({ id, error: { name: error instanceof Error ? error.name : 'Error', message: String(error) } }),
    );
  };
}
