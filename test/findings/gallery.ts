/** What does docs/findings.md say? Each example's input and what the product really answers to it. */
import { codec } from '../../src/charset';
import { FINDING_CODES, type Finding, type FindingCode } from '../../src/check/finding';
import { displayWidth } from '../../src/cli/textTable';
import { shown } from '../../src/file/bytes';
import { cut } from '../../src/file/cut';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { settle, type Settlement } from '../../src/settle';
import { findingWords, messageOf } from '../../src/words';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';
import { soundLayout } from '../file/layouts';
import { sourceOf, tableOf } from '../reconcile/run';
import { EXAMPLES, LAYOUT, LEDGER, RECEIPTS, type Example, type ExampleFile } from './examples';

export const AS_OF = 20270510;
export const REGENERATE = 'npm run -s gallery';

export function settleExample({ files, ledger, receipts, layout }: Example): Settlement {
  const settlement = settle({
    files: files.map(({ name, bytes }) => sourceOf(name, bytes)),
    ledger: ledger === undefined ? null : tableOf(ledger, LEDGER),
    receipts: receipts === undefined ? [] : [tableOf(receipts, RECEIPTS)],
    layouts: layout === undefined ? BUILT_IN_LAYOUTS : [soundLayout(layout)],
    asOf: AS_OF,
    codec,
  });
  if ('refusal' in settlement) throw new Error(`the ledger of an example is refused: ${settlement.refusal.code}`);
  return settlement;
}

/** The arguments with which the command shows an example whose files lie in the folder. */
export function argumentsOf({ files, ledger, receipts, layout }: Example, folder: string): string[] {
  const paths = files.map(({ name }) => `${folder}/${name}`);
  return [
    ...paths,
    ...(ledger === undefined ? [] : ['--ledger', `${folder}/${LEDGER}`]),
    ...(receipts === undefined ? [] : ['--receipts', `${folder}/${RECEIPTS}`]),
    ...(layout === undefined ? [] : ['--layout', `${folder}/${LAYOUT}`]),
    '--as-of',
    '2027-05-10',
  ];
}

/** All files of an example, the ledger among them. */
export function filesOf({ files, ledger, receipts, layout }: Example): ExampleFile[] {
  const file = (name: string, text?: string): ExampleFile[] => (text === undefined ? [] : [{ name, bytes: new Uint8Array(Buffer.from(text, 'utf8')) }]);
  return [...files, ...file(LEDGER, ledger), ...file(RECEIPTS, receipts), ...file(LAYOUT, layout === undefined ? undefined : JSON.stringify(layout, null, 2))];
}

export function galleryPage(): string {
  const overview = FINDING_CODES.map((code) => {
    const { finding } = shownBy(code);
    return [`[\`${code}\`](#${code.toLowerCase()})`, finding.severity, findingWords(finding, ja.findings).title, findingWords(finding, en.findings).title];
  });
  return `${[
    '# Findings',
    `<!-- Generated from test/findings/examples.ts by \`${REGENERATE}\`. Do not edit. -->`,
    'Everything that the product can complain about: for each code the smallest input that shows it, and the words that the product then says. The words are real output: a test fails when this page says anything else.',
    [
      '- An **error** makes the command end with exit code 1; a **warning** does not.',
      '- **Complete** is the `complete` of the answer: whether the list of the unpaid can be trusted after such a finding.',
      '- What the table of a code does not name is null. `record` counts every record from 1; in a ledger it is the CSV row, the header being row 1.',
      '- Where an input is shown, each line is one record without its trailing spaces, or one row of the ledger. The figure before it is its number.',
    ].join('\n'),
    `To see one yourself, write its input into a folder; the command that shows it is printed:\n\n\`\`\`text\n${REGENERATE} -- totalMismatch /tmp/example\n\`\`\``,
    markdownTable(['code', 'severity', 'in Japanese', 'in English'], overview),
    ...FINDING_CODES.map(section),
  ].join('\n\n')}\n`;
}

function shownBy(code: FindingCode): { finding: Finding; complete: boolean } {
  const { findings, complete } = settleExample(EXAMPLES[code]);
  const finding = findings.find((found) => found.code === code);
  if (finding === undefined) throw new Error(`the example of ${code} does not show it`);
  return { finding, complete };
}

function section(code: FindingCode): string {
  const example = EXAMPLES[code];
  const { finding, complete } = shownBy(code);
  const values = (['file', 'record', 'field', 'expected', 'actual'] as const).flatMap((name) => {
    const value = example[name];
    return value === undefined ? [] : [[`\`${name}\``, value.is, `\`${String(finding[name])}\``]];
  });
  return [
    `## ${code}`,
    example.trigger,
    `Severity: **${finding.severity}** · complete: ${complete ? 'yes' : 'no'}`,
    markdownTable(['value', 'is', 'here'], values),
    `> ${messageOf(finding, ja)}\n>\n> ${messageOf(finding, en)}`,
    example.input,
    `\`\`\`text\n${filesOf(example)
      .filter(({ name }) => name !== LAYOUT)
      .map(listing)
      .join('\n\n')}\n\`\`\``,
  ].join('\n\n');
}

/** A file's name above its numbered records or rows. */
function listing({ name, bytes }: ExampleFile): string {
  const lines = name === LEDGER ? new TextDecoder().decode(bytes).trimEnd().split('\r\n') : recordsIn(bytes);
  return [name, ...lines.map((line, index) => `${String(index + 1).padStart(3)}  ${line}`)].join('\n');
}

function recordsIn(bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [];
  if (bytes.length < 120) return [shown(bytes)];
  const { starts, lengths } = cut(bytes, 120);
  return Array.from(starts, (start, index) => shown(bytes, start, lengths[index]!).trimEnd());
}

/** A table whose columns line up, as the formatter would have it. */
function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => displayWidth(row[column]!))));
  const rule = widths.map((width) => '-'.repeat(width));
  const padded = (row: readonly string[]): string[] => row.map((cell, column) => cell + ' '.repeat(widths[column]! - displayWidth(cell)));
  return [padded(header), rule, ...rows.map(padded)].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
