/** 消込一覧: what happened to each slip, and what should a person look at? */
import type { LedgerColumn } from '../reconcile/ledger';
import { NOT_IN_LEDGER } from '../reconcile/match';
import { isPerhapsPaidTwice, overpaidOf, shownFlags } from '../reconcile/overview';
import { stateOf } from '../reconcile/slips';
import type { Settlement } from '../settle';
import { flagHighlights, STATE_MARKS, stateHighlights } from './highlights';
import { inThisRow } from './references';
import { textWidth, widthForTexts } from './cellText';
import { tableSheet } from './frame';
import type { ShownColumns } from './shownRows';
import { dayCell, known, markedWord, yenWidth, type Source } from './source';
import { TABLE_NAMES, type Cell, type Column, type NumberFormat, type PlacedCell, type Sheet } from './workbook';
import type { DispositionCells } from './dispositionCells';
import type { ReconciliationColumn } from './words';

/** 状態 to 納付書番号. */
const FROZEN_COLUMNS = 4;
export const SLIPS_SHOWN: ShownColumns = { counted: 'state', sums: ['billedAmount', 'paidAmount'] };
/** What a person can take in at once. */
const MOST_TO_CHECK = 2;
const MOST_FILES = 10;

type SlipColumn = Column<ReconciliationColumn>;

export function reconciliationSheet(source: Source): Sheet {
  const columns = reconciliationColumns(source);
  const place = (key: ReconciliationColumn): number => columns.findIndex((column) => column.key === key);
  const wordOf = (mark: Parameters<typeof markedWord>[1]): string => markedWord(source, mark);
  return tableSheet(source, {
    key: 'reconciliation',
    table: { name: TABLE_NAMES.reconciliation, columns, rowCount: source.settlement.slips.count },
    frozenColumns: FROZEN_COLUMNS,
    highlights: [...stateHighlights(place('state'), wordOf), ...flagHighlights(place, wordOf)],
    legend: legend(source),
    shown: SLIPS_SHOWN,
  });
}

