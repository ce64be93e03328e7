/** Whatever request to Excel fails, is the workbook as it was, and is the clerk told? In the real page, for each request of a run in turn. */
import { openSite, paneFrame, practise, runButton, workbookOf, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

test('each request of a run fails once', async () => {
  const here = await site.open();
  const { page, pane, problems } = here;
  const empty = await workbookOf(page);
  await practise(here);
  let failures = 0;
  for (let request = 1; ; request++) {
    const before = await workbookOf(page);
    await page.evaluate((k) => {
      const { host, failNext } = window.__workbench!;
      host.clearLog();
      failNext({ request: k, when: (['before', 'halfway', 'after'] as const)[k % 3]! });
    }, request);
    await runButton(here).click();
    const wentWell = pane.getByText('合計は全て一致しました').first();
    const failed = pane.getByText(/^(シートに書き込めませんでした|処理を続けられませんでした)$/).first();
    await wentWell.or(failed).first().waitFor();
    expect(problems).toEqual([]);
    const hasFailed = await page.evaluate(() => window.__workbench!.host.log.some(({ error }) => error !== null));
    if (!hasFailed) break;
    if (await failed.isVisible()) {
      failures++;
      expect([request, await workbookOf(page)]).toEqual([request, before]);
      await pane.getByRole('button', { name: '閉じる' }).click();
      continue;
    }
    // What fails after the run's last word is tidied up: everything stands already, and the clerk sees the result.
    // A new pane beside a new workbook, in the page that is warm.
    await page.evaluate((text) => window.__workbench!.host.restore(JSON.parse(text)), empty);
    await paneFrame(here).evaluate(() => location.reload());
    await practise(here);
    expect(await workbookOf(page)).toBe(empty);
  }
  expect(failures).toBeGreaterThan(20);
}, 900_000);
