/** What has the office done about a slip, as the cells beside it say? */
import type { Value } from './workbook';

/** 処理, 処理日 and 処理額 as the clerk has written them beside a slip; null: an empty cell. */
export interface DispositionCells {
  readonly disposition: Value;
  readonly dispositionDate: Value;
  readonly dispositionAmount: Value;
}
export type DispositionColumn = keyof DispositionCells;
export const DISPOSITION_COLUMNS: readonly DispositionColumn[] = ['disposition', 'dispositionDate', 'dispositionAmount'];
