/** What stands in the cells of a rectangle, in which format, and which of its rows and columns are hidden? */
import { areaAt, cellCount, type Area } from '../model/address';
import { enter, type Input } from '../model/entry';
import { invalidArgument, notModelled } from '../model/errors';
import type { Sheet } from '../model/sheet';
import { CellError, NotCalculated, type Shown } from '../model/values';
import { checkSize, isUnbounded, type CellRange } from './cellsTarget';
import { dataChanged } from './changes';
import { cellwise, flag, input, text } from './given';
import type { Scalar } from './spec';

/** For each cell; null as a whole where the range has no end. */
export function cellValues<T>(target: CellRange, read: (sheet: Sheet, row: number, column: number) => T): T[][] | null {
  const { sheet, area } = target;
  if (isUnbounded(area)) return null;
  checkSize(area);
  return Array.from({ length: area.rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => read(sheet, area.row + row, area.column + column)));
}

function valueOf(sheet: Sheet, row: number, column: number): string | number | boolean {
  const shown = known(sheet, row, column);
  return shown === undefined ? '' : shown instanceof CellError ? shown.code : shown;
}

function known(sheet: Sheet, row: number, column: number): Exclude<Shown, NotCalculated> {
  const shown = sheet.shown(row, column);
  if (shown instanceof NotCalculated) throw notModelled(`the value of =${sheet.cells.formula(row, column)?.text ?? ''} (${shown.reason})`);
  return shown;
}

function formulaOf(sheet: Sheet, row: number, column: number): string | number | boolean {
  const formula = sheet.cells.formula(row, column);
  return formula === undefined ? valueOf(sheet, row, column) : `=${formula.text}`;
}

export function typeOf(sheet: Sheet, row: number, column: number): string {
  const shown = known(sheet, row, column);
  if (shown === undefined) return 'Empty';
  if (shown instanceof CellError) return 'Error';
  return typeof shown === 'string' ? 'String' : typeof shown === 'number' ? 'Double' : 'Boolean';
}

function checkBounded(area: Area): void {
  if (isUnbounded(area)) throw invalidArgument('whole columns or rows cannot be filled');
  checkSize(area);
}

/** Both `values` and `formulas` take values and formulas. */
export function writeCells(sheet: Sheet, area: Area, given: unknown): void {
  checkBounded(area);
  const inputs: (row: number, column: number) => Input = cellwise(given, area.rows, area.columns, input);
  const details = cellCount(area) === 1 ? { before: shownNow(sheet, area), after: inputs(0, 0) } : {};
  enter(sheet, area, inputs);
  dataChanged(sheet, area, 'RangeEdited', details);
}

function shownNow(sheet: Sheet, { row, column }: Area): unknown {
  const shown = sheet.shown(row, column);
  return shown instanceof NotCalculated ? undefined : shown instanceof CellError ? shown.code : (shown ?? '');
}

export const CONTENTS: Scalar<CellRange> = {
  get: (target) => cellValues(target, valueOf),
  set: ({ sheet, area }, value) => writeCells(sheet, area, value),
};
export const FORMULAS: Scalar<CellRange> = { ...CONTENTS, get: (target) => cellValues(target, formulaOf) };

/** Formats are kept as they were given; a Japanese Excel's local names for them are not translated. @assumption number-format-local */
export const NUMBER_FORMAT: Scalar<CellRange> = {
  get: (target) => cellValues(target, (sheet, row, column) => sheet.styleAt(row, column).numberFormat),
  set: ({ sheet, area }, value) => setNumberFormat(sheet, area, value),
};

function setNumberFormat(sheet: Sheet, area: Area, value: unknown): void {
  checkBounded(area);
  sheet.mayDo('allowFormatCells');
  if (!Array.isArray(value)) return sheet.changeStyle(area, { numberFormat: text(value) });
  const formatAt = cellwise(value, area.rows, area.columns, (format) => (format === null ? null : text(format)));
  for (let column = 0; column < area.columns; column++) {
    for (let row = 0; row < area.rows;) {
      const format = formatAt(row, column);
      let end = row + 1;
      while (end < area.rows && formatAt(end, column) === format) end++;
      if (format !== null) sheet.changeStyle(areaAt(area.row + row, area.column + column, end - row), { numberFormat: format });
      row = end;
    }
  }
}

/** Rows that a filter leaves out are hidden rows too; showing them leaves the filter as it is. @assumption hidden-by-filter */
function hiddenRows({ geometry }: Sheet, { row, rows }: Area): boolean[] {
  return [...geometry.hiddenRows.runs(row, rows)].flatMap(({ start, count, value }) =>
    value ? [true] : [...geometry.filteredRows.runs(start, count)].map((filtered) => filtered.value),
  );
}

function setHiddenRows({ geometry }: Sheet, { row, rows }: Area, isHidden: boolean): void {
  geometry.hiddenRows.set(row, rows, isHidden);
  if (!isHidden) geometry.filteredRows.set(row, rows, false);
}

export const hidden = (kind: 'hiddenRows' | 'hiddenColumns'): Scalar<CellRange> => ({
  since: '1.2',
  get: ({ sheet, area }) => {
    const values = new Set(
      kind === 'hiddenRows' ? hiddenRows(sheet, area) : [...sheet.geometry.hiddenColumns.runs(area.column, area.columns)].map(({ value }) => value),
    );
    return values.size > 1 ? null : values.has(true);
  },
  set: ({ sheet, area }, value) => {
    sheet.mayDo(kind === 'hiddenRows' ? 'allowFormatRows' : 'allowFormatColumns');
    if (kind === 'hiddenRows') setHiddenRows(sheet, area, flag(value));
    else sheet.geometry.hiddenColumns.set(area.column, area.columns, flag(value));
  },
});
