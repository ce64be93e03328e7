/** What is known of a sheet while it is written: what is planned, what stands there, and where each column goes. */
import { cellText } from '../sheet/cellText';
import type { SheetPlan, TablePlan } from '../sheet/plan';
import { endOfSheet } from '../sheet/page';
import type { Before, ColumnRecord } from './ours';
import { freshPlacement, placementOf, type Placement } from './placement';
import { leftoverStart, type Staged } from './stage';
import type { StandingSheet } from './standing';

/** A sheet of the plan with all that is known of it. */
export interface Job {
  readonly staged: Staged;
  /** null: it was not there. */
  readonly standing: StandingSheet | null;
  readonly before: Before | null;
  readonly placement: Placement;
  /** The row after the last one that it will have. */
  readonly end: number;
  readonly chartNames: readonly string[];
  /** What stood beside the rows before may not stay. */
  readonly erases: boolean;
}

export const columnsOf = (table: TablePlan | null): ColumnRecord[] => table?.columns.map(({ key, header }) => ({ key, header: cellText(header) })) ?? [];

export function placementFor({ table }: SheetPlan, standing: StandingSheet | null): Placement {
  const stands = standing?.table ?? null;
  if (table === null || stands === null) return freshPlacement(table?.columns.length ?? 0);
  return placementOf(stands.headers, standing?.record?.columns ?? [], columnsOf(table));
}

export const endOfJob = ({ plan, leftoverRows }: Staged): number => (leftoverRows === 0 ? endOfSheet(plan) : leftoverStart(plan) + leftoverRows);

/** The sheet that the clerk will see. */
export const targetOf = (context: Excel.RequestContext, { staged, standing }: Job): Excel.Worksheet =>
  context.workbook.worksheets.getItem(standing?.id ?? staged.sheetId);
