/** Does a clerk's way lead from files of an unknown layout to a reconciled workbook, by keyboard alone: once by accepting what is proposed, once by the agent's 項目表? */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { knownItems, PLACES } from '../../src/calibrate/knownItems';
import type { Place } from '../../src/calibrate/proposal';
import { EngineCore } from '../../src/engine/engineCore';
import type { RunView } from '../../src/engine/protocol';
import { USUAL_DRESS } from '../../src/sheet/dressed';
import type { Field, LayoutData } from '../../src/file/layout';
import { world } from '../calibrate/world';
import { openSite, workbookOf, type OpenPage, type Site } from './site';

/** Nobody has published this layout, no built-in one reads it, and it declares every total. */
const { truth, files, ledgerCsv } = world(4, { slips: 60, days: 6 });

let site: Site;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'ledger.csv'), ledgerCsv);
  site = await openSite();
}, 60_000);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test('by accepting what is proposed', async () => {
  const here = await chosen();
  await openBench(here);
  await boundaryMovedAndBack(here);
  await use(here);
  await reconciled(here, (book) => expect(book).toContain('代行会社のレイアウト（未検証）'));
}, 90_000);

test('by pasting the agent’s 項目表', async () => {
  const here = await chosen();
  await openBench(here);
  await tabTo(here, /^代行会社の項目表を貼り付ける/);
  await here.page.keyboard.press('Enter');
  await tabTo(here, /^項目表/);
  await here.page.keyboard.insertText(itemTable(truth.layout));
  await tabTo(here, /^項目表を読み込む/);
  await here.page.keyboard.press('Enter');
  await here.pane
    .getByText(/^\d+項目を読み込みました。/)
    .first()
    .waitFor();
  expect(await here.pane.locator('details .note.caution').allInnerTexts()).toEqual([]);
  await here.pane.locator('[data-share=records]').getByText(ALL_FIT).waitFor();
  await tabTo(here, /^代行会社の仕様書と照合した/);
  await here.page.keyboard.press('Space');
  for (const [label, text] of [
    [/^照合した人/, '担当 一郎'],
    [/^照合した日/, 'R9.4.10'],
    [/^仕様書の名前/, '仕様書第2版'],
  ] as const) {
    await tabTo(here, label);
    await here.page.keyboard.insertText(text);
  }
  await use(here);
  // A person's word, shown as such; 未検証 is gone.
  await reconciled(here, (book) => {
    for (const text of ['様式の照合', '代行会社のレイアウト／仕様書第2版', '担当 一郎']) expect(book).toContain(text);
    expect(book).not.toContain('代行会社のレイアウト（未検証）');
  });
}, 90_000);

/** Once the last change is proved. */
async function use(here: OpenPage): Promise<void> {
  await here.pane.locator('.bench-proof[aria-busy=false]').waitFor();
  await tabTo(here, /^このレイアウトを使う/);
  await here.page.keyboard.press('Enter');
}

/** An item's end by the arrow keys; the page left and opened again; undone. */
async function boundaryMovedAndBack(here: OpenPage): Promise<void> {
  const second = here.pane.locator('.bench-item').nth(1);
  const before = await second.locator('.item-place').innerText();
  await tabTo(here, /^1\s*レコード区分/);
  await here.page.keyboard.press('ArrowDown');
  await here.page.keyboard.press('ArrowRight');
  const length = Number(/^\d+/.exec(before)![0]);
  await second.getByText(`${length + 1}桁`, { exact: false }).waitFor();
  await here.page.keyboard.press('Escape');
  await here.pane.getByRole('button', { name: 'この様式を調べる' }).waitFor();
  await tabTo(here, /^この様式を調べる/);
  await here.page.keyboard.press('Enter');
  await second.getByText(`${length + 1}桁`, { exact: false }).waitFor();
  await tabTo(here, /^元に戻す/);
  await here.page.keyboard.press('Enter');
  expect(await second.locator('.item-place').innerText()).toBe(before);
  await here.pane.locator('[data-share=records]').getByText(ALL_FIT).waitFor();
}

/** Files and ledger are chosen; no layout fits, so that no run is offered. */
async function chosen(): Promise<OpenPage> {
  const here = await site.open();
  await here.pane.getByRole('button', { name: '収納データを選ぶ' }).last().waitFor();
  // The dialog itself is the system's.
  await here.pane.locator('[data-picker=files]').setInputFiles(files.map(({ name }) => join(folder, name)));
  await here.pane.getByRole('button', { name: 'この様式を調べる' }).waitFor();
  await here.pane.locator('[data-picker=ledger]').setInputFiles(join(folder, 'ledger.csv'));
  await here.pane.getByText(/・UTF-8/).waitFor();
  expect(await here.pane.getByRole('button', { name: /で消込を実行する$/ }).count()).toBe(0);
  return here;
}

