/** How does the pane call its worker, and stop it at any moment? */
import type { Call, FromWorker, ToWorker } from './messages';
import type { Engine, Inspection, Progress, RunRefusal, RunView, SlipPage, SlipView, WorkbookPlan } from './protocol';
import type { Deletable, DeletionPreview } from '../../export/deletable';
import type { Cell } from '../../sheet/workbook';

/** The clerk stopped the work. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped';
}

/** The worker failed; `kind` is the name of its error. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed';

  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(message);
  }
}

/** What the client needs of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** An engine in a worker that `start` makes; stopping ends the worker, and the next call starts another. */
export function engineIn(start: () => WorkerLike): Engine {
  let worker: WorkerLike | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  const failAll = (error: Error): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const started = (): WorkerLike => {
    if (worker !== null) return worker;
    worker = start();
    worker.onmessage = ({ data }) => {
      const call = waiting.get(data.id);
      if (call === undefined) return;
      if ('progress' in data) return call.onProgress(data.progress);
      waiting.delete(data.id);
      if ('error' in data) call.reject(new EngineFailed(data.error.name, data.error.message));
      else call.resolve(data.value);
    };
    worker.onerror = (event) => failAll(new EngineFailed('Worker', event.message));
    return worker;
  };

  const ask = <T>(call: Call, onProgress: (progress: Progress) => void = () => undefined): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress });
      started().postMessage({ id, call });
    });

  return {
    inspect: (request) => ask<Inspection>({ name: 'inspect', request }),
    run: (request, onProgress) => ask<RunView | { readonly refusal: RunRefusal }>({ name: 'run', request }, onProgress),
    surveyDeletion: (request) => ask<Deletable | { readonly refusal: RunRefusal }>({ name: 'surveyDeletion', request }),
    previewDeletion: (what) => ask<DeletionPreview>({ name: 'previewDeletion', what }),
    slips: (query) => ask<SlipPage>({ name: 'slips', query }),
    slip: (slip) => ask<SlipView>({ name: 'slip', slip }),
    workbook: () => ask<WorkbookPlan>({ name: 'workbook' }),
    rows: (sheet, from, count) => ask<Cell[][]>({ name: 'rows', sheet, from, count }),
    stop: () => failAll(new EngineStopped()),
  };
}
