/** Which tables stand on 集計? By state, fee, section, transfer date, chain; and the flags with the meaning of every colour. */
import { excelSerialOf, type Day } from '../file/calendar';
import { SLIP_FLAGS, SLIP_STATES } from '../reconcile/slips';
import { countFormula, plainCriteria, sumFormula, type Question } from './criteria';
import { slipCount, type Figures, type NoticeFigures, type SlipFigures } from './figures';
import type { Grid, GridCell } from './grid';
import { FLAG_MARKS, STATE_MARKS, type MarkedWord } from './highlights';
import { cellAt, columnOf, fixedCell, textLiteral } from './references';
import { textWidth } from './cellText';
import { markedWord, type Source } from './source';
import { TABLE_NAMES, type Cell, type Value } from './workbook';
import type { DetailsColumn, ReconciliationColumn } from './words';

/** Label, count, two amounts, four states; a gap; word, count, amount, where, meaning. */
export const SUMMARY_COLUMNS = 14;
/** Half-width characters; the states are as wide as their words. */
export function summaryWidths({ words }: Source): number[] {
  const states = SLIP_STATES.map((state) => Math.max(9, Math.ceil(textWidth(words.states[state])) + 2));
  return [22, 10, 16, 16, ...states, 2, 17, 9, 14, 18, 38];
}
const LEFT = 0;
const COUNT = 1;
const FIRST_STATE = 4;
const RIGHT = 9;

/** Beyond these, one row tells of the rest: the sheet stays one page. */
const MOST_GROUPS = 12;
const MOST_CHAINS = 8;
const MOST_DATES = 31;

const UNKNOWN: GridCell = { cell: '—', align: 'right' };

/** Where a table stands: rows up to `end` (exclusive). */
export interface Placed {
  readonly headerRow: number | null;
  readonly firstRow: number;
  readonly end: number;
}

const slipColumn = ({ sheetWords }: Source, key: ReconciliationColumn): string => columnOf(TABLE_NAMES.reconciliation, sheetWords.reconciliation[key]);
const noticeColumn = ({ sheetWords }: Source, key: DetailsColumn): string => columnOf(TABLE_NAMES.details, sheetWords.details[key]);
const count = (formula: string, value: number): GridCell => ({ cell: { formula, value }, format: 'count' });
const yen = (formula: string, value: number): GridCell => ({ cell: { formula, value }, format: 'yen' });

/** The sum of the cells above, from the table's first row on. */
function sumAbove(firstRow: number, row: number, column: number): string {
  return `SUM(${cellAt(firstRow, column)}:${cellAt(row - 1, column)})`;
}

export function stateTable(source: Source, { byState }: Figures, grid: Grid, top: number): Placed {
  const { settlement, sheetWords } = source;
  const { summary } = sheetWords;
  const hasLedger = settlement.ledger !== null;
  const headerRow = top + 1;
  const firstRow = top + 2;
  const totalRow = firstRow + SLIP_STATES.length;
  const all = SLIP_STATES.reduce((sum, state) => sum + slipCount(byState[state]), 0);
  grid.title(top, LEFT, summary.byState);
  grid.header(headerRow, LEFT, [summary.stateHeader, summary.count, summary.billed, summary.paid, summary.share]);
  for (const [index, { of, look }] of STATE_MARKS.entries()) {
    const row = firstRow + index;
    const figures = byState[of as keyof typeof byState];
    const slips = slipCount(figures);
    const label: GridCell = { cell: markedWord(source, of), look, align: 'center' };
    if (of === 'unpaid' && !hasLedger && slips === 0) {
      grid.row(row, LEFT, [label, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]);
      continue;
    }
    const question: Question = { column: slipColumn(source, 'state'), label: `$${cellAt(row, LEFT)}`, isPlain: true, also: [] };
    grid.row(row, LEFT, [
      label,
      count(countFormula(question), slips),
      hasLedger ? yen(sumFormula(slipColumn(source, 'billedAmount'), question), figures.billed) : UNKNOWN,
      yen(sumFormula(slipColumn(source, 'paidAmount'), question), figures.paid),
      shareOf(row, totalRow, slips, all),
    ]);
  }
  const sum = (of: (figures: SlipFigures) => number): number => SLIP_STATES.reduce((total, state) => total + of(byState[state]), 0);
  grid.total(totalRow, LEFT, [
    { cell: summary.total, align: 'center' },
    count(sumAbove(firstRow, totalRow, 1), all),
    hasLedger ? yen(sumAbove(firstRow, totalRow, 2), sum(({ billed }) => billed)) : UNKNOWN,
    yen(sumAbove(firstRow, totalRow, 3), sum(({ paid }) => paid)),
    shareOf(totalRow, totalRow, all, all),
  ]);
  if (hasLedger) return { headerRow, firstRow, end: totalRow + 1 };
  grid.note(totalRow + 1, LEFT, summary.unknownWithoutLedger);
  return { headerRow, firstRow, end: totalRow + 2 };
}