const ALL_FIT = /レコード (\d+)件中\1件がレイアウトに合う/;

async function openBench(here: OpenPage): Promise<void> {
  await tabTo(here, /^この様式を調べる/);
  await here.page.keyboard.press('Enter');
  await here.pane.locator('[data-share=records]').getByText(ALL_FIT).waitFor();
  await here.pane
    .locator('[data-share=totals]')
    .getByText(/合計 (\d+)か所中\1か所が明細の計と一致/)
    .waitFor();
}

/** The run with the layout that was found says what the run with the true one says. */
async function reconciled(here: OpenPage, judge: (book: string) => void): Promise<void> {
  const run = here.pane.getByRole('button', { name: `${files.length}ファイルで消込を実行する` });
  await run.waitFor();
  await tabTo(here, /で消込を実行する/);
  await here.page.keyboard.press('Enter');
  await here.pane.getByText('合計は全て一致しました').first().waitFor({ timeout: 30_000 });
  const expected = await trueRun();
  for (const { state, count } of expected.states.filter((one) => one.count > 0))
    expect(await here.pane.locator(`#open-${state}`).innerText()).toContain(`${count}件`);
  judge(await workbookOf(here.page));
  expect(here.problems).toEqual([]);
  await here.page.close();
}

async function trueRun(): Promise<RunView> {
  const answer = await new EngineCore().run(
    {
      files: [...files],
      ledger: { kind: 'csv', name: 'ledger.csv', bytes: new TextEncoder().encode(ledgerCsv) },
      layout: JSON.parse(JSON.stringify(dataOf(truth.layout))) as Record<string, unknown>,
      asOf: 20270510,
      lang: 'ja',
      withNames: false,
      dress: USUAL_DRESS,
      runAt: '2027/05/10 14:32:07',
      version: '0',
    },
    () => undefined,
  );
  if ('refusal' in answer) throw new Error(answer.refusal.code);
  return answer;
}

const dataOf = ({ id, title, verified, source, recordLength, charset, records, barcode, noticeKinds, recordCountIncludes }: LayoutData): LayoutData => ({
  id,
  title,
  verified,
  source,
  recordLength,
  charset,
  records,
  barcode,
  noticeKinds,
  recordCountIncludes,
});

/** As an agent prints it: columns in their order, full-width digits, its own words for what we do not know. */
function itemTable(layout: LayoutData): string {
  const wide = (value: number): string => String(value).replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)]!);
  const headings: Record<Place, string> = {
    header: 'ヘッダレコード',
    data: 'データレコード',
    barcode: 'バーコードの内訳',
    trailer: 'トレーラレコード',
    end: 'エンドレコード',
  };
  const titleOf = (place: Place, { name, kind }: Field): string =>
    name === 'recordType' ? 'レコード区分' : kind === 'filler' ? '予備' : (knownItems(place).find((item) => item.name === name)?.title ?? `社内用${name}`);
  const lines = PLACES.flatMap((place) => {
    let at = 1;
    const fields = place === 'barcode' ? layout.barcode : layout.records[place];
    return [
      headings[place],
      '桁数\t属性\t開始位置\t項目名',
      ...fields.map((field) => {
        const line = `${wide(field.length)}\t9\t${wide(at)}\t${titleOf(place, field)}`;
        at += field.length;
        return line;
      }),
    ];
  });
  return lines.join('\n');
}

/** Presses Tab until the focus is on what is called so, as its label or its text. F6 leads from the sheet into the pane, where Excel has it. */
async function tabTo({ page, pane }: OpenPage, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 120; presses++) {
    const frame = page.frames().find((one) => one.url().includes('workbook-pane.html'))!;
    const here = await focused(frame);
    if (name.test(here)) return;
    seen.push(here);
    if (here === '') await pane.locator('#tab-import').focus();
    else await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}: ${[...new Set(seen)].join(' | ')}`);
}

const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || !document.hasFocus()) return '';
    const label = (element as HTMLInputElement).labels?.[0]?.innerText;
    return (element.getAttribute('aria-label') ?? label ?? (element as HTMLElement).innerText).trim();
  });
