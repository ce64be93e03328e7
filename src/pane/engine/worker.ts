/** The worker: messages in, answers out, off the pane's main thread. */
import { EngineCore } from './engineCore';
import type { FromWorker, ToWorker } from './messages';

const core = new EngineCore();
const scope = self as unknown as { onmessage: ((event: MessageEvent<ToWorker>) => void) | null; postMessage(message: FromWorker): void };

scope.onmessage = ({ data: { id, call } }) => {
  carryOut(id, call).then(
    (value) => scope.postMessage({ id, value }),
    (error: unknown) => scope.postMessage({ id, error: { name: error instanceof Error ? error.name : 'Error', message: String(error) } }),
  );
};

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
  }
}
