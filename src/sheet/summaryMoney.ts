/** Which money comes on which day, and through which chain? Confirmed notices that count for their slip, each payment once. */
import { excelSerialOf, type Day } from '../file/calendar';
import { countFormula, plainCriteria, sumFormula, type Question } from './criteria';
import type { Figures, NoticeFigures } from './figures';
import type { Grid, GridCell } from './grid';
import { cellAt, textLiteral } from './references';
import type { Source } from './source';
import { COUNT, count, FIRST_AMOUNT, label, LEFT, mostFrequent, noticeColumn, sumAbove, yen, type Placed } from './summaryParts';
import type { Cell } from './workbook';

const MOST_CHAINS = 8;
/** Earlier days are told together. */
const MOST_DAYS = 31;

export interface DateTable extends Placed {
  readonly days: readonly Day[];
}

export function chainTable(source: Source, { byChain }: Figures, grid: Grid, top: number): Placed {
  const { summary } = source.sheetWords;
  const headers = [summary.chainHeader, summary.confirmedCount, summary.confirmedAmount];
  return moneyTable(source, byChain, grid, { title: summary.byChain, headers, column: noticeColumn(source, 'chainCode'), most: MOST_CHAINS, top, left: LEFT });
}

export interface MoneyTable {
  readonly title: string;
  /** Of the label, the count and the amount. */
  readonly headers: readonly string[];
  /** The column of 収納明細 that holds the labels, as formulas name it. */
  readonly column: string;
  /** More labels than these are told together. */
  readonly most: number;
  readonly top: number;
  readonly left: number;
}

/** The money that comes through each chain, or whatever else a column of 収納明細 names; '' where it names none. */
export function moneyTable(source: Source, figures: ReadonlyMap<string, NoticeFigures>, grid: Grid, table: MoneyTable): Placed {
  const { summary } = source.sheetWords;
  const { top, left } = table;
  grid.title(top, left, table.title);
  if (figures.size === 0) return nothing(grid, top, left, summary.noNotices);
  const firstRow = top + 2;
  grid.header(top + 1, left, table.headers);
  const { shown, rest } = mostFrequent(figures, ({ amount }) => amount, table.most);
  const plain = plainCriteria([...figures.keys()]);
  for (const [index, name] of shown.entries()) {
    const row = firstRow + index;
    const question: Question = {
      column: table.column,
      label: name === '' ? '""' : `$${cellAt(row, left)}`,
      isPlain: plain.has(name),
      also: clearing(source),
    };
    grid.row(row, left, [{ ...label(name || summary.unnamed), format: 'text' }, ...askedCells(source, question, figures.get(name)!)]);
  }
  let row = firstRow + shown.length;
  if (rest.length > 0) {
    grid.row(row, left, [label(summary.others(rest.length)), ...restCells(source, firstRow, row, sumOf(figures, rest), left)]);
    row++;
  }
  return totalled(source, grid, firstRow, row, sumOf(figures, [...figures.keys()]), left);
}

/** The money to expect on each day: the only figure to hold against the bank's statement. */
export function dateTable(source: Source, { byTransferDate }: Figures, grid: Grid, top: number): DateTable {
  const { summary } = source.sheetWords;
  grid.title(top, LEFT, summary.byTransferDate);
  if (byTransferDate.size === 0) return { ...nothing(grid, top, LEFT, summary.noConfirmed), days: [] };
  grid.header(top + 1, LEFT, [summary.transferDateHeader, summary.confirmedCount, summary.expectedMoney]);
  const all = [...byTransferDate.keys()].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  const days = all.slice(-MOST_DAYS);
  const earlier = all.slice(0, all.length - days.length);
  const tableRow = top + 2;
  const firstRow = tableRow + (earlier.length > 0 ? 1 : 0);
  if (earlier.length > 0) {
    grid.row(tableRow, LEFT, dayCells(source, summary.earlierThan(days[0]!), `"<"&${cellAt(firstRow, LEFT)}`, sumOf(byTransferDate, earlier)));
  }
  for (const [index, day] of days.entries()) {
    const row = firstRow + index;
    grid.row(row, LEFT, dayCells(source, excelSerialOf(day)!, cellAt(row, LEFT), byTransferDate.get(day)!));
  }
  let row = firstRow + days.length;
  if (byTransferDate.has(NO_DAY)) {
    grid.row(row, LEFT, [label(summary.noTransferDate), ...restCells(source, tableRow, row, byTransferDate.get(NO_DAY)!)]);
    row++;
  }
  return { ...totalled(source, grid, tableRow, row, sumOf(byTransferDate, [...byTransferDate.keys()])), firstRow, days };
}

/** In `Figures.byTransferDate`: 収納明細 shows no date. */
export const NO_DAY = 0;

function nothing(grid: Grid, top: number, left: number, text: string): Placed {
  grid.note(top + 1, left, text);
  return { firstRow: top + 2, end: top + 2 };
}

/** Conditions of the notices that bring money: confirmed, and counted for their slip. */
function clearing(source: Source): Question['also'] {
  const { words, sheetWords } = source;
  return [
    { column: noticeColumn(source, 'kind'), criterion: textLiteral(words.noticeKinds.confirmed) },
    { column: noticeColumn(source, 'use'), criterion: textLiteral(sheetWords.uses.counts) },
  ];
}
const conditions = (also: Question['also']): string => also.map(({ column, criterion }) => `${column},${criterion}`).join(',');

function askedCells(source: Source, question: Question, figures: NoticeFigures): GridCell[] {
  return [count(countFormula(question), figures.count), yen(sumFormula(noticeColumn(source, 'amount'), question), figures.amount)];
}

export function dayCells(source: Source, day: Cell, criterion: string, figures: NoticeFigures): GridCell[] {
  const asked = conditions([...clearing(source), { column: noticeColumn(source, 'transferDate'), criterion }]);
  return [
    { cell: day, format: 'date', align: 'center' },
    count(`COUNTIFS(${asked})`, figures.count),
    yen(`SUMIFS(${noticeColumn(source, 'amount')},${asked})`, figures.amount),
  ];
}

/** All notices that bring money, less those of the rows above. */
export function restCells(source: Source, firstRow: number, row: number, figures: NoticeFigures, left = LEFT): GridCell[] {
  const all = conditions(clearing(source));
  const less = (column: number): string => (row === firstRow ? '' : `-${sumAbove(firstRow, row, column)}`);
  return [
    count(`COUNTIFS(${all})${less(left + COUNT)}`, figures.count),
    yen(`SUMIFS(${noticeColumn(source, 'amount')},${all})${less(left + FIRST_AMOUNT)}`, figures.amount),
  ];
}

function totalled({ sheetWords }: Source, grid: Grid, firstRow: number, row: number, figures: NoticeFigures, left = LEFT): Placed {
  grid.total(row, left, [
    label(sheetWords.summary.total),
    count(sumAbove(firstRow, row, left + COUNT), figures.count),
    yen(sumAbove(firstRow, row, left + FIRST_AMOUNT), figures.amount),
  ]);
  return { firstRow, end: row + 1 };
}

export function sumOf<K>(figures: ReadonlyMap<K, NoticeFigures>, keys: readonly K[]): NoticeFigures {
  const sum = { count: 0, amount: 0 };
  for (const key of keys) {
    sum.count += figures.get(key)!.count;
    sum.amount += figures.get(key)!.amount;
  }
  return sum;
}
