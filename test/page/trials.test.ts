/** Is the report of このExcelで確かめる copied from the page as it is served, in a polite Excel and in one that is not? */
import { openSite, workbookOf, type OpenPage, type Site } from './site';
import { sound } from '../xlsx/partByPart';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

async function tried(query: string): Promise<OpenPage> {
  const here = await site.open(query);
  await here.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await here.pane.getByRole('button', { name: 'その他' }).click();
  await here.pane.getByRole('menuitem', { name: 'このExcelで確かめる' }).click();
  await here.pane.getByRole('button', { name: 'Excelを確かめる' }).click();
  await here.pane.getByRole('heading', { name: '確認の結果' }).waitFor();
  return here;
}

async function report({ page, pane }: OpenPage): Promise<string> {
  await pane.getByRole('button', { name: '結果をコピーする' }).click();
  await pane.getByText('コピーしました').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a polite Excel passes all of it; a workbook opens beside, a file is saved, and the workbook is as it was', async () => {
  const before = await workbookOf((await site.open()).page);
  const here = await tried('?mood=savePicker:works');
  expect(JSON.parse(await workbookOf(here.page))).toMatchObject({ sheets: JSON.parse(before).sheets });
  await here.pane.getByRole('button', { name: '新しいブックを開く' }).click();
  await here.page.getByRole('navigation').getByRole('button', { name: 'Book2.xlsx' }).waitFor();
  await here.pane.getByRole('button', { name: '開いた' }).click();
  await here.pane.getByRole('button', { name: 'ファイルを保存する' }).click();
  await here.pane.locator('[data-trial=savedFile][data-result=passed]').waitFor();
  sound(Uint8Array.from(await here.page.evaluate(() => [...window.__workbench!.host.saved.get('keshikomi-trial.xlsx')!])));
  const text = await report(here);
  expect(text).toContain('合29件、否0件');
  expect(text).toMatch(/合 {2}Excelの版 {2}PC 16\.0.*ExcelApi 1\.\d+/);
  expect(text).not.toContain('否  ');
  expect(here.problems).toEqual([]);
}, 90_000);

test('what is different in this Excel is said, with what it means', async () => {
  const here = await tried('?mood=calculatedColumns,freezingHiddenFails,fitToWidthIgnored');
  const text = await report(here);
  for (const title of ['表の列の数式（空の列）', '非表示のシートの見出しの固定', '後ろのシートの印刷の設定']) expect(text).toContain(`否  ${title}`);
  expect(text).toContain('否3件');
}, 90_000);
