/** What is the agent asked? One page without personal data: items, what does not fit, and where. */
import type { LayoutProof } from '../../engine/layoutProtocol';
import type { Place } from '../../calibrate/proposal';
import { PLACES } from '../../calibrate/knownItems';
import type { Draft } from './draft';
import { differencesOf } from './told';
import type { BenchWords } from './words';

export function inquiryText(own: BenchWords, draft: Draft, proof: LayoutProof | null, files: readonly string[]): string {
  const proved = proof !== null && proof.problem === null ? proof : null;
  const faults = (proved?.faults ?? []).map((fault) => `・${own.fault(fault, (kind) => own.calibration.kinds[kind])}`);
  const nearest = proved?.nearest ?? null;
  const differences = nearest === null ? [] : [own.nearest(nearest.title), ...differencesOf(own, nearest).map((sentence) => `・${sentence}`), ''];
  const shares =
    proved === null ? [] : (['records', 'checkDigits', 'totals'] as const).filter((name) => proved[name].of > 0).map((name) => own.shares[name](proved[name]));
  const lines = [
    own.inquiryTitle,
    '',
    ...own.inquiryIntro(files, draft.recordLength),
    ...shares,
    '',
    own.inquiryFaults,
    ...(faults.length === 0 ? [own.inquiryNone] : faults),
    own.inquiryMasked,
    '',
    ...differences,
    own.inquiryItems,
    ...PLACES.flatMap((place) => itemLines(own, draft, place)),
    '',
    ...own.inquiryAsk,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function itemLines(own: BenchWords, draft: Draft, place: Place): string[] {
  let end = 0;
  const lines = draft.places[place].map(({ title, length, kind }) => {
    const from = end + 1;
    end += length;
    return `  ${own.span(from, end)}  ${own.digits(length)}  ${title}  ${kind === 'filler' ? own.kept : own.calibration.kinds[kind]}`;
  });
  return [`[${own.placeName(place)}]`, ...lines];
}