/** Empty while there is nothing to have a share of. */
function shareOf(row: number, totalRow: number, part: number, all: number): GridCell {
  const total = fixedCell(totalRow, COUNT);
  return { cell: { formula: `IF(${total}=0,"",${cellAt(row, COUNT)}/${total})`, value: all === 0 ? '' : part / all }, format: 'share' };
}

export interface GroupTable {
  readonly key: 'fee' | 'section';
  readonly title: string;
  readonly header: string;
  readonly none: string;
}

/** Slips by a text of the ledger, the most frequent first; by state, so that a chart can show which lags. */
export function groupTable(source: Source, groups: ReadonlyMap<string, SlipFigures>, grid: Grid, top: number, { key, title, header, none }: GroupTable): Placed & { readonly labels: readonly string[] } {
  const { settlement, sheetWords, words } = source;
  const { summary } = sheetWords;
  const { ledger } = settlement;
  grid.title(top, LEFT, title);
  const nothing = ledger === null ? summary.noFeesWithoutLedger : ledger.columnOf[key] < 0 ? none : groups.size === 0 ? summary.noSlips : null;
  if (nothing !== null) {
    grid.note(top + 1, LEFT, nothing);
    return { headerRow: null, firstRow: top + 2, end: top + 2, labels: [] };
  }
  const headerRow = top + 1;
  const firstRow = top + 2;
  grid.header(headerRow, LEFT, [header, summary.count, summary.billed, summary.paid, ...SLIP_STATES.map((state) => words.states[state])]);
  const { shown, rest } = mostFrequent(groups, slipCount, MOST_GROUPS);
  const plain = plainCriteria([...groups.keys()]);
  for (const [index, name] of shown.entries()) {
    const row = firstRow + index;
    const question = { column: slipColumn(source, key), label: name === '' ? '""' : `$${cellAt(row, LEFT)}`, isPlain: plain.has(name) };
    grid.row(row, LEFT, groupCells(source, row, headerRow, name || summary.unnamed, groups.get(name)!, question));
  }
  let totalRow = firstRow + shown.length;
  const labels = shown.map((name) => name || summary.unnamed);
  if (rest.length > 0) {
    labels.push(summary.others(rest.length));
    grid.row(totalRow, LEFT, restCells(source, totalRow, firstRow, headerRow, labels.at(-1)!, added(rest.map((name) => groups.get(name)!))));
    totalRow++;
  }
  const all = added([...groups.values()]);
  const sum = (column: number): string => sumAbove(firstRow, totalRow, column);
  grid.total(totalRow, LEFT, [
    { cell: summary.total, align: 'center' },
    count(sum(1), slipCount(all)),
    yen(sum(2), all.billed),
    yen(sum(3), all.paid),
    ...SLIP_STATES.map((state, index) => count(sum(FIRST_STATE + index), all.count[state])),
  ]);
  return { headerRow, firstRow, end: totalRow + 1, labels };
}