/** The columns, for any number of slips. */
export function reconciliationColumns(source: Source): SlipColumn[] {
  const { settlement, words, sheetWords, withNames } = source;
  const { slips, billers } = settlement;
  const headers = sheetWords.reconciliation;
  const stateWords = STATE_MARKS.map(({ of }) => markedWord(source, of));
  const column = (
    name: ReconciliationColumn,
    width: number,
    format: NumberFormat,
    cell: (slip: number) => Cell,
    more: Partial<SlipColumn> = {},
  ): SlipColumn => ({
    key: name,
    header: headers[name],
    width,
    format,
    printed: true,
    wrap: false,
    ...more,
    cell,
  });
  const wrapped = { wrap: true };
  const onScreen = { printed: false };
  const centred = { align: 'center' } as const;
  const fromLedger =
    (name: LedgerColumn): ((slip: number) => Cell) =>
    (slip) =>
      ledgerText(settlement, slip, name);
  const difference = differenceOf(settlement);
  const marked = (slip: number): DispositionCells | undefined => source.marked?.get(slip);
  const yen = (amounts: Iterable<number>): number => yenWidth(11, amounts);
  return [
    column('state', roomFor(9, stateWords), 'text', (slip) => words.states[stateOf(slips, slip)], centred),
    column('flags', 20, 'text', (slip) => joined(source, slip), wrapped),
    column('fiscalYear', roomFor(6, [stateWords[2]!]), 'text', (slip) => slips.numbers.yearOf(slip), centred),
    column('slipNumber', 19, 'text', (slip) => slips.numbers.numberOf(slip), centred),
    column('reissueNumber', 7, 'count', (slip) => known(slips.reissueNumber[slip]!), centred),
    column('fee', 21, 'text', fromLedger('fee'), wrapped),
    column('dueDate', 11, 'date', (slip) => dayCell(slips.dueDate[slip]!), centred),
    column('billedAmount', yen(slips.billedAmount), 'yen', (slip) => known(slips.billedAmount[slip]!)),
    column('paidAmount', yen(slips.paidAmount), 'yen', (slip) => slips.paidAmount[slip]!),
    column('otherAmount', yen(slips.otherAmount), 'yen', (slip) => (slips.otherCount[slip] === 0 ? null : slips.otherAmount[slip]!)),
    column('difference', Math.max(yen(slips.billedAmount), yen(slips.paidAmount), yen(slips.otherAmount)), 'difference', (slip) =>
      differenceCell(source, difference(slip)),
    ),
    column('paidDate', 11, 'date', (slip) => dayCell(slips.paidDate[slip]!), centred),
    column('paymentCount', 8, 'count', (slip) => slips.effectiveCount[slip]!, centred),
    column('remarks', 16, 'text', () => null, wrapped),
    column('disposition', 10, 'text', (slip) => marked(slip)?.disposition ?? null, { ...onScreen, ...wrapped }),
    column('dispositionDate', 11, 'date', (slip) => marked(slip)?.dispositionDate ?? null, { ...onScreen, ...centred }),
    column('dispositionAmount', 12, 'yen', (slip) => marked(slip)?.dispositionAmount ?? null, onScreen),
    // In one line: the rows of a list keep their height from run to run.
    column('change', 34, 'text', (slip) => changeText(source, slip), onScreen),
    column('toCheck', roomForPhrases(source), 'text', (slip) => toCheckOf(source, slip).join(sheetWords.phraseSeparator) || null, {
      ...onScreen,
      ...wrapped,
    }),
    column('confirmedAmount', yen(slips.confirmedAmount), 'yen', (slip) => slips.confirmedAmount[slip]!, onScreen),
    column('overpaidAmount', yen(slips.confirmedAmount), 'yen', (slip) => overpaidOf(settlement.slips, slip), onScreen),
    column('biller', 10, 'text', (slip) => billers.codeOf(slips.biller[slip]!), { ...onScreen, ...centred }),
    column('section', widthInLedger(settlement, 12, 'section'), 'text', fromLedger('section'), onScreen),
    ...(withNames
      ? [
          column('payerNumber', 14, 'text', fromLedger('payerNumber'), onScreen),
          column('payerName', widthInLedger(settlement, 14, 'payerName'), 'text', fromLedger('payerName'), onScreen),
        ]
      : []),
    column('noticeFiles', 18, 'text', (slip) => noticeFilesOf(source, slip), onScreen),
  ];
}

/** At least the usual width, and enough for the longest of these words. */
const roomFor = (usual: number, words: readonly string[]): number => Math.max(usual, ...words.map((word) => Math.ceil(textWidth(word)) + 1));

/** Two phrases in one line: paper does not show the column, and a row of two lines would look there as if something were missing. */
function roomForPhrases(source: Source): number {
  const { settlement, sheetWords } = source;
  const measured = Math.min(SLIPS_MEASURED, settlement.slips.count);
  const texts = Array.from({ length: measured }, (_, slip) => toCheckOf(source, slip).join(sheetWords.phraseSeparator));
  return Math.min(WIDEST_PHRASES, roomFor(46, [...Object.values(sheetWords.toCheck), ...texts]));
}
const WIDEST_PHRASES = 90;

function joined(source: Source, slip: number): string | null {
  const flags = shownFlags(source.settlement.slips, slip).map((flag) => markedWord(source, flag));
  return flags.join(source.sheetWords.listSeparator) || null;
}

/** The text of a slip's ledger row without outer blanks; null without a row, a column or a text. */
export function ledgerText({ slips, ledger }: Settlement, slip: number, column: LedgerColumn): string | null {
  const entry = slips.ledgerEntry[slip]!;
  if (ledger === null || entry === NOT_IN_LEDGER) return null;
  const index = ledger.columnOf[column];
  return index < 0 ? null : ledger.table.cell(ledger.row[entry]!, index).trim() || null;
}

