/** How does the pane call its workers, and stop them at any moment? */
import type { Exportable, ExportedFile, ExportProblem } from '../../engine/exportProtocol';
import type { Call, FromWorker, ToWorker } from './messages';
import type { LayoutProof, LayoutStudy } from '../../engine/layoutProtocol';
import type { Engine, Inspection, RemindersView, Restored, RunRefusal, RunView, SearchAnswer, SlipPage, SlipView } from '../../engine/protocol';
import type { RecordView } from '../../engine/recordProtocol';
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
type OnProgress = Waiting['onProgress'];

/** One worker, made when it is first asked. */
class Lane {
  private worker: WorkerLike | null = null;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly start: () => WorkerLike) {}

  ask<T>(call: Call, onProgress: OnProgress = () => undefined, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const id = this.nextId++;
      signal?.addEventListener('abort', () => this.abandon(id), { once: true });
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress });
      this.started().postMessage({ id, call });
    });
  }

  /** Nobody waits for an answer; a worker that was never asked anything has nothing to do. */
  tell(call: Call): void {
    this.worker?.postMessage({ id: this.nextId++, call });
  }

  end(error: Error): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private started(): WorkerLike {
    if (this.worker !== null) return this.worker;
    const worker = this.start();
    worker.onmessage = ({ data }) => {
      const call = this.waiting.get(data.id);
      if (call === undefined) return;
      if ('progress' in data) return call.onProgress(data.progress as never);
      this.waiting.delete(data.id);
      if ('error' in data) call.reject(new EngineFailed(data.error.name, data.error.message));
      else call.resolve(data.value);
    };
    worker.onerror = (event) => this.end(new EngineFailed('Worker', event.message));
    this.worker = worker;
    return worker;
  }

  /** The worker, and the run that it holds, live on. */
  private abandon(id: number): void {
    const call = this.waiting.get(id);
    if (call === undefined) return;
    this.waiting.delete(id);
    this.tell({ name: 'abandon', call: id });
    call.reject(new EngineStopped());
  }
}

/**
 * An engine in workers that `start` makes: one looks into files and reconciles, another holds the run that stands.
 * So the clerk may stop a run at any moment, and a run may use up its memory, without losing what stands.
 */
export function engineIn(start: () => WorkerLike): Engine {
  let next = new Lane(start);
  let standing = new Lane(start);
  return {
    inspect: (request) => next.ask<Inspection>({ name: 'inspect', request }),
    study: (request) => next.ask<LayoutStudy>({ name: 'study', request }),
    prove: (request) => next.ask<LayoutProof>({ name: 'prove', request }),
    areOfAgent: (files, layout) => next.ask<readonly boolean[]>({ name: 'areOfAgent', files, layout }),
    run: (request, onProgress) => next.ask<RunView | { readonly refusal: RunRefusal }>({ name: 'run', request }, onProgress),
    surveyDeletion: (request) => next.ask<Deletable | { readonly refusal: RunRefusal }>({ name: 'surveyDeletion', request }),
    previewDeletion: (what) => next.ask<DeletionPreview>({ name: 'previewDeletion', what }),
    workbook: () => next.ask<WorkbookPlan>({ name: 'workbook' }),
    rows: (sheet, from, count) => next.ask<Cell[][]>({ name: 'rows', sheet, from, count }),
    stand: () => {
      next.tell({ name: 'stand' });
      standing.end(new EngineStopped());
      standing = next;
      next = new Lane(start);
    },
    discard: () => next.tell({ name: 'discard' }),
    slips: (query) => standing.ask<SlipPage>({ name: 'slips', query }),
    slip: (slip) => standing.ask<SlipView>({ name: 'slip', slip }),
    restore: (request) => standing.ask<Restored | { readonly refusal: RunRefusal }>({ name: 'restore', request }),
    find: (typed) => standing.ask<SearchAnswer>({ name: 'find', typed }),
    record: (file, record) => standing.ask<RecordView | null>({ name: 'record', file, record }),
    reminders: () => standing.ask<RemindersView>({ name: 'reminders' }),
    exportable: () => standing.ask<Exportable>({ name: 'exportable' }),
    export: (request, onProgress, signal) => standing.ask<ExportedFile | { readonly problem: ExportProblem }>({ name: 'export', request }, onProgress, signal),
    trialFile: () => next.ask<Uint8Array>({ name: 'trialFile' }),
    stop: () => next.end(new EngineStopped()),
  };
}
