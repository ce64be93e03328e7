/** Does every folder import only what it may? A row here is a rule; its why is the reason to keep it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

const SOURCE = join(__dirname, '..', 'src');

interface Rule {
  /** Folders of src that it may import, besides itself. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  readonly why: string;
}

/** From the bytes to the slips. */
const CORE = ['check', 'file', 'reconcile', 'settle', 'slip', 'verdict'];

/** A file directly in src counts as a folder of its name. `folder/file` allows that one file of it. */
const RULES: Readonly<Record<string, Rule>> = {
  file: { folders: [], packages: [], why: 'what the bytes say depends on nothing but the bytes and the layout' },
  check: { folders: ['file'], packages: [], why: 'a check sees the file, never the ledger' },
  slip: { folders: ['check', 'file'], packages: [], why: 'the life of a payment is told by notices alone' },
  reconcile: { folders: ['check', 'file', 'slip'], packages: [], why: 'only here do the two sides meet' },
  calibrate: { folders: ['file', 'reconcile', 'words/number'], packages: [], why: 'a layout is learned from bytes and the ledger’s numbers, pure' },
  settle: { folders: ['check', 'file', 'reconcile', 'slip'], packages: [], why: 'the main flow, pure' },
  verdict: { folders: ['check', 'file', 'settle'], packages: [], why: 'one judgement of a whole run' },
  version: { folders: [], packages: [], why: 'a constant' },
  words: { folders: ['check', 'file', 'reconcile', 'settle', 'verdict'], packages: [], why: 'words know the data, the data knows no words' },
  sheet: { folders: ['check', 'file', 'reconcile', 'settle', 'slip', 'verdict', 'words'], packages: [], why: 'plain data that both writers loop over' },
  export: {
    folders: ['check', 'file', 'reconcile', 'settle', 'sheet', 'slip', 'verdict', 'words'],
    packages: [],
    why: 'what leaves the office, as plain data; the edges write it',
  },
  formula: { folders: ['sheet'], packages: ['@borgar/fx'], why: 'a formula moves by the library’s reading of it, in Excel’s place and in the stand-in’s' },
  encrypt: { folders: [], packages: [], why: 'bytes in, bytes out; only the platform’s cryptography' },
  packing: { folders: [], packages: [], why: 'bytes in, texts out; only the platform’s deflate' },
  charset: { folders: ['file'], packages: ['iconv-lite'], why: 'the only importer of iconv-lite' },
  csv: { folders: ['file', 'reconcile', 'words'], packages: ['papaparse'], why: 'the only importer of the CSV library' },
  xlsx: { folders: ['sheet'], packages: ['hucre'], why: 'the only importer of the .xlsx library in the product' },
  engine: {
    folders: [...CORE, 'calibrate', 'charset', 'csv', 'encrypt', 'export', 'packing', 'sheet', 'words', 'xlsx'],
    packages: [],
    why: 'what can be done, for the pane and the command alike: it knows no page, no Node and no Excel',
  },
  cli: {
    folders: [...CORE, 'calibrate', 'charset', 'csv', 'encrypt/password', 'engine', 'export', 'sheet', 'version', 'words'],
    packages: ['node:'],
    why: 'an edge: it joins everything and nobody imports it',
  },
  excel: {
    folders: ['formula', 'engine/trials', 'engine/workbookPort', 'sheet'],
    packages: [],
    why: 'the only user of Excel: it fills the place that the engine leaves for a workbook',
  },
  pane: {
    folders: [...CORE, 'calibrate', 'encrypt/password', 'engine', 'export', 'sheet', 'words'],
    packages: ['react', 'react-dom', '@fluentui/', '@tanstack/react-virtual'],
    why: 'an edge: what the clerk sees; it asks the engine, never a library of files',
  },
  addin: { folders: ['engine', 'excel', 'file', 'pane', 'version'], packages: ['react-dom'], why: 'the only file that joins the pane, Excel and the worker' },
  workbench: {
    folders: ['file', 'formula', 'sheet', 'xlsx'],
    packages: ['@borgar/fx', 'hucre', 'react', 'react-dom', '@fluentui/', '@tanstack/react-virtual'],
    why: 'a stand-in for Excel, for people without it and for tests',
  },
};

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const folderOf = (path: string): string =>
  relative(SOURCE, path)
    .split(sep)[0]!
    .replace(/\.tsx?$/, '');

