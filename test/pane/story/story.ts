/** How is the story opened in a browser? Bundled in memory, answered from memory, its engine in this process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildFile } from '../../../scripts/buildFile';
import type { ExportRequest } from '../../../src/engine/exportProtocol';
import type { ProofRequest, StudyRequest } from '../../../src/engine/layoutProtocol';
import type { PickedFile, InspectRequest, RunRequest } from '../../../src/engine/protocol';
import { EngineCore } from '../../../src/engine/engineCore';
import { heldBy } from '../../engine/heldTables';
import { localEngine } from '../../engine/localEngine';

const ROOT = process.cwd();
export const GOLDEN = join(ROOT, 'test', 'golden');
const PAGE = 'http://pane.test/';
const HTML =
  '<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body><div id="pane"></div><script src="/pane.js"></script></body></html>';

/** As webpack makes the pane: only the codecs that we read, and nothing of Node. */
const asInThePane: Plugin = {
  name: 'as-in-the-pane',
  setup(made) {
    made.onResolve({ filter: /^\.\.\/encodings$/ }, () => ({ path: join(ROOT, 'src/charset/encodings.cjs') }));
    made.onResolve({ filter: /^(stream|string_decoder)$/ }, () => ({ path: 'nothing', namespace: 'nothing' }));
    made.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }));
  },
};

export async function bundleStory(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'test/pane/story/main.tsx')],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [asInThePane],
  });
  return outputFiles[0]!.text;
}

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    env: { ...process.env, LANGUAGE: 'ja', LANG: 'ja_JP.UTF-8' },
    args: [
      '--lang=ja',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly asked?: Readonly<Record<string, string>>;
}

/** Bytes travel as base64. */
const unpacked = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'base64' in value ? new Uint8Array(Buffer.from(String(value.base64), 'base64')) : value;

/** What the workbook of the story would hold: a week of one year, and two records of the year before in one of its files. */
async function asHeld(request: RunRequest): Promise<RunRequest> {
  const notice = (fiscalYear: string, slipNumber: string) =>
    ({ kind: 'confirmed', paidDate: '20270410', paidTime: '1000', fiscalYear, slipNumber, amount: 5200 }) as const;
  const notices = [notice('2026', '900001'), notice('2026', '900002'), notice('2027', '1000381'), notice('20X6', '3')];
  const mixed = { name: '20270416_年度末分_再送.dat', bytes: buildFile({ groups: [{ createdDate: '20270416', notices }] }) };
  const files = [...['08', '09', '10', '11', '12'].map((day) => goldenFile('week', `202704${day}.dat`)), mixed];
  const { deletion: _deletion, ...first } = request;
  const core = new EngineCore();
  await core.run({ ...first, files, ledger: null, earlier: { originals: [], history: [], undone: [] } }, () => undefined);
  return { ...request, ledger: { kind: 'csv', ...goldenFile('week', 'ledger.csv') }, earlier: heldBy(core) };
}

const deletable = async (request: RunRequest): Promise<RunRequest> => (request.deletion === undefined ? request : asHeld(request));

/** What the system around the pane does for a theme. */
const coloursOf = (theme: Scene['theme']) =>
  ({ colorScheme: theme === 'light' ? 'light' : 'dark', forcedColors: theme === 'contrast' ? 'active' : 'none' }) as const;

/** The pane in another theme, with everything that a clerk has done in it. */
export async function wear(page: Page, theme: Scene['theme']): Promise<void> {
  await page.emulateMedia(coloursOf(theme));
  await page.evaluate((chosen) => window.wear(chosen), theme);
  await page.locator(`.pane[data-theme=${theme}]`).waitFor();
}

/** Where the situations play, one after the other. */
export interface Stage {
  readonly page: Page;
  /** The pane as it opens, with an engine that knows nothing yet. */
  open(scene: Scene): Promise<Page>;
  close(): Promise<void>;
}

/** One page for all: a browser that has read the script once does not read it again. */
export async function openStage(browser: Browser, script: string, deviceScaleFactor = 1): Promise<Stage> {
  const context = await browser.newContext({ deviceScaleFactor, locale: 'ja-JP' });
  const page = await context.newPage();
  let engine = localEngine();
  await page.exposeFunction('engineCall', (name: string, json: string) => {
    const request: unknown = JSON.parse(json, unpacked);
    switch (name) {
      case 'inspect':
        return engine.inspect(request as InspectRequest);
      case 'study':
        return engine.study(request as StudyRequest);
      case 'prove':
        return engine.prove(request as ProofRequest);
      case 'areOfAgent':
        return engine.areOfAgent(...(request as Parameters<typeof engine.areOfAgent>));
      case 'run':
        return deletable(request as RunRequest).then((held) => engine.run(held, () => undefined));
      case 'surveyDeletion':
        return asHeld(request as RunRequest).then((held) => engine.surveyDeletion(held));
      case 'previewDeletion':
        return engine.previewDeletion(request as Parameters<typeof engine.previewDeletion>[0]);
      case 'slips':
        return engine.slips(request as Parameters<typeof engine.slips>[0]);
      case 'slip':
        return engine.slip(request as number);
      case 'restore':
        return engine.restore(request as RunRequest);
      case 'find':
        return engine.find(request as string);
      case 'record':
        return engine.record(...(request as [string, number]));
      case 'reminders':
        return engine.reminders();
      case 'workbook':
        return engine.workbook();
      case 'stand':
        return engine.stand();
      case 'discard':
        return engine.discard();
      case 'exportable':
        return engine.exportable();
      case 'export':
        return engine.export(request as ExportRequest, () => undefined, new AbortController().signal);
      default:
        return engine.rows(...(request as [number, number, number]));
    }
  });
  await page.route('**/*', (route) =>
    route.request().url().endsWith('/pane.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: HTML }),
  );
  return {
    page,
    open: async ({ width, height, theme, asked = {} }) => {
      engine = localEngine();
      await page.setViewportSize({ width, height });
      await page.emulateMedia(coloursOf(theme));
      await page.goto(`${PAGE}?${new URLSearchParams({ theme, ...asked }).toString()}`);
      return page;
    },
    close: () => context.close(),
  };
}

export const goldenFile = (name: string, file: string): PickedFile => ({ name: file, bytes: readFileSync(join(GOLDEN, name, file)) });

/** Hands files to the pane as the file dialog would. */
export async function give(page: Page, files: readonly PickedFile[]): Promise<void> {
  await page.setInputFiles(
    '[data-picker=files]',
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
  );
}

/** Chooses a golden case and waits until it was looked into. */
export async function choose(page: Page, name: string, withLedger = true): Promise<void> {
  const { files, ledger } = JSON.parse(readFileSync(join(GOLDEN, name, 'case.json'), 'utf8')) as { readonly files: readonly string[]; readonly ledger: string };
  await give(
    page,
    [...files, ...(withLedger ? [ledger] : [])].map((file) => goldenFile(name, file)),
  );
  await page.getByRole('button', { name: /消込を実行する|^Run with/ }).waitFor();
}

/** Runs what was chosen and waits for its result. */
export async function run(page: Page): Promise<void> {
  await page.locator('#main-deed').click();
  await page.locator('.verdict').first().waitFor();
}
