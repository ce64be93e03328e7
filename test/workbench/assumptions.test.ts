/** Is everything that only Excel decides both marked in the code and listed for people? */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { calm } from '../../src/workbench/host/moods';

const ROOT = path.join(__dirname, '../..');
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });

const marked = filesIn(path.join(ROOT, 'src/workbench')).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@assumption (\S+)/g)].map(([, id = '']) => id),
);
const page = readFileSync(path.join(ROOT, 'docs/excel-host.md'), 'utf8');
const section = /## What only Excel decides.*?(?=\n## )/s.exec(page)![0];
const listed = [...section.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, id = '']) => id);

test('the list names each assumption once, in order', () => {
  expect(listed.length).toBeGreaterThan(50);
  expect(listed).toEqual([...new Set(listed)].sort());
});

test('every mark in the code is in the list, and everything in the list is marked', () => {
  expect([...new Set(marked)].sort()).toEqual(listed);
});

test('the list of moods names each that the stand-in has, and its source', () => {
  const moods = /## Moods.*?(?=\n## )/s.exec(page)![0];
  const rows = [...moods.matchAll(/^\| `(\w+)` +\|[^|]+\|([^|]+)\|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(calm()));
  expect(rows.map(([, , source = '']) => source).filter((source) => !/#\d|https:|reference/.test(source))).toEqual([]);
});

test('who first has a real Excel is shown where to look for each assumption and each mood', () => {
  const steps = readFileSync(path.join(ROOT, 'docs/real-excel.md'), 'utf8');
  const rows = [...steps.matchAll(/^\| `([\w-]+)` +\| [^|]*\S[^|]*\| [1-6]/gm)].map(([, id = '']) => id);
  expect(rows.sort()).toEqual([...listed, ...Object.keys(calm())].sort());
});
