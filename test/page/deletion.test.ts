/** Can a clerk delete a fiscal year, or a file, in the very page, and is nothing of it in the file that is saved then? */
import { readFileSync } from 'node:fs';
import { partsOf } from '../xlsx/independentReaders';
import { choose, openSite, practise, runButton, sample, workbookOf, type OpenPage, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const LEDGER = readFileSync(sample('ledger.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','));
/** As they stand in a cell, and as the pane shows them. */
const SLIPS = LEDGER.flatMap((cells) => [cells[1]!, cells[1]!.replace(/^0+/, '')]);
const NAMES = LEDGER.map((cells) => cells[8]!);

async function reconciled(here: OpenPage): Promise<void> {
  await practise(here);
  await runButton(here).click();
  await here.pane.getByText('合計は全て一致しました').first().waitFor();
}

async function openDeletion({ pane }: OpenPage): Promise<void> {
  await pane.getByRole('tab', { name: '履歴' }).click();
  await pane.getByRole('button', { name: '個人情報の消去' }).click();
  await pane.getByText('消去の範囲').waitFor();
}

async function confirm({ pane }: OpenPage): Promise<void> {
  await pane.getByRole('button', { name: '消去に進む' }).click();
  await pane.getByRole('dialog').getByRole('button', { name: '消去する' }).click();
  await pane.getByRole('heading', { name: '消去しました' }).waitFor();
}

async function savedText({ page }: OpenPage): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存（.xlsx）' }).click();
  const path = await (await download).path();
  return [...partsOf(readFileSync(path)).values()].join('\n');
}

test('a fiscal year: shown first, confirmed, gone from the saved file; the report is on top', async () => {
  const here = await site.open();
  const { page, pane, problems } = here;
  await reconciled(here);
  const before = await savedText(here);
  expect(SLIPS.some((slip) => before.includes(slip))).toBe(true);
  const untouched = await workbookOf(page);
  await openDeletion(here);
  await pane.getByRole('radio', { name: /2026年度/ }).check();
  await pane.getByRole('row', { name: /^納付書 \d+件 0件$/ }).waitFor();
  await pane.getByRole('textbox', { name: /消去した者/ }).fill('保育課　甲');
  await pane.getByRole('button', { name: '消去に進む' }).click();
  await pane.getByRole('dialog').getByText('消去したものは元に戻せません').waitFor();
  // Enter alone deletes nothing.
  const gives = pane.getByRole('dialog').getByRole('button', { name: 'やめる' });
  expect(await gives.evaluate((button) => button === document.activeElement)).toBe(true);
  await gives.click();
  expect(await workbookOf(page)).toBe(untouched);
  await confirm(here);
  await pane.getByText('今すぐブックを保存してください').first().waitFor();
  expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^消去報告書 \d{8}$/);
  const after = await savedText(here);
  expect([...SLIPS, ...NAMES].filter((value) => after.includes(value))).toEqual([]);
  for (const kept of ['保育課　甲', '20261006.dat', '全部消去']) expect(after).toContain(kept);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('00000000001');
  await pane.getByRole('tab', { name: '履歴' }).click();
  expect(await pane.getByText('消去済').count()).toBe(1);
  expect(problems).toEqual([]);
  await page.close();
}, 90_000);

test('a file: its slips stay in the list, which can no longer say what is unpaid; picked again, the pane tells that it was deleted', async () => {
  const here = await site.open();
  const { page, pane, problems } = here;
  const files = ['20261006.dat', '20261007.dat', '20261008.dat'].map(sample);
  await choose(here, files, sample('ledger.csv'));
  await runButton(here).click();
  await pane.getByText('合計は全て一致しました').first().waitFor();
  await openDeletion(here);
  await pane.getByRole('radio', { name: 'ファイル' }).check();
  await pane.getByRole('checkbox', { name: /20261007\.dat/ }).check();
  await pane.getByText('この台帳では未納を確定できなくなります').waitFor();
  await confirm(here);
  await pane.getByRole('tab', { name: '結果' }).click();
  await pane.getByText('未納は確定できません').first().waitFor();
  await pane.getByRole('tab', { name: '取込' }).click();
  await choose(here, [sample('20261007.dat')], null);
  await pane.getByText(/に消去したファイルです/).waitFor();
  await runButton(here).click();
  await pane.getByText('合計は全て一致しました').first().waitFor();
  expect(await pane.getByText('未納は確定できません').count()).toBe(0);
  expect(problems).toEqual([]);
  await page.close();
}, 90_000);
