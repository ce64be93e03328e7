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
}
export type MoodName = keyof Moods;

export const calm = (): Moods => ({
  calculatedColumns: false,
  otherWorkbookInFront: 0,
  oldNames: false,
  fitToWidthIgnored: null,
  freezingHiddenFails: false,
  cellEditing: 0,
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
