/** Which cells does a ledger's CSV hold? With quotes or without, in any charset and with any line ends. */
import fc from 'fast-check';
import { codec } from '../../src/charset';
import { readCsv, type CsvCharset } from '../../src/csv';
import type { LedgerTable } from '../../src/reconcile/table';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';
import { tableOf, utf8 } from '../reconcile/run';

interface Cells {
  readonly header: readonly string[];
  readonly headerRecord: number;
  readonly rows: readonly (readonly string[])[];
  /** Rows that are longer than the header, with their cells. */
  readonly moved: readonly (readonly [number, number])[];
}

function cellsOf(table: LedgerTable): Cells {
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.header.map((_name, column) => table.cell(row, column)));
  return { header: table.header, headerRecord: table.headerRecord, rows, moved: [...table.moved] };
}
/** The same without the blank rows at the end, of which the two readers may see one more or less. */
function lessBlankEnd(cells: Cells): Cells {
  const rows = [...cells.rows];
  while (rows.at(-1)?.every((cell) => cell.trim() === '') === true && !cells.moved.some(([row]) => row === rows.length - 1)) rows.pop();
  return { ...cells, rows };
}
const read = (csv: string): Cells => lessBlankEnd(cellsOf(tableOf(csv)));
const problemOf = (bytes: Uint8Array): string | null => {
  const found = readCsv('ledger.csv', bytes, codec);
  return 'problem' in found ? ja.csvProblem(found.problem) : null;
};
const charsetOf = (bytes: Uint8Array): CsvCharset | null => {
  const found = readCsv('ledger.csv', bytes, codec);
  return 'problem' in found ? null : found.charset;
};

