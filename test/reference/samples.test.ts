/** Does the plain reference answer what the samples' own program answered? */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answer, Run } from './answer';
import { Layout } from './layout';

const SAMPLES = join(__dirname, '..', 'golden');
const names = readdirSync(SAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const layouts = ['ward', 'mizuho', 'muf'].map(
  (id) => JSON.parse(readFileSync(join(__dirname, '..', '..', 'src', 'file', 'layouts', `${id}.json`), 'utf8')) as Layout,
);

type Case = Partial<Omit<Run, 'files' | 'ledger' | 'receipts' | 'since' | 'layout'>> & {
  files: string[];
  ledger: string | null;
  receipts?: string[];
  since?: string;
  layout: string | null;
};

test.each(names.map(({ name }) => name))('%s', (name) => {
  const read = (file: string) => ({ name: file, bytes: readFileSync(join(SAMPLES, name, file)) });
  const one = JSON.parse(readFileSync(join(SAMPLES, name, 'case.json'), 'utf8')) as Case;
  const expected = JSON.parse(readFileSync(join(SAMPLES, name, 'expected.json'), 'utf8')) as { findings: { code: string; actual: unknown }[] };
  const got = answer({
    files: one.files.map(read),
    ledger: one.ledger === null ? null : read(one.ledger),
    receipts: (one.receipts ?? []).map(read),
    layouts,
    layout: layouts.find(({ id }) => id === one.layout) ?? null,
    asOf: one.asOf!,
    noFileOn: one.noFileOn ?? [],
    emptyDaysNotSent: one.emptyDaysNotSent ?? false,
    noOtherChannels: one.noOtherChannels ?? false,
    grace: one.grace ?? 10,
    since: one.since === undefined ? null : (JSON.parse(readFileSync(join(SAMPLES, name, one.since), 'utf8')) as Run['since']),
  });
  // The samples leave the text of a cell out.
  const findings = got.findings.map((finding, at) =>
    expected.findings[at]?.actual === null && /^(ledgerRow|receiptRow)$/.test(finding.code) ? { ...finding, actual: null } : finding,
  );
  expect({ ...got, findings }).toEqual(expected);
});
