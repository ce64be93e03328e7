/** Which settlements do the tests of sheets and workbooks look at? The golden cases, and invented ones that try to break a sheet. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFile, buildRecords, type FileInput, type NoticeInput } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { asciiBytes } from '../../src/file/bytes';
import { dayOfIso } from '../../src/file/calendar';
import { concatenated } from '../../src/file/encode';
import type { Layout } from '../../src/file/layout';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import type { SourceFile } from '../../src/file/settlementFile';
import { textTable, type LedgerTable } from '../../src/reconcile/table';
import { settle, USUAL_TERMS, type RunTerms, type Settlement } from '../../src/settle';
import { buildWorkbook, type WorkbookOptions } from '../../src/sheet';
import type { Workbook } from '../../src/sheet/workbook';
import { sheetJa } from '../../src/sheet/words.ja';
import { ja } from '../../src/words/ja';

export const OPTIONS: WorkbookOptions = {
  words: ja,
  sheetWords: sheetJa,
  codec,
  withNames: false,
  colours: 'standard',
  runAt: '2027/05/10 14:32',
  version: '1.2.3',
};

export const workbookOf = (settlement: Settlement, more: Partial<WorkbookOptions> = {}): Workbook => buildWorkbook(settlement, { ...OPTIONS, ...more });

export interface RunInput {
  readonly files: Readonly<Record<string, Uint8Array | FileInput>>;
  readonly ledger?: LedgerTable | readonly (readonly string[])[] | null;
  readonly layouts?: readonly Layout[];
  readonly asOf?: string;
  readonly terms?: RunTerms;
}

export function run({ files, ledger = null, layouts = BUILT_IN_LAYOUTS, asOf = '2027-05-10', terms = USUAL_TERMS }: RunInput): Settlement {
  const table = ledger === null || 'cell' in ledger ? ledger : textTable('ledger.csv', ledger, true);
  const sources = Object.entries(files).map(([name, input]) => sourceFile(name, input instanceof Uint8Array ? input : buildFile(input)));
  const settlement = settle({ files: sources, ledger: table, layouts, asOf: dayOfIso(asOf)!, terms, codec });
  if ('refusal' in settlement) throw new Error(settlement.refusal.code);
  return settlement;
}

const sourceFile = (name: string, bytes: Uint8Array): SourceFile => ({ name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });

export const layoutNamed = (id: string): Layout => BUILT_IN_LAYOUTS.find((layout) => layout.id === id)!;

const GOLDEN = join(__dirname, '../golden');
export const GOLDEN_CASES = ['week', 'one-file', 'held-back', 'wrong-total', 'no-data'] as const;

export function goldenRun(name: (typeof GOLDEN_CASES)[number], more: Pick<RunInput, 'asOf' | 'terms'> = {}): Settlement {
  const folder = join(GOLDEN, name);
  const { files, ledger, asOf } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as { files: string[]; ledger: string; asOf: string };
  const read = readCsv(ledger, readFileSync(join(folder, ledger)), codec);
  if ('problem' in read) throw new Error(read.problem.code);
  return run({ files: Object.fromEntries(files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))])), ledger: read.table, asOf, ...more });
}

const notice = (slipNumber: string, kind: NoticeInput['kind'], amount: number, more: Partial<NoticeInput> = {}): NoticeInput => ({
  kind,
  paidDate: '20270410',
  paidTime: '0915',
  paymentDueDate: '270430',
  slipNumber,
  amount,
  ...more,
});

const LEDGER_HEADER = ['年度', '納付書番号', '納期限', '請求金額', '費目', '所管課', '納付義務者番号', '氏名'];

/** Names that spreadsheets misread, and how a payer may be called. */
export const HOSTILE_TEXTS = [
  '=1+1',
  '+81',
  '-5',
  '@SUM(A1)',
  '#N/A',
  '#REF!',
  'TRUE',
  '1E5',
  '001',
  '1',
  '１',
  'a*b',
  'axb',
  'A*B',
  '<>x',
  '~',
  '_x0041_',
  'tab\tand\nline',
  'bell\u0007 nul-like \u0001',
  'not a character \ufffe',
  'lone \ud800 surrogate',
  'it\'s "quoted" & <tagged>',
  '4月1日',
  "=cmd|' /C calc'!A0",
];

