/** How does a test open the page that `npm start` serves? The built site, served on this machine only, in Debian's Chromium; every request and error is noted. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { siteListener } from '../../scripts/site/serve';
import { openChromium } from '../workbench/browser/chromium';

const DIST = path.resolve('dist');
export const SAMPLES = path.resolve('assets/samples');
export const sample = (name: string): string => path.join(SAMPLES, name);

export interface Site {
  /** A fresh page; `query` chooses which Excel and which faults (src/workbench/host/pageSwitches.ts). */
  open(query?: string): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Requests that left the page's own origin, and errors that nobody caught: none, in every test. */
  readonly problems: string[];
}

/** `now`: when the clock of every page stands still; without it, it runs. */
export async function openSite(size?: { width: number; height: number }, now?: Date): Promise<Site> {
  if (!existsSync(path.join(DIST, 'index.html'))) throw new Error('These tests open the built site: npm run build');
  const server = createServer(siteListener(DIST));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openChromium(size);
  if (now !== undefined) await browser.context.clock.setFixedTime(now);
  return {
    open: async (query = '') => {
      const page = await browser.context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) problems.push(`asked for ${request.url()}`);
      });
      await page.goto(`${origin}/index.html${query}`);
      return { page, pane: page.frameLocator('iframe'), problems };
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

export const paneFrame = ({ page }: Pick<OpenPage, 'page'>): Frame => page.frames().find((frame) => frame.url().endsWith('workbook-pane.html'))!;

/** What the workbook holds, as one text that two states of it can be compared by. */
export const workbookOf = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(window.__workbench!.snapshot()));

/** Chooses files as a clerk does, and waits until the pane says what it found in them. */
export async function choose({ pane }: OpenPage, files: readonly string[], ledger: string | null): Promise<void> {
  await pane.locator('[data-picker=files]').setInputFiles([...files]);
  if (ledger !== null) await pane.locator('[data-picker=ledger]').setInputFiles(ledger);
  await runButton({ pane }).waitFor();
}

export const runButton = ({ pane }: Pick<OpenPage, 'pane'>) => pane.getByRole('button', { name: /で消込を実行する$/ });
export const practise = async ({ pane }: OpenPage): Promise<void> => {
  await pane.getByText('練習用データで試す').click();
  await runButton({ pane }).waitFor();
};
