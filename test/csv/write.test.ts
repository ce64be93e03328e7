/** Do other readers find the same cells, and can none of them become a formula? */
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { codec } from '../../src/charset';
import { csvPieces, HEADER, inert, misfitsIn, type CsvCell, type CsvTable } from '../../src/csv/write';

const tableOf = (headers: readonly string[] | null, rows: readonly (readonly CsvCell[])[]): CsvTable => ({
  headers,
  rowCount: rows.length,
  row: (index) => rows[index]!,
});
const bytesOf = (table: CsvTable, charset: 'utf-8' | 'shift_jis'): Buffer => Buffer.concat([...csvPieces(table, charset, codec)]);

/** What a reader takes off, docs/exports.md. */
const withoutMark = (text: string): string => (/^'+[\s\u3000]*[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text);
const asRead = (cell: CsvCell): string => (cell === null ? '' : String(cell));

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replace(/[\0\ud800-\udfff\ufeff]/g, '')),
  fc
    .tuple(
      fc.constantFrom('', "'", "''", ' ', '　', '\t', '\r\n'),
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '"', ','),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);
const cell = fc.oneof(hostile, fc.integer(), fc.constant(null));
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }));

test('papaparse and Python read every cell back, after the mark is taken off', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  const script = join(folder, 'read.py');
  writeFileSync(script, 'import csv,json,sys\njson.dump(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline=""),strict=True)),sys.stdout)');
  try {
    fc.assert(
      fc.property(table, (rows) => {
        const bytes = bytesOf(tableOf(null, rows), 'utf-8');
        expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
        const text = bytes.subarray(3).toString('utf8');
        const wanted = rows.map((row) => row.map(asRead));
        const read = (Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data as string[][]).slice(0, rows.length);
        expect(read.map((row) => row.map((value, column) => (typeof rows[read.indexOf(row)]![column] === 'string' ? withoutMark(value) : value)))).toEqual(
          wanted,
        );
        for (const [row, values] of read.entries()) {
          for (const [column, value] of values.entries()) if (typeof rows[row]![column] === 'string') expect(value).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]/);
        }
      }),
      { numRuns: 300 },
    );
    const many = fc.sample(table, 30).flatMap((rows) => rows.map((row) => [...row, null, null, null, null].slice(0, 4)));
    const file = join(folder, 'a.csv');
    writeFileSync(file, bytesOf(tableOf(['=1', 'b', 'c', 'd'], many), 'utf-8'));
    const [header, ...rows] = JSON.parse(execFileSync('/usr/bin/python3', [script, file]).toString()) as string[][];
    expect(header).toEqual(["'=1", 'b', 'c', 'd']);
    expect(rows.map((row, index) => row.map((value, column) => (typeof many[index]![column] === 'string' ? withoutMark(value) : value)))).toEqual(
      many.map((row) => row.map(asRead)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('numbers stay numbers, texts that look like formulas get one apostrophe, others none', () => {
  const bytes = bytesOf(tableOf(['a'], [[-500], ['-500'], ['=1+1'], ['＝1'], ["'=1"], ["'a"], ['a-b'], ['2027/04/30'], [' =1']]), 'shift_jis');
  expect(codec.decode(bytes, 'shift_jis').split('\r\n')).toEqual(['a', '-500', "'-500", "'=1+1", "'＝1", "''=1", "'a", 'a-b', '2027/04/30', "' =1", '']);
  expect(inert('plain')).toBe('plain');
});

test('characters that CP932 lacks are told with their places, never replaced', () => {
  const rows = Array.from({ length: 5000 }, (_, row): CsvCell[] => [row, row === 4321 ? '𠮷野𠮷' : row === 4999 ? '한' : '吉野']);
  const spoilt = tableOf(['no', '氏名😀'], rows);
  expect(misfitsIn(spoilt, 'shift_jis', codec, 2)).toEqual({
    count: 3,
    first: [
      { row: HEADER, column: 1, characters: ['😀'] },
      { row: 4321, column: 1, characters: ['𠮷'] },
    ],
  });
  expect(() => bytesOf(spoilt, 'shift_jis')).toThrow();
  expect(misfitsIn(spoilt, 'utf-8', codec, 2)).toBeNull();
  expect(misfitsIn(tableOf(null, [['①㈱髙﨑～∥']]), 'shift_jis', codec, 2)).toBeNull();
});

test('characters that JIS has one code for are written with it, whichever of the two code points a ledger has', () => {
  const [own, other] = ['〜−—‖¢£¬', '～－―∥￠￡￢'];
  const written = (text: string, charset: 'utf-8' | 'shift_jis'): string => codec.decode(bytesOf(tableOf(['費目'], [[text]]), charset), charset);
  expect(misfitsIn(tableOf(null, [[own]]), 'shift_jis', codec, 2)).toBeNull();
  expect(written(own, 'shift_jis')).toBe(`費目\r\n${other}\r\n`);
  // Written as －, a spreadsheet could take it for the beginning of a formula.
  expect(written('−1', 'shift_jis')).toBe("費目\r\n'－1\r\n");
  expect(written(own, 'utf-8')).toContain(own);
});

test('a million rows are never all alive: the file comes in pieces', () => {
  const pieces = csvPieces({ headers: null, rowCount: 1_000_000, row: (index) => [index, 'x'] }, 'shift_jis', codec);
  const first = pieces.next().value as Uint8Array;
  expect(first.length).toBeLessThan(100_000);
});
