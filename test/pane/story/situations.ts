/** Which situations of PANE.md are there, and how does a clerk come into each? */
import type { Page } from 'playwright-core';
import type { PickedFile } from '../../../src/engine/protocol';
import { world } from '../../calibrate/world';
import type { Scene } from './story';
import { choose, give, goldenFile, run } from './story';

export interface Situation {
  readonly name: string;
  readonly height?: number;
  readonly asked?: Readonly<Record<string, string>>;
  /** All, when absent. */
  readonly looks?: readonly Scene['theme'][];
  readonly act: (page: Page) => Promise<void>;
}

const text = (name: string, content: string): PickedFile => ({ name, bytes: new TextEncoder().encode(content) });
const problem = (value: object): Record<string, string> => ({ problem: JSON.stringify(value) });
const shown = (page: Page, name: string | RegExp): Promise<void> => page.getByText(name).first().waitFor();

async function deletion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'その他' }).click();
  await page.getByRole('menuitem', { name: '個人情報の消去' }).click();
  await shown(page, '2027年度');
}

async function deletionConfirmed(page: Page): Promise<void> {
  await deletion(page);
  await page.getByRole('radio', { name: /2026年度/ }).check();
  await page.getByRole('button', { name: '消去に進む' }).click();
}

async function result(page: Page, name: string, withLedger = true): Promise<void> {
  await choose(page, name, withLedger);
  await run(page);
}

/** The week in one record after another fault: the same wrong byte in many records. */
function manyFindings(): PickedFile {
  const { bytes } = goldenFile('one-file', 'settlement.dat');
  const broken = Uint8Array.from(bytes);
  const width = broken.indexOf(0x0a) < 0 ? 120 : broken.indexOf(0x0a) + 1;
  for (let record = 3; record < 40; record++) broken[record * width + 12] = 0x39;
  for (let record = 45; record < 48; record++) broken[record * width] = 0x35;
  return { name: '収納データ_令和9年4月22日_コンビニ収納代行会社から受領.dat', bytes: broken };
}

/** A week of an agent whose layout nobody has published. */
async function bench(page: Page): Promise<void> {
  await give(page, world(4, { slips: 60, days: 6 }).files);
  await page.getByRole('button', { name: 'この様式を調べる' }).click();
  await page.locator('[data-share=totals] p').waitFor();
}

async function openExport(page: Page, kind: string): Promise<void> {
  await page.locator('#open-export').click();
  await page.getByRole('radio', { name: kind }).check();
}

