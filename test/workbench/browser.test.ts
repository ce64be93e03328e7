/** The workbook in Debian's Chromium, in front of the real office.js: written by Excel.run, seen, typed into, saved. */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { snapshotOf, type WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { goldenRun, workbookOf } from '../sheet/runs';
import { openChromium, type Browser } from './browser/chromium';
import { openSite, type Site } from './browser/site';
import { filledWith } from './support/filled';
import { sound } from '../xlsx/partByPart';

const PAGE = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>ブック</title><link rel="icon" href="data:,">
<style>html,body,#root{height:100%;margin:0}</style></head><body><main id="root"></main><script src="page.js"></script><script src="office/office.js"></script></body></html>`;
const WEB_FRAME = '<!doctype html><title>frame</title><iframe id="pane" style="width:350px;height:500px"></iframe><script src="webFrame.js"></script>';
const WEB_PANE =
  '<!doctype html><title>pane</title><script src="office/office.js"></script><script>Office.onReady(function (info) { window.ready = info; });</script>';

jest.setTimeout(30_000);

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await openSite(
    { page: path.join(__dirname, 'browser/page.tsx'), webFrame: path.join(__dirname, 'browser/webFrame.ts') },
    { 'index.html': PAGE, 'web.html': WEB_FRAME, 'pane.html': WEB_PANE },
  );
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const problems: string[] = [];
afterEach(() => expect(problems.splice(0)).toEqual([]));

async function openPage(query = ''): Promise<Page> {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(site.origin) && !request.url().startsWith('data:') && problems.push(`asked for ${request.url()}`));
  await page.goto(`${site.origin}/index.html${query}`);
  await page.waitForFunction(() => typeof Excel !== 'undefined' && Office.context?.host === ('Excel' as unknown as Office.HostType));
  await page.evaluate(() => Office.onReady().then(() => undefined));
  return page;
}

const cell = (page: Page, row: number, column: number) => page.locator(`#cell-${row}-${column}`);

/** A small table with states, amounts and dates, as an add-in writes it. */
const writeTable = (page: Page, rows: number): Promise<void> =>
  page.evaluate(
    (count) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.name = '消込一覧';
        sheet.getRange('A1').values = [['消込一覧']];
        const body = sheet.getRangeByIndexes(4, 0, count, 4);
        body.numberFormat = Array.from({ length: count }, () => ['@', '@', '+#,##0;"△"#,##0;0', 'yyyy/mm/dd']);
        sheet.getRange('A4:D4').values = [['状態', '納付書番号', '差額（円）', '納期限']];
        body.values = Array.from({ length: count }, (_, row) => [
          row % 3 === 0 ? '未納' : '収納済',
          String(row).padStart(17, '0'),
          row * 1000 - 1000,
          46510 + (row % 20),
        ]);
        const table = sheet.tables.add(`A4:D${count + 4}`, true);
        table.name = '消込一覧';
        const format = sheet.getRangeByIndexes(4, 0, count, 1).conditionalFormats.add('Custom');
        format.custom.rule.formula = '=$A5="未納"';
        format.custom.format.fill.color = '#FFA66D';
        format.custom.format.font.bold = true;
        sheet.getRange('A:D').format.columnWidth = 120;
        sheet.freezePanes.freezeAt('A1:B4');
        await context.sync();
      }),
    rows,
  );

test('what Excel.run writes is seen: formats, conditional formats, frozen rows', async () => {
  const page = await openPage();
  await writeTable(page, 50);
  const grid = page.getByRole('grid', { name: 'シート「消込一覧」' });
  await grid.waitFor();
  expect(await cell(page, 4, 2).innerText()).toBe('△1,000');
  expect(await cell(page, 6, 2).innerText()).toBe('+1,000');
  expect(await cell(page, 5, 3).innerText()).toBe('2027/05/04');
  expect(await cell(page, 7, 1).innerText()).toBe('00000000000000003');
  expect(await cell(page, 4, 0).evaluate((box) => getComputedStyle(box).backgroundColor)).toBe('rgb(255, 166, 109)');
  expect(await cell(page, 5, 0).evaluate((box) => getComputedStyle(box).backgroundColor)).toBe('rgb(255, 255, 255)');
  await grid.evaluate((box) => box.scrollTo(0, 500));
  await cell(page, 40, 0).waitFor();
  expect(await cell(page, 3, 0).isVisible()).toBe(true);
  expect(await page.getByText('未保存の変更があります').isVisible()).toBe(true);
  await page.close();
});

