/** Does what leaves the office arrive whole? In the real page: the copy for finance in one click, CSV, passwords, and the line in 取込履歴. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download } from 'playwright-core';
import { violationsOf } from '../pane/story/axe';
import { coloursSettled } from '../pane/story/settled';
import { choose, openSite, paneFrame, practise, runButton, sample, type OpenPage, type Site } from './site';

const DECRYPT = path.join(__dirname, '../encrypt/decrypt.py');
const SECRET = 'ひみつ-2027';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const opened: OpenPage[] = [];
async function reconciled(files: readonly string[] | null = null, ledger = sample('ledger.csv'), query = ''): Promise<OpenPage> {
  const here = await site.open(query);
  opened.push(here);
  if (files === null) await practise(here);
  else await choose(here, files.map(sample), ledger);
  await runButton(here).click();
  await here.pane.locator('.verdict').first().waitFor();
  return here;
}
afterEach(async () => {
  for (const { page, problems } of opened.splice(0)) {
    expect(problems).toEqual([]);
    await page.close();
  }
});

const foot = ({ pane }: OpenPage) => pane.locator('#export-deed');
/** 保存した stands where 中止する stood, and takes no click at first. */
const ready = (here: OpenPage): Promise<void> => here.pane.locator('#export-deed:not([aria-disabled=true])').waitFor();
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
  const here = await reconciled(['20261006.dat', '20261007.dat', '20261008.dat']);
  const { page, pane } = here;
  await pane.getByRole('button', { name: '財務用を書き出す' }).click();
  await pane.getByText('新しいブックを開きました。名前を付けて保存してください。', { exact: true }).waitFor();
  const name = await pane.locator('.file-to-be').innerText();
  expect(name).toMatch(/^財務用_\d{8}\.xlsx$/);
  const books = page.getByRole('navigation', { name: '開いているブック' }).getByRole('button');
  await books.nth(1).waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(expect.arrayContaining(['入金確認', '集計', '検査', '収納明細']));
  expect(await page.locator('#cell-0-0').innerText()).toBe('入金確認');
  expect((await history(here)).at(-1)).toEqual(['財務用（保存未確認）', name, '']);
  expect(await pane.getByRole('heading', { name: '保存しましたか' }).isVisible()).toBe(true);

  await ready(here);
  await foot(here).click();
  await pane.locator('.verdict').first().waitFor();
  await books.nth(0).click();
  await pane.getByRole('tab', { name: '取込' }).click();
  await choose(here, [sample('trouble-20261009.dat')], sample('ledger.csv'));
  await runButton(here).click();
  await pane.getByText('合計が合いません').first().waitFor();
  expect((await history(here)).map(([operation]) => operation)).toEqual(['取込', '取込', '取込', '財務用', '取込']);
  await pane.getByRole('tab', { name: '履歴' }).click();
  await pane.getByText(name).waitFor();
}, 60_000);

test('the unpaid as CSV: a file in Shift_JIS, each row with how far it can be trusted', async () => {
  const here = await reconciled(['trouble-20261009.dat']);
  const { pane } = here;
  await pane.locator('#open-export').click();
  await kind(here, '未納の一覧（CSV）').check();
  await pane.getByLabel('文字コード').selectOption({ label: 'Shift_JIS' });
  const download = await saved(here);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^未納の一覧_\d{8}_不一致あり\.csv$/);
  const bytes = await bytesOf(download);
  const [header, first] = new TextDecoder('shift_jis', { fatal: true }).decode(bytes).split('\r\n');
  expect(header).toMatch(/^基準日,データの期間,納付の最終日,データの完全性,ファイルのない日,他の収納,年度,納付書番号/);
  expect(first).toMatch(/^\d{4}\/\d\d\/\d\d,/);
  const sha256 = execFileSync('sha256sum', [await download.path()])
    .toString()
    .slice(0, 64);
  expect((await history(here)).at(-1)).toEqual(['CSV（保存未確認）', name, sha256]);
  expect(await pane.getByRole('link', { name: /を保存する$/ }).getAttribute('download')).toBe(name);
}, 60_000);

