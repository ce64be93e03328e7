/** Who answers in Excel's place? One workbook, one request after the other, with the faults that are switched on. */
import type { WorkbookEvent, Trigger } from '../model/events';
import { snapshotOf, workbookOf, type WorkbookSnapshot } from '../model/snapshot';
import { Workbook } from '../model/workbook';
import type { OpenedFile } from '../xlsx/open';
import { byteLength } from './byteLength';
import { CellEditing } from './cellEditing';
import { openedFiles } from './created';
import { messagesOf, Listeners, type EventMessage } from './eventMessages';
import { noFaults, type Failure, type Faults } from './faults';
import { Interpreter } from './interpreter';
import { calm, type Moods } from './moods';
import { Crash } from './moods/errors';
import { OfficeJsStatus, RequestFlag, isRequestBody, type RequestBody, type ResponseBody } from './protocol';
import { References } from './references';
import { RequestLog, isCleanup, type RequestRecord } from './requestLog';
import { EXCELS, type RequirementSets } from './requirements';

export interface HostOptions {
  /** Office.context.displayLanguage. */
  readonly locale?: string;
  readonly requirementSets?: RequirementSets;
  readonly isDark?: boolean;
  readonly faults?: Partial<Faults>;
  readonly moods?: Partial<Moods>;
  /** A workbook that is open already. */
  readonly snapshot?: WorkbookSnapshot;
  /** Whole requests stay in the log: for tests that look into them. */
  readonly keepsRequests?: boolean;
}

