/** What was asked of the host, for tests and measurements? */
import { ActionType, type Action, type RequestBody } from './protocol';

export interface RequestRecord {
  readonly bytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** Sent by Office.js to clean up behind itself. */
  readonly isCleanup: boolean;
  readonly milliseconds: number;
  /** Excel's code where it was refused or failed. */
  readonly error: string | null;
  /** Only where the host keeps requests. */
  readonly body: RequestBody | null;
}

const MOST_RECORDS = 10_000;
const CLEANUP = new Set(['_RemoveReference', '_RemoveAllReferences']);

export class RequestLog {
  readonly records: RequestRecord[] = [];

  constructor(private readonly keepsBodies: boolean) {}

  add({ body, ...record }: Omit<RequestRecord, 'isCleanup' | 'actions' | 'body'> & { readonly body: RequestBody }): void {
    this.records.push({ ...record, actions: body.Actions.length, isCleanup: isCleanup(body), body: this.keepsBodies ? body : null });
    if (this.records.length > MOST_RECORDS) this.records.shift();
  }

  clear(): void {
    this.records.length = 0;
  }

  get count(): number {
    return this.records.filter((record) => !record.isCleanup).length;
  }
}

/** Nothing but letting go of ranges. */
export function isCleanup({ Actions }: RequestBody): boolean {
  const isBeside = ({ ActionType: type }: Action): boolean => type === ActionType.trace || type === ActionType.instantiate;
  const isRelease = ({ Name = '' }: Action): boolean => CLEANUP.has(Name);
  return Actions.some(isRelease) && Actions.every((action) => isBeside(action) || isRelease(action));
}