test('消込結果のブック: 備考 and 取込履歴 as they stand in the workbook', async () => {
  const here = await reconciled();
  const { page, pane } = here;
  const slip = await page.evaluate(() => {
    const { sheet } = window.__workbench!.host.workbook.tables().find(({ name }) => name === '消込一覧')!;
    sheet.cells.setValue(4, 13, '電話済み');
    return String(sheet.cells.value(4, 3));
  });
  await pane.locator('#open-finance').click();
  await ready(here);
  await pane.getByRole('button', { name: 'もう一度書き出す' }).click();
  await kind(here, '消込結果のブック（.xlsx）').check();
  await pane.getByRole('checkbox', { name: '取込履歴' }).check();
  const made = page.evaluate(
    () =>
      new Promise<string[][]>((resolve) => {
        window.__workbench!.host.onCreateWorkbook(({ workbook }) => {
          const texts = (table: string, ...places: number[]): string[] => {
            const found = workbook.tables().find(({ name }) => name === table)!;
            const { row, rows } = found.bodyArea();
            return Array.from({ length: rows }, (_, at) => places.map((place) => String(found.sheet.cells.value(row + at, place) ?? '')).join(' '));
          };
          resolve([texts('消込一覧', 3, 13).filter((text) => !text.endsWith(' ')), texts('取込履歴', 1)]);
        });
      }),
  );
  await foot(here).click();
  expect(await made).toEqual([[`${slip} 電話済み`], ['取込', '取込', '取込', '財務用（保存未確認）']]);
}, 60_000);

