/** Which messages does Office.js get when something happens in the workbook? */
import { areaText, intersection } from '../model/address';
import type { Trigger, WorkbookEvent } from '../model/events';
import type { EventSpec } from '../office/spec';
import { range } from '../office/ranges';
import { CellRange } from '../office/cellsTarget';
import type { References } from './references';

export interface EventMessage {
  readonly type: number;
  /** A sheet's or table's id, or "Workbook". */
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const WORKBOOK = 'Workbook';
/** As Office.js listens for them. */
const TABLE_SELECTION = 100;
const TABLE_CHANGED = 101;
const TYPES: Readonly<Record<WorkbookEvent['kind'], number>> = {
  dataChanged: 10,
  selectionChanged: 14,
  activated: 11,
  deactivated: 12,
  added: 13,
  deleted: 15,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  protectionChanged: 24,
  rowSorted: 19,
  tableAdded: 102,
  tableDeleted: 103,
};

/** Counts who listens to what. */
export class Listeners {
  private readonly counts = new Map<string, number>();

  subscribe(target: string, { type }: EventSpec): void {
    this.counts.set(`${target} ${type}`, this.count(target, type) + 1);
  }

  unsubscribe(target: string, { type }: EventSpec): void {
    this.counts.set(`${target} ${type}`, Math.max(0, this.count(target, type) - 1));
  }

  wants({ target, type }: { readonly target: string; readonly type: number }): boolean {
    return this.count(target, type) > 0;
  }

  clear(): void {
    this.counts.clear();
  }

  private count(target: string, type: number): number {
    return this.counts.get(`${target} ${type}`) ?? 0;
  }
}

/** Only what somebody listens to is put together: a range that is handed over is held. Every write of the add-in itself is told too. @assumption own-events */
export function messagesOf(event: WorkbookEvent, trigger: Trigger, references: References, listeners: Listeners): EventMessage[] {
  const wanted = addressees(event).filter((addressee) => listeners.wants(addressee));
  if (wanted.length === 0) return [];
  const body = { worksheetId: event.sheet.id, source: 'Local', ...bodyOf(event, trigger, references) };
  return wanted.map(({ type, target, more = {} }) => ({ type, target, body: { ...body, ...more } }));
}

interface Addressee {
  readonly type: number;
  readonly target: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

function addressees(event: WorkbookEvent): Addressee[] {
  const { sheet } = event;
  const ofSheet = [sheet.id, WORKBOOK].map((target): Addressee => ({ type: TYPES[event.kind], target }));
  return [...ofSheet, ...ofTables(event)];
}

function bodyOf(event: WorkbookEvent, trigger: Trigger, references: References): Record<string, unknown> {
  switch (event.kind) {
    case 'dataChanged':
      return {
        ...changeOf(event),
        triggerSource: trigger === 'addin' ? 'ThisLocalAddin' : 'Unknown',
        referenceId: references.keep(range.of(new CellRange(event.sheet, event.area))),
      };
    case 'selectionChanged':
    case 'rowSorted':
      return { address: areaText(event.area) };
    case 'nameChanged':
      return { nameBefore: event.before, nameAfter: event.after };
    case 'visibilityChanged':
      return { visibilityBefore: event.before, visibilityAfter: event.after };
    case 'moved':
      return { positionBefore: event.before, positionAfter: event.after };
    case 'protectionChanged':
      return { isProtected: event.sheet.protection !== null };
    case 'tableAdded':
    case 'tableDeleted':
      return { tableId: event.table.id, tableName: event.table.name };
    default:
      return {};
  }
}

function changeOf({ area, change, before, after }: Extract<WorkbookEvent, { kind: 'dataChanged' }>): Record<string, unknown> {
  const details =
    before === undefined && after === undefined
      ? {}
      : { valueBefore: before, valueAfter: after, valueTypeBefore: typeOf(before), valueTypeAfter: typeOf(after) };
  return { address: areaText(area), changeType: change, shiftDirection: 'None', ...details };
}

function typeOf(value: unknown): string {
  if (value === '' || value === undefined || value === null) return 'Empty';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

function ofTables(event: WorkbookEvent): Addressee[] {
  const { sheet } = event;
  if (event.kind === 'selectionChanged') {
    return sheet.tables.map((table) => {
      const inside = intersection(table.area, event.area);
      return { type: TABLE_SELECTION, target: table.id, more: { tableId: table.id, address: inside === null ? '' : areaText(inside) } };
    });
  }
  if (event.kind !== 'dataChanged') return [];
  return sheet
    .tablesIn(event.area)
    .flatMap((table) => [table.id, sheet.id, WORKBOOK].map((target): Addressee => ({ type: TABLE_CHANGED, target, more: { tableId: table.id } })));
}
