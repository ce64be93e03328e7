/** Can the main job be done with keys alone, and by people who do not see the screen? In the real page, in each theme and width. */
import type { Frame } from 'playwright-core';
import { violationsOf } from '../pane/story/axe';
import { coloursSettled } from '../pane/story/settled';
import { openSite, paneFrame, practise, runButton, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const isTooWide = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => [document.documentElement, ...document.querySelectorAll('main')].some((part) => part.scrollWidth > part.clientWidth));

describe.each(['light', 'dark', 'contrast'] as const)('%s', (theme) => {
  test.each([320, 450])(
    '%i px: nothing that axe finds, nothing cut off, before and after a run',
    async (width) => {
      const here = await site.open(`?theme=${theme === 'dark' ? 'dark' : 'light'}&pane=${width}`);
      const { page, pane } = here;
      if (theme === 'contrast') await page.emulateMedia({ forcedColors: 'active' });
      await pane.getByText('練習用データで試す').waitFor();
      const look = async (): Promise<void> => {
        await coloursSettled(paneFrame(here));
        expect([await violationsOf(paneFrame(here), theme), await isTooWide(paneFrame(here))]).toEqual([[], false]);
      };
      await look();
      await practise(here);
      await look();
      await runButton(here).click();
      await pane.getByText('合計は全て一致しました').first().waitFor();
      await look();
      expect(await violationsOf(page.mainFrame(), theme)).toEqual([]);
      await pane.getByRole('tab', { name: '履歴' }).click();
      await pane.getByRole('button', { name: '個人情報の消去' }).click();
      await pane.getByRole('radio', { name: /年度 / }).check();
      await pane.getByRole('button', { name: '消去に進む' }).waitFor();
      await look();
      expect(here.problems).toEqual([]);
      await page.close();
    },
    60_000,
  );
});

test('keys alone: practice data, run, a list, one slip, and back', async () => {
  const here = await site.open();
  const { page, pane } = here;
  const { keyboard } = page;
  const focused = (): Promise<string> =>
    paneFrame(here).evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));
  const tabTo = async (text: string, key = 'Tab'): Promise<void> => {
    for (let press = 0; press < 40; press++) {
      if ((await focused()).includes(text)) return;
      await keyboard.press(key);
    }
    throw new Error(`${text} is not reached`);
  };
  await pane.getByText('練習用データで試す').waitFor();
  await pane.locator('#tab-import').focus();
  await tabTo('練習用データで試す');
  await keyboard.press('Enter');
  await runButton(here).waitFor();
  await tabTo('で消込を実行する');
  await keyboard.press('Enter');
  await pane.getByText('合計は全て一致しました').first().waitFor();
  await keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await keyboard.press('F6');
  await tabTo('未納', 'Shift+Tab');
  await keyboard.press('Enter');
  await pane.getByRole('heading', { name: '未納' }).waitFor();
  await tabTo('1000006');
  await keyboard.press('Enter');
  await pane.getByText('期限超過').first().waitFor();
  await keyboard.press('Escape');
  await pane.getByRole('heading', { name: '未納' }).waitFor();
  await keyboard.press('Escape');
  await pane.getByText('ファイルの合計との照合').waitFor();
  expect(here.problems).toEqual([]);
}, 60_000);

test('a slow intranet: the focus waits for the view that was opened, so that keys lead on from there', async () => {
  const here = await site.open();
  const { page, pane } = here;
  await practise(here);
  await runButton(here).click();
  await pane.locator('.verdict').first().waitFor();
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await pane.locator('#open-export').focus();
  await page.keyboard.press('Enter');
  await pane.locator('h2:focus', { hasText: '書き出し' }).waitFor({ timeout: 10_000 });
  await page.keyboard.press('Escape');
  await pane.locator('.verdict').first().waitFor();
  expect(here.problems).toEqual([]);
  await page.close();
}, 60_000);
