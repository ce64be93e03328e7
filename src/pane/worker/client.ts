/** How does the pane call its worker, and stop it at any moment? */
import type { Exportable, ExportedFile, ExportProblem } from '../../engine/exportProtocol';
import type { Call, FromWorker, ToWorker } from './messages';
import type { Engine, Inspection, RunRefusal, RunView, SlipPage, SlipView } from '../../engine/protocol';
import type { WorkbookPlan } from '../../sheet/plan';
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
  readonly onProgress: (progress: never) => void;
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
      if ('progress' in data) return call.onProgress(data.progress as never);
      waiting.delete(data.id);
      if ('error' in data) call.reject(new EngineFailed(data.error.name, data.error.message));
      else call.resolve(data.value);
    };
    worker.onerror = (event) => failAll(new EngineFailed('Worker', event.message));
    return worker;
  };

  /** The worker, and the run that it holds, live on. */
  const abandon = (id: number): void => {
    const call = waiting.get(id);
    if (call === undefined) return;
    waiting.delete(id);
    started().postMessage({ id: nextId++, call: { name: 'abandon', call: id } });
    call.reject(new EngineStopped());
  };

  const ask = <T>(call: Call, onProgress: (progress: never) => void = () => undefined, signal?: AbortSignal): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = nextId++;
      signal?.addEventListener('abort', () => abandon(id), { once: true });
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
    exportable: () => ask<Exportable>({ name: 'exportable' }),
    export: (request, onProgress, signal) => ask<ExportedFile | { readonly problem: ExportProblem }>({ name: 'export', request }, onProgress, signal),
    stop: () => failAll(new EngineStopped()),
  };
}