test('a person moves with the keyboard, types, and the add-in is told', async () => {
  const page = await openPage();
  await writeTable(page, 10);
  await page.evaluate(() =>
    Excel.run(async (context) => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(async ({ address, details }) => void told.push([address, details.valueAfter]));
      sheet.onSelectionChanged.add(async ({ address }) => void told.push(address));
      await context.sync();
    }),
  );
  await cell(page, 4, 0).click();
  await page.locator('[aria-activedescendant="cell-4-0"]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.locator('#cell-6-1[aria-selected="true"]').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('取消');
  const refused = await page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('Z1').values = [[1]];
      await context.sync();
    }).then(
      () => 'written',
      (error: OfficeExtension.Error) => error.code,
    ),
  );
  expect(refused).toBe('InvalidOperationInCellEditMode');
  await page.keyboard.press('Enter');
  await cell(page, 5, 0).getByText('取消').waitFor();
  await page.locator('[aria-activedescendant="cell-6-0"]').waitFor();
  await page.keyboard.press('Delete');
  await page.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length > 7);
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([
    'A5',
    'A6',
    'B6',
    'B6:B7',
    'A6',
    ['A6', '取消'],
    'A7',
    ['A7', ''],
  ]);
  await page.close();
});

test('a filter hides rows, behind the button of a header and by Office.js', async () => {
  const page = await openPage();
  await writeTable(page, 10);
  await page.getByRole('button', { name: '「状態」の並べ替えと絞り込み' }).click();
  await page.getByRole('checkbox', { name: '収納済' }).uncheck();
  await page.getByRole('button', { name: '絞り込む' }).click();
  await page.getByText('10行のうち4行を表示しています').waitFor();
  expect(await cell(page, 5, 0).count()).toBe(0);
  // The rest of the page is there again for screen readers, and keys go to the grid.
  await page.locator('#root:not([aria-hidden])').waitFor();
  await page.locator('[role="grid"]:focus').waitFor();
  await page.getByRole('textbox', { name: /名前ボックス/ }).waitFor();
  const criteria = await page.evaluate(() =>
    Excel.run(async (context) => {
      const filter = context.workbook.tables.getItem('消込一覧').autoFilter.load('criteria');
      await context.sync();
      context.workbook.tables.getItem('消込一覧').clearFilters();
      await context.sync();
      return filter.criteria[0]!.values;
    }),
  );
  expect(criteria).toEqual(['未納']);
  await cell(page, 5, 0).waitFor();
  await page.close();
});

test('what is not known is marked, never shown as if it were', async () => {
  const page = await openPage();
  await page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A2').formulas = [['=XLOOKUP(1,B:B,C:C)'], [5]];
      const format = sheet.getRange('A2').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=LET(x,A2,x>1)';
      format.custom.format.fill.color = '#FF0000';
      await context.sync();
    }),
  );
  await page.getByRole('img', { name: /この数式は計算していません/ }).waitFor();
  await page.getByRole('img', { name: /条件付き書式を判定していません/ }).waitFor();
  expect(await cell(page, 0, 0).innerText()).toContain('=XLOOKUP(1,B:B,C:C)');
  expect(await cell(page, 1, 0).evaluate((box) => getComputedStyle(box).backgroundColor)).toBe('rgb(255, 255, 255)');
  await page.close();
});

test('keys lead where they lead in Excel', async () => {
  const page = await openPage();
  await writeTable(page, 60);
  await page.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('隠し').visibility = 'Hidden';
      context.workbook.worksheets.add('次');
      await context.sync();
    }),
  );
  await cell(page, 4, 2).click();
  const leadsTo = async (key: string, row: number, column: number): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator(`[aria-activedescendant="cell-${row}-${column}"]`).waitFor();
  };
  await leadsTo('Control+ArrowDown', 63, 2);
  await leadsTo('Control+ArrowRight', 63, 3);
  await leadsTo('Home', 63, 2);
  await leadsTo('Control+ArrowLeft', 63, 0);
  await leadsTo('Control+ArrowUp', 3, 0);
  await leadsTo('Control+Home', 4, 2);
  await leadsTo('Control+End', 63, 3);
  await page.keyboard.press('PageUp');
  await page.locator('[aria-activedescendant="cell-63-3"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+PageDown');
  await page.getByRole('tab', { name: '次', selected: true }).waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['消込一覧', '次']);
  await page.keyboard.press('Control+PageUp');
  await page.getByRole('tab', { name: '消込一覧', selected: true }).waitFor();
  await page.close();
});

test('100,000 rows of 30 columns scroll to the last one; few are drawn', async () => {
  const page = await openPage();
  await page.evaluate(async () => {
    for (let start = 0; start < 100_000; start += 5000) {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(start, 0, 5000, 30).untrack();
        range.values = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 30 }, (__, column) => (start + row) * 30 + column));
        await context.sync();
      });
    }
  });
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+End');
  await cell(page, 99_999, 29).waitFor();
  expect(await cell(page, 99_999, 29).innerText()).toBe('2999999');
  expect(await page.getByRole('row').count()).toBeLessThan(90);
  expect(await page.locator('[role="grid"] *').count()).toBeLessThan(6000);
  await page.getByRole('textbox', { name: /名前ボックス/ }).fill('C50000');
  await page.keyboard.press('Enter');
  await cell(page, 49_999, 2).waitFor();
  await page.close();
}, 60_000);