/** `body` is JSON; without one Office.js makes an error of the status. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly message?: string;
}

const MEGABYTE = 1024 * 1024;

export class ExcelHost {
  readonly locale: string;
  readonly requirementSets: RequirementSets;
  readonly isDark: boolean;
  readonly faults: Faults;
  readonly moods: Moods;
  /** What the pane saved through a picker of files, in the mood for one. */
  readonly saved = new Map<string, Uint8Array>();
  /** Calls of the older part of Office.js that nobody answers here. */
  readonly unanswered: number[] = [];
  private readonly requests: RequestLog;
  private current: Workbook;
  private readonly references = new References();
  private readonly listeners = new Listeners();
  private readonly messageListeners = new Set<(message: EventMessage) => void>();
  private readonly changeListeners = new Set<() => void>();
  private readonly createListeners = new Set<(file: OpenedFile) => void>();
  private queue: Promise<unknown> = Promise.resolve();
  private waiting: EventMessage[] = [];
  private readonly cellEditing = new CellEditing();
  private sinceFailureWasSet = 0;
  private hasCrashed = false;
  private awaited: { requests: number; readonly act: () => void }[] = [];
  private stopListening: () => void = () => undefined;

  constructor({
    locale = 'ja-JP',
    requirementSets = EXCELS.microsoft365,
    isDark = false,
    faults = {},
    moods = {},
    snapshot,
    keepsRequests = false,
  }: HostOptions = {}) {
    this.requests = new RequestLog(keepsRequests);
    this.locale = locale;
    this.requirementSets = requirementSets;
    this.isDark = isDark;
    this.faults = { ...noFaults(), ...faults };
    this.moods = { ...calm(), ...moods };
    this.current = snapshot === undefined ? new Workbook() : workbookOf(snapshot);
    this.watch();
  }

  get workbook(): Workbook {
    return this.current;
  }

  snapshot(): WorkbookSnapshot {
    return snapshotOf(this.current);
  }

  /** Another workbook is open now; proxies of the one before are not valid any more. */
  restore(snapshot: WorkbookSnapshot): void {
    this.open(workbookOf(snapshot));
  }

  open(workbook: Workbook): void {
    this.stopListening();
    this.current = workbook;
    this.hasCrashed = false;
    this.awaited = [];
    this.references.clear();
    this.listeners.clear();
    this.watch();
    this.changed();
  }

  private watch(): void {
    const stopEvents = this.current.listen((event, trigger) => this.told(event, trigger));
    const stopShifts = this.current.onRelocation((shift) => this.references.follow(shift));
    this.stopListening = () => {
      stopEvents();
      stopShifts();
    };
  }

  /** For a view: told once after each request and each act of a person. */
  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onMessage(listener: (message: EventMessage) => void): () => void {
    this.messageListeners.add(listener);
    return () => this.messageListeners.delete(listener);
  }

  /** `Excel.createWorkbook`: another workbook was opened; this one stays as it is. A page shows it beside this one. */
  onCreateWorkbook(listener: (file: OpenedFile) => void): () => void {
    this.createListeners.add(listener);
    return () => this.createListeners.delete(listener);
  }

  /** What a person does in the grid: events say that it was not the add-in. */
  asPerson<T>(act: (workbook: Workbook) => T): T {
    this.current.trigger = 'person';
    try {
      return act(this.current);
    } finally {
      this.current.trigger = 'addin';
      this.changed();
      this.deliver();
    }
  }

  set editing(isEditing: boolean) {
    if (isEditing) this.cellEditing.begin();
    else this.cellEditing.end();
  }

  get editing(): boolean {
    return this.cellEditing.isUnderWay;
  }

  failNext(failure: Failure | null): void {
    this.sinceFailureWasSet = 0;
    this.faults.failure = failure;
  }

  /** What happens just before a request is carried out; 1: the next one. */
  beforeRequest(requests: number, act: () => void): void {
    this.awaited.push({ requests, act });
  }

  /** Every request since the start or since `clearLog`. */
  get log(): readonly RequestRecord[] {
    return this.requests.records;
  }

  clearLog(): void {
    this.requests.clear();
  }

  /** Requests that count, cleaning up left out. */
  get requestCount(): number {
    return this.requests.count;
  }

  get heldReferences(): number {
    return this.references.count;
  }

  /** In the order in which they came, however long one of them takes. */
  execute(text: string, flags: number): Promise<Reply> {
    const reply = this.queue.then(() => this.answered(text, flags));
    this.queue = reply.catch(() => undefined);
    return reply;
  }

  private async answered(text: string, flags: number): Promise<Reply> {
    const bytes = byteLength(text);
    const { delay, requestLimit } = this.faults;
    if (this.hasCrashed) return { status: OfficeJsStatus.internal, message: 'Excel has crashed' };
    if (delay !== null) await pause(delay.perRequest + (delay.perMegabyte * bytes) / MEGABYTE);
    const body: unknown = JSON.parse(text);
    if (!isRequestBody(body)) return this.refused(OfficeJsStatus.internal, 'not a request', { body: { Actions: [], ObjectPaths: {} }, bytes });
    if (requestLimit !== null && bytes > requestLimit)
      return this.refused(OfficeJsStatus.requestTooLarge, 'The request payload size has exceeded the limit.', { body, bytes });
    this.cellEditing.beginFor(this.moods.cellEditing);
    this.moods.cellEditing = 0;
    if (this.editing) {
      if ((flags & RequestFlag.waitsForCellEdit) === 0) return this.refused(OfficeJsStatus.cellEditMode, 'a cell is being edited', { body, bytes });
      await this.cellEditing.ended();
    }
    if (this.faults.viewOnly && (flags & RequestFlag.writes) !== 0)
      return this.refused(OfficeJsStatus.noCapability, 'the workbook can be viewed only', { body, bytes });
    return this.carriedOut(body, bytes);
  }

  private async carriedOut(body: RequestBody, bytes: number): Promise<Reply> {
    if (!isCleanup(body)) this.tellAwaited();
    const failure = isCleanup(body) ? null : this.failureNow();
    if (failure?.when === 'before') return this.failed(failure, body, bytes);
    const start = performance.now();
    const response = await this.interpreted(body, failure?.when === 'halfway' ? Math.ceil(body.Actions.length / 2) : Infinity);
    if (response === null) return this.refused(OfficeJsStatus.internal, 'Excel has crashed', { body, bytes });
    this.changed();
    this.deliver();
    if (failure !== null) return this.failed(failure, body, bytes);
    return this.replied(response, body, bytes, performance.now() - start);
  }

  /** null: Excel is gone. */
  private async interpreted(body: RequestBody, until: number): Promise<ResponseBody | null> {
    this.current.date1904 = this.moods.date1904;
    this.current.foldsWidth = this.moods.widthFolded;
    const interpreter = new Interpreter(this.current, this.references, this.listeners, this.requirementSets, this.moods);
    try {
      const response = interpreter.execute(body, until);
      return (await this.openCreated()) ?? response;
    } catch (problem) {
      if (!(problem instanceof Crash)) throw problem;
      this.hasCrashed = true;
      return null;
    }
  }

  private async openCreated(): Promise<ResponseBody | null> {
    const { files, error } = await openedFiles(this.current);
    for (const file of files) for (const listener of this.createListeners) listener(file);
    return error === null ? null : { Results: [], Error: error };
  }

  private tellAwaited(): void {
    const due = this.awaited.filter((one) => --one.requests === 0);
    this.awaited = this.awaited.filter(({ requests }) => requests > 0);
    for (const { act } of due) act();
  }

  private replied(response: ResponseBody, body: RequestBody, bytes: number, milliseconds: number): Reply {
    const text = JSON.stringify(response);
    const { responseLimit } = this.faults;
    const responseBytes = byteLength(text);
    if (responseLimit !== null && responseBytes > responseLimit) {
      return this.refused(OfficeJsStatus.responseTooLarge, 'The response payload size has exceeded the limit.', { body, bytes });
    }
    this.requests.add({ body, bytes, responseBytes, milliseconds, error: response.Error?.Code ?? null });
    return { status: OfficeJsStatus.success, body: text };
  }

  private failureNow(): Failure | null {
    const { failure } = this.faults;
    if (failure === null) return null;
    this.sinceFailureWasSet++;
    const isDue = this.sinceFailureWasSet === failure.request || (failure.andAllAfter === true && this.sinceFailureWasSet > failure.request);
    return isDue ? failure : null;
  }

  /** The answer says nothing of what was done. */
  private failed({ code = 'GeneralException' }: Failure, body: RequestBody, bytes: number): Reply {
    const error = { Code: code, Message: 'There was an internal error while processing the request.', Location: '', ActionIndex: -1, HttpStatusCode: 500 };
    this.requests.add({ body, bytes, responseBytes: 0, milliseconds: 0, error: code });
    return { status: OfficeJsStatus.success, body: JSON.stringify({ Results: [], Error: error } satisfies ResponseBody) };
  }

  private refused(status: number, message: string, { body, bytes }: { readonly body: RequestBody; readonly bytes: number }): Reply {
    this.requests.add({ body, bytes, responseBytes: 0, milliseconds: 0, error: `status ${status}` });
    return { status, message };
  }

  private told(event: WorkbookEvent, trigger: Trigger): void {
    if (!this.current.enableEvents || (this.moods.selectionSilent && event.kind === 'selectionChanged')) return;
    this.waiting.push(...messagesOf(event, trigger, this.references, this.listeners));
  }

  /** After the answer to the request that caused them. */
  private deliver(): void {
    if (this.waiting.length === 0) return;
    const messages = this.waiting;
    this.waiting = [];
    setTimeout(() => {
      for (const message of messages) for (const listener of this.messageListeners) listener(message);
    }, 0);
  }

  private changed(): void {
    for (const listener of this.changeListeners) listener();
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
