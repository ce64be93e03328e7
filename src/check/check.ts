/** What does a check see of a file, and how does it tell what it found? */
import type { Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import type { TextCodec } from '../file/text';
import type { Report } from './finding';

export interface Checked {
  /** Cut, read and added up. */
  readonly file: SettlementFile;
  readonly codec: TextCodec;
  /** Of all files of the run; those of this file are `from` to `to` (exclusive). */
  readonly notices: Notices;
  readonly from: number;
  readonly to: number;
}

/** Reports what is wrong; `hold` takes the 0-based record of each notice that is held back for it. */
export type Check = (checked: Checked, report: Report, hold: (record: number) => void) => void;
