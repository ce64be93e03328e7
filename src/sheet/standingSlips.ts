/** How did the last run leave each slip? Read from 消込一覧, as it stands in the workbook. */
import { CHANGE_KINDS, type ChangeKind } from '../reconcile/changeKinds';
import type { EarlierSlip } from '../reconcile/changes';
import { SLIP_FLAGS, SLIP_STATES, type SlipFlag } from '../reconcile/slips';
import { changesEn } from '../words/changes.en';
import { changesJa } from '../words/changes.ja';
import { termsEn } from '../words/terms.en';
import { termsJa } from '../words/terms.ja';
import { headersEn } from './headers.en';
import { headersJa } from './headers.ja';
import { readBack, readCount, type TextRows } from './readBack';
import { STANDING_COLUMNS } from './standingColumns';
import type { ReconciliationColumn } from './words';

export interface StandingSlip extends EarlierSlip {
  /** What the last run told of it. */
  readonly changes: readonly ChangeKind[];
}

export interface StandingSlips {
  readonly slips: readonly StandingSlip[];
  /** Rows in which a person has changed what a run wrote: nothing is known of their slips. */
  readonly unread: readonly Pick<EarlierSlip, 'billerCode' | 'fiscalYear' | 'slipNumber'>[];
}

/** null: there is no such table, or an older version wrote it. */
export function readStandingSlips(rows: TextRows): StandingSlips | null {
  const [header = []] = rows;
  const isThere = (key: ReconciliationColumn): boolean => header.includes(headersJa.reconciliation[key]) || header.includes(headersEn.reconciliation[key]);
  if (!STANDING_COLUMNS.every(isThere)) return null;
  const slips: StandingSlip[] = [];
  const unread: StandingSlips['unread'][number][] = [];
  for (const row of readBack(rows, ({ reconciliation }) => reconciliation)) {
    const named = { billerCode: row.biller === '' ? null : row.biller, fiscalYear: row.fiscalYear, slipNumber: row.slipNumber };
    const state = SLIP_STATES.find((one) => [termsJa, termsEn].some(({ states }) => states[one] === row.state));
    const flags = wordsOf(row.flags).map(flagOf);
    const [paidAmount, otherAmount] = [readCount(row.paidAmount), row.otherAmount === '' ? 0 : readCount(row.otherAmount)];
    if (state === undefined || paidAmount === null || otherAmount === null || !flags.every((flag) => flag !== null)) unread.push(named);
    else slips.push({ ...named, state, paidAmount, otherAmount, flags, changes: wordsOf(row.change).flatMap(changeOf) });
  }
  return { slips, unread };
}

const wordsOf = (text: string): string[] => text.split(/、|, /).filter((word) => word !== '');

const flagOf = (word: string): SlipFlag | null =>
  SLIP_FLAGS.find((flag) => [termsJa, termsEn].some((terms) => terms.flags[flag] === word || (flag === 'paidTwice' && terms.perhapsPaidTwice === word))) ??
  null;

const changeOf = (word: string): ChangeKind[] => CHANGE_KINDS.filter((kind) => changesJa[kind] === word || changesEn[kind] === word);