function groupCells(source: Source, row: number, headerRow: number, label: string, figures: SlipFigures, question: Omit<Question, 'also'>): GridCell[] {
  const state = slipColumn(source, 'state');
  const whole: Question = { ...question, also: [] };
  return [
    { cell: label },
    count(`SUM(${cellAt(row, FIRST_STATE)}:${cellAt(row, FIRST_STATE + SLIP_STATES.length - 1)})`, slipCount(figures)),
    yen(sumFormula(slipColumn(source, 'billedAmount'), whole), figures.billed),
    yen(sumFormula(slipColumn(source, 'paidAmount'), whole), figures.paid),
    ...SLIP_STATES.map((name, index) =>
      count(countFormula({ ...question, also: [{ column: state, criterion: fixedCell(headerRow, FIRST_STATE + index) }] }), figures.count[name]),
    ),
  ];
}

/** All slips less those of the rows above. */
function restCells(source: Source, row: number, firstRow: number, headerRow: number, label: string, figures: SlipFigures): GridCell[] {
  const less = (column: number): string => `-${sumAbove(firstRow, row, column)}`;
  const state = slipColumn(source, 'state');
  return [
    { cell: label },
    count(`SUM(${cellAt(row, FIRST_STATE)}:${cellAt(row, FIRST_STATE + SLIP_STATES.length - 1)})`, slipCount(figures)),
    yen(`SUM(${slipColumn(source, 'billedAmount')})${less(2)}`, figures.billed),
    yen(`SUM(${slipColumn(source, 'paidAmount')})${less(3)}`, figures.paid),
    ...SLIP_STATES.map((name, index) =>
      count(`COUNTIFS(${state},${fixedCell(headerRow, FIRST_STATE + index)})${less(FIRST_STATE + index)}`, figures.count[name]),
    ),
  ];
}

function added(all: readonly SlipFigures[]): SlipFigures {
  const sum: SlipFigures = { count: { paid: 0, preliminary: 0, cancelled: 0, unpaid: 0 }, billed: 0, paid: 0 };
  for (const figures of all) {
    for (const state of SLIP_STATES) sum.count[state] += figures.count[state];
    sum.billed += figures.billed;
    sum.paid += figures.paid;
  }
  return sum;
}

