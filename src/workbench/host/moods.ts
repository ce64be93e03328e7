/** How does an Excel behave that is less polite than ours? Each mood is a behaviour that somebody has met; none is on unless it is switched on. */
import type { Workbook } from '../model/workbook';

export interface Moods {
  /** A formula written into an empty column of a table fills the whole column. */
  calculatedColumns: boolean;
  /** So many more requests find another workbook in front; Infinity: until the mood is switched off. */
  otherWorkbookInFront: number;
  /** `names.add` with a Range, and `NamedItem.delete`, take Excel down with them. */
  oldNames: boolean;
  /** `pageLayout.zoom` that fits to pages is passed over: on sheets that are not in front, or on all. */
  fitToWidthIgnored: 'behind' | 'always' | null;
  /** Freezing, and asking what is frozen, fails on hidden sheets. */
  freezingHiddenFails: boolean;
  /** For so many milliseconds of the next request a cell is being edited: requests wait, or are refused. */
  cellEditing: number;
  /** `createWorkbook` resolves, and no workbook is there. */
  createWorkbookLost: boolean;
  /** A click on a link that saves a file does nothing in the pane. */
  downloadsDoNothing: boolean;
  /** `showSaveFilePicker` in the pane: not there, or there and cancelled by the clerk, or there and working; null: as in this browser. */
  savePicker: 'absent' | 'cancelled' | 'works' | null;
  /** Reading the filter of a column with blanks or dates throws; of one with blanks takes Excel down with it. */
  filterCriteriaFail: 'throws' | 'crashes' | null;
  /** The formula of a conditional format is read, and set, as it would stand in the first cell through which the format was reached. */
  rulesRelativeToRange: boolean;
  /** A text that begins with + or - and is longer than 8,200 characters is refused. */
  longSignedTextsFail: boolean;
  /** Dates are counted from 1904-01-01. */
  date1904: boolean;
  /** Names of sheets, tables and columns that differ only in width are one, and what no sheet's name may hold it may not hold in full width either. */
  widthFolded: boolean;
  /** The workbook calculates on demand only. */
  manualCalculation: boolean;
  /** The clerk has selected several sheets: whatever changes one of them is refused. */
  severalSheetsSelected: boolean;
  /** `onSelectionChanged` does not fire. */
  selectionSilent: boolean;
  /** The pane's browser has no `CompressionStream`. */
  noCompressionStream: boolean;
}
export type MoodName = keyof Moods;

export const calm = (): Moods => ({
  calculatedColumns: false,
  otherWorkbookInFront: 0,
  oldNames: false,
  fitToWidthIgnored: null,
  freezingHiddenFails: false,
  cellEditing: 0,
  createWorkbookLost: false,
  downloadsDoNothing: false,
  savePicker: null,
  filterCriteriaFail: null,
  rulesRelativeToRange: false,
  longSignedTextsFail: false,
  date1904: false,
  widthFolded: false,
  manualCalculation: false,
  severalSheetsSelected: false,
  selectionSilent: false,
  noCompressionStream: false,
});

/** A member of an object that is asked, set or called. */
export interface Touch {
  readonly workbook: Workbook;
  /** As Office.js calls them in its requests: `Range.Values`. */
  readonly member: string;
  readonly kind: 'get' | 'set' | 'call';
  readonly target: unknown;
  readonly given: readonly unknown[];
}

/** What happens instead of, before or after what a polite Excel does. */
export type Behaviour = (touch: Touch, polite: () => unknown, moods: Moods) => unknown;
