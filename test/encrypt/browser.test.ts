/** Does the encryption work in a browser's worker, tell how far it is, and stop when asked to? */
import { readXlsx } from 'hucre/xlsx';
import path from 'node:path';
import { writeWorkbook } from '../../src/xlsx';
import { goldenRun, workbookOf } from '../sheet/runs';
import { openChromium, type Browser } from '../workbench/browser/chromium';
import { openSite, type Site } from '../workbench/browser/site';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await openSite({ worker: path.join(__dirname, 'worker.ts') }, { 'index.html': '<!doctype html><title>worker</title>' });
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

interface Answer {
  readonly shares: readonly number[];
  readonly bytes: readonly number[] | null;
  readonly error: string | null;
}

async function encryptInWorker(content: Uint8Array, password: string, stopAt: number): Promise<Answer> {
  const page = await browser.context.newPage();
  await page.goto(`${site.origin}/index.html`);
  return page.evaluate(
    ([bytes, secret, limit]) =>
      new Promise<Answer>((resolve) => {
        const worker = new Worker('worker.js');
        const shares: number[] = [];
        worker.onmessage = ({ data }: MessageEvent<{ share?: number; bytes?: Uint8Array; error?: string }>) => {
          if (data.share === undefined) return resolve({ shares, bytes: data.bytes === undefined ? null : [...data.bytes], error: data.error ?? null });
          shares.push(data.share);
          if (data.share > limit) worker.postMessage('stop');
        };
        worker.postMessage({ content: Uint8Array.from(bytes), password: secret });
      }),
    [[...content], password, stopAt] as const,
  );
}

test('a workbook encrypted in a worker opens with its password', async () => {
  const { shares, bytes, error } = await encryptInWorker(await writeWorkbook(workbookOf(goldenRun('no-data'))), '鍵🔑', Infinity);
  expect([error, shares[0], shares.at(-1)]).toEqual([null, 0, 1]);
  expect((await readXlsx(Uint8Array.from(bytes!), { password: '鍵🔑' })).sheets[0]!.name).toBe('消込一覧');
}, 120_000);

test('and stops in the middle', async () => {
  const { shares, bytes, error } = await encryptInWorker(new Uint8Array(100), 'p', 0.1);
  expect([bytes, error]).toEqual([null, 'stopped']);
  expect(shares.at(-1)).toBeLessThan(0.8);
}, 60_000);
