/** What does a copy of a sheet, or of cells, take along? */
import { movedFormula } from '../../formula/moved';
import { withRenamedTable } from '../formula/rewrite';
import { areaAt, intersection, WHOLE_SHEET, type Area } from './address';
import type { PlacedContent } from './cells';
import { invalidArgument } from './errors';
import type { Chart, ConditionalFormat } from './records';
import type { Sheet, Table } from './sheet';
import { plainCopy } from './snapshot';
import { TableOn } from './table';
import { NotCalculated } from './values';
import { ownerOf } from './workbook';

export type CopyType = 'All' | 'Formulas' | 'Values' | 'Formats';

/**
 * Everything on it, under new names for the sheet and its tables; formulas of the copy point to the tables of the copy.
 * @assumption sheet-copy
 */
export function copySheet(sheet: Sheet, position: number): Sheet {
  const workbook = ownerOf(sheet);
  const copy = workbook.addSheet(copyName(sheet));
  workbook.moveSheet(copy, position);
  copyCells(sheet, copy);
  copyTables(sheet, copy);
  const { pageLayout } = sheet;
  copy.geometry = sheet.geometry.copy();
  copy.pageLayout = plainCopy(pageLayout);
  copy.conditionalFormats = sheet.conditionalFormats.map((format): ConditionalFormat => ({ ...format, id: workbook.nextId(), style: { ...format.style } }));
  copy.charts.push(...sheet.charts.map((chart) => copyChart(chart, sheet, copy)));
  copy.names.push(...sheet.names.map((item) => ({ ...item })));
  for (const [key, value] of sheet.customProperties) copy.customProperties.set(key, value);
  copy.frozen = { ...sheet.frozen };
  copy.filter = sheet.filter === null ? null : { area: sheet.filter.area, criteria: new Map(sheet.filter.criteria) };
  const { tabColor, showGridlines, showHeadings, protection } = sheet;
  Object.assign(copy, { tabColor, showGridlines, showHeadings, protection });
  return copy;
}

function copyName({ name, workbook }: Sheet): string {
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const wanted = name.slice(0, 31 - end.length) + end;
    if (workbook.sheetNamed(wanted) === undefined) return wanted;
  }
}

function copyCells(sheet: Sheet, copy: Sheet): void {
  copy.cells.put(sheet.cells.copyOf(WHOLE_SHEET), 0, 0);
  sheet.copyStylesTo(copy);
}

function copyTables(sheet: Sheet, copy: Sheet): void {
  for (const table of sheet.tables) {
    const copied = new TableOn(copy, copy.workbook.nextId(), copyTableName(table), table.area);
    const { showHeaders, showTotals, showBandedRows, showBandedColumns, showFilterButton, highlightFirstColumn, highlightLastColumn, style } = table;
    Object.assign(copied, { showHeaders, showTotals, showBandedRows, showBandedColumns, showFilterButton, highlightFirstColumn, highlightLastColumn, style });
    copied.spliceNames(0, 0, table.columnNames());
    for (const [column, criteria] of table.filters) copied.filters.set(column, criteria);
    copied.sorted = table.sorted;
    copy.tables.push(copied);
    for (const { row, column, formula } of [...copy.cells.formulasIn(WHOLE_SHEET)]) {
      copy.cells.setFormula(row, column, withRenamedTable(formula.text, table.name, copied.name));
    }
  }
}

function copyTableName({ name, sheet }: Table): string {
  for (let number = 2; ; number++) if (sheet.workbook.tableNamed(`${name}_${number}`) === undefined) return `${name}_${number}`;
}

function copyChart(chart: Chart, sheet: Sheet, copy: Sheet): Chart {
  const moved = <Source extends { readonly sheet: string } | null>(source: Source): Source =>
    source !== null && source.sheet === sheet.name ? { ...source, sheet: copy.name } : source;
  return {
    ...chart,
    id: sheet.workbook.nextId(),
    set: new Map(chart.set),
    series: chart.series.map((series) => ({ ...series, values: moved(series.values), categories: moved(series.categories), set: new Map(series.set) })),
  };
}

/** The copy is as large as its source; a larger target is filled with repetitions. @assumption copy-from */
export function copyArea(from: Sheet, source: Area, to: Sheet, target: Area, type: CopyType): Area {
  const filled = areaAt(target.row, target.column, repeated(source.rows, target.rows), repeated(source.columns, target.columns));
  to.mayEdit(filled);
  const contents = type === 'Formats' ? [] : contentsToCopy(from, source, type);
  const looks = type === 'Values' || type === 'Formulas' ? [] : looksOf(from, source);
  if (type !== 'Formats') to.cells.clear(filled);
  for (let row = filled.row; row < filled.row + filled.rows; row += source.rows) {
    for (let column = filled.column; column < filled.column + filled.columns; column += source.columns) {
      const [rows, columns] = [row - source.row, column - source.column];
      to.cells.put(
        contents.map((content) => ({ ...content, formula: content.formula === null ? null : movedFormula(content.formula, rows, columns) })),
        rows,
        columns,
      );
      for (const { area, style } of looks) to.setStyle(areaAt(area.row + rows, area.column + columns, area.rows, area.columns), style);
      if (looks.length > 0) copyFormats(from, source, to, rows, columns);
    }
  }
  for (const table of to.tablesIn(filled)) ownerOf(to).followHeaders(table);
  return filled;
}

const repeated = (source: number, target: number): number => (target > source && target % source === 0 ? target : source);

function contentsToCopy(sheet: Sheet, area: Area, type: CopyType): PlacedContent[] {
  const contents = sheet.cells.copyOf(area);
  if (type !== 'Values') return contents;
  return contents.map((content) => {
    const shown = sheet.shown(content.row, content.column);
    if (shown instanceof NotCalculated) throw invalidArgument(shown.reason);
    return { ...content, value: shown, formula: null };
  });
}

function looksOf(sheet: Sheet, area: Area): { readonly area: Area; readonly style: ReturnType<Sheet['styleAt']> }[] {
  return Array.from({ length: area.columns }, (_, index) => area.column + index).flatMap((column) => {
    const runs = [...(sheet.styleRuns(column)?.runs(area.row, area.rows) ?? [{ start: area.row, count: area.rows, value: sheet.workbook.usualStyle }])];
    return runs.map(({ start, count, value }) => ({ area: areaAt(start, column, count), style: value }));
  });
}

/** A conditional format that covers the source reaches its copy too. */
function copyFormats(from: Sheet, source: Area, to: Sheet, rows: number, columns: number): void {
  for (const format of [...from.conditionalFormats]) {
    const common = format.areas
      .flatMap((area) => intersection(area, source) ?? [])
      .map((area) => areaAt(area.row + rows, area.column + columns, area.rows, area.columns));
    const [first] = format.areas;
    const [copied] = common;
    if (first === undefined || copied === undefined) continue;
    if (from === to) format.areas = [...format.areas, ...common];
    else
      to.conditionalFormats.push({
        ...format,
        id: to.workbook.nextId(),
        areas: common,
        formula: movedFormula(format.formula, copied.row - first.row, copied.column - first.column),
        style: { ...format.style },
      });
  }
}