/** The names with the greatest sizes, and the others; the same size in order of name. */
function mostFrequent<T>(groups: ReadonlyMap<string, T>, sizeOf: (figures: T) => number, most: number): { shown: string[]; rest: string[] } {
  const names = [...groups.keys()].sort((a, b) => sizeOf(groups.get(b)!) - sizeOf(groups.get(a)!) || (a < b ? -1 : 1));
  return names.length <= most ? { shown: names, rest: [] } : { shown: names.slice(0, most - 1), rest: names.slice(most - 1) };
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

export function chainTable(source: Source, { byChain }: Figures, grid: Grid, top: number): Placed {
  const { summary } = source.sheetWords;
  grid.title(top, LEFT, summary.byChain);
  if (byChain.size === 0) {
    grid.note(top + 1, LEFT, summary.noNotices);
    return { headerRow: null, firstRow: top + 2, end: top + 2 };
  }
  const headerRow = top + 1;
  const firstRow = top + 2;
  grid.header(headerRow, LEFT, [summary.chainHeader, summary.confirmedCount, summary.confirmedAmount]);
  const { shown, rest } = mostFrequent(byChain, (figures) => figures.amount, MOST_CHAINS);
  const plain = plainCriteria([...byChain.keys()]);
  const also = clearing(source);
  const amounts = noticeColumn(source, 'amount');
  for (const [index, name] of shown.entries()) {
    const row = firstRow + index;
    const figures = byChain.get(name)!;
    const question: Question = { column: noticeColumn(source, 'chainCode'), label: name === '' ? '""' : `$${cellAt(row, LEFT)}`, isPlain: plain.has(name), also };
    grid.row(row, LEFT, [{ cell: name || summary.unnamed, format: 'text', align: 'center' }, count(countFormula(question), figures.count), yen(sumFormula(amounts, question), figures.amount)]);
  }
  let row = firstRow + shown.length;
  if (rest.length > 0) grid.row(row, LEFT, [{ cell: summary.others(rest.length) }, ...remainder(source, firstRow, row++, addedNotices(rest.map((name) => byChain.get(name)!)))]);
  noticeTotal(source, grid, firstRow, row, addedNotices([...byChain.values()]));
  return { headerRow, firstRow, end: row + 1 };
}

/** All clearing notices less those of the rows above. */
function remainder(source: Source, firstRow: number, row: number, figures: NoticeFigures): GridCell[] {
  const all = conditions(clearing(source));
  return [
    count(`COUNTIFS(${all})-${sumAbove(firstRow, row, 1)}`, figures.count),
    yen(`SUMIFS(${noticeColumn(source, 'amount')},${all})-${sumAbove(firstRow, row, 2)}`, figures.amount),
  ];
}

function noticeTotal({ sheetWords }: Source, grid: Grid, firstRow: number, row: number, figures: NoticeFigures): void {
  grid.total(row, LEFT, [{ cell: sheetWords.summary.total, align: 'center' }, count(sumAbove(firstRow, row, 1), figures.count), yen(sumAbove(firstRow, row, 2), figures.amount)]);
}

function addedNotices(all: readonly NoticeFigures[]): NoticeFigures {
  return all.reduce((sum, figures) => ({ count: sum.count + figures.count, amount: sum.amount + figures.amount }), { count: 0, amount: 0 });
}

/** The money to expect on each day: the only figure to hold against the bank's statement. */
export function dateTable(source: Source, { byTransferDate }: Figures, grid: Grid, top: number): Placed & { readonly days: readonly Day[] } {
  const { summary } = source.sheetWords;
  grid.title(top, LEFT, summary.byTransferDate);
  if (byTransferDate.size === 0) {
    grid.note(top + 1, LEFT, summary.noConfirmed);
    return { headerRow: null, firstRow: top + 2, end: top + 2, days: [] };
  }
  const headerRow = top + 1;
  grid.header(headerRow, LEFT, [summary.transferDateHeader, summary.confirmedCount, summary.expectedMoney]);
  const all = [...byTransferDate.keys()].filter((day) => day !== 0).sort((a, b) => a - b);
  const days = all.slice(-MOST_DATES);
  const earlier = all.slice(0, all.length - days.length);
  const sumOf = (keys: readonly Day[]): NoticeFigures => addedNotices(keys.map((day) => byTransferDate.get(day)!));
  const tableRow = top + 2;
  const firstRow = tableRow + (earlier.length > 0 ? 1 : 0);
  if (earlier.length > 0) dateRow(source, grid, tableRow, summary.earlierThan(days[0]!), `"<"&${cellAt(firstRow, LEFT)}`, sumOf(earlier));
  for (const [index, day] of days.entries()) dateRow(source, grid, firstRow + index, excelSerialOf(day)!, cellAt(firstRow + index, LEFT), sumOf([day]));
  let row = firstRow + days.length;
  if (byTransferDate.has(0)) {
    const figures = sumOf([0]);
    const cells = days.length === 0 ? allClearing(source, figures) : remainder(source, tableRow, row, figures);
    grid.row(row++, LEFT, [{ cell: summary.noTransferDate }, ...cells]);
  }
  noticeTotal(source, grid, tableRow, row, sumOf([...byTransferDate.keys()]));
  return { headerRow, firstRow, end: row + 1, days };
}

function dateRow(source: Source, grid: Grid, row: number, label: Cell, criterion: string, figures: NoticeFigures): void {
  const asked = conditions([...clearing(source), { column: noticeColumn(source, 'transferDate'), criterion }]);
  grid.row(row, LEFT, [
    { cell: label, format: 'date', align: 'center' },
    count(`COUNTIFS(${asked})`, figures.count),
    yen(`SUMIFS(${noticeColumn(source, 'amount')},${asked})`, figures.amount),
  ]);
}

function allClearing(source: Source, figures: NoticeFigures): GridCell[] {
  const all = conditions(clearing(source));
  return [count(`COUNTIFS(${all})`, figures.count), yen(`SUMIFS(${noticeColumn(source, 'amount')},${all})`, figures.amount)];
}

/** Every word in its colours: how many slips carry it, where it colours a cell, what it means. */
export function legendTable(source: Source, { byState, byFlag }: Figures, grid: Grid, top: number, states: Placed): Placed {
  const { settlement, sheetWords } = source;
  const { summary, reconciliation, listSeparator } = sheetWords;
  const hasLedger = settlement.ledger !== null;
  const headerRow = top + 1;
  const firstRow = top + 2;
  grid.title(top, RIGHT, summary.legend);
  grid.header(headerRow, RIGHT, [summary.wordHeader, summary.count, summary.overpaid, summary.whereHeader, summary.meaningHeader]);
  const marks = [...STATE_MARKS, ...LEGEND_FLAGS];
  for (const [index, { of, on, look }] of marks.entries()) {
    const where = on.map((column) => withoutUnit(reconciliation[column])).join(listSeparator);
    const figures: GridCell[] = index < STATE_MARKS.length ? stateFigures(states.firstRow + index, of as keyof typeof byState) : flagFigures(of);
    grid.row(firstRow + index, RIGHT, [{ cell: markedWord(source, of), look, align: 'center' }, ...figures, { cell: where, align: 'center' }, { cell: summary.meanings[of] }]);
  }
  const end = firstRow + marks.length;
  if (!hasLedger) grid.note(end, RIGHT, summary.cannotJudge(UNJUDGED.map((mark) => markedWord(source, mark)).join(listSeparator)));
  return { headerRow, firstRow, end: hasLedger ? end : end + 1 };

  function stateFigures(row: number, state: keyof typeof byState): GridCell[] {
    const slips = slipCount(byState[state]);
    const value: Value = state === 'unpaid' && !hasLedger && slips === 0 ? (UNKNOWN.cell as string) : slips;
    return [{ cell: { formula: cellAt(row, COUNT), value }, format: 'count', align: 'right' }, { cell: null }];
  }
  function flagFigures(flag: MarkedWord): GridCell[] {
    if (!hasLedger && UNJUDGED.includes(flag)) return [UNKNOWN, UNKNOWN];
    const { count: slips, overpaid } = byFlag.get(flag) ?? { count: 0, overpaid: 0 };
    const found = (start: string): string => flagTerms(source, flag).map((word) => `${start}${slipColumn(source, 'flags')},${textLiteral(`*${word}*`)})`).join('-');
    const sum = !hasLedger ? UNKNOWN : yen(found(`SUMIFS(${slipColumn(source, 'overpaidAmount')},`), overpaid);
    return [count(found('COUNTIFS('), slips), sum];
  }
}

/** What nobody can judge without a ledger. */
const UNJUDGED: readonly MarkedWord[] = ['unpaid', 'amountDiffers', 'paidOnOldSlip', 'ledgerBehind', 'notInLedger'];

/** In the order in which flags are listed; 二重納付の疑い after 二重納付. */
const LEGEND_FLAGS = SLIP_FLAGS.flatMap((flag) => (flag === 'paidTwice' ? ['paidTwice' as const, 'perhapsPaidTwice' as const] : [flag])).map(
  (flag) => FLAG_MARKS.find(({ of }) => of === flag)!,
);

/** The flag's word, and the longer words that hold it: 二重納付 stands in 二重納付の疑い too. */
function flagTerms(source: Source, flag: MarkedWord): string[] {
  const word = markedWord(source, flag);
  const longer = FLAG_MARKS.map(({ of }) => markedWord(source, of)).filter((other) => other !== word && other.toLowerCase().includes(word.toLowerCase()));
  return [word, ...longer];
}

const withoutUnit = (header: string): string => header.replace(/（円）| \(yen\)/, '');
