/** What can happen in a workbook that somebody else wants to know? */
import type { Area } from './address';
import type { Sheet, Table } from './sheet';

/** Who did it: the add-in through Office.js, or the person in front of the grid. */
export type Trigger = 'addin' | 'person';

export type DataChange = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

export type WorkbookEvent =
  | {
      readonly kind: 'dataChanged';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly change: DataChange;
      readonly before?: unknown;
      readonly after?: unknown;
    }
  | { readonly kind: 'selectionChanged'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'activated' | 'deactivated' | 'added' | 'deleted'; readonly sheet: Sheet }
  | { readonly kind: 'nameChanged'; readonly sheet: Sheet; readonly before: string; readonly after: string }
  | { readonly kind: 'visibilityChanged'; readonly sheet: Sheet; readonly before: string; readonly after: string }
  | { readonly kind: 'moved'; readonly sheet: Sheet; readonly before: number; readonly after: number }
  | { readonly kind: 'protectionChanged'; readonly sheet: Sheet }
  | { readonly kind: 'rowSorted'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'tableAdded' | 'tableDeleted'; readonly sheet: Sheet; readonly table: Table };

export type EventKind = WorkbookEvent['kind'];
export type Listener = (event: WorkbookEvent, trigger: Trigger) => void;
