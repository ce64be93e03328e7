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
  grid.title(top, LEFT, summary.byChain);
  if (byChain.size === 0) return nothing(grid, top, summary.noNotices);
  const firstRow = top + 2;
  grid.header(top + 1, LEFT, [summary.chainHeader, summary.confirmedCount, summary.confirmedAmount]);
  const { shown, rest } = mostFrequent(byChain, ({ amount }) => amount, MOST_CHAINS);
  const plain = plainCriteria([...byChain.keys()]);
  for (const [index, name] of shown.entries()) {
    const row = firstRow + index;
    const column = noticeColumn(source, 'chainCode');
    const question: Question = { column, label: name === '' ? '""' : `$${cellAt(row, LEFT)}`, isPlain: plain.has(name), also: clearing(source) };
    grid.row(row, LEFT, [{ ...label(name || summary.unnamed), format: 'text' }, ...askedCells(source, question, byChain.get(name)!)]);
  }
  let row = firstRow + shown.length;
  if (rest.length > 0) {
    grid.row(row, LEFT, [label(summary.others(rest.length)), ...restCells(source, firstRow, row, sumOf(byChain, rest))]);
    row++;
  }
  return totalled(source, grid, firstRow, row, sumOf(byChain, [...byChain.keys()]));
}

/** The money to expect on each day: the only figure to hold against the bank's statement. */
export function dateTable(source: Source, { byTransferDate }: Figures, grid: Grid, top: number): DateTable {
  const { summary } = source.sheetWords;
  grid.title(top, LEFT, summary.byTransferDate);
  if (byTransferDate.size === 0) return { ...nothing(grid, top, summary.noConfirmed), days: [] };
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
const NO_DAY = 0;

function nothing(grid: Grid, top: number, text: string): Placed {
  grid.note(top + 1, LEFT, text);
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

function dayCells(source: Source, day: Cell, criterion: string, figures: NoticeFigures): GridCell[] {
  const asked = conditions([...clearing(source), { column: noticeColumn(source, 'transferDate'), criterion }]);
  return [
    { cell: day, format: 'date', align: 'center' },
    count(`COUNTIFS(${asked})`, figures.count),
    yen(`SUMIFS(${noticeColumn(source, 'amount')},${asked})`, figures.amount),
  ];
}

/** All notices that bring money, less those of the rows above. */
function restCells(source: Source, firstRow: number, row: number, figures: NoticeFigures): GridCell[] {
  const all = conditions(clearing(source));
  const less = (column: number): string => (row === firstRow ? '' : `-${sumAbove(firstRow, row, column)}`);
  return [count(`COUNTIFS(${all})${less(COUNT)}`, figures.count), yen(`SUMIFS(${noticeColumn(source, 'amount')},${all})${less(FIRST_AMOUNT)}`, figures.amount)];
}

function totalled({ sheetWords }: Source, grid: Grid, firstRow: number, row: number, figures: NoticeFigures): Placed {
  grid.total(row, LEFT, [
    label(sheetWords.summary.total),
    count(sumAbove(firstRow, row, COUNT), figures.count),
    yen(sumAbove(firstRow, row, FIRST_AMOUNT), figures.amount),
  ]);
  return { firstRow, end: row + 1 };
}

function sumOf<K>(figures: ReadonlyMap<K, NoticeFigures>, keys: readonly K[]): NoticeFigures {
  const sum = { count: 0, amount: 0 };
  for (const key of keys) {
    sum.count += figures.get(key)!.count;
    sum.amount += figures.get(key)!.amount;
  }
  return sum;
}
