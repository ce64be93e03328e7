/** Where does the browser test get its page from? Bundled into a temporary folder, with office.js copied beside it, unmodified, and served on this machine only. */
import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const OFFICE = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const OFFICE_FILES = ['office.js', 'excel-win32-16.01.js', 'excel-web-16.00.js', 'o15apptofilemappingtable.js', 'ja-jp', 'en-us'];
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

export interface Site {
  readonly folder: string;
  readonly origin: string;
  close(): void;
}

export async function openSite(entries: Readonly<Record<string, string>>, pages: Readonly<Record<string, string>>): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workbench-site-'));
  await build({
    entryPoints: entries,
    bundle: true,
    outdir: folder,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    logLevel: 'error',
  });
  for (const file of OFFICE_FILES)
    if (existsSync(path.join(OFFICE, file))) cpSync(path.join(OFFICE, file), path.join(folder, 'office', file), { recursive: true });
  for (const [name, html] of Object.entries(pages)) writeFileSync(path.join(folder, name), html);
  const server = await served(folder);
  return {
    folder,
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function served(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const file = path.join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}
