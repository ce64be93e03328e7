/** What does the product look like? Draws docs/screenshots/*.png from the built page, each time the same: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { choose, openSite, practise, runButton, sample, type OpenPage } from '../test/page/site';

const FOLDER = 'docs/screenshots';
const SIZE = { width: 1440, height: 860 };
/** The day for which the samples were made, so that no picture shows another date tomorrow. */
const NOW = new Date('2026-11-20T14:32:00+09:00');
/** Milliseconds: buttons fade into their colours. */
const COLOURS_SETTLE = 400;

const runPractice = async (here: OpenPage): Promise<void> => {
  await practise(here);
  await runButton(here).click();
  await here.pane.getByText('合計は全て一致しました').first().waitFor();
};

/** By the name of the picture: the page's query, and what is done before it is taken. */
const PICTURES: Readonly<Record<string, readonly [query: string, act: (here: OpenPage) => Promise<void>]>> = {
  result: ['', runPractice],
  chosen: ['', practise],
  mismatch: [
    '',
    async (here) => {
      await choose(here, [sample('trouble-20261009.dat')], sample('ledger.csv'));
      await runButton(here).click();
      await here.pane.getByText('合計が合いません').first().waitFor();
    },
  ],
  dark: [
    '?theme=dark',
    async (here) => {
      await runPractice(here);
    },
  ],
  slip: [
    '',
    async (here) => {
      await runPractice(here);
      await here.pane.getByRole('button', { name: /^二重納付/ }).click();
      await here.pane.getByRole('button', { name: /^2026/ }).first().click();
      await here.pane.getByRole('button', { name: 'シートで表示する' }).click();
      await here.page.getByText(/^合計: /).waitFor();
    },
  ],
  history: [
    '',
    async (here) => {
      await runPractice(here);
      await here.pane.getByRole('tab', { name: '履歴' }).click();
    },
  ],
};

mkdirSync(FOLDER, { recursive: true });
const site = await openSite(SIZE, NOW);
try {
  for (const [name, [query, act]] of Object.entries(PICTURES)) {
    const here = await site.open(query);
    await act(here);
    await here.page.mouse.move(0, 0);
    await here.page.waitForTimeout(COLOURS_SETTLE);
    await here.page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
    if (here.problems.length > 0) throw new Error(`${name}: ${here.problems.join('; ')}`);
    await here.page.close();
    console.log(join(FOLDER, `${name}.png`));
  }
} finally {
  await site.close();
}