/** Types and what is imported later included. */
const importsOf = (path: string): string[] => ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);

function isAllowed(path: string, imported: string): boolean {
  const rule = RULES[folderOf(path)]!;
  if (!imported.startsWith('.'))
    return rule.packages.some((name) => imported === name || imported.startsWith(name.endsWith(':') || name.endsWith('/') ? name : `${name}/`));
  const target = join(dirname(path), imported);
  const folder = relative(SOURCE, target).startsWith('..') ? relative(SOURCE, target).split(sep).join('/') : folderOf(target);
  return folder === folderOf(path) || rule.folders.includes(folder) || rule.folders.includes(relative(SOURCE, target).split(sep).join('/'));
}

const files = sourceFiles(SOURCE);

test.each([...new Set(files.map(folderOf))])('%s has a rule', (folder) => {
  expect(Object.keys(RULES)).toContain(folder);
});

test.each(Object.entries(RULES))('%s imports only what it may', (folder, { why }) => {
  const forbidden = files
    .filter((path) => folderOf(path) === folder)
    .flatMap((path) =>
      importsOf(path)
        .filter((imported) => !isAllowed(path, imported))
        .map((imported) => `${relative(SOURCE, path)} imports ${imported} (${why})`),
    );
  expect(forbidden).toEqual([]);
});

/** The files of src that a file imports. */
function importedBy(path: string): string[] {
  return importsOf(path).flatMap((imported) => {
    const target = join(dirname(path), imported);
    return imported.startsWith('.') ? (['', '.ts', '.tsx', `${sep}index.ts`].map((end) => target + end).find((file) => isSource.has(file)) ?? []) : [];
  });
}
const isSource = new Set(files);

/** Every way that leads back to a file on it. */
function circlesFrom(path: string, way: readonly string[], seen: Set<string>): string[] {
  const since = way.indexOf(path);
  if (since >= 0) return [[...way.slice(since), path].map((file) => relative(SOURCE, file)).join(' → ')];
  if (seen.has(path)) return [];
  seen.add(path);
  return importedBy(path).flatMap((imported) => circlesFrom(imported, [...way, path], seen));
}

test('no file leads back to itself, by whatever it imports: a value, a type, or something for later', () => {
  const seen = new Set<string>();
  expect(files.flatMap((path) => circlesFrom(path, [], seen))).toEqual([]);
});

test('every file opens with the one question it answers', () => {
  const without = files.filter((path) => !/^\/\*\*/.test(readFileSync(path, 'utf8')));
  expect(without.map((path) => relative(SOURCE, path))).toEqual([]);
});

test('the core reads no clock and no random numbers', () => {
  const core = files.filter((path) => !['addin', 'charset', 'cli', 'csv', 'encrypt', 'packing', 'workbench', 'xlsx', 'excel', 'pane'].includes(folderOf(path)));
  const impure = core.filter((path) => /\bnew Date\b|\bDate\.|Math\.random|\bIntl\b|toLocale/.test(readFileSync(path, 'utf8')));
  expect(impure.map((path) => relative(SOURCE, path))).toEqual([]);
});

/** The types of its libraries bring Node's names with them, so that the compiler lets them pass (tsconfig.engine.json refuses the page's and Excel's). */
test('the engine names nothing of Node', () => {
  const engine = files.filter((path) => folderOf(path) === 'engine');
  const ofNode = engine.filter((path) => /\b(?:process|Buffer|require|__dirname|setImmediate)\b/.test(readFileSync(path, 'utf8')));
  expect(ofNode.map((path) => relative(SOURCE, path))).toEqual([]);
});
