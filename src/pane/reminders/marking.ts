/** 処理 of slips as it shall be: which cells does 督促した write, and what does taking it back leave? */
import type { ReminderRow, SlipMark } from '../../engine/protocol';
import type { Day } from '../../file/calendar';
import { dispositionCells, readDispositions, type Disposition } from '../../reconcile/dispositions';
import { dispositionKindOf } from '../../sheet/dispositionChecks';
import type { SlipRemark } from '../../sheet/records';

export interface Marking {
  readonly marks: readonly SlipMark[];
  /** Slips whose cells cannot be read: writing them anew would lose what stands there. */
  readonly unreadable: number;
}

type Slip = Pick<ReminderRow, 'billerCode' | 'fiscalYear' | 'slipNumber'>;

/** 督促済 with the day, after what stands there. */
export const reminded = (slips: readonly Slip[], remarks: readonly SlipRemark[], text: string, day: Day): Marking =>
  changed(slips, remarks, (entries) => [...entries, { kind: 'reminded', text, day, amount: null }]);

/** The last 督促済 of each goes. */
export const notReminded = (slips: readonly Slip[], remarks: readonly SlipRemark[]): Marking =>
  changed(slips, remarks, (entries) => {
    const last = entries.map(({ kind }) => kind).lastIndexOf('reminded');
    return entries.filter((_, index) => index !== last);
  });

function changed(slips: readonly Slip[], remarks: readonly SlipRemark[], change: (entries: readonly Disposition[]) => readonly Disposition[]): Marking {
  const keyOf = (biller: string, year: string, number: string): string => `${biller} ${year} ${number}`;
  const standing = new Map(remarks.map((remark) => [keyOf(remark.biller, remark.fiscalYear, remark.slipNumber), remark]));
  const marks: SlipMark[] = [];
  for (const { billerCode, fiscalYear, slipNumber } of slips) {
    const biller = billerCode ?? '';
    const remark = standing.get(keyOf(biller, fiscalYear, slipNumber));
    const entries = remark === undefined ? [] : readDispositions(remark, dispositionKindOf);
    if (entries !== null) marks.push({ biller, fiscalYear, slipNumber, ...dispositionCells(change(entries)) });
  }
  return { marks, unreadable: slips.length - marks.length };
}
