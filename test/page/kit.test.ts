/** Does the deployment kit work from an empty folder: unpacked, served over https below a path, does the main job run, and is everything in it what it says? */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { siteListener } from '../../scripts/site/serve';
import { openChromium } from '../workbench/browser/chromium';

const ROOT = path.join(__dirname, '../..');
const PATH = 'fees/keshikomi';
const folder = mkdtempSync(path.join(tmpdir(), 'kit-'));
const served = path.join(folder, 'served');
const kit = path.join(folder, 'kit');
const read = (name: string): string => readFileSync(path.join(kit, name), 'utf8');
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)));

const pack = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/package.ts', '--site', 'dist', '--quick', ...args], { cwd: ROOT, encoding: 'utf8' });

let server: Server;
let address: string;
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048, algorithm: 'sha256' });
  server = createServer({ key, cert }, siteListener(served));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  address = `https://localhost:${(server.address() as AddressInfo).port}/${PATH}/`;
  const zip = path.join(folder, 'kit.zip');
  expect(pack('--url', address, '--out', zip)).toMatchObject({ status: 0, stderr: '' });
  // A program that does not know ours unpacks it.
  execFileSync('/usr/bin/python3', ['-m', 'zipfile', '-e', zip, kit]);
  mkdirSync(path.join(served, path.dirname(PATH)), { recursive: true });
  cpSync(path.join(kit, 'site'), path.join(served, PATH), { recursive: true });
}, 120_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

test('practice data, run, verdict: over https, below a path, from packed copies, and nothing is asked of anybody else', async () => {
  const browser = await openChromium(undefined, ['--ignore-certificate-errors']);
  try {
    const page = await browser.context.newPage();
    const problems: string[] = [];
    const packed = new Set<string>();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) problems.push(`asked for ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
      if (response.headers()['content-encoding'] === 'br') packed.add(response.url().slice(address.length));
    });
    await page.goto(`${address}index.html`);
    const pane = page.frameLocator('iframe');
    await pane.getByText('練習用データで試す').click();
    await pane.getByRole('button', { name: /で消込を実行する$/ }).click();
    await pane.getByText('合計は全て一致しました').first().waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(expect.arrayContaining(['消込一覧', '収納明細', '検査', '集計', '取込履歴', '納付書台帳']));
    expect(problems).toEqual([]);
    expect([...packed]).toEqual(expect.arrayContaining(['workbench.js', 'pane.js', 'office/office.js']));
  } finally {
    await browser.close();
  }
}, 90_000);

test('manifest.xml names only what the kit brings, at its address', () => {
  const named = [...read('manifest.xml').matchAll(/DefaultValue="(https:[^"]+)"/g)].map(([, url]) => url!);
  expect(named.length).toBeGreaterThan(8);
  for (const url of named) {
    expect(url.startsWith(address)).toBe(true);
    expect(existsSync(path.join(kit, 'site', url.slice(address.length)))).toBe(true);
  }
  expect(existsSync(path.join(kit, 'site/manifest.xml'))).toBe(false);
});

test('every file has its SHA-256, and no other is named', () => {
  const sums = read('SHA256SUMS.txt').trimEnd().split('\n');
  for (const line of sums) {
    const [hash, name] = line.split('  ') as [string, string];
    expect([
      name,
      createHash('sha256')
        .update(readFileSync(path.join(kit, name)))
        .digest('hex'),
    ]).toEqual([name, hash]);
  }
  expect(sums.map((line) => line.slice(66)).sort()).toEqual(
    filesIn(kit)
      .filter((name) => name !== 'SHA256SUMS.txt')
      .sort(),
  );
});

test('each packed copy is its file', () => {
  const copies = filesIn(path.join(kit, 'site')).filter((name) => /\.(br|gz)$/.test(name));
  expect(copies.length).toBeGreaterThan(40);
  for (const name of copies) {
    const copy = readFileSync(path.join(kit, 'site', name));
    const unpacked = name.endsWith('.br') ? brotliDecompressSync(copy) : gunzipSync(copy);
    expect([name, unpacked.equals(readFileSync(path.join(kit, 'site', name.slice(0, -3))))]).toEqual([name, true]);
  }
});

test('the settings are those of the documentation, filled in for this address', () => {
  const { port } = new URL(address);
  expect(read('nginx.conf')).toContain(`listen ${port} ssl;\n    server_name localhost;`);
  expect(read('site/web.config')).toBe(readFileSync(path.join(ROOT, 'docs/deployment/web.config'), 'utf8'));
  expect(read('trusted-catalog.reg')).toBe(readFileSync(path.join(ROOT, 'docs/deployment/trusted-catalog.reg'), 'utf8'));
  const checklist = read('checklist.ja.txt');
  expect(checklist.startsWith('\ufeffコンビニ収納 消込')).toBe(true);
  expect(checklist).toContain(`${address}help.html`);
  expect(checklist).not.toMatch(/\{\w+\}|(?<!\r)\n/);
});

test('where Office.js comes from and of which day is recorded, and is that of the build', () => {
  const { devDependencies, dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  const version = { ...devDependencies, ...dependencies }['@microsoft/office-js']!;
  expect(JSON.parse(read('office-js.json'))).toEqual({ source: `npm, @microsoft/office-js ${version}`, date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });
});

test('an office’s own Office.js takes the place of npm’s, with the day on which it was taken', () => {
  const own = path.join(folder, 'own');
  cpSync(path.join(ROOT, 'dist/office'), own, { recursive: true });
  renameSync(path.join(own, 'ja-jp/office_strings.js'), path.join(own, 'office.js'));
  const args = ['--url', 'https://server.example.jp', '--out', path.join(folder, 'own.zip'), '--office-js', own];
  expect(pack(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('--office-js-date') });
  expect(pack(...args, '--office-js-date', '2026-11-01')).toMatchObject({ status: 2, stderr: expect.stringContaining('lacks ja-jp/office_strings.js') });
  cpSync(path.join(ROOT, 'dist/office/ja-jp'), path.join(own, 'ja-jp'), { recursive: true });
  expect(pack(...args, '--office-js-date', '2026-11-01')).toMatchObject({ status: 0, stderr: '' });
  execFileSync('/usr/bin/python3', ['-m', 'zipfile', '-e', path.join(folder, 'own.zip'), path.join(folder, 'other')]);
  expect(readFileSync(path.join(folder, 'other/site/office/office.js')).equals(readFileSync(path.join(own, 'office.js')))).toBe(true);
  expect(JSON.parse(readFileSync(path.join(folder, 'other/office-js.json'), 'utf8'))).toEqual({
    source: 'https://appsforoffice.microsoft.com/lib/1/hosted/',
    date: '2026-11-01',
  });
}, 120_000);

test.each([[[]], [['--url', 'http://server.example.jp/']], [['--url', 'https://server.example.jp/?a']], [['--url', 'server']], [['--address', 'x']]])(
  '%j is wrong usage: one sentence, and how it is used',
  (args) => {
    const { status, stdout, stderr } = pack(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^.+\n\nnpm run package/);
  },
  30_000,
);
