/** Which words does a calibration need? A code without words does not compile. */
import type { FieldKind, NoticeKind } from '../file/layout';
import type { Certainty, Difference, Evidence, EvidenceCode, Place, Question, QuestionCode } from './proposal';

export interface CalibrationWords {
  readonly places: Record<Place, string>;
  readonly kinds: Record<FieldKind, string>;
  readonly certainties: Record<Certainty, string>;
  readonly noticeKinds: Record<NoticeKind, string>;
  /** `title`: the words of an item's name. */
  readonly evidence: Record<EvidenceCode, (evidence: Evidence, title: (name: string) => string) => string>;
  readonly questions: Record<QuestionCode, (question: Question, title: (name: string) => string) => string>;
  readonly difference: (difference: Difference, title: (name: string) => string) => string;
  readonly recordLengthDiffers: (here: number, there: number) => string;
  /** Between the pieces of evidence of an item. */
  readonly between: string;
  readonly alternative: (position: number, length: number, title: string) => string;
}
