/** Does what leaves the office arrive whole? In the real page: the copy for finance in one click, CSV, passwords, and the line in 取込履歴. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Frame } from 'playwright-core';
import { choose, openSite, practise, runButton, sample, type OpenPage, type Site } from './site';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const DECRYPT = path.join(__dirname, '../encrypt/decrypt.py');
const SECRET = 'ひみつ-2027';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const opened: OpenPage[] = [];
async function reconciled(files: readonly string[] | null = null): Promise<OpenPage> {
  const here = await site.open();
  opened.push(here);
  if (files === null) await practise(here);
  else await choose(here, files.map(sample), sample('ledger.csv'));
  await runButton(here).click();
  await here.pane.locator('.verdict').waitFor();
  return here;
}
afterEach(async () => {
  for (const { page, problems } of opened.splice(0)) {
    expect(problems).toEqual([]);
    await page.close();
  }
});

const foot = ({ pane }: OpenPage) => pane.locator('#export-deed');
const kind = ({ pane }: OpenPage, name: string) => pane.getByRole('radio', { name });
async function saved(here: OpenPage): Promise<Download> {
  const download = here.page.waitForEvent('download');
  await foot(here).click();
  return download;
}
const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

/** What the independent reader says of the file, with each of these passwords. */
function openedByMsoffcrypto(file: string, passwords: readonly string[]): unknown {
  const asked = path.join(mkdtempSync(path.join(tmpdir(), 'keshikomi-')), 'asked.json');
  writeFileSync(asked, JSON.stringify(passwords.map((password) => [file, password])));
  return JSON.parse(execFileSync('/usr/bin/python3', [DECRYPT, asked]).toString());
}

/** The lines of 取込履歴 in the workbook that the pane belongs to: 操作, ファイル, SHA-256. */
const history = ({ page }: OpenPage): Promise<string[][]> =>
  page.evaluate(() => {
    const table = window.__workbench!.host.workbook.tables().find(({ name }) => name === '取込履歴')!;
    const { row, rows, column } = table.bodyArea();
    const text = (at: number, place: number): string => String(table.sheet.cells.value(row + at, column + place) ?? '');
    return Array.from({ length: rows }, (_, at) => [text(at, 1), text(at, 2), text(at, 15)]);
  });

test('the copy for finance, in one click: a new workbook behind a tab, and a line in 取込履歴 that a later run keeps', async () => {
  const here = await reconciled();
  const { page, pane } = here;
  await pane.getByRole('button', { name: '財務用を書き出す' }).click();
  await pane.getByText('新しいブックを開きました。名前を付けて保存してください。', { exact: true }).waitFor();
  expect(await pane.locator('.file-to-be').innerText()).toBe('財務用_20261120.xlsx');
  const books = page.getByRole('navigation', { name: '開いているブック' }).getByRole('button');
  await books.nth(1).waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(expect.arrayContaining(['入金確認', '集計', '検査', '収納明細']));
  expect(await page.locator('#cell-0-0').innerText()).toBe('入金確認');
  expect((await history(here)).at(-1)).toEqual(['財務用', '財務用_20261120.xlsx', '']);
  expect(await pane.getByText('保存しましたか').isVisible()).toBe(true);

  await foot(here).click();
  await pane.locator('.verdict').waitFor();
  await books.nth(0).click();
  await pane.getByRole('tab', { name: '取込' }).click();
  await choose(here, [sample('trouble-20261009.dat')], sample('ledger.csv'));
  await runButton(here).click();
  await pane.getByText('合計が合いません').first().waitFor();
  expect((await history(here)).map(([operation]) => operation)).toEqual(['取込', '取込', '取込', '財務用', '取込']);
  await pane.getByRole('tab', { name: '履歴' }).click();
  await pane.getByText('財務用_20261120.xlsx').waitFor();
}, 60_000);

test('the unpaid as CSV: a file in Shift_JIS, each row with how far it can be trusted', async () => {
  const here = await reconciled(['trouble-20261009.dat']);
  const { pane } = here;
  await pane.getByRole('button', { name: '書き出し' }).click();
  await kind(here, '未納の一覧（CSV）').check();
  await pane.getByLabel('文字コード').selectOption({ label: 'Shift_JIS' });
  const download = await saved(here);
  expect(download.suggestedFilename()).toBe('未納の一覧_20261120_不一致あり.csv');
  const bytes = await bytesOf(download);
  const [header, first] = new TextDecoder('shift_jis', { fatal: true }).decode(bytes).split('\r\n');
  expect(header).toMatch(/^基準日,データの期間,データの完全性,年度,納付書番号/);
  expect(first).toMatch(/^2026\/11\/20,/);
  const sha256 = execFileSync('sha256sum', [await download.path()]).toString().slice(0, 64);
  expect((await history(here)).at(-1)).toEqual(['CSV', '未納の一覧_20261120_不一致あり.csv', sha256]);
  expect(await pane.getByRole('link', { name: /を保存する$/ }).getAttribute('download')).toBe('未納の一覧_20261120_不一致あり.csv');
}, 60_000);

test('with a password: stopped half-way nothing leaves; then only the password opens the file', async () => {
  const here = await reconciled();
  const { pane } = here;
  await pane.getByRole('button', { name: '書き出し' }).click();
  await kind(here, '消込結果のブック（.xlsx）').check();
  await pane.getByRole('checkbox', { name: 'パスワードを付ける' }).check();
  await pane.getByText('パスワードを入力してください。').waitFor();
  const type = async (again: string): Promise<void> => {
    await pane.getByLabel('パスワード', { exact: true }).fill(SECRET);
    await pane.getByLabel(/確認のため/).fill(again);
  };
  await type(`${SECRET}x`);
  await pane.getByText('2つのパスワードが違います。').waitFor();
  expect(await foot(here).getAttribute('aria-disabled')).toBe('true');
  await type(SECRET);
  const before = await history(here);
  await foot(here).click();
  await pane.getByText('暗号化しています').waitFor();
  await foot(here).click();
  await pane.getByText('中止しました。何も書き出していません。').first().waitFor();
  expect(await history(here)).toEqual(before);
  // It is forgotten at once.
  expect(await pane.getByRole('checkbox', { name: 'パスワードを付ける' }).isChecked()).toBe(false);

  await pane.getByRole('checkbox', { name: 'パスワードを付ける' }).check();
  await type(SECRET);
  const download = await saved(here);
  expect(openedByMsoffcrypto(await download.path(), [SECRET, 'ひみつ'])).toMatchObject([
    { password: true, integrity: true, spins: 100_000 },
    { password: false },
  ]);
  expect((await history(here)).at(-1)!.slice(0, 2)).toEqual(['書き出し', '消込結果_20261120.xlsx']);
}, 90_000);
