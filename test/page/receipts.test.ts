/** Does a receipt at the counter settle a slip on its own page, and come back out; and does a bank's list, whose columns are called otherwise, go in? */
import { choose, openSite, runButton, sample, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

test('an unpaid slip is paid at the counter, taken back, and a list is matched by hand', async () => {
  const { page, pane, problems } = await openChosen();
  await pane.getByRole('button', { name: /^未納/ }).click();
  await pane.locator('#slip-row-active').click();
  await pane.getByRole('button', { name: '窓口などで収納済みにする' }).click();
  await pane.getByLabel('収納額（円）').fill('0');
  await pane.getByRole('button', { name: '収納済みにする', exact: true }).click();
  await pane.getByText('1円以上の金額を数字で入力してください。').waitFor();
  await pane.getByLabel('収納額（円）').fill('1');
  await pane.getByRole('button', { name: '収納済みにする', exact: true }).click();
  await pane.getByText('他の収納 1件').waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).toContain('他の収納');
  await pane.getByRole('button', { name: /1円の収納を取り消す$/ }).click();
  await pane.getByText('他の収納 1件').waitFor({ state: 'detached' });
  await pane.getByRole('button', { name: '窓口などで収納済みにする' }).waitFor();

  await pane.getByRole('tab', { name: '取込' }).click();
  const list = { name: '銀行.csv', mimeType: 'text/csv', buffer: Buffer.from('年度,番号,収納日,金額\n2026,1234567,2026-10-01,500\n') };
  await pane.locator('input[data-picker=receipts]').setInputFiles(list);
  await pane.getByText(/^銀行\.csv：/).waitFor();
  await pane.getByLabel('納付書番号').selectOption('番号');
  await pane.getByLabel('収納額').selectOption('金額');
  await pane.getByRole('button', { name: 'この対応で読み込む' }).click();
  await pane.getByText('銀行.csvから1件を追加しました。次の消込から使います。').first().waitFor();
  await pane.getByText('1件・ブックの表「他の収納」を使います').waitFor();
  expect(problems).toEqual([]);
  await page.close();
}, 60_000);

async function openChosen(): ReturnType<Site['open']> {
  const here = await site.open();
  await choose(here, [sample('20261006.dat')], sample('ledger.csv'));
  await runButton(here).click();
  await here.pane.getByRole('button', { name: /^未納/ }).waitFor();
  return here;
}
