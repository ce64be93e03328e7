/** How are items and differences called in sentences? */
import { titleOf } from '../../calibrate/items';
import type { Nearest } from '../../calibrate/proposal';
import type { BenchWords } from './words';

/** The official title of an item. */
export const titleIn = (name: string): string => titleOf({ name, kind: 'code', certainty: 'likely' });

export const differencesOf = (own: Pick<BenchWords, 'calibration'>, { recordLength, differences }: Nearest): readonly string[] => [
  ...(recordLength === null ? [] : [own.calibration.recordLengthDiffers(recordLength.here, recordLength.there)]),
  ...differences.map((difference) => own.calibration.difference(difference, titleIn)),
];