export const SITUATIONS: readonly Situation[] = [
  { name: 'first', height: 378, act: (page) => shown(page, 'コンビニ収納の消込') },
  { name: 'returning', height: 560, asked: { workbook: 'held' }, act: async (page) => page.getByRole('tab', { name: '取込' }).click() },
  {
    name: 'chosen',
    height: 620,
    asked: { workbook: 'held' },
    act: async (page) => {
      await page.getByRole('tab', { name: '取込' }).click();
      await give(page, [
        goldenFile('week', '20270414.dat'),
        goldenFile('week', '20270415.dat'),
        goldenFile('week', '20270406.dat'),
        goldenFile('week', 'ledger.csv'),
      ]);
      await shown(page, /2ファイルで/);
    },
  },
  {
    name: 'chosen-trouble',
    height: 760,
    act: async (page) => {
      await give(page, [
        manyFindings(),
        text('空.dat', ''),
        text('請求書.xlsx', 'PK\u0003\u0004 abc'),
        text('台帳_令和9年度_コンビニ収納分.csv', '年度,番号,納期限,金額,収納課\r\n2027,1,2027/04/30,100,a\r\n'),
      ]);
      await shown(page, /の列が見つかりません/);
      await page.getByRole('button', { name: '列を対応させる' }).click();
      await page.locator('.matching').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'running',
    height: 378,
    asked: { holds: 'check' },
    act: async (page) => {
      await choose(page, 'week');
      await page.locator('#main-deed').click();
      await shown(page, /3\/5/);
    },
  },
  {
    name: 'writing',
    height: 400,
    asked: { holds: 'write' },
    act: async (page) => {
      await choose(page, 'week');
      await page.locator('#main-deed').click();
      await shown(page, /5\/5/);
    },
  },
  {
    name: 'stopped',
    height: 560,
    asked: { holds: 'check' },
    looks: ['light'],
    act: async (page) => {
      await choose(page, 'one-file');
      await page.locator('#main-deed').click();
      await shown(page, /3\/5/);
      await page.locator('#main-deed').click();
      await shown(page, '中止しました');
    },
  },
  { name: 'agrees', height: 860, act: (page) => result(page, 'week') },
  { name: 'differs', height: 860, act: (page) => result(page, 'wrong-total') },
  { name: 'differs-small', height: 378, act: (page) => result(page, 'wrong-total') },
  { name: 'no-ledger', height: 860, act: (page) => result(page, 'one-file', false) },
  { name: 'no-data', height: 860, looks: ['light'], act: (page) => result(page, 'no-data') },
  {
    name: 'findings',
    act: async (page) => {
      await give(page, [manyFindings(), goldenFile('wrong-total', 'settlement.dat'), goldenFile('one-file', 'ledger.csv')]);
      await shown(page, /2ファイルで/);
      await run(page);
      await page.getByRole('button', { name: /^検査結果（/ }).click();
      await page.locator('.finding').first().waitFor();
    },
  },
  {
    name: 'differs-many',
    height: 860,
    looks: ['light', 'dark'],
    act: async (page) => {
      await give(page, [manyFindings(), goldenFile('wrong-total', 'settlement.dat'), goldenFile('one-file', 'ledger.csv')]);
      await shown(page, /2ファイルで/);
      await run(page);
    },
  },
  {
    name: 'list',
    act: async (page) => {
      await result(page, 'wrong-total');
      await page.locator('#open-unpaid').click();
      await page.locator('button.slip-row').nth(2).waitFor();
    },
  },
  {
    name: 'list-empty',
    height: 500,
    looks: ['light'],
    act: async (page) => {
      await result(page, 'week');
      await page.locator('#open-paidTwice').click();
      await page.getByRole('searchbox').fill('999999');
      await shown(page, /番号を確認/);
    },
  },
  {
    name: 'list-flag',
    act: async (page) => {
      await result(page, 'week');
      await page.locator('#open-reissued').click();
      await page.locator('button.slip-row').nth(2).waitFor();
    },
  },
  {
    name: 'slip',
    height: 760,
    act: async (page) => {
      await result(page, 'week');
      await page.locator('#open-paidTwice').click();
      await page.locator('button.slip-row').first().click();
      await page.locator('.facts-grid').waitFor();
    },
  },
  {
    name: 'counter',
    height: 860,
    act: async (page) => {
      await result(page, 'week');
      await page.locator('#find-slip').fill('(91)912345202700000000001000000027043000030000');
      await page.locator('#find-slip').press('Enter');
      await page.locator('.counter .totals').waitFor();
    },
  },
  {
    name: 'slip-held',
    height: 760,
    looks: ['light', 'dark'],
    act: async (page) => {
      await result(page, 'held-back');
      await page.locator('#open-noticeHeld').click();
      await page.locator('button.slip-row').first().click();
      await page.locator('.facts-grid').waitFor();
    },
  },
  {
    name: 'history',
    height: 500,
    asked: { workbook: 'held' },
    act: async (page) => {
      await page.getByRole('tab', { name: '履歴' }).click();
      await page.locator('.run').first().waitFor();
    },
  },
  {
    name: 'undo',
    height: 500,
    asked: { workbook: 'held' },
    looks: ['light', 'contrast'],
    act: async (page) => {
      await page.getByRole('tab', { name: '履歴' }).click();
      await page
        .getByRole('button', { name: /この取込を取り消す/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'deletion',
    height: 900,
    asked: { workbook: 'held' },
    act: async (page) => {
      await deletion(page);
      await page.getByRole('radio', { name: /2026年度/ }).check();
      await page.getByRole('button', { name: '消去に進む' }).waitFor();
    },
  },
  {
    name: 'deletion-files',
    height: 1100,
    asked: { workbook: 'held' },
    looks: ['light', 'dark'],
    act: async (page) => {
      await deletion(page);
      await page.getByRole('radio', { name: 'ファイル' }).check();
      await page.getByRole('checkbox', { name: /20270409/ }).check();
      await page.getByRole('checkbox', { name: /年度末分/ }).check();
      await page.getByRole('button', { name: '消去に進む' }).waitFor();
    },
  },
  {
    name: 'deletion-confirm',
    height: 560,
    asked: { workbook: 'held' },
    looks: ['light', 'dark', 'contrast'],
    act: async (page) => {
      await deletionConfirmed(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'deletion-done',
    height: 640,
    asked: { workbook: 'held' },
    looks: ['light', 'dark'],
    act: async (page) => {
      await deletionConfirmed(page);
      await page.getByRole('dialog').getByRole('button', { name: '消去する' }).click();
      await page.getByRole('heading', { name: '消去しました' }).waitFor();
    },
  },
  {
    name: 'deletion-english',
    height: 378,
    looks: ['light'],
    asked: { language: 'en', workbook: 'held' },
    act: async (page) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Delete personal data' }).click();
      await page.getByRole('radio', { name: /2026/ }).check();
      await page.getByRole('button', { name: 'Go on to delete' }).waitFor();
    },
  },
  { name: 'reopened', height: 378, asked: { workbook: 'held' }, looks: ['light'], act: (page) => shown(page, /最後の実行は/) },
  {
    name: 'menu',
    height: 378,
    act: async (page) => {
      await page.getByRole('button', { name: 'その他' }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  ...(['設定', '使い方', 'このExcelで確かめる', 'このアドインについて'] as const).map((name, index): Situation => ({
    name: `page-${['settings', 'usage', 'trials', 'about'][index]!}`,
    height: 760,
    act: async (page) => {
      await page.getByRole('button', { name: 'その他' }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('heading', { name }).waitFor();
    },
  })),
  {
    name: 'bench',
    height: 1100,
    act: async (page) => {
      await bench(page);
      await page.locator('.bench-item').nth(7).click();
    },
  },
  {
    name: 'bench-table',
    height: 1100,
    looks: ['light', 'dark'],
    act: async (page) => {
      await bench(page);
      await page.locator('summary').last().click();
      await page.getByLabel('項目表').fill('項目名\t開始位置\t桁数\nレコード区分\t1\t1\n収納日付\t5\t6\n社内用\t11\t4');
      await page.getByRole('button', { name: '項目表を読み込む' }).click();
      await page.locator('details .note.caution').first().waitFor();
      await page.getByRole('checkbox', { name: '代行会社の仕様書と照合した' }).check();
    },
  },
  {
    name: 'trials',
    height: 1400,
    act: async (page) => {
      await page.getByRole('button', { name: 'その他' }).click();
      await page.getByRole('menuitem', { name: 'このExcelで確かめる' }).click();
      await page.getByRole('button', { name: 'Excelを確かめる' }).click();
      await page.getByRole('heading', { name: '確認の結果' }).waitFor();
    },
  },
  {
    name: 'export',
    height: 700,
    act: async (page) => {
      await result(page, 'wrong-total');
      await openExport(page, '消込結果のブック（.xlsx）');
      await page.getByRole('checkbox', { name: 'パスワードを付ける' }).check();
    },
  },
  {
    name: 'export-template',
    height: 1400,
    looks: ['light', 'dark'],
    act: async (page) => {
      await result(page, 'week');
      await openExport(page, '消込データ（CSV）');
      await page.getByRole('button', { name: 'テンプレートを作る' }).click();
      await page.getByLabel('「納付書番号」の見出し').fill('NOTICE_NO');
    },
  },
  {
    name: 'export-encrypting',
    height: 378,
    asked: { holds: 'export' },
    looks: ['light', 'dark'],
    act: async (page) => {
      await result(page, 'week');
      await page.locator('#open-finance').click();
      await shown(page, '暗号化しています');
    },
  },
  {
    name: 'export-opened',
    height: 378,
    looks: ['light', 'dark'],
    act: async (page) => {
      await result(page, 'wrong-total');
      await page.locator('#open-finance').click();
      await page.locator('#export-deed:not([aria-disabled=true])').waitFor();
    },
  },
  {
    name: 'export-to-save',
    height: 420,
    act: async (page) => {
      await result(page, 'week');
      await openExport(page, '未納の一覧（CSV）');
      await page.locator('#export-deed').click();
      await page.locator('.download').waitFor();
      await page.locator('#export-deed:not([aria-disabled=true])').waitFor();
    },
  },
  {
    name: 'export-nothing',
    height: 378,
    asked: { workbook: 'held' },
    looks: ['light'],
    act: async (page) => {
      await page.getByRole('button', { name: 'その他' }).click();
      await page.getByRole('menuitem', { name: '書き出す' }).click();
      await shown(page, /もう一度消し込むと/);
    },
  },
  { name: 'old-excel', height: 420, asked: { workbook: 'old' }, act: (page) => shown(page, 'このExcelでは使えません') },
  ...(
    [
      ['write', { code: 'writeFailed', sheet: '収納明細', rows: 5000, of: 84000, detail: 'RequestPayloadSizeLimitExceeded' }],
      ['protected', { code: 'sheetProtected', sheets: ['消込一覧', '検査'] }],
      ['rollback', { code: 'rollbackFailed', sheet: '収納明細', detail: 'GeneralException', perhaps: 'sheetsGrouped' }],
    ] as const
  ).map(([name, value]): Situation => ({
    name: `failed-${name}`,
    height: 560,
    asked: problem(value),
    act: async (page) => {
      await choose(page, 'one-file');
      await page.locator('#main-deed').click();
      await page.locator('.fui-MessageBar').waitFor();
    },
  })),
  {
    name: 'english',
    height: 860,
    asked: { language: 'en' },
    looks: ['light'],
    act: (page) => result(page, 'wrong-total'),
  },
];
