/** Is a world read the same under the proposed layout as under the true one? */
import { calibrate } from '../../src/calibrate/calibrate';
import type { Calibration } from '../../src/calibrate/proposal';
import { codec } from '../../src/charset';
import { answerOf } from '../../src/cli/answer';
import { sourceFile } from '../../src/cli/files';
import { readCsv } from '../../src/csv';
import { fieldNamed, TRAILER_ITEMS, type Layout, type NoticeKind } from '../../src/file/layout';
import { readUserLayout } from '../../src/file/layouts';
import { settle, type Settlement } from '../../src/settle';
import { ja } from '../../src/words/ja';
import type { World } from './world';

export interface Score {
  readonly calibration: Calibration;
  readonly slips: number;
  /** Slips with another state, amount, due date or reissue number, or that only one side has. */
  readonly different: readonly string[];
  readonly sameBillers: boolean;
  readonly declared: number;
  readonly found: number;
  readonly trueLayout: Layout;
}

/** What the command answers, as far as it is compared here. */
interface Answer {
  readonly files: readonly {
    readonly groups: readonly { readonly totals: Readonly<Record<NoticeKind, Readonly<Record<'count' | 'amount', { readonly declared: number | null }>>>> }[];
  }[];
  readonly slips: readonly {
    readonly billerCode: string | null;
    readonly fiscalYear: string;
    readonly slipNumber: string;
    readonly state: string;
    readonly billedAmount: number | null;
    readonly paidAmount: number;
    readonly dueDate: string | null;
    readonly reissueNumber: number | null;
  }[];
}

export function score({ truth, files, ledgerCsv }: World): Score {
  const read = readCsv('ledger.csv', new TextEncoder().encode(ledgerCsv), codec);
  if ('problem' in read) throw new Error('the ledger is refused');
  const ledger = read.table;
  const sources = files.map(({ name, bytes }) => sourceFile(name, bytes));
  const answer = (layout: Layout): Answer => answerOf(settle({ files: sources, ledger, layouts: [layout], asOf: 20270501, codec }) as Settlement, ja) as Answer;
  const calibration = calibrate({ files: files.map(({ bytes }) => bytes), ledger, id: 'proposed', title: '提案' });
  const expected = answer(truth.layout);
  const slips = expected.slips.length;
  const declaredItems = TRAILER_ITEMS.filter(({ name }) => fieldNamed(truth.layout, 'trailer', name) !== null);
  const declared = expected.files.reduce((sum, { groups }) => sum + groups.length * declaredItems.length, 0);
  const nothing = { calibration, slips, declared, found: 0, sameBillers: false, trueLayout: truth.layout };
  if (calibration.layout === null)
    return {
      ...nothing,
      different: [
        `open: ${calibration.questions
          .filter(({ blocks }) => blocks)
          .map(({ code }) => code)
          .join(', ')}`,
      ],
    };
  const proposed = readUserLayout(calibration.layout);
  if ('problem' in proposed) return { ...nothing, different: [`refused: ${JSON.stringify(proposed.problem)}`] };
  const actual = answer(proposed.layout);
  const different = differences(factsOf(expected), factsOf(actual));
  let found = 0;
  for (const [f, { groups }] of expected.files.entries()) {
    for (const [g, { totals }] of groups.entries()) {
      for (const { kind, measure } of declaredItems) {
        if (actual.files[f]?.groups[g]?.totals[kind][measure].declared === totals[kind][measure].declared) found++;
      }
    }
  }
  const billersOf = (of: Answer): string => [...new Set(of.slips.map(({ billerCode }) => billerCode))].sort().join();
  return { ...nothing, different, found, sameBillers: billersOf(expected) === billersOf(actual) };
}

/** Slips as year and number without leading zeros, with what must be the same. */
function factsOf(answer: Answer): Map<string, string> {
  return new Map(
    answer.slips.map((slip) => [
      `${slip.fiscalYear} ${slip.slipNumber.replace(/^0+/, '')}`,
      `${slip.state} ${slip.billedAmount} ${slip.paidAmount} ${slip.dueDate} ${slip.reissueNumber}`,
    ]),
  );
}

function differences(expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...expected.keys(), ...actual.keys()]);
  return [...keys].filter((key) => expected.get(key) !== actual.get(key)).map((key) => `${key}: ${expected.get(key)} / ${actual.get(key)}`);
}