describe('rows', () => {
  test.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('end with %s', (_, end) => {
    expect(read(['a,b', '1,2', '3,4'].join(end)).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(read(['a,b', '"1",2', '3,4', ''].join(end)).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test.each(['a,b\r\n1,2\n3,4\r5,6', 'a,b\r\n"1",2\n3,4\r5,"6"'])('may end in several ways in one file (%j)', (csv) => {
    expect(read(csv).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  test.each(['\n\na,b\n\n1,2\n,\n3,4\n', '\n\n"a",b\n\n1,2\n,\n3,4\n'])('that are blank count as rows, above the header too (%j)', (csv) => {
    expect(read(csv)).toEqual({
      header: ['a', 'b'],
      headerRecord: 3,
      rows: [
        ['', ''],
        ['1', '2'],
        ['', ''],
        ['3', '4'],
      ],
      moved: [],
    });
  });

  test.each(['a,b,c\n1\n1,2\n', 'a,b,"c"\n1\n1,2\n'])('that are short have empty cells (%j)', (csv) => {
    expect(read(csv).rows).toEqual([
      ['1', '', ''],
      ['1', '2', ''],
    ]);
  });

  test.each(['a,b\n1,2,3,4\n5,6\n7,8, ,\n', 'a,"b"\n1,2,3,4\n5,6\n7,8, ,\n'])('that are long have been moved, whatever is right of the header (%j)', (csv) => {
    expect(read(csv)).toMatchObject({
      rows: [
        ['1', '2'],
        ['5', '6'],
        ['7', '8'],
      ],
      moved: [
        [0, 4],
        [2, 4],
      ],
    });
  });
});

test.each(['　\na,b\n1,2,　\n　, \n', '"　"\na,b\n1,2,　\n　, \n'])('a full-width blank is blank, above the header and right of it (%j)', (csv) => {
  expect(read(csv)).toEqual({ header: ['a', 'b'], headerRecord: 2, rows: [['1', '2']], moved: [] });
});

describe('a quoted cell', () => {
  test('may hold commas, line ends and doubled quotes', () => {
    expect(read('a,b\n"1,5","x""y"\n"two\nlines","two\r\nlines"\n').rows).toEqual([
      ['1,5', 'x"y'],
      ['two\nlines', 'two\nlines'],
    ]);
  });

  test.each(['a,b\n"1,2\n', 'a,b\n1,2\n"3"x,4\n'])('that is not closed, or goes on, is refused with its row (%j)', (csv) => {
    const { length } = csv.trimEnd().split('\n');
    expect(problemOf(utf8(csv))).toBe(`${length}行目の引用符（"）が閉じていないか、余分です。その行を直してください。`);
  });
});

describe('the charset', () => {
  const cp932 = codec.encode('年度,氏名\n2027,髙橋\n', 'shift_jis')!;

  test('is UTF-8 with or without its mark, which is no part of the first name', () => {
    for (const bytes of [utf8('年度,氏名\n'), utf8('\uFEFF年度,氏名\n'), utf8('\uFEFF"年度",氏名\n')]) {
      expect(charsetOf(bytes)).toBe('utf-8');
      expect(tableOf(bytes).header).toEqual(['年度', '氏名']);
    }
  });

  test('is CP932 when it is not UTF-8', () => {
    expect(charsetOf(cp932)).toBe('shift_jis');
    expect(cellsOf(tableOf(cp932))).toMatchObject({ header: ['年度', '氏名'], rows: [['2027', '髙橋']] });
    const quoted = codec.encode('"年度",氏名\n2027,"髙橋"\n', 'shift_jis')!;
    expect(read2(quoted)).toEqual(read2(cp932));
  });

  test('stays UTF-8 under its mark when bytes are broken: they are no character, and the table says that it is not intact', () => {
    const broken = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('a,b\n1,'), 0xff, ...utf8('2\n')]);
    expect(charsetOf(broken)).toBe('utf-8');
    expect(tableOf(broken)).toMatchObject({ intact: false });
    expect(tableOf(broken).cell(0, 1)).toBe('�2');
  });

  test('of bytes that are neither is CP932, and the table says that it is not intact', () => {
    const broken = Uint8Array.from([...cp932, 0xfd, 0xff]);
    expect(charsetOf(broken)).toBe('shift_jis');
    expect(tableOf(broken).intact).toBe(false);
    expect([tableOf(cp932).intact, tableOf('a,b\n1,2').intact]).toEqual([true, true]);
  });

  test('may have characters whose second byte is a backslash or a bar', () => {
    const bytes = codec.encode('年度,氏名\n2027,表ソ能ポ\n', 'shift_jis')!;
    expect(tableOf(bytes).cell(0, 1)).toBe('表ソ能ポ');
  });
});

const read2 = (bytes: Uint8Array): Cells => lessBlankEnd(cellsOf(tableOf(bytes)));

describe('a file is refused when it is', () => {
  test.each<[string, Uint8Array, string]>([
    ['a workbook', utf8('PK\x03\x04'), 'Excelのブックです。CSV（UTF-8又はShift_JIS）で保存したファイルを指定してください。'],
    ['UTF-16, little end first', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), '文字コードがUTF-16です。UTF-8又はShift_JISのCSVで保存してください。'],
    ['UTF-16, big end first', Uint8Array.from([0xfe, 0xff, 0x00, 0x61]), '文字コードがUTF-16です。UTF-8又はShift_JISのCSVで保存してください。'],
    ['UTF-16 without a mark', Uint8Array.from([0x61, 0x00, 0x2c, 0x00]), '文字コードがUTF-16です。UTF-8又はShift_JISのCSVで保存してください。'],
    ['empty', new Uint8Array(), '空のファイルです。見出しとデータの行が必要です。'],
    ['blank', utf8('\uFEFF\r\n , ,\n\n'), '空のファイルです。見出しとデータの行が必要です。'],
  ])('%s', (_, bytes, sentence) => {
    expect(problemOf(bytes)).toBe(sentence);
    const found = readCsv('ledger.csv', bytes, codec);
    expect('problem' in found && en.csvProblem(found.problem)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('with quotes and without', () => {
  const cell = fc.oneof(
    fc.constantFrom('', ' ', '1', '3000', ' 12 ', '　', '令和9年度', 'ｱ', '1-2', '0012'),
    fc.array(fc.constantFrom('0', 'A', ' ', '\t', '区', '髙', 'é'), { maxLength: 5 }).map((all) => all.join('')),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const last = fc.boolean();
  const isText = (all: readonly (readonly string[])[]): boolean => all.some((row) => row.some((text) => text.trim() !== ''));

  test('the same cells are read', () => {
    fc.assert(
      fc.property(rows, ends, last, (all, end, ended) => {
        fc.pre(isText(all));
        const plain = all.map((row) => row.join(',')).join(end) + (ended ? end : '');
        const quoted = all.map((row) => row.map((text) => `"${text}"`).join(',')).join(end) + (ended ? end : '');
        expect(read(plain)).toEqual(read(quoted));
      }),
      { numRuns: 300 },
    );
  });

  test('the ways of reading a cell agree with one another', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, isQuoted) => {
        fc.pre(isText(all));
        const table = tableOf(all.map((row) => row.map((text) => (isQuoted ? `"${text}"` : text)).join(',')).join('\n'));
        const into = new Uint8Array(4);
        for (const column of table.header.keys()) {
          const { ids, texts } = table.dictionary(column);
          for (let row = 0; row < table.rowCount; row++) {
            const text = table.cell(row, column);
            expect(texts[ids[row]!]).toBe(text);
            const copied = table.copyCell(row, column, into);
            const isShortAscii = /^[\x00-\x7f]{0,4}$/.test(text.trim());
            expect(copied < 0 ? null : String.fromCharCode(...into.subarray(0, copied))).toBe(isShortAscii ? text.trim() : null);
          }
          expect(new Set(texts).size).toBe(texts.length);
        }
      }),
    );
  });
});

test('a closing 1A of a host system is no row', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('年度,納付書番号\r\n2027,1\r\n'), 0x1a]);
  const read = readCsv('ledger.csv', bytes, codec);
  expect('table' in read && read.table.rowCount).toBe(1);
});
