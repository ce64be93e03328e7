/** Does the main job run in the very page that a newcomer opens: three clicks, the verdict, the sheets, their colours? */
import { choose, openSite, practise, runButton, sample, workbookOf, type OpenPage, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const opened: OpenPage[] = [];
async function open(query = ''): Promise<OpenPage> {
  const page = await site.open(query);
  opened.push(page);
  return page;
}
afterEach(async () => {
  for (const { page, problems } of opened.splice(0)) {
    expect(problems).toEqual([]);
    await page.close();
  }
});

const SHEETS = ['消込一覧', '収納明細', '検査', '集計', '取込履歴', '納付書台帳'];

/** How a cell of the sheet on top looks. */
const look = ({ page }: OpenPage, row: number, column: number): Promise<readonly [text: string, background: string]> =>
  page.locator(`#cell-${row}-${column}`).evaluate((cell) => [(cell as HTMLElement).innerText, getComputedStyle(cell).backgroundColor] as const);

test('practice data, run, verdict: a newcomer has a reconciled workbook', async () => {
  const here = await open();
  await practise(here);
  await runButton(here).click();
  await here.pane.getByText('合計は全て一致しました').first().waitFor();
  expect(await here.page.getByRole('tab').allInnerTexts()).toEqual(expect.arrayContaining(SHEETS));
  // Unpaid, cancelled, overdue, an amount that differs: by colour, and never by colour alone.
  expect(await look(here, 9, 0)).toEqual(['未納', 'rgb(255, 166, 109)']);
  expect(await look(here, 15, 0)).toEqual(['取消', 'rgb(102, 102, 102)']);
  expect(await look(here, 9, 6)).toEqual(['2026/10/05', 'rgb(139, 50, 0)']);
  expect(await look(here, 8, 8)).toEqual(['1,800', 'rgb(255, 218, 218)']);

  // A filtered list says on screen and on paper that it is a part, and what the part comes to.
  const shown = here.page.locator('#cell-2-13');
  expect(await shown.innerText()).toMatch(/^表示中 17／17件・請求額 433,000円/);
  await here.pane.getByRole('button', { name: /^未納/ }).click();
  await here.pane.getByRole('button', { name: 'シートで絞り込む' }).click();
  await shown.getByText(/^表示中 4／17件・請求額 [\d,]+円・納付額 0円$/).waitFor();
}, 30_000);

test('a total that does not agree: the verdict first, both values, the difference, and its row on the sheet', async () => {
  const here = await open();
  await choose(here, [sample('trouble-20261009.dat')], sample('ledger.csv'));
  await runButton(here).click();
  const verdict = here.pane.getByText('合計が合いません').first();
  await verdict.waitFor();
  const text = await here.pane.locator('#pane-view').innerText();
  expect(text).toMatch(/55,501/);
  expect(text).toMatch(/55,500/);
  expect(text).toMatch(/明細が1円少ない/);
  await here.page.getByRole('tab', { name: '検査' }).click();
  expect(await look(here, 4, 0)).toEqual(['不一致', expect.stringMatching(/^rgb/)]);
}, 30_000);

test('stopped while the sheets are written, the workbook is as it was', async () => {
  const here = await open('?slow=40');
  await practise(here);
  const before = await workbookOf(here.page);
  await runButton(here).click();
  await here.pane.getByText('シートに書き込んでいます').waitFor();
  await here.pane.getByRole('button', { name: '中止する' }).click();
  await here.pane.getByText('シートは実行前のままです').first().waitFor();
  expect(await workbookOf(here.page)).toBe(before);
  await runButton(here).click();
  await here.pane.getByText('合計は全て一致しました').first().waitFor({ timeout: 60_000 });
}, 90_000);

/** Drops a file on a point of the pane; answers whether the pane kept the browser from opening it. */
const drop = ({ page }: OpenPage, x: number, y: number): Promise<readonly [over: boolean, drop: boolean, effect: string]> =>
  page
    .frames()
    .find((frame) => frame.url().endsWith('workbook-pane.html'))!
    .evaluate(
      ([left, top]) => {
        const target = document.elementFromPoint(left, top)!;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'dropped.dat'));
        const isKept = (type: string): boolean => !target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        return [isKept('dragover'), isKept('drop'), dataTransfer.dropEffect] as const;
      },
      [x, y] as const,
    );

test('files may be dropped anywhere on 取込; beside it nothing happens, and the browser opens none in place of the pane', async () => {
  const here = await open();
  await here.pane.getByText('練習用データで試す').waitFor();
  expect((await drop(here, 150, 20)).slice(0, 2)).toEqual([true, true]);
  expect(await here.pane.getByText('dropped.dat').count()).toBe(0);
  const body = (await here.pane.locator('main').boundingBox())!;
  const frame = (await here.page.locator('iframe').boundingBox())!;
  const bottom = Math.round(body.y + body.height - frame.y - 30);
  expect(bottom).toBeGreaterThan(450);
  expect((await drop(here, 150, bottom)).slice(0, 2)).toEqual([true, true]);
  await here.pane.getByText('dropped.dat', { exact: true }).waitFor();
}, 30_000);

test('a workbook that may only be read: the pane says so, and how to go on', async () => {
  const here = await open('?viewOnly');
  await practise(here);
  await runButton(here).click();
  await here.pane.getByText('ブックを変更できません').waitFor();
  await here.pane.getByText(/名前を付けて保存したブックで/).waitFor();
}, 30_000);

test('opened again the pane runs once more, and sheets that are gone meanwhile are asked for anew', async () => {
  const here = await open();
  await practise(here);
  await runButton(here).click();
  await here.pane.getByText('合計は全て一致しました').first().waitFor();
  await here.pane.locator('body').evaluate(() => window.location.reload());
  const again = here.pane.getByRole('button', { name: 'もう一度消込を実行する' });
  await again.click();
  await here.pane.getByText('合計は全て一致しました').first().waitFor();
}, 30_000);

test('an Excel that is too old says so, and offers nothing that it cannot do', async () => {
  const here = await open('?excel=excel2016');
  await here.pane.getByText('このExcelでは使えません').waitFor();
  expect(await here.pane.getByRole('button').allInnerTexts()).toEqual(['詳細をコピーする']);
}, 30_000);

test('outside Excel the pane says where it belongs, and that the site is there', async () => {
  const { page } = await open();
  await page.goto(page.url().replace('index.html', 'pane.html'));
  await page.getByText('この画面はExcelの中で開きます。サイトは動いています。').waitFor();
});