/** Presses 中止する as soon as the pane says this. */
const stopAt = (here: OpenPage, text: string): Promise<void> =>
  paneFrame(here).evaluate((wanted) => {
    const watch = new MutationObserver(() => {
      if (!document.body.textContent!.includes(wanted)) return;
      watch.disconnect();
      document.getElementById('export-deed')!.click();
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, text);

test('with a password: stopped half-way nothing leaves; then only the password opens the file', async () => {
  const here = await reconciled();
  const { pane } = here;
  await pane.locator('#open-export').click();
  await kind(here, '消込結果のブック（.xlsx）').check();
  await pane.getByRole('checkbox', { name: 'パスワードを付ける' }).check();
  await pane.getByText('パスワードを入力してください。').waitFor();
  const type = async (again: string): Promise<void> => {
    await pane.getByLabel('パスワード', { exact: true }).fill(SECRET);
    await pane.getByLabel(/確認のため/).fill(again);
  };
  await type(`${SECRET}x`);
  await pane.getByText('2つのパスワードが違います。').waitFor();
  // Excel's own box takes no input method.
  await pane.getByText(/Excelの欄では、日本語入力を使えません/).waitFor();
  expect(await foot(here).getAttribute('aria-disabled')).toBe('true');
  await type(SECRET);
  const before = await history(here);
  await stopAt(here, '暗号化しています');
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
  expect((await history(here)).at(-1)!.slice(0, 2)).toEqual(['書き出し（保存未確認）', '消込結果_20261120.xlsx']);
}, 90_000);

const exportView = async ({ pane }: OpenPage): Promise<void> => {
  await pane.locator('#open-export').click();
  await pane.getByRole('heading', { name: '書き出し' }).waitFor();
};

test('characters that Shift_JIS lacks are told before anything is written; in UTF-8 they stand', async () => {
  const ledger = path.join(mkdtempSync(path.join(tmpdir(), 'keshikomi-')), 'ledger.csv');
  writeFileSync(ledger, readFileSync(sample('ledger.csv'), 'utf8').replace('延長', '𠮷長'));
  const here = await reconciled(['20261006.dat'], ledger);
  const { pane } = here;
  await exportView(here);
  await kind(here, '消込一覧（CSV）').check();
  await pane.getByLabel('文字コード').selectOption({ label: 'Shift_JIS' });
  const before = await history(here);
  await foot(here).click();
  await pane
    .getByRole('alert')
    .getByText(/^Shift_JISで表せない文字が1か所あります（.*の「費目」に「𠮷」）。UTF-8を選んでください。/)
    .waitFor();
  expect([await foot(here).getAttribute('aria-disabled'), await history(here)]).toEqual(['true', before]);
  await pane.getByLabel('文字コード').selectOption({ label: 'UTF-8（BOM付き）' });
  const bytes = await bytesOf(await saved(here));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toContain('𠮷長');
}, 60_000);

test('a template for the fee system: columns, order and headers as chosen, kept in the workbook under a name of its own', async () => {
  const here = await reconciled();
  const { pane } = here;
  await exportView(here);
  await kind(here, '消込データ（CSV）').check();
  await pane.getByText('テンプレートを選ぶか、作ってください。').waitFor();
  await pane.getByRole('button', { name: 'テンプレートを作る' }).click();
  await pane.getByLabel('「年度」を後へ').click();
  await pane.getByLabel('「納付書番号」の見出し').fill('NOTICE_NO');
  for (const name of [
    '収納機関',
    '再発行',
    '注意',
    '費目',
    '所管課',
    '納期限',
    '請求額',
    '差額',
    '確報額',
    '納付回数',
    '他の収納額',
    '他の収納日',
    '基準日',
    'データの期間',
    '納付の最終日',
    'データの完全性',
    'ファイルのない日',
    '他の収納',
    '合計の検査',
  ])
    await pane.getByLabel(`「${name}」を外す`).click();
  await pane.getByLabel('日付の形').selectOption({ label: '20270430' });
  await pane
    .getByText('「基準日」「データの期間」「納付の最終日」「データの完全性」「ファイルのない日」「他の収納」「合計の検査」の列がありません。')
    .waitFor();
  await pane.getByRole('checkbox', { name: '未納' }).uncheck();
  await pane.getByText('の列がありません。').waitFor({ state: 'detached' });
  await foot(here).click();
  await kind(here, '消込データ（CSV）').waitFor();
  expect(await pane.getByLabel('テンプレート', { exact: true }).inputValue()).toBe('料金システム');
  const lines = new TextDecoder('shift_jis', { fatal: true }).decode(await bytesOf(await saved(here))).split('\r\n');
  expect(lines[0]).toBe('NOTICE_NO,年度,状態,納付額,納付日');
  expect(lines[1]).toMatch(/^\d{17},2026,[^,]+,\d+,\d{8}$/);
  expect(lines.some((line) => line.includes('未納'))).toBe(false);

  await pane.getByRole('button', { name: 'もう一度書き出す' }).click();
  await pane.getByRole('button', { name: 'テンプレートを作る' }).click();
  await pane.getByLabel('名前').fill(' 料金システム');
  await pane.getByText('同じ名前のテンプレートがあります。').waitFor();
  expect(await foot(here).getAttribute('aria-disabled')).toBe('true');
  expect(await here.page.evaluate(() => [...window.__workbench!.host.workbook.settings.keys()])).toContain('keshikomi.csvTemplates');
}, 60_000);

test('a template without the columns of trust says so before it leaves, loudly where totals do not agree; it leaves all the same', async () => {
  const here = await reconciled(['trouble-20261009.dat']);
  const { pane } = here;
  await exportView(here);
  await kind(here, '消込データ（CSV）').check();
  await pane.getByRole('button', { name: 'テンプレートを作る' }).click();
  await pane.getByLabel('「合計の検査」を外す').click();
  const said = pane.locator('.caution', { hasText: '「合計の検査」の列がありません。' });
  expect(await said.locator('strong').allInnerTexts()).toEqual(['合計が合っていません。', 'データが不完全なため、未納は確定できません。']);
  await foot(here).click();
  await kind(here, '消込データ（CSV）').waitFor();
  await said.waitFor();
  expect((await saved(here)).suggestedFilename()).toMatch(/^消込データ_\d{8}_不一致あり\.csv$/);
}, 60_000);

test('the editor takes the focus and gives it back: Escape leaves the view', async () => {
  const here = await reconciled();
  const { page, pane } = here;
  const press = async (id: string): Promise<void> => {
    await pane.locator(`#${id}`).focus();
    await page.keyboard.press('Enter');
    await pane.locator('h3:focus', { hasText: 'テンプレート' }).waitFor();
  };
  await exportView(here);
  await kind(here, '消込データ（CSV）').check();
  await press('new-template');
  await foot(here).click();
  await pane.locator('#new-template:focus').waitFor();
  await press('edit-template');
  await foot(here).click();
  await pane.locator('#edit-template:focus').waitFor();
  await press('edit-template');
  await pane.getByRole('button', { name: 'やめる' }).click();
  await pane.locator('#edit-template:focus').waitFor();
  await press('edit-template');
  await pane.getByRole('button', { name: 'このテンプレートを消す' }).click();
  await pane.locator('#new-template:focus').waitFor();
  await page.keyboard.press('Escape');
  await pane.locator('.verdict').first().waitFor();
}, 60_000);

test('templates that cannot be read are not taken for none: a new one never takes their place', async () => {
  const here = await reconciled();
  const { page, pane } = here;
  const names = (): Promise<string[]> =>
    page.evaluate(() => {
      const kept = window.__workbench!.host.workbook.settings.get('keshikomi.csvTemplates');
      return (JSON.parse(String(kept)) as { readonly name: string }[]).map(({ name }) => name);
    });
  const make = async (name: string): Promise<void> => {
    await pane.getByRole('button', { name: 'テンプレートを作る' }).click();
    await pane.getByLabel('名前').fill(name);
    await foot(here).click();
    await pane.locator('#new-template:focus').waitFor();
  };
  await exportView(here);
  await kind(here, '消込データ（CSV）').check();
  await make('一');
  await make('二');
  await page.keyboard.press('Escape');
  await pane.locator('.verdict').first().waitFor();
  await page.evaluate(() => window.__workbench!.failNext({ request: 1, when: 'before' }));
  await exportView(here);
  await kind(here, '消込データ（CSV）').check();
  await pane.getByRole('alert').getByText('テンプレートを読めませんでした').waitFor();
  expect(await pane.getByRole('button', { name: 'テンプレートを作る' }).count()).toBe(0);
  expect(await pane.getByText('このブックには、まだテンプレートがありません。').count()).toBe(0);
  expect(await foot(here).getAttribute('aria-disabled')).toBe('true');
  await pane.getByRole('button', { name: 'もう一度読む' }).click();
  await pane.locator('#new-template:focus').waitFor();
  await make('三');
  expect(await names()).toEqual(['一', '二', '三']);
}, 60_000);

test.each(['light', 'dark'] as const)(
  '%s: axe finds nothing in the export view, whatever is chosen',
  async (theme) => {
    const here = await reconciled(null, undefined, `?theme=${theme}&pane=320`);
    const { pane } = here;
    const look = async (): Promise<void> => {
      await coloursSettled(paneFrame(here));
      expect(await violationsOf(paneFrame(here))).toEqual([]);
      expect(await paneFrame(here).evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false);
    };
    await exportView(here);
    for (const name of ['財務用のブック（.xlsx）', '消込結果のブック（.xlsx）', '未納の一覧（CSV）', '消込データ（CSV）']) {
      await kind(here, name).check();
      await look();
    }
    await pane.getByRole('button', { name: 'テンプレートを作る' }).click();
    await look();
    await pane.getByRole('button', { name: 'やめる' }).click();
    await kind(here, '未納の一覧（CSV）').check();
    await saved(here);
    await ready(here);
    await look();
  },
  60_000,
);

test('keys alone: from the result to the copy for finance, and back to where it began', async () => {
  const here = await reconciled();
  const { page, pane } = here;
  const focused = (): Promise<string> => paneFrame(here).evaluate(() => document.activeElement?.id ?? '');
  await pane.locator('#open-finance').focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: '保存しましたか' }).waitFor();
  for (let press = 0; press < 10 && (await focused()) !== 'export-deed'; press++) await page.keyboard.press('Tab');
  await ready(here);
  await page.keyboard.press('Enter');
  await pane.locator('.verdict').first().waitFor();
  expect(await focused()).toBe('open-finance');
  await pane.locator('#open-export').focus();
  await page.keyboard.press('Enter');
  await pane.locator('h2:focus', { hasText: '書き出し' }).waitFor();
  await page.keyboard.press('Escape');
  await pane.locator('.verdict').first().waitFor();
  expect(await focused()).toBe('open-export');
  await page.keyboard.press('Enter');
  await foot(here).focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: '保存しましたか' }).waitFor();
  await ready(here);
  expect(await focused()).toBe('export-deed');
  await page.keyboard.press('Enter');
  await pane.locator('.verdict').first().waitFor();
}, 60_000);

test('nothing reconciled in this session: the workbook’s own files are reconciled again, then exported', async () => {
  const empty = await site.open();
  opened.push(empty);
  const openMenu = async ({ pane }: OpenPage): Promise<void> => {
    await pane.getByRole('button', { name: 'その他' }).click();
    await pane.getByRole('menuitem', { name: '書き出す' }).click();
  };
  await openMenu(empty);
  await empty.pane.getByText('書き出すものがありません。').waitFor();

  const here = await reconciled();
  await paneFrame(here).evaluate(() => location.reload());
  await here.pane.getByText('最後の実行は').waitFor();
  await openMenu(here);
  await here.pane.getByRole('button', { name: 'もう一度消し込む' }).click();
  await here.pane.locator('.verdict').first().waitFor();
  await here.pane.getByRole('button', { name: '財務用を書き出す' }).click();
  await here.pane.getByRole('heading', { name: '保存しましたか' }).waitFor();
}, 60_000);
