/** Which words does the layout bench need beside those of the pane and of a calibration? Fetched with its page. */
import type { TableRemark } from '../../calibrate/itemTable';
import type { CalibrationWords } from '../../calibrate/words';
import type { Place } from '../../calibrate/proposal';
import type { FieldKind } from '../../file/layout';
import type { LayoutFault, Share } from '../../engine/layoutProtocol';
import type { Refusal } from './edit';

export interface BenchWords {
  readonly calibration: CalibrationWords;
  readonly title: string;
  readonly noFiles: string;
  readonly studying: string;
  readonly about: (files: number, records: number, length: number) => string;
  readonly lengthUnknown: string;
  readonly recordLength: string;
  readonly setLength: string;
  readonly ledgerHelps: string;

  readonly proof: string;
  readonly proving: string;
  readonly shares: Record<'records' | 'checkDigits' | 'totals', (share: Share) => string>;
  readonly unchecked: (count: number) => string;
  readonly noRecords: string;
  readonly refused: (sentence: string) => string;
  readonly nearest: (title: string) => string;
  readonly sameAs: (title: string) => string;
  readonly questions: string;

  readonly parts: string;
  readonly bytes: (place: string) => string;
  readonly shownOf: (shown: number, all: number) => string;
  readonly noneOf: (place: string) => string;
  readonly bytesHelp: string;
  readonly cursor: (record: string, position: number, title: string, value: string) => string;
  readonly recordAt: (file: string, record: number) => string;
  readonly boundary: (title: string, next: string) => string;
  readonly position: (position: number) => string;

  readonly items: (place: string) => string;
  readonly digits: (length: number) => string;
  readonly span: (from: number, to: number) => string;
  readonly sum: (sum: number, of: number) => string;
  readonly sumDiffers: (sum: number, of: number) => string;
  readonly itemsHelp: string;
  readonly unknown: string;
  readonly kept: string;
  readonly confirmedMark: string;

  readonly item: string;
  readonly itemOther: string;
  readonly ownTitle: string;
  readonly length: string;
  readonly earlier: string;
  readonly later: string;
  readonly confirm: string;
  readonly insertBefore: string;
  readonly insertLength: string;
  readonly shiftQuestion: string;
  readonly shift: string;
  readonly noShift: (title: string) => string;
  readonly insert: string;
  readonly cancel: string;
  readonly close: string;
  readonly refusals: Record<Refusal, string>;
  readonly moved: (title: string, length: number, from: number, to: number) => string;
  readonly undo: string;
  readonly proposeAgain: string;
  readonly proposedAgain: string;

  readonly codes: string;
  readonly codesNote: string;
  readonly codeIs: (code: string) => string;
  readonly codeUnknown: string;

  readonly paste: string;
  readonly pasteNote: (place: string) => string;
  readonly pasteField: string;
  readonly pasteTake: string;
  readonly pasteTaken: (items: number, own: readonly string[]) => string;
  readonly remark: (remark: TableRemark) => string;

  readonly use: string;
  readonly layoutName: string;
  readonly usualName: string;
  readonly checkedAgainst: string;
  readonly checkedNote: string;
  readonly checkedBy: string;
  readonly checkedOn: string;
  readonly checkedDocument: string;
  readonly checkedMissing: string;
  readonly checkedSource: (by: string, day: string, document: string) => string;
  readonly proposedSource: string;
  readonly staysUnverified: string;
  readonly used: (title: string) => string;
  readonly save: string;
  readonly saved: string;

  readonly inquiry: string;
  readonly inquiryNote: string;
  readonly inquiryCopy: string;
  readonly inquirySave: string;
  readonly inquiryFile: string;
  readonly inquiryTitle: string;
  readonly inquiryIntro: (files: readonly string[], length: number) => readonly string[];
  readonly inquiryItems: string;
  readonly inquiryFaults: string;
  readonly inquiryNone: string;
  readonly inquiryMasked: string;
  readonly inquiryAsk: readonly string[];
  readonly fault: (fault: LayoutFault, kind: (kind: FieldKind) => string) => string;
  readonly placeName: (place: Place) => string;
}
