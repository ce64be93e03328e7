/** How far is the collection of each fee, and of each section? Slips by a text of the ledger, the most frequent first. */
import { SLIP_STATES } from '../reconcile/slips';
import { countFormula, plainCriteria, sumFormula, type Question } from './criteria';
import { added, slipCount, type SlipFigures } from './figures';
import type { Grid, GridCell } from './grid';
import { cellAt, fixedCell } from './references';
import type { Source } from './source';
import {
  COUNT,
  count,
  FIRST_AMOUNT,
  FIRST_STATE,
  label,
  LAST_STATE,
  LEFT,
  mostFrequent,
  SECOND_AMOUNT,
  slipColumn,
  sumAbove,
  yen,
  type Placed,
} from './summaryParts';

const MOST_GROUPS = 12;

export interface GroupTable extends Placed {
  readonly labels: readonly string[];
}

export interface GroupWords {
  readonly key: 'fee' | 'section';
  readonly title: string;
  readonly header: string;
  /** The ledger has no such column. */
  readonly none: string;
}

export function groupTable(source: Source, groups: ReadonlyMap<string, SlipFigures>, grid: Grid, top: number, groupWords: GroupWords): GroupTable {
  const { words, sheetWords } = source;
  const { summary } = sheetWords;
  grid.title(top, LEFT, groupWords.title);
  const nothing = nothingToShow(source, groups, groupWords);
  if (nothing !== null) {
    grid.note(top + 1, LEFT, nothing);
    return { firstRow: top + 2, end: top + 2, labels: [] };
  }
  const headerRow = top + 1;
  const firstRow = top + 2;
  grid.header(headerRow, LEFT, [groupWords.header, summary.count, summary.billed, summary.paid, ...SLIP_STATES.map((state) => words.states[state])]);
  const { shown, rest } = mostFrequent(groups, slipCount, MOST_GROUPS);
  const plain = plainCriteria([...groups.keys()]);
  for (const [index, name] of shown.entries()) {
    const row = firstRow + index;
    const question = { column: slipColumn(source, groupWords.key), label: name === '' ? '""' : `$${cellAt(row, LEFT)}`, isPlain: plain.has(name) };
    grid.row(row, LEFT, [{ cell: name || summary.unnamed }, ...groupCells(source, row, headerRow, groups.get(name)!, question)]);
  }
  const labels = shown.map((name) => name || summary.unnamed);
  if (rest.length > 0) {
    const row = firstRow + labels.length;
    const others = summary.others(rest.length);
    grid.row(row, LEFT, [{ cell: others }, ...restCells(source, row, firstRow, headerRow, added(rest.map((name) => groups.get(name)!)))]);
    labels.push(others);
  }
  const totalRow = firstRow + labels.length;
  grid.total(totalRow, LEFT, [label(summary.total), ...totalCells(firstRow, totalRow, added([...groups.values()]))]);
  return { firstRow, end: totalRow + 1, labels };
}

function nothingToShow({ settlement, sheetWords }: Source, groups: ReadonlyMap<string, SlipFigures>, { key, none }: GroupWords): string | null {
  const { ledger } = settlement;
  if (ledger === null) return sheetWords.summary.noFeesWithoutLedger;
  if (ledger.columnOf[key] < 0) return none;
  return groups.size === 0 ? sheetWords.summary.noSlips : null;
}

const statesOf = (row: number): string => `SUM(${cellAt(row, FIRST_STATE)}:${cellAt(row, LAST_STATE)})`;

function groupCells(source: Source, row: number, headerRow: number, figures: SlipFigures, question: Omit<Question, 'also'>): GridCell[] {
  const state = slipColumn(source, 'state');
  const whole: Question = { ...question, also: [] };
  return [
    count(statesOf(row), slipCount(figures)),
    yen(sumFormula(slipColumn(source, 'billedAmount'), whole), figures.billed),
    yen(sumFormula(slipColumn(source, 'paidAmount'), whole), figures.paid),
    ...SLIP_STATES.map((name, index) =>
      count(countFormula({ ...question, also: [{ column: state, criterion: fixedCell(headerRow, FIRST_STATE + index) }] }), figures.count[name]),
    ),
  ];
}

/** All slips less those of the rows above. */
function restCells(source: Source, row: number, firstRow: number, headerRow: number, figures: SlipFigures): GridCell[] {
  const less = (column: number): string => `-${sumAbove(firstRow, row, column)}`;
  const state = slipColumn(source, 'state');
  return [
    count(statesOf(row), slipCount(figures)),
    yen(`SUM(${slipColumn(source, 'billedAmount')})${less(FIRST_AMOUNT)}`, figures.billed),
    yen(`SUM(${slipColumn(source, 'paidAmount')})${less(SECOND_AMOUNT)}`, figures.paid),
    ...SLIP_STATES.map((name, index) =>
      count(`COUNTIFS(${state},${fixedCell(headerRow, FIRST_STATE + index)})${less(FIRST_STATE + index)}`, figures.count[name]),
    ),
  ];
}

function totalCells(firstRow: number, row: number, figures: SlipFigures): GridCell[] {
  const sum = (column: number): string => sumAbove(firstRow, row, column);
  return [
    count(sum(COUNT), slipCount(figures)),
    yen(sum(FIRST_AMOUNT), figures.billed),
    yen(sum(SECOND_AMOUNT), figures.paid),
    ...SLIP_STATES.map((state, index) => count(sum(FIRST_STATE + index), figures.count[state])),
  ];
}