test('the workbook is saved as a file, and then nothing is unsaved; the file is opened again', async () => {
  const page = await openPage();
  await writeTable(page, 3);
  await page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.customProperties.add('key', 'value');
      await context.sync();
    }),
  );
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存（.xlsx）' }).click();
  const file = await (await download).path();
  sound(readFileSync(file));
  await page.getByText('変更はありません').waitFor();
  await page.getByText('次のものはファイルに保存していません：シートのプロパティ（1件）').waitFor();
  const saved = await page.evaluate(() => (window as unknown as { savedSnapshots: WorkbookSnapshot[] }).savedSnapshots);
  expect(saved[0]!.sheets[0]).toMatchObject({ name: '消込一覧', tables: [{ name: '消込一覧' }], frozen: { rows: 4, columns: 2 } });

  const other = await openPage();
  await other
    .getByLabel('開く（.xlsx）')
    .first()
    .setInputFiles({ name: '消込結果.xlsx', mimeType: '', buffer: readFileSync(file) });
  await other.getByRole('heading', { name: '消込結果.xlsx' }).waitFor();
  expect(await cell(other, 4, 2).innerText()).toBe('△1,000');
  const opened = await other.evaluate(() => window.__workbench!.snapshot());
  expect(opened.sheets[0]).toMatchObject({ name: '消込一覧', values: saved[0]!.sheets[0]!.values, tables: saved[0]!.sheets[0]!.tables });
  await other
    .getByLabel('開く（.xlsx）')
    .first()
    .setInputFiles({ name: 'a.xlsx', mimeType: '', buffer: Buffer.from('no workbook') });
  await other.getByText('このファイルは.xlsx形式のブックとして読めません。').waitFor();
  await other.close();
  await page.close();
});

test('sheets: tabs, a new one, another name, one that is taken', async () => {
  const page = await openPage('?locale=en-US');
  await page.getByRole('button', { name: 'Add a sheet' }).click();
  await page.getByRole('tab', { name: 'Sheet2', selected: true }).dblclick();
  await page.keyboard.type('Sheet1');
  await page.keyboard.press('Enter');
  await page.getByText('This name is taken.').waitFor();
  await page.getByRole('tab', { name: 'Sheet2' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('tab', { name: 'Sheet1', selected: true }).waitFor();
  await page.close();
});

describe.each(['light', 'dark'])('by %s', (theme) => {
  test("the add-in's own sheets, without complaints of axe", async () => {
    const page = await openPage(`?theme=${theme}`);
    const snapshot = snapshotOf(filledWith(workbookOf(goldenRun('held-back'))).workbook);
    await page.evaluate((given) => window.__workbench!.restore(given), snapshot);
    await page.addScriptTag({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
    for (const name of ['消込一覧', '検査', '集計']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('grid', { name: `シート「${name}」` }).waitFor();
      await page.mouse.move(700, 400);
      await keptShot(page, `${theme}-${name}`);
      expect(await axeComplaints(page)).toEqual([]);
    }
    await page.close();
  }, 60_000);
});

/** Pictures are kept only where a folder for them is named. */
async function keptShot(page: Page, name: string): Promise<void> {
  const folder = process.env.WORKBENCH_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.waitForTimeout(300);
  writeFileSync(path.join(folder, `${name}.png`), await page.screenshot());
}

interface Axe {
  run(context: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Cells look as the sheet says: their contrast is the sheet's affair. */
const axeComplaints = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });

test('Excel on the web: the pane talks to the frame around it', async () => {
  const page = await browser.context.newPage();
  const files: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  await page.route('https://workbench.test/**', (route) => {
    const file = path.join(site.folder, new URL(route.request().url()).pathname);
    return route.fulfill({ path: file, contentType: files[path.extname(file)] ?? 'application/octet-stream' });
  });
  await page.goto('https://workbench.test/web.html');
  const pane = page.frame({ url: /pane\.html/ })!;
  await pane.waitForFunction(() => 'ready' in window);
  const result = await pane.evaluate(async () => {
    const told: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(async ({ address }) => void told.push(address));
      await context.sync();
      sheet.getRange('B2').values = [['web']];
      await context.sync();
    });
    Office.context.document.settings.set('a', 1);
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { platform: Office.context.platform, told };
  });
  expect(result).toEqual({ platform: 'OfficeOnline', told: ['B2'] });
  expect(await page.evaluate(() => window.__workbench!.snapshot().sheets[0]!.values[1])).toEqual([null, 'web']);
  expect(await page.evaluate(() => window.__workbench!.snapshot().settings)).toEqual({ a: 1 });
  await page.close();
});
