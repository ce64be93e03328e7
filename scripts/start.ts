/** How does a newcomer see the product? `npm start` builds the site, serves it on this machine, and opens the browser workbook. */
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import open from 'open';
import { generate } from 'selfsigned';
import type { Stats } from 'webpack';
import { siteCompiler } from './site/build';
import { compressCopies } from './site/compress';
import { siteListener } from './site/serve';

/** The browser workbook's own port. */
const PORT = Number(process.env.PORT ?? 8080);
/** Where manifest.xml says that the pane is. */
const EXCEL_PORT = 3000;
const VALID_DAYS = 365;

const root = process.cwd();
const dist = join(root, 'dist');
const cache = join(root, 'node_modules', '.cache', 'keshikomi');

/** Builds into dist/, and again whenever a source changes; `onBuilt` is told the first time. */
async function build(onBuilt: () => Promise<void>): Promise<void> {
  let isFirst = true;
  (await siteCompiler()).watch({}, (error, stats) => {
    if (error !== null || stats === undefined) throw error ?? new Error('webpack answered nothing');
    if (stats.hasErrors()) return report(stats, isFirst);
    void compressCopies(dist, false).then(() => {
      report(stats, isFirst);
      if (isFirst) void onBuilt();
      isFirst = false;
    });
  });
}

function report(stats: Stats, isFirst: boolean): void {
  if (stats.hasErrors() || stats.hasWarnings()) console.error(stats.toString({ preset: 'errors-warnings', colors: process.stderr.isTTY }));
  else if (!isFirst) console.log('Built again: reload the page.');
}

/** A certificate of our own for https://localhost, kept so that trust in it lasts. */
async function certificate(): Promise<{ key: string; cert: string }> {
  const [keyPath, certificatePath] = [join(cache, 'localhost.key'), join(cache, 'localhost.crt')];
  if (!existsSync(keyPath) || !existsSync(certificatePath)) {
    const notAfterDate = new Date();
    notAfterDate.setDate(notAfterDate.getDate() + VALID_DAYS);
    const made = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048, algorithm: 'sha256', notAfterDate });
    mkdirSync(cache, { recursive: true });
    writeFileSync(keyPath, made.private, { mode: 0o600 });
    writeFileSync(certificatePath, made.cert);
  }
  return { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certificatePath, 'utf8') };
}

/** Only this machine reaches it. Answers whether the port was free. */
const listen = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, 'localhost', () => resolve(true));
  });

const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;

const site = siteListener(dist);
if (!(await listen(createServer(site), PORT))) {
  console.error(`Port ${PORT} is taken by another program: PORT=${PORT + 1} npm start`);
  process.exit(1);
}
const servesExcel = await listen(createSecureServer(await certificate(), site), EXCEL_PORT);
console.log('Building …');
await build(async () => {
  const address = `http://localhost:${PORT}/`;
  console.log(`Browser workbook   ${address}`);
  console.log(
    servesExcel
      ? `For Excel          https://localhost:${EXCEL_PORT}/pane.html (README, "In Excel")`
      : `Not for Excel: port ${EXCEL_PORT} is taken by another program.`,
  );
  console.log('Ctrl+C stops.');
  if (hasDesktop && process.env.CI === undefined) await open(address);
});
