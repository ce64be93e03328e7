/** How is Debian's Chromium started for a test? With a fresh profile, and without talking to anybody. */
import { chromium, type BrowserContext } from 'playwright-core';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const EXECUTABLE = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What one page has read and compiled, the next has too.
  '--process-per-site',
];

export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openChromium(size = { width: 1366, height: 768 }, further: readonly string[] = []): Promise<Browser> {
  if (!existsSync(EXECUTABLE)) throw new Error('This test needs the Debian package chromium: sudo apt-get install chromium');
  const profile = mkdtempSync(path.join(tmpdir(), 'workbench-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    args: [...QUIET, ...further],
    viewport: size,
    locale: 'ja-JP',
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
