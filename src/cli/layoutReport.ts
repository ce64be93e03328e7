/** How is a calibration told: as a table of items with their evidence, or as JSON? */
import { titleOf } from '../calibrate/items';
import type { Calibration, Item, Nearest, Place } from '../calibrate/proposal';
import type { CalibrationWords } from '../calibrate/words';
import type { NoticeKind } from '../file/layout';
import { textTable } from './textTable';
import type { CommandWords } from './words';

export interface Report {
  readonly calibration: Calibration;
  readonly words: CalibrationWords;
  readonly command: CommandWords;
}

const PLACES: readonly Place[] = ['header', 'data', 'barcode', 'trailer', 'end'];

/** The official title of an item by its name; the name where it has none. */
const titleOfName = (name: string): string => {
  const title = titleOf({ name, kind: 'code', certainty: 'certain' });
  return title === UNKNOWN ? name : title;
};
const UNKNOWN = titleOf({ name: '', kind: 'code', certainty: 'certain' });

export function layoutReport({ calibration, words, command }: Report): string {
  const { headings } = command.layoutReport;
  const lines = [command.layoutReport.frame(calibration)];
  const kinds = Object.entries(calibration.noticeKinds) as [string, NoticeKind][];
  if (kinds.length > 0) lines.push(kinds.map(([code, kind]) => `${code} = ${words.noticeKinds[kind]}`).join('  '));
  for (const evidence of calibration.kindEvidence) lines.push(`  ${words.evidence[evidence.code](evidence, titleOfName)}`);
  for (const place of PLACES) {
    const items = calibration.items.filter((item) => item.place === place);
    if (items.length === 0) continue;
    const rows = items.map((item) => [
      String(item.offset + 1),
      String(item.length),
      titleOf(item),
      words.kinds[item.kind],
      words.certainties[item.certainty],
      evidenceOf(item, words),
    ]);
    lines.push('', words.places[place], ...textTable([[...headings], ...rows], [true, true]));
  }
  const { questions, nearest } = calibration;
  if (questions.length > 0) {
    lines.push('', command.layoutReport.questions(questions.filter(({ blocks }) => blocks).length, questions.length));
    for (const question of questions) lines.push(`${question.blocks ? '×' : '・'}${words.questions[question.code](question, titleOfName)}`);
  }
  if (nearest !== null) {
    const differences = differencesOf(nearest, words);
    lines.push('', command.layoutReport.nearest(nearest.title, nearest.sameItems, differences.length), ...differences.map((sentence) => `・${sentence}`));
  }
  return lines.join('\n');
}

function evidenceOf({ evidence, alternatives }: Item, words: CalibrationWords): string {
  const seen = evidence.map((one) => words.evidence[one.code](one, titleOfName));
  const others = alternatives.map(({ offset, length, name }) => words.alternative(offset + 1, length, titleOfName(name)));
  return [...seen, ...others].join(words.between);
}

function differencesOf({ recordLength, differences }: Nearest, words: CalibrationWords): string[] {
  const length = recordLength === null ? [] : [words.recordLengthDiffers(recordLength.here, recordLength.there)];
  return [...length, ...differences.map((difference) => words.difference(difference, titleOfName))];
}

/** Positions are 1-based bytes, of the record and in the barcode of its 44 digits. */
export function layoutAnswer({ calibration, words }: Report): object {
  const { recordLength, lineEndings, records, noticeKinds, kindEvidence, recordCountIncludes, items, questions, nearest, layout } = calibration;
  const told = (evidence: Item['evidence']): object[] => evidence.map((one) => ({ ...one, text: words.evidence[one.code](one, titleOfName) }));
  return {
    recordLength,
    lineEndings,
    records,
    noticeKinds,
    kindEvidence: told(kindEvidence),
    recordCountIncludes,
    items: items.map(({ place, name, offset, length, kind, value, none, certainty, evidence, alternatives, samples }) => ({
      record: place,
      name,
      title: titleOf({ name, kind, certainty }),
      position: offset + 1,
      length,
      kind,
      ...(value === undefined ? {} : { value }),
      ...(none === undefined ? {} : { none }),
      certainty,
      evidence: told(evidence),
      alternatives: alternatives.map(({ offset: other, ...rest }) => ({ position: other + 1, ...rest })),
      samples,
    })),
    questions: questions.map((question) => ({ ...question, text: words.questions[question.code](question, titleOfName) })),
    nearest:
      nearest === null
        ? null
        : {
            id: nearest.id,
            title: nearest.title,
            sameItems: nearest.sameItems,
            recordLength: nearest.recordLength,
            differences: nearest.differences,
            text: differencesOf(nearest, words),
          },
    layout,
  };
}
