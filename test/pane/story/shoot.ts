/** What does the pane look like in each situation of PANE.md? `node scripts/run.mjs test/pane/story/shoot.ts FOLDER [NAME]` draws them all. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleStory, openStage, startBrowser, type Scene } from './story';
import { coloursSettled } from './settled';
import { SITUATIONS } from './situations';

const [, , folder = '/tmp/pane', only = ''] = process.argv;
const LOOKS: readonly Pick<Scene, 'width' | 'theme'>[] = [
  { width: 320, theme: 'light' },
  { width: 450, theme: 'light' },
  { width: 320, theme: 'dark' },
  { width: 320, theme: 'contrast' },
];

/** Wider than the pane, or clipped although nothing says so. */
const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('.body, .body *, .top, .foot')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 0.5 && !element.closest('.hidden'),
    );
    return wide.map((element) => `${element.tagName}.${element.className.slice(0, 40)} ${Math.round(element.getBoundingClientRect().right)}`);
  });

const tell = (line: string): void => void process.stdout.write(`${line.trim()}\n`);

mkdirSync(folder, { recursive: true });
const script = await bundleStory();
const browser = await startBrowser();
const stage = await openStage(browser, script, 2);
let errors: string[] = [];
stage.page.on('pageerror', (error) => errors.push(error.message));
for (const { name, height = 700, asked, act, looks } of SITUATIONS) {
  if (!name.includes(only)) continue;
  for (const look of LOOKS) {
    if (looks !== undefined && !looks.includes(look.theme)) continue;
    const page = await stage.open({ ...look, height, ...(asked === undefined ? {} : { asked }) });
    errors = [];
    try {
      await act(page);
      await coloursSettled(page);
      const file = `${name}-${look.width}-${look.theme}.png`;
      await page.screenshot({ path: join(folder, file) });
      const wide = await overflowOf(page);
      tell(`${file} ${wide.length === 0 ? '' : `TOO WIDE ${wide.slice(0, 3).join(' | ')}`} ${errors.join(' ')}`);
    } catch (error) {
      await page.screenshot({ path: join(folder, `${name}-${look.width}-${look.theme}-FAILED.png`) });
      tell(`${name} ${look.width} ${look.theme} FAILED ${String(error).slice(0, 300)} ${errors.join(' ')}`);
    }
  }
}
await browser.close();
