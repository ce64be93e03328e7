/** What does Office.js send in a request, and what does it expect back? Names of members stand in PascalCase. */

/** How an object is reached. */
export const PathType = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** What is done with it. */
export const ActionType = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, recursiveQuery: 6, queryAsJson: 7, ensureUnchanged: 8, update: 9 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument that is an object, the id of its path. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  /** The object's proxy was untracked. */
  readonly D?: boolean;
}

export interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface ErrorBody {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  readonly Error?: ErrorBody;
}

/** Of the flags beside a request: it changes the workbook; it waits while a cell is being edited. */
export const RequestFlag = { writes: 1, waitsForCellEdit: 64 } as const;

/** What Office.js calls through the host's `Execute`, and the messages that it listens to. */
export const DispatchId = { executeRichApi: 93, richApiMessage: 33, appCommandInvoked: 39, loadSettings: 75, saveSettings: 76 } as const;
export const MESSAGE_CATEGORY = 65_536;

/** Codes of the older part of Office.js, which knows them before a request is read. */
export const OfficeJsStatus = {
  success: 0,
  internal: 5001,
  cellEditMode: 5004,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noCapability: 7000,
} as const;

export function isRequestBody(value: unknown): value is RequestBody {
  return typeof value === 'object' && value !== null && 'Actions' in value && Array.isArray(value.Actions);
}
