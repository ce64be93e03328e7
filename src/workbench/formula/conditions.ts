/** Which cells meet the conditions of COUNTIFS and SUMIFS? Each condition is looked at once for a state of the workbook, however many formulas ask. */
import { CellError, type Content } from '../model/values';
import type { FormulaSheet } from './cells';
import { criterionTest } from './criteria';
import { Cells, fail, single, type Operand } from './operands';

/** 1 for each cell, row after row, that meets a condition. */
type Mask = Uint8Array;

export interface Met {
  readonly mask: Mask;
  readonly rows: number;
  readonly columns: number;
}

/** Pairs of cells and criterion. */
export function cellsMeeting(conditions: readonly Operand[]): Met {
  const [first] = conditions;
  if (!(first instanceof Cells)) fail('#VALUE!');
  const { rows, columns } = first.area;
  const used = first.clipped().area.rows;
  let met: Mask | null = null;
  for (let index = 0; index < conditions.length; index += 2) {
    const cells = conditions[index];
    if (!(cells instanceof Cells) || index + 1 >= conditions.length) fail('#VALUE!');
    if (cells.area.rows !== rows || cells.area.columns !== columns) fail('#VALUE!');
    const mask = maskOf(cells, used, single(conditions[index + 1]));
    met = met === null ? mask : both(met, mask);
  }
  return { mask: met ?? new Uint8Array(0), rows: used, columns };
}

function both(left: Mask, right: Mask): Mask {
  const mask = new Uint8Array(left.length);
  for (let index = 0; index < mask.length; index++) mask[index] = (left[index] as number) & (right[index] as number);
  return mask;
}

interface Known {
  revision: number;
  readonly masks: Map<string, Mask>;
}

const known = new WeakMap<FormulaSheet, Known>();

function maskOf(cells: Cells, rows: number, criterion: Content): Mask {
  const { sheet, area } = cells;
  const masks = masksOf(sheet);
  const key = `${area.row},${area.column},${rows},${area.columns} ${typeof criterion} ${criterion instanceof CellError ? criterion.code : String(criterion)}`;
  const before = masks.get(key);
  if (before !== undefined) return before;
  const test = criterionTest(criterion);
  const mask = new Uint8Array(rows * area.columns);
  for (let column = 0; column < area.columns; column++) {
    const values = cells.columnValues(column, rows);
    for (let row = 0; row < rows; row++) if (test(values(row))) mask[row * area.columns + column] = 1;
  }
  masks.set(key, mask);
  return mask;
}

function masksOf(sheet: FormulaSheet): Map<string, Mask> {
  let entry = known.get(sheet);
  if (entry === undefined) known.set(sheet, (entry = { revision: -1, masks: new Map() }));
  if (entry.revision !== sheet.workbook.revision) {
    entry.masks.clear();
    entry.revision = sheet.workbook.revision;
  }
  return entry.masks;
}