const SLIPS_MEASURED = 1000;
function widthInLedger(settlement: Settlement, usual: number, column: LedgerColumn): number {
  const measured = Math.min(SLIPS_MEASURED, settlement.slips.count);
  return widthForTexts(
    usual,
    Array.from({ length: measured }, (_, slip) => ledgerText(settlement, slip, column) ?? ''),
  );
}

/** What has become of it since the run before; the gravest first. */
function changeText({ changes, sheetWords }: Source, slip: number): string | null {
  return (
    changes
      ?.get(slip)
      ?.map((kind) => sheetWords.changes[kind])
      .join(sheetWords.listSeparator) ?? null
  );
}

/** 納付額 + 他の収納額 - 請求額, only where something was received and the bill is known. */
export const differenceOf =
  ({ slips }: Settlement) =>
  (slip: number): number | null => {
    const { effectiveCount, otherCount, paidAmount, otherAmount, billedAmount } = slips;
    const received = effectiveCount[slip]! + otherCount[slip]!;
    if (received === 0 || billedAmount[slip]! < 0) return null;
    return paidAmount[slip]! + otherAmount[slip]! - billedAmount[slip]!;
  };

/** Live, so that a corrected bill corrects its difference. */
function differenceCell({ sheetWords }: Source, value: number | null): Cell {
  if (value === null) return null;
  const { paidAmount, otherAmount, billedAmount } = sheetWords.reconciliation;
  const here = (header: string): string => inThisRow(TABLE_NAMES.reconciliation, header);
  return { formula: `${here(paidAmount)}+${here(otherAmount)}-${here(billedAmount)}`, value };
}

/** The gravest first: flags in their order, then what the state asks for. */
export function toCheckOf(source: Source, slip: number): string[] {
  const { settlement, sheetWords } = source;
  const { slips, asOf } = settlement;
  const phrases: string[] = [];
  for (const flag of shownFlags(settlement.slips, slip)) {
    if (flag === 'paidTwice') phrases.push(sheetWords.checkOverpayment(overpaidOf(settlement.slips, slip)));
    else if (flag === 'amountDiffers') phrases.push(sheetWords.checkDifference(differenceOf(settlement)(slip)));
    else if (flag !== 'reissued') phrases.push(sheetWords.toCheck[flag]);
  }
  const state = stateOf(slips, slip);
  if (state === 'cancelled' || (state === 'preliminary' && !isPerhapsPaidTwice(settlement.slips, slip))) phrases.push(sheetWords.toCheck[state]);
  const due = slips.dueDate[slip]!;
  if (state === 'unpaid' && phrases.length === 0) phrases.push(sheetWords.toCheck[due === 0 || due >= asOf ? 'notYetDue' : 'dataNotYetThere']);
  return phrases.slice(0, MOST_TO_CHECK);
}

/** The files whose notices speak of the slip, in the order of the run. */
function noticeFilesOf({ settlement, sheetWords }: Source, slip: number): string | null {
  const { notices, settlements, slips } = settlement;
  const files = new Set<number>();
  for (let i = slips.noticeStart[slip]!; i < slips.noticeStart[slip + 1]!; i++) files.add(notices.file[slips.noticesBySlip[i]!]!);
  const names = [...files].sort((a, b) => a - b).map((file) => settlements[file]!.name);
  const more = names.length - MOST_FILES;
  return [...names.slice(0, MOST_FILES), ...(more > 0 ? [sheetWords.moreFiles(more)] : [])].join(sheetWords.listSeparator) || null;
}

/** Row 3, above 状態 to 納付書番号: the four states in their own looks, and where the flags are explained. */
function legend(source: Source): PlacedCell[] {
  const states = STATE_MARKS.map(({ of, look }, column): PlacedCell => ({
    row: 2,
    column,
    cell: markedWord(source, of),
    style: { look, align: 'center', lines: true },
  }));
  return [...states, { row: 2, column: states.length, cell: source.sheetWords.legendNote[source.colours], style: { size: 10 } }];
}
