/** What do other programs find in our workbooks? LibreOffice recalculates them, openpyxl reads them; neither knows this project. Each book is looked at part by part first. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { cellAt } from '../../src/sheet/references';
import { readPackage } from '../../src/xlsx/package';
import { sound } from './partByPart';

export interface ReadCell {
  readonly value: string | number | boolean | null;
  /** s: text, n: number, d: date or time, formula. */
  readonly type: string;
  readonly format: string;
  readonly formula?: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, ReadCell>>;
  readonly tables: Readonly<Record<string, { readonly range: string; readonly columns: readonly string[] }>>;
  readonly conditionalFormats: readonly { readonly range: string; readonly formula: string; readonly stop: boolean }[];
  readonly printTitles: string | null;
  readonly printArea: readonly string[] | string;
  readonly freeze: string;
  readonly landscape: boolean;
  readonly paper: number;
  readonly pagesWide: number;
  readonly pagesTall: number;
  readonly header: readonly (string | null)[];
  readonly charts: number;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly creator: string;
  readonly lastModifiedBy: string | null;
  readonly active: string;
}

/** The rows of a table, as texts by header. */
export function tableRows({ sheets }: ReadWorkbook, name: string): Readonly<Record<string, string>>[] {
  const { tables, cells } = sheets.find((sheet) => name in sheet.tables)!;
  const { columns, range } = tables[name]!;
  const [, first, last] = /(\d+):[A-Z]+(\d+)$/.exec(range)!.map(Number);
  const row = (at: number): [string, string][] => columns.map((header, place) => [header, String(cells[cellAt(at, place)]?.value ?? '')]);
  return Array.from({ length: last! - first! }, (_, index) => Object.fromEntries(row(first! + index)));
}

const PYTHON = '/usr/bin/python3';
const LARGE = 1 << 28;

/** The workbooks as openpyxl reads them. */
export function readByOpenpyxl(books: readonly Uint8Array[]): ReadWorkbook[] {
  return inFolder((folder) => readFiles(written(folder, books)));
}

/** The workbooks after LibreOffice has computed every formula anew. */
export function recalculatedByLibreOffice(books: readonly Uint8Array[]): ReadWorkbook[] {
  const soffice = needed(['/usr/bin/soffice', '/usr/bin/libreoffice'], 'libreoffice-calc-nogui');
  return inFolder((folder) => {
    const files = written(folder, books);
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user/registrymodifications.xcu'), ALWAYS_RECALCULATE);
    const out = join(folder, 'recalculated');
    execFileSync(soffice, [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files], { stdio: 'pipe' });
    return readFiles(books.map((_, index) => join(out, `${index}.xlsx`)));
  });
}

/** By itself LibreOffice believes the values that stand in the file. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Every file of the package as text, by path. */
export function partsOf(book: Uint8Array): Map<string, string> {
  return new Map(
    readPackage(sound(book)).map(({ path, method, content }) => [path, (method === 0 ? Buffer.from(content) : inflateRawSync(content)).toString('utf8')]),
  );
}

function readFiles(files: readonly string[]): ReadWorkbook[] {
  const python = needed([PYTHON], 'python3-openpyxl');
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'pipe' });
  } catch {
    throw new Error(missing('python3-openpyxl'));
  }
  return JSON.parse(execFileSync(python, [join(__dirname, 'readBack.py'), ...files], { maxBuffer: LARGE }).toString()) as ReadWorkbook[];
}

function needed(paths: readonly string[], debianPackage: string): string {
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(missing(debianPackage));
  return found;
}

const missing = (debianPackage: string): string => `This test needs the Debian package ${debianPackage}: sudo apt-get install ${debianPackage}`;

function written(folder: string, books: readonly Uint8Array[]): string[] {
  return books.map((bytes, index) => {
    const file = join(folder, `${index}.xlsx`);
    writeFileSync(file, sound(bytes));
    return file;
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'keshikomi-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
