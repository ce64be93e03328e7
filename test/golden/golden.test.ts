/** Does the command answer what an independent program answered for the same files? Every field of every case. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from '../../src/cli/reconcile';

interface Case {
  readonly files: readonly string[];
  readonly ledger: string | null;
  readonly asOf: string;
  readonly layout: string | null;
  readonly receipts?: readonly string[];
  readonly noFileOn?: readonly string[];
  readonly emptyDaysNotSent?: boolean;
  readonly noOtherChannels?: boolean;
  readonly grace?: number;
  readonly since?: string;
}
interface AnsweredFinding {
  readonly code: string;
  readonly severity: string;
  readonly actual: unknown;
  readonly message?: string;
}
interface Answer {
  readonly findings: readonly AnsweredFinding[];
}

const cases = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(cases.map(({ name }) => name))('%s', async (name) => {
  const folder = join(__dirname, name);
  const path = (file: string): string => join(folder, file);
  const asked = JSON.parse(readFileSync(path('case.json'), 'utf8')) as Case;
  const expected = JSON.parse(readFileSync(path('expected.json'), 'utf8')) as Answer;
  const { code, stdout } = await reconcile([...optionsOf(asked, path), '--json'], () => undefined);
  const answer = JSON.parse(stdout) as Answer;
  for (const { message } of answer.findings) expect(message).toMatch(/。$/);
  const findings = answer.findings.map(({ message: _message, ...finding }, index) => withoutCellText(finding, expected.findings[index]));
  expect({ ...answer, findings }).toEqual(expected);
  expect(code).toBe(expected.findings.some(({ severity }) => severity === 'error') ? 1 : 0);
});

function optionsOf({ files, ledger, asOf, layout, receipts = [], noFileOn = [], ...more }: Case, path: (file: string) => string): string[] {
  const option = (name: string, value: string | number | null | undefined): string[] => (value === null || value === undefined ? [] : [name, String(value)]);
  return [
    ...files.map(path),
    ...option('--ledger', ledger === null ? null : path(ledger)),
    ...receipts.flatMap((file) => option('--receipts', path(file))),
    ...option('--as-of', asOf),
    ...option('--layout', layout),
    ...option('--no-file-on', noFileOn.length === 0 ? null : noFileOn.join(',')),
    ...(more.emptyDaysNotSent === true ? ['--empty-days-not-sent'] : []),
    ...(more.noOtherChannels === true ? ['--no-other-channels'] : []),
    ...option('--grace', more.grace),
    ...option('--since', more.since === undefined ? null : path(more.since)),
  ];
}

/** The other program knows no texts of cells, which docs/format.md asks for: the only value that is not compared. */
function withoutCellText<F extends AnsweredFinding>(finding: F, expected: AnsweredFinding | undefined): F {
  const isCell = (finding.code === 'ledgerRow' || finding.code === 'receiptRow') && typeof finding.actual === 'string';
  return isCell && expected?.actual === null ? { ...finding, actual: null } : finding;
}
