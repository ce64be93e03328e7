/** How many slips are in each state, how many carry each flag, and what does each colour mean? */
import { SLIP_FLAGS, SLIP_STATES, type SlipState } from '../reconcile/slips';
import { countFormula, sumFormula, type Question } from './criteria';
import { added, slipCount, type Figures } from './figures';
import type { Grid, GridCell } from './grid';
import { FLAG_MARKS, STATE_MARKS, type Mark, type MarkedWord } from './highlights';
import { cellAt, fixedCell, textLiteral } from './references';
import { markedWord, type Source } from './source';
import { COUNT, count, FIRST_AMOUNT, label, LEFT, RIGHT, SECOND_AMOUNT, slipColumn, sumAbove, UNKNOWN, UNKNOWN_MARK, yen, type Placed } from './summaryParts';
import type { Value } from './workbook';

export function stateTable(source: Source, { byState }: Figures, grid: Grid, top: number, left = LEFT): Placed {
  const { summary } = source.sheetWords;
  const hasLedger = source.settlement.ledger !== null;
  const firstRow = top + 2;
  const totalRow = firstRow + SLIP_STATES.length;
  const all = added(SLIP_STATES.filter((state) => !isUnknown(source, state)).map((state) => byState[state]));
  grid.title(top, left, summary.byState);
  grid.header(top + 1, left, [summary.stateHeader, summary.count, summary.billed, summary.paid, summary.share]);
  for (const [index, state] of SLIP_STATES.entries()) {
    grid.row(firstRow + index, left, stateCells(source, byState, state, { row: firstRow + index, totalRow, left }, slipCount(all)));
  }
  grid.total(totalRow, left, [
    label(summary.total),
    count(sumAbove(firstRow, totalRow, left + COUNT), slipCount(all)),
    hasLedger ? yen(sumAbove(firstRow, totalRow, left + FIRST_AMOUNT), all.billed) : UNKNOWN,
    yen(sumAbove(firstRow, totalRow, left + SECOND_AMOUNT), all.paid),
    share({ row: totalRow, totalRow, left }, slipCount(all), slipCount(all)),
  ]);
  if (hasLedger) return { firstRow, end: totalRow + 1 };
  grid.note(totalRow + 1, left, summary.unknownWithoutLedger);
  return { firstRow, end: totalRow + 2 };
}

/** Without a ledger nobody knows the unpaid; a slip of a held notice stands among the flags. */
const isUnknown = (source: Source, state: SlipState): boolean => state === 'unpaid' && source.settlement.ledger === null;

interface StatePlace {
  readonly row: number;
  readonly totalRow: number;
  readonly left: number;
}

function stateCells(source: Source, byState: Figures['byState'], state: SlipState, place: StatePlace, all: number): GridCell[] {
  const figures = byState[state];
  const slips = slipCount(figures);
  const { of, look } = STATE_MARKS.find((mark) => mark.of === state)!;
  const word = { ...label(markedWord(source, of)), look };
  if (isUnknown(source, state)) return [word, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN];
  const question: Question = { column: slipColumn(source, 'state'), label: `$${cellAt(place.row, place.left)}`, isPlain: true, also: [] };
  return [
    word,
    count(countFormula(question), slips),
    source.settlement.ledger === null ? UNKNOWN : yen(sumFormula(slipColumn(source, 'billedAmount'), question), figures.billed),
    yen(sumFormula(slipColumn(source, 'paidAmount'), question), figures.paid),
    share(place, slips, all),
  ];
}

/** Empty while there is nothing to have a share of. */
function share({ row, totalRow, left }: StatePlace, part: number, all: number): GridCell {
  const total = fixedCell(totalRow, left + COUNT);
  return { cell: { formula: `IF(${total}=0,"",${cellAt(row, left + COUNT)}/${total})`, value: all === 0 ? '' : part / all }, format: 'share' };
}

/** Every word in its colours: how many slips carry it, where it colours a cell, what it means. */
export function legendTable(source: Source, figures: Figures, grid: Grid, top: number, states: Placed): Placed {
  const { summary, reconciliation, listSeparator } = source.sheetWords;
  const firstRow = top + 2;
  const marks = [...STATE_MARKS, ...LEGEND_FLAGS];
  grid.title(top, RIGHT, summary.legend);
  grid.header(top + 1, RIGHT, [summary.wordHeader, summary.count, summary.overpaid, summary.whereHeader, summary.meaningHeader]);
  for (const [index, mark] of marks.entries()) {
    const where = mark.on.map((column) => withoutUnit(reconciliation[column])).join(listSeparator);
    const numbers = index < STATE_MARKS.length ? stateNumbers(source, figures, mark, states.firstRow + index) : flagNumbers(source, figures, mark.of);
    grid.row(firstRow + index, RIGHT, [
      { ...label(markedWord(source, mark.of)), look: mark.look },
      ...numbers,
      label(where),
      { cell: summary.meanings[mark.of] },
    ]);
  }
  const end = firstRow + marks.length;
  if (source.settlement.ledger !== null) return { firstRow, end };
  grid.note(end, RIGHT, summary.cannotJudge(UNJUDGED.map((mark) => markedWord(source, mark)).join(listSeparator)));
  return { firstRow, end: end + 1 };
}

/** The count of the table on the left, which has the states in the same order. */
function stateNumbers(source: Source, { byState }: Figures, { of }: Mark, row: number): GridCell[] {
  const state = of as SlipState;
  const slips = slipCount(byState[state]);
  const value: Value = isUnknown(source, state) ? UNKNOWN_MARK : slips;
  return [{ cell: { formula: cellAt(row, COUNT), value }, format: 'count', align: 'right' }, { cell: null }];
}

function flagNumbers(source: Source, { byFlag }: Figures, flag: MarkedWord): GridCell[] {
  const hasLedger = source.settlement.ledger !== null;
  if (!hasLedger && UNJUDGED.includes(flag)) return [UNKNOWN, UNKNOWN];
  const { count: slips, overpaid } = byFlag.get(flag) ?? { count: 0, overpaid: 0 };
  const carrying = wordsWith(source, flag).map((word) => `${slipColumn(source, 'flags')},${textLiteral(`*${word}*`)}`);
  const counted = carrying.map((condition) => `COUNTIFS(${condition})`).join('-');
  const summed = carrying.map((condition) => `SUMIFS(${slipColumn(source, 'overpaidAmount')},${condition})`).join('-');
  return [count(counted, slips), hasLedger ? yen(summed, overpaid) : UNKNOWN];
}

/** The flag's word, and the longer words that hold it and are taken off again: 二重納付 stands in 二重納付の疑い too. */
function wordsWith(source: Source, flag: MarkedWord): string[] {
  const word = markedWord(source, flag);
  const longer = FLAG_MARKS.map(({ of }) => markedWord(source, of)).filter((other) => other !== word && other.toLowerCase().includes(word.toLowerCase()));
  return [word, ...longer];
}

/** What nobody can judge without a ledger. */
const UNJUDGED: readonly MarkedWord[] = ['unpaid', 'amountDiffers', 'paidOnOldSlip', 'ledgerBehind', 'notInLedger'];

/** In the order in which flags are listed; 二重納付の疑い after 二重納付. */
const LEGEND_FLAGS: readonly Mark[] = SLIP_FLAGS.flatMap((flag): MarkedWord[] => (flag === 'paidTwice' ? [flag, 'perhapsPaidTwice'] : [flag])).map((flag) =>
  FLAG_MARKS.find(({ of }) => of === flag)!,
);

const withoutUnit = (header: string): string => header.replace(/（円）| \(yen\)/, '');
