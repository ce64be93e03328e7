/** Workers without threads: the real answerer behind real messages, each with an engine of its own, that a test can crash. */
import { serve, type WorkerScope } from '../../src/pane/worker/serve';
import type { WorkerLike } from '../../src/pane/worker/client';
import type { FromWorker, ToWorker } from '../../src/pane/worker/messages';

export interface InProcess extends WorkerLike {
  readonly isAlive: boolean;
  /** As when its memory is used up. */
  crash(): void;
}

export function workerInProcess(): InProcess {
  let isAlive = true;
  const event = <T>(data: T): MessageEvent<T> => ({ data: structuredClone(data) }) as MessageEvent<T>;
  const scope: WorkerScope = {
    onmessage: null,
    postMessage: (message: FromWorker) => {
      const arriving = event(message);
      queueMicrotask(() => {
        if (isAlive) worker.onmessage?.(arriving);
      });
    },
  };
  serve(scope);
  const worker: InProcess = {
    onmessage: null,
    onerror: null,
    get isAlive() {
      return isAlive;
    },
    postMessage: (message: ToWorker) => {
      const arriving = event(message);
      setImmediate(() => {
        if (isAlive) scope.onmessage?.(arriving);
      });
    },
    terminate: () => {
      isAlive = false;
    },
    crash: () => {
      isAlive = false;
      worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
    },
  };
  return worker;
}
