/**
 * Which words are coloured, how, and on which cell? One row a state, flag or judgement; both writers loop over these.
 *
 * A state colours one cell; a flag colours the cell that proves it. Never colour alone: font effects and words carry the same.
 * The order is the precedence where two meet in one cell.
 */
import type { SlipFlag, SlipState } from '../reconcile/slips';
import type { Highlight, Look } from './workbook';

/** A state, a flag, or 二重納付の疑い. */
export type MarkedWord = SlipState | SlipFlag | 'perhapsPaidTwice';
export type MarkedColumn = 'state' | 'flags' | 'slipNumber' | 'reissueNumber' | 'dueDate' | 'paidAmount' | 'difference' | 'paidDate' | 'paymentCount';

export interface Mark {
  readonly of: MarkedWord;
  readonly on: readonly MarkedColumn[];
  readonly look: Look;
}

/** The order is that of the legend; where flags share a cell, the earlier wins. */
export const STATE_MARKS: readonly Mark[] = [
  { of: 'paid', on: ['state'], look: { fill: 'F0F9FF', text: '00316A' } },
  { of: 'paidElsewhere', on: ['state'], look: { fill: '57B8FF', text: '00224A', underline: 'double' } },
  { of: 'preliminary', on: ['state'], look: { fill: 'FFEB99', text: '4D3C00', underline: 'single' } },
  { of: 'notOwed', on: ['state'], look: { fill: 'CCCCCC', text: '1A1A1A' } },
  { of: 'cancelled', on: ['state'], look: { fill: '666666', text: 'FFFFFF', bold: true, strike: true, keptOnPaper: true } },
  { of: 'unpaid', on: ['state'], look: { fill: 'FFA66D', text: '3D1500', bold: true } },
];

const PAID_TWICE = { fill: 'FF9696', text: '500000' } as const;

export const FLAG_MARKS: readonly Mark[] = [
  { of: 'needsReview', on: ['flags'], look: { fill: '6C006C', text: 'FFFFFF', bold: true } },
  { of: 'noticeHeld', on: ['flags'], look: { fill: 'FFD0FF', text: '3B003B', dashedBorder: true } },
  { of: 'perhapsPaidTwice', on: ['paymentCount'], look: PAID_TWICE },
  { of: 'paidTwice', on: ['paymentCount'], look: { ...PAID_TWICE, bold: true, underline: 'double' } },
  { of: 'amountDiffers', on: ['paidAmount', 'difference'], look: { fill: 'FFDADA', text: '850000', bold: true } },
  { of: 'partlyPaid', on: ['paidAmount'], look: { fill: 'C5D7FB', text: '00118F', underline: 'single' } },
  { of: 'notInLedger', on: ['slipNumber'], look: { fill: 'FFFFFF', text: '333333', dashedBorder: true } },
  { of: 'paidOnOldSlip', on: ['reissueNumber'], look: { fill: 'CDA6FF', text: '21004B', bold: true } },
  { of: 'ledgerBehind', on: ['reissueNumber'], look: { fill: 'D0F5A2', text: '1E2D00', underline: 'single' } },
  { of: 'remindable', on: ['flags'], look: { fill: '0031D8', text: 'FFFFFF', bold: true, underline: 'single' } },
  { of: 'overdue', on: ['dueDate'], look: { fill: '8B3200', text: 'FFFFFF', bold: true, keptOnPaper: true } },
  { of: 'paidLate', on: ['paidDate'], look: { fill: '9BD4B5', text: '032213', underline: 'single' } },
  { of: 'reissued', on: ['reissueNumber'], look: { fill: 'ECDDFF', text: '30016C' } },
];

export interface ChartInk {
  readonly ink: string;
  /** Of the label on it. */
  readonly labelInk: string;
}

/** Chart inks by state, each at least 3 : 1 on white. */
export const CHART_INKS: Record<SlipState, ChartInk> = {
  paid: { ink: '0055AD', labelInk: 'FFFFFF' },
  paidElsewhere: { ink: '008299', labelInk: '000000' },
  preliminary: { ink: 'A58000', labelInk: '000000' },
  notOwed: { ink: '333333', labelInk: 'FFFFFF' },
  cancelled: { ink: '767676', labelInk: 'FFFFFF' },
  unpaid: { ink: '8B3200', labelInk: 'FFFFFF' },
};
export const MONEY_INK = CHART_INKS.paid;

/** The same on black and white paper: of the four states that are common, neighbours in a bar are at least 2 : 1 apart. */
export const PAPER_INKS: Record<SlipState, ChartInk> = {
  paid: { ink: '949494', labelInk: '000000' },
  paidElsewhere: { ink: '666666', labelInk: 'FFFFFF' },
  preliminary: { ink: '404040', labelInk: 'FFFFFF' },
  notOwed: { ink: '8A8A8A', labelInk: '000000' },
  cancelled: { ink: '6F6F6F', labelInk: 'FFFFFF' },
  unpaid: { ink: '111111', labelInk: 'FFFFFF' },
};

/** 不一致 and エラー, 警告, 未検査; 一致 is quiet. */
const CHECK_LOOKS = {
  error: { fill: 'FFDADA', text: '850000', bold: true },
  warning: { fill: 'FFEB99', text: '4D3C00', underline: 'single' },
  unchecked: { fill: 'F2F2F2', text: '333333' },
} as const satisfies Record<string, Look>;

/** The words of a judgement and their looks. */
export function judgementHighlights(
  column: number,
  words: { readonly mismatch: string; readonly error: string; readonly warning?: string; readonly missingDay?: string; readonly unchecked: string },
): Highlight[] {
  const looks: readonly (readonly [string | undefined, Look])[] = [
    [words.mismatch, CHECK_LOOKS.error],
    [words.error, CHECK_LOOKS.error],
    [words.missingDay, CHECK_LOOKS.warning],
    [words.warning, CHECK_LOOKS.warning],
    [words.unchecked, CHECK_LOOKS.unchecked],
  ];
  return looks.flatMap(([word, look]) => (word === undefined ? [] : [{ columns: [column], when: { column, test: 'is' as const, word }, look }]));
}

/** A notice that was held back looks like the flag of its slip. */
export const HELD_LOOK: Look = FLAG_MARKS.find(({ of }) => of === 'noticeHeld')!.look;

/** States colour the column of states. */
export function stateHighlights(stateColumn: number, wordOf: (word: MarkedWord) => string): Highlight[] {
  return STATE_MARKS.map(({ of, look }) => ({ columns: [stateColumn], when: { column: stateColumn, test: 'is', word: wordOf(of) }, look }));
}

/** Flags colour the cells that prove them; they are found in the column of flags. */
export function flagHighlights(columnOf: (column: MarkedColumn) => number, wordOf: (word: MarkedWord) => string): Highlight[] {
  const flags = columnOf('flags');
  return FLAG_MARKS.map(({ of, on, look }) => ({
    columns: on.map(columnOf).sort((a, b) => a - b),
    when: { column: flags, test: 'contains', word: wordOf(of) },
    look,
  }));
}
