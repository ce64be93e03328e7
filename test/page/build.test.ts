/** Is the built site whole and alone: everything in it, nothing of another host, Office.js as it came, the pane's entry small? */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = path.join(__dirname, '../..');
const DIST = path.join(ROOT, 'dist');
const OFFICE = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const read = (name: string): string => readFileSync(path.join(DIST, name), 'utf8');

const MOST_BYTES = 170_000;

test('the entry of the pane is at most 170 KB gzipped', () => {
  const scripts = [...read('pane.html').matchAll(/<script[^>]* src="?([^"> ]+)/g)].map(([, name]) => name!).filter((name) => !name.startsWith('office/'));
  expect(scripts).toEqual(['pane.js']);
  expect(gzipSync(read('pane.js'), { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
});

test.each(['office.js', 'excel-win32-16.01.js', 'excel-web-16.00.js', 'ja-jp/office_strings.js', 'en-us/office_strings.js'])(
  '%s is as Microsoft made it',
  (name) => {
    expect(readFileSync(path.join(DIST, 'office', name)).equals(readFileSync(path.join(OFFICE, name)))).toBe(true);
  },
);

const PAGES = readdirSync(DIST).filter((name) => name.endsWith('.html'));

test.each(PAGES)('%s allows nothing but its own origin, and names no other', (name) => {
  const page = read(name);
  expect(page).toMatch(/<meta http-equiv="?Content-Security-Policy"? content="default-src 'none'; script-src 'self'; /);
  expect(page).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
  expect(page).not.toMatch(/unsafe-eval/);
});

test('everything that the manifest names is there', () => {
  const addresses = [...read('manifest.xml').matchAll(/DefaultValue="https:\/\/localhost:3000\/([^"]+)"/g)].map(([, name]) => name!);
  for (const name of new Set(addresses)) expect(readFileSync(path.join(DIST, name)).length).toBeGreaterThan(0);
  expect(addresses.length).toBeGreaterThan(5);
});
