/** Do the pages for contributors name only what is there, and every script? */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const SCRIPTS = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** `headers.*` stands for every file that begins so. */
function isThere(name: string): boolean {
  const full = path.join(ROOT, name);
  if (!name.endsWith('*')) return existsSync(full);
  return readdirSync(path.dirname(full)).some((file) => file.startsWith(path.basename(name).slice(0, -1)));
}

describe.each(['README.md', 'CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('%s', (page) => {
  const text = read(page);

  test('names only paths that are there', () => {
    const named = [...text.matchAll(/(?<![\w./-])((?:src|test|docs|scripts|assets)\/[\w./*-]*[\w*])/g)]
      .map(([, name]) => name!)
      .filter((name) => !/[A-Z]{4,}$|\*\.dat$/.test(name));
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !isThere(name))).toEqual([]);
  });

  test('links only to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, name]) => name!);
    expect(links.filter((name) => !isThere(name))).toEqual([]);
  });

  test('names only scripts that are there', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name!);
    expect([...new Set(named)].filter((name) => !SCRIPTS.includes(name))).toEqual([]);
  });
});

test.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('%s says what every script is for', (page) => {
  const rows = [...read(page).matchAll(/^\| `npm (?:run )?([\w:]+)` +\| \S/gm)].map(([, name]) => name!);
  expect(rows.sort()).toEqual([...SCRIPTS].sort());
});