/** Every fee, section and name is a text that tries to be something else; the file names try to be patterns. */
export function hostileRun(): Settlement {
  const rows = HOSTILE_TEXTS.map((text, index) => ['2027', String(2000 + index), '2027-04-30', '1000', text, text, `P${index}${text}`, `氏名${text}`]);
  const notices = HOSTILE_TEXTS.map((_, index) =>
    notice(String(2000 + index), index % 3 === 0 ? 'preliminary' : 'confirmed', 1000 + (index % 4), transferOn(index)),
  );
  return run({
    files: {
      '=*.dat': { groups: [{ createdDate: '20270411', notices: notices.slice(0, 8) }] },
      'A.dat': { groups: [{ createdDate: '20270412', notices: notices.slice(8, 12) }] },
      'a.dat': {
        groups: [
          { createdDate: '20270413', notices: notices.slice(12, 18) },
          { createdDate: '20270413', billerCode: '13105', notices: notices.slice(18) },
        ],
      },
    },
    ledger: [LEDGER_HEADER, ...rows, ['', '', '', '', '', '', '', ''], ['2027', '9999', '2027-04-30', '', '', '', '', '']],
  });
}

const CHAINS = ['000001', '1     ', '0001  ', 'ABC   ', 'abc   ', '      ', '=1+1  '];
const transferOn = (index: number): Partial<NoticeInput> => ({
  also: { transferDate: index % 5 === 4 ? '        ' : `202704${20 + (index % 7)}`, chainCode: CHAINS[index % 6]! },
});

/** Faults of all kinds: held notices, bad digits, skipped records, wrong totals, duplicates, data after the end. */
export function faultyRun(): Settlement {
  const good = notice('3000', 'confirmed', 2000, { paidTime: '1000', also: { transferDate: '20270420' } });
  const records = buildRecords({
    groups: [
      {
        createdDate: '20270411',
        notices: [
          good,
          good,
          notice('3001', 'preliminary', 3000),
          notice('3002', 'confirmed', 4000, { paidDate: '20270231' }),
          notice('3003', 'confirmed', 5000, { also: { noticeKind: '04' } }),
          notice('3004', 'confirmed', 6000, { also: { checkDigit: '0', amount: '00X000' } }),
          notice('3005', 'confirmed', 7000, { also: { transferDate: '20270230', paidTime: '2575' } }),
          notice('3006', 'preliminaryCancelled', 8000),
        ],
        trailer: { confirmedCount: '000099', preliminaryAmount: '00000000A000' },
      },
      { createdDate: '20270412', notices: [notice('3007', 'confirmed', 9000)] },
    ],
  });
  const [header, ...rest] = records;
  const lines = [header!, asciiBytes('2short'), ...rest, asciiBytes('X'.padEnd(120)), rest[0]!].flatMap((record) => [record, asciiBytes('\n')]);
  return run({
    files: { 'faulty.dat': concatenated(lines), 'empty.dat': new Uint8Array(), 'book.xlsx': asciiBytes('PK not a settlement file') },
    ledger: [
      LEDGER_HEADER,
      ['2027', '3000', '2027-04-30', '2000', '', '', '', ''],
      ['2027', '3001', '31/12/2027', '1,5OO', 'fee', 'section', '', 'name', 'surplus'],
    ],
  });
}

/** Three layouts in one run, without a ledger: some totals are unchecked, and each layout has fields of its own. */
export function mixedRun(): Settlement {
  const also = { billerCode: '13104', barcodeType: '1', customerSegment: '12', acquiredDate: '20270412', transferDate: '20270420' };
  const notices = (slip: string): NoticeInput[] => [notice(slip, 'preliminary', 100, { also }), notice(slip, 'confirmed', 100, { paidTime: '0000', also })];
  const bytesOf = (id: string, slip: string): Uint8Array =>
    buildFile({ groups: [{ createdDate: '20270411', notices: notices(slip) }], layout: layoutNamed(id) });
  return run({ files: { 'ward.dat': bytesOf('ward', '1'), 'muf.dat': bytesOf('muf', '2'), 'mizuho.dat': bytesOf('mizuho', '3') } });
}

/** The golden case one-file without its ledger. */
export function withoutLedger(): Settlement {
  const bytes = new Uint8Array(readFileSync(join(GOLDEN, 'one-file/settlement.dat')));
  return run({ files: { 'settlement.dat': bytes } });
}
