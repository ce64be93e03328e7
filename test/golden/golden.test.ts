/** Does the command answer what an independent program answered for the same files? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from '../../src/cli/reconcile';

interface Case {
  readonly files: readonly string[];
  readonly ledger: string | null;
  readonly asOf: string;
  readonly layout: string | null;
}
interface Answer {
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly message?: string }[];
}

const cases = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(cases.map(({ name }) => name))('%s', async (name) => {
  const folder = join(__dirname, name);
  const { files, ledger, asOf, layout } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as Case;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Answer;
  const options = [...(ledger === null ? [] : ['--ledger', join(folder, ledger)]), ...(layout === null ? [] : ['--layout', layout])];
  const { code, stdout } = await reconcile([...files.map((file) => join(folder, file)), ...options, '--as-of', asOf, '--json'], () => undefined);
  const answer = JSON.parse(stdout) as Answer;
  for (const { message } of answer.findings) expect(message).toMatch(/。$/);
  const findings = answer.findings.map(({ message: _message, ...finding }) => finding);
  expect({ ...answer, findings }).toEqual(expected);
  expect(code).toBe(expected.findings.some(({ severity }) => severity === 'error') ? 1 : 0);
});
