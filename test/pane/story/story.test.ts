/** Is every situation free of axe violations and of sideways scrolling, in light, dark and forced colours? And do real keys work? */
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './axe';
import { coloursSettled } from './settled';
import { SITUATIONS } from './situations';
import { bundleStory, choose, openStage, run, startBrowser, wear, type Stage } from './story';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  const [started, script] = await Promise.all([startBrowser(), bundleStory()]);
  browser = started;
  stage = await openStage(browser, script);
}, 60_000);
afterAll(() => browser.close());

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => [document.documentElement, ...document.querySelectorAll('main')].some((part) => part.scrollWidth > part.clientWidth));

/** Every situation in light; those whose colours are their own in the other two, too. */
const IN_ALL_THEMES: readonly string[] = ['chosen', 'running', 'differs', 'no-ledger', 'findings', 'list-flag', 'slip', 'history', 'bench', 'failed-write'];

// A clerk acts once in each; the pane then changes its clothes where it stands.
describe.each(SITUATIONS)('$name', ({ name, asked, act, height = 700 }) => {
  let page: Page;
  beforeAll(async () => {
    page = await stage.open({ width: 320, height, theme: 'light', ...(asked === undefined ? {} : { asked }) });
    await act(page);
  }, 30_000);

  test.each((['light', 'dark', 'contrast'] as const).filter((theme) => theme === 'light' || IN_ALL_THEMES.includes(name)))(
    'in %s',
    async (theme) => {
      await page.setViewportSize({ width: 320, height });
      await wear(page, theme);
      await coloursSettled(page);
      expect(await violationsOf(page, theme)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await page.setViewportSize({ width: 270, height });
      expect(await isTooWide(page)).toBe(false);
    },
    30_000,
  );
});

test('Tab stops in the order of PANE.md, and nothing with the focus is covered', async () => {
  const page = await stage.open({ width: 350, height: 378, theme: 'light' });
  await choose(page, 'wrong-total');
  await run(page);
  const stops: string[] = [];
  await page.locator('#tab-result').focus();
  for (let stop = 0; stop < 17; stop++) {
    stops.push(
      await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label') || ''),
    );
    const isCovered = await page.evaluate(() => {
      const { left, top, width, height } = document.activeElement!.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return there === null || !(document.activeElement!.contains(there) || there.contains(document.activeElement));
    });
    expect([stops.at(-1), isCovered]).toEqual([stops.at(-1), false]);
    await page.keyboard.press('Tab');
  }
  expect(stops).toEqual([
    'tab-result',
    'pane-menu',
    'find-slip',
    'さがす',
    '検査結果（1件）を開く',
    'ファイルの合計との照合',
    'open-calendar',
    'できる',
    'できない（又は、納付済みの人は台帳に載せていない）',
    '納付書の状態',
    'open-unpaid',
    '注意',
    'open-paidTwice',
    'open-findings',
    'open-finance',
    'main-deed',
    'open-export',
  ]);
}, 30_000);

test('both values and the difference are seen without scrolling at 350 x 378', async () => {
  const page = await stage.open({ width: 350, height: 378, theme: 'light' });
  await choose(page, 'wrong-total');
  await run(page);
  const bottom = await page.locator('.two-values').evaluate((element) => element.getBoundingClientRect().bottom);
  const footer = await page.locator('.foot').evaluate((element) => element.getBoundingClientRect().top);
  expect(bottom).toBeLessThanOrEqual(footer);
}, 30_000);

test('all four arrows move among the flags; a slip far down is reached by End', async () => {
  const page = await stage.open({ width: 350, height: 700, theme: 'light' });
  await choose(page, 'week');
  await run(page);
  const active = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
  await page.locator('#open-paidTwice').focus();
  await page.keyboard.press('ArrowRight');
  expect(await active()).toBe('open-amountDiffers');
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('open-overdue');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe('open-paidTwice');
  await page.locator('#open-paid').click();
  await page.locator('button.slip-row').first().focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset') === '44');
  await page.keyboard.press('Enter');
  await page.getByText('44/44件').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset') === '44');
}, 30_000);
