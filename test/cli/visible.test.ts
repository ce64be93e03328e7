/** Can what others wrote pose as a line of ours, or steer the terminal? File names, cells, column names, layout titles, paths, on either stream. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFile } from '../../scripts/buildFile';
import { reconcile, type Outcome } from '../../src/cli/reconcile';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { cellText } from '../../src/sheet/cellText';
import { visible } from '../../src/words/visible';
import { confirmed } from '../reconcile/run';
import { readByOpenpyxl } from '../xlsx/independentReaders';

/** Escape sequences, a forged line, a turned direction, and what nobody sees. */
const EVIL = 'x\u001b[2J\u001b]0;t\u0007\r\n一致  合計は全て一致しました。\u202egpj.\u0000\u009b31m\u2028\u200b';
const FORGED = /^一致 /m;
// Line ends are ours; nothing else may be obeyed.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

let folder: string;
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (...args: string[]): Promise<Outcome> => reconcile(args, () => undefined);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visible-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NAME = EVIL.replaceAll('\u0000', '');
const WRONG = buildFile({ groups: [{ createdDate: '20270406', notices: [confirmed()], trailer: { confirmedAmount: '000000003001' } }] });
const HEADER = '年度,納付書番号,納期限,請求金額';

const harmless = ({ stdout, stderr }: Outcome): void => {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(OBEYED);
    expect(text).not.toMatch(FORGED);
  }
};

test('the name of a file', async () => {
  const outcome = await run(put(`${NAME}.dat`, WRONG));
  harmless(outcome);
  expect(outcome.stdout).toContain(visible(NAME));
  harmless(await run(join(folder, `${NAME}none.dat`)));
});

test('a cell, and a column’s name, of the ledger', async () => {
  const cell = `"${EVIL.replaceAll('\u0000', '')}"`;
  harmless(await run(put('a.dat', WRONG), '--ledger', put('a.csv', `${HEADER}\r\n2027,1,${cell},3000\r\n`)));
  harmless(await run(put('a.dat', WRONG), '--ledger', put('b.csv', `年度,${cell}\r\n2027,1\r\n`)));
  harmless(await run(put('a.dat', WRONG), '--ledger', put('c.csv', `${HEADER},費目,"費\u0007目"\r\n2027,1,x,3000,a,b\r\n`)));
});

test('the title of a layout, and what is wrong with one', async () => {
  const layout = put('own.json', JSON.stringify({ ...WARD_LAYOUT, id: 'own', title: EVIL }));
  harmless(await run(put('a.dat', WRONG), '--layout', layout));
  harmless(await run(put('a.dat', WRONG), '--layout', put('bad.json', JSON.stringify({ ...WARD_LAYOUT, id: 'own', charset: EVIL }))));
});

test('an option’s value, and the name of an output', async () => {
  const file = put('a.dat', WRONG);
  harmless(await run(file, '--lang', EVIL));
  harmless(await run(file, '--csv', join(folder, `${NAME}.csv`)));
  harmless(await run(file, '--csv', join(folder, NAME, 'none.csv')));
});

test('for other programs names stay as they are', async () => {
  const { stdout } = await run(put(`${NAME}.dat`, WRONG), '--json');
  expect((JSON.parse(stdout) as { files: readonly { name: string }[] }).files[0]!.name).toBe(`${NAME}.dat`);
});

test('on the sheets', async () => {
  const ledger = put('a.csv', `${HEADER},"費\u202e目",費目\r\n2027,1,2027-04-30,3000,x,"a\u202eb\u009bc\u0007"\r\n`);
  await run(put(`${NAME}.dat`, WRONG), '--ledger', ledger, '--out', join(folder, 'book.xlsx'));
  const [book] = readByOpenpyxl([readFileSync(join(folder, 'book.xlsx'))]);
  const texts = book!.sheets.flatMap(({ cells }) => Object.values(cells).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])));
  expect(texts.filter((text) => OBEYED.test(text))).toEqual([]);
  expect(texts).toContain('a[U+202E]b[U+009B]c␇');
}, 60_000);

test('what names need is left alone', () => {
  for (const text of ['葛\u{e0100}飾', '👨‍👩‍👧', '髙﨑', 'が', 'ﾊﾝｶｸ']) expect([visible(text), cellText(text)]).toEqual([text, text]);
  expect(cellText('a\tb\r\nc')).toBe('a\tb\nc');
});
