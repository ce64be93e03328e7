/** What do the tables of 集計 share? Their places on the page, and cells whose formula counts or adds up. */
import { SLIP_STATES } from '../reconcile/slips';
import { textWidth } from './cellText';
import type { GridCell } from './grid';
import { cellAt, columnOf } from './references';
import type { Source } from './source';
import { TABLE_NAMES } from './workbook';
import type { DetailsColumn, ReconciliationColumn } from './words';

/** Left: a label, a count, two amounts, the states. A gap. Right: a word, a count, an amount, where, meaning; or a chart. */
export const LEFT = 0;
export const COUNT = 1;
export const FIRST_AMOUNT = 2;
export const SECOND_AMOUNT = 3;
export const FIRST_STATE = 4;
export const LAST_STATE = FIRST_STATE + SLIP_STATES.length - 1;
export const RIGHT = LAST_STATE + 2;
export const SUMMARY_COLUMNS = RIGHT + 5;

/** Half-width characters; the states are as wide as their words. */
export function summaryWidths({ words }: Source): number[] {
  const states = SLIP_STATES.map((state) => Math.max(9, Math.ceil(textWidth(words.states[state])) + 2));
  return [22, 10, 16, 16, ...states, 2, 17, 9, 14, 18, 38];
}

/** Where a table stands: its first row below the header, and the row after it. */
export interface Placed {
  readonly firstRow: number;
  readonly end: number;
}

export const UNKNOWN_MARK = '—';
export const UNKNOWN: GridCell = { cell: UNKNOWN_MARK, align: 'right' };

export const slipColumn = ({ sheetWords }: Source, key: ReconciliationColumn): string => columnOf(TABLE_NAMES.reconciliation, sheetWords.reconciliation[key]);
export const noticeColumn = ({ sheetWords }: Source, key: DetailsColumn): string => columnOf(TABLE_NAMES.details, sheetWords.details[key]);

export const count = (formula: string, value: number): GridCell => ({ cell: { formula, value }, format: 'count' });
export const yen = (formula: string, value: number): GridCell => ({ cell: { formula, value }, format: 'yen' });
export const label = (text: string): GridCell => ({ cell: text, align: 'center' });

/** The sum of a column's cells from the table's first row to the one above. */
export const sumAbove = (firstRow: number, row: number, column: number): string => `SUM(${cellAt(firstRow, column)}:${cellAt(row - 1, column)})`;

/** The names with the greatest sizes, and the others: beyond `most` one row tells of the rest, so that the sheet stays one page. */
export function mostFrequent<T>(groups: ReadonlyMap<string, T>, sizeOf: (figures: T) => number, most: number): { shown: string[]; rest: string[] } {
  const names = [...groups.keys()].sort((a, b) => sizeOf(groups.get(b)!) - sizeOf(groups.get(a)!) || (a < b ? -1 : 1));
  return names.length <= most ? { shown: names, rest: [] } : { shown: names.slice(0, most - 1), rest: names.slice(most - 1) };
}
