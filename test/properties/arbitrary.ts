/**
 * Which files and ledgers could an office be sent?
 *
 * Few slips, billers, times and amounts, so that duplicates, cancellations, blanked times, reissues and shared numbers happen often.
 */
import fc from 'fast-check';
import { buildFile, type Contents, type FileInput, type GroupInput, type NoticeInput } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { BARCODE_LENGTH } from '../../src/file/barcode';
import { asciiBytes } from '../../src/file/bytes';
import { isoOf } from '../../src/file/calendar';
import { concatenated, encodeRecord, leafFields, withCheckDigit } from '../../src/file/encode';
import { RECORD_TYPE, type Layout, type PlacedField, type RecordName } from '../../src/file/layout';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { docsLayout, textLayout } from '../file/layouts';

/** The built-in layouts, the one that docs/format.md shows, and two whose fillers are text of other charsets. */
export const LAYOUTS: readonly Layout[] = [
  ...BUILT_IN_LAYOUTS.filter(({ csv }) => csv === undefined),
  docsLayout(),
  textLayout('utf-8'),
  textLayout('shift_jis'),
];
export const layout = fc.constantFrom(...LAYOUTS);

const MADE_ON = ['20270406', '20270407', '20270408'];
/** A biller as the header writes it: one of them in two ways, and none. */
const BILLERS = ['13104', '13104', '13104', '13112', '00112', '112  ', '     '];

/** An act of paying: what all of its notices say. */
type Paid = Omit<NoticeInput, 'kind' | 'paidTime'>;
const paid: fc.Arbitrary<Paid> = fc
  .record({
    paidDate: fc.constantFrom('20270405', '20270405', '20270406'),
    fiscalYear: fc.constantFrom('2027', '2027', '2027', '2026'),
    slipNumber: fc.constantFrom('1', '1', '2', '12'),
    reissue: fc.constantFrom(
      { reissueNumber: 0, paymentDueDate: '270405' },
      { reissueNumber: 0, paymentDueDate: '270405' },
      { reissueNumber: 1, paymentDueDate: '270430' },
      { reissueNumber: 2, paymentDueDate: '999999' },
    ),
    amount: fc.constantFrom(3000, 3000, 4000),
    storeCode: fc.constantFrom('11', '11', '12'),
    billerCode: fc.constantFrom('13104', '13104', '13112', '00112'),
  })
  .map(({ reissue, billerCode, ...rest }) => ({ ...rest, ...reissue, also: { billerCode } }));

/** Notices of a few payments: the same ones come again and again, each time as another kind or at another time. */
const noticeOf = (payments: readonly Paid[]): fc.Arbitrary<NoticeInput> =>
  fc
    .record({
      of: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...payments) }, { weight: 1, arbitrary: paid }),
      kind: fc.constantFrom<NoticeInput['kind']>('preliminary', 'preliminary', 'preliminary', 'confirmed', 'confirmed', 'preliminaryCancelled'),
      paidTime: fc.constantFrom('1207', '1530', '0000', '    '),
    })
    .map(({ of, ...rest }) => ({ ...of, ...rest }));

/** Faults that hold a notice back. */
const faultOf = (of: Layout): fc.Arbitrary<Contents> =>
  fc.constantFrom<Contents>({ noticeKind: '9'.repeat(of.noticeKind.length) }, { paidDate: '20270231' }, { checkDigit: 'X' }, { applicationIdentifier: '92' });

const groupOf = (notices: fc.Arbitrary<NoticeInput>): fc.Arbitrary<GroupInput> =>
  fc.record({ createdDate: fc.constantFrom(...MADE_ON), billerCode: fc.constantFrom(...BILLERS), notices: fc.array(notices, { maxLength: 8 }) });

const fileOf = (of: Layout, notices: fc.Arbitrary<NoticeInput>): fc.Arbitrary<FileInput> =>
  fc.record({
    groups: fc.array(groupOf(notices), { minLength: 1, maxLength: 2 }),
    layout: fc.constant(of),
    lineEnd: fc.constantFrom('\r\n', '\r\n', '\n', '\r', ''),
  });

const fewPayments = fc.array(paid, { minLength: 1, maxLength: 3 });
type FilesOf = (of: Layout, payments: readonly Paid[]) => fc.Arbitrary<FileInput>;

/** Files that agree with themselves. */
export const sound: FilesOf = (of, payments) => fileOf(of, noticeOf(payments));
/** Files some of whose notices are held back. */
export const someHeld: FilesOf = (of, payments) => {
  const notices = noticeOf(payments);
  const faulty = fc.tuple(notices, faultOf(of)).map(([notice, fault]): NoticeInput => ({ ...notice, also: { ...notice.also, ...fault } }));
  return fileOf(of, fc.oneof({ weight: 12, arbitrary: notices }, { weight: 1, arbitrary: faulty }));
};
export const fileIn = (of: Layout, filesOf: FilesOf): fc.Arbitrary<FileInput> => fewPayments.chain((payments) => filesOf(of, payments));

export interface LedgerRow {
  readonly billerCode: string;
  readonly fiscalYear: string;
  readonly slipNumber: string;
  readonly reissueNumber: string;
  /** yyyymmdd. */
  readonly dueDate: number;
  readonly billedAmount: number;
  /** Whether the due date is written as a text that cannot be read. */
  readonly isBad: boolean;
}

const ledgerRow: fc.Arbitrary<LedgerRow> = fc.record({
  billerCode: fc.constantFrom('', '', '13104', '13112', '112', '999'),
  fiscalYear: fc.constantFrom('2027', '2027', '2027', '2026'),
  slipNumber: fc.constantFrom('1', '1', '2', '12', '000012', '3'),
  reissueNumber: fc.constantFrom('', '0', '1'),
  dueDate: fc.constantFrom(20270405, 20270407, 20270510),
  billedAmount: fc.constantFrom(3000, 3000, 4000),
  isBad: fc.constantFrom(false, false, false, true),
});
export interface LedgerInput {
  readonly rows: readonly LedgerRow[];
  readonly hasBillers: boolean;
}
/** The ledger of such slips; null: none was given. */
export const ledger: fc.Arbitrary<LedgerInput | null> = fc.option(
  fc.record({ rows: fc.array(ledgerRow, { minLength: 1, maxLength: 7 }), hasBillers: fc.boolean() }),
  { freq: 6 },
);

export function ledgerCsv({ rows, hasBillers }: LedgerInput): string {
  const header = ['年度', '納付書番号', '再発行区分', '納期限', '請求金額', ...(hasBillers ? ['収納機関コード'] : [])];
  const cells = rows.map((row) => [
    row.fiscalYear,
    row.slipNumber,
    row.reissueNumber,
    row.isBad ? '4月末' : isoOf(row.dueDate),
    String(row.billedAmount),
    ...(hasBillers ? [row.billerCode] : []),
  ]);
  return [header, ...cells].map((row) => `${row.join(',')}\n`).join('');
}

export interface Run {
  readonly layout: Layout;
  readonly files: readonly FileInput[];
  readonly ledger: LedgerInput | null;
}

/** Files of one layout, no two with the same bytes, and a ledger. */
export const run = (filesOf: FilesOf = someHeld): fc.Arbitrary<Run> =>
  fc.tuple(layout, fewPayments).chain(([of, payments]) =>
    fc.record({
      layout: fc.constant(of),
      files: fc.uniqueArray(filesOf(of, payments), { minLength: 1, maxLength: 3, selector: (input) => Buffer.from(buildFile(input)).toString('latin1') }),
      ledger,
    }),
  );

/** Contents that a field of this kind may hold, of exactly its length. */
function contentOf(field: PlacedField, of: Layout): fc.Arbitrary<string> {
  const { kind, length, value, none } = field;
  const digits = fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const isInBarcode = of.barcodeField.parts.includes(field);
  const dates = fc.constantFrom('20270405', '20280229', '19991231', '00010101', '99991231');
  switch (kind) {
    case 'constant':
      return fc.constant(value);
    case 'date':
      return dates;
    case 'optionalDate':
      return fc.oneof(dates, fc.constantFrom('        ', '00000000'));
    case 'optionalTime':
      return fc.constantFrom('0000', '2359', '1207', '    ');
    case 'shortDate':
      return fc.constantFrom('270430', '280229', '000101', ...(none === '' ? [] : [none]));
    case 'noticeKind':
      return fc.constantFrom(...of.noticeKindCodes.map(({ code }) => code));
    case 'code':
      return isInBarcode ? digits : fc.stringMatching(new RegExp(`^[0-9A-Za-z ]{${length}}$`));
    case 'count':
    case 'yen':
      return digits;
    case 'checkDigit':
      return fc.constant('0');
    case 'text':
    case 'filler':
      return isInBarcode ? digits : textOf(of, length);
    case 'barcode':
      throw new Error('a barcode stands as its parts');
  }
}

/** Characters of the layout's charset that fill so many bytes. */
function textOf({ charset }: Layout, length: number): fc.Arbitrary<string> {
  const characters = charset === 'ascii' ? ['A', 'z', '0', ' ', '~'] : ['A', ' ', '\\', 'ｱ', 'ﾞ', '区', '髙', '①', '～', 'ー', 'ソ', '表'];
  return fc.array(fc.constantFrom(...characters), { maxLength: length }).map((wanted) => {
    let text = '';
    let room = length;
    for (const character of wanted) {
      const { length: bytes } = codec.encode(character, charset) ?? { length: Infinity };
      if (bytes > room) continue;
      text += character;
      room -= bytes;
    }
    return text + ' '.repeat(room);
  });
}

/** The contents of one sound record, in layout order. */
export function recordContents(of: Layout, record: RecordName): fc.Arbitrary<string[]> {
  const fields = leafFields(of, record);
  return fc.tuple(...fields.map((field) => contentOf(field, of))).map((values) => {
    const from = fields.indexOf(of.barcodeField.parts[0]!);
    if (from < 0) return values;
    const to = from + of.barcodeField.parts.length;
    const at = fields.indexOf(of.checkDigit);
    const digit = withCheckDigit(
      values
        .slice(from, to)
        .join('')
        .slice(0, BARCODE_LENGTH - 1),
    ).slice(-1);
    return values.map((value, index) => (index === at ? digit : value));
  });
}

/** A whole file of sound records with random contents: header, data, trailer, end. */
export function soundContents(of: Layout): fc.Arbitrary<{ readonly record: RecordName; readonly values: string[] }[]> {
  const one = (record: RecordName): fc.Arbitrary<{ record: RecordName; values: string[] }> => recordContents(of, record).map((values) => ({ record, values }));
  return fc
    .tuple(one('header'), fc.array(one('data'), { maxLength: 3 }), one('trailer'), one('end'))
    .map(([header, data, trailer, end]) => [header, ...data, trailer, end]);
}

export function encoded(of: Layout, records: readonly { readonly record: RecordName; readonly values: string[] }[], lineEnd: string): Uint8Array {
  return concatenated(records.flatMap((content) => [encodeRecord(of, content, codec), asciiBytes(lineEnd)]));
}

/** Bytes of which many are the ones that mean something to the cutting. */
const telling = fc.constantFrom(0x0a, 0x0d, 0x1a, 0x20, 0x30, 0x31, 0x32, 0x38, 0x39, 0x81, 0xf1, 0xff);
const byte = fc.oneof(telling, fc.nat(255));
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(telling, { maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)),
);

interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly put: readonly number[];
}
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  cut: fc.constantFrom(0, 1, 1, 1, 2, 40, 120),
  put: fc.oneof(
    fc.array(byte, { maxLength: 3 }),
    fc.constantFrom(...Object.values(RECORD_TYPE)).map((type) => [...asciiBytes(type.padEnd(120))]),
  ),
});

const damaged = (bytes: Uint8Array, { at, cut, put }: Damage): Uint8Array => {
  const place = at % (bytes.length + 1);
  return concatenated([bytes.subarray(0, place), Uint8Array.from(put), bytes.subarray(place + cut)]);
};

/** Anything: noise, or a file of some layout with a few damaged places. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 1, arbitrary: noise },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        layout.chain((of) => fileIn(of, someHeld)),
        fc.array(damage, { maxLength: 5 }),
      )
      .map(([input, damages]) => damages.reduce(damaged, buildFile(input))),
  },
);

/** Anything as a ledger: noise, or a ledger with a few damaged places. */
export const anyLedgerBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 1, arbitrary: noise },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        ledger,
        fc.array(
          fc.oneof(
            damage,
            fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 1, 3), put: fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x45, 0xef), { maxLength: 3 }) }),
          ),
          { maxLength: 4 },
        ),
      )
      .map(([input, damages]) => damages.reduce(damaged, new Uint8Array(Buffer.from(input === null ? '' : ledgerCsv(input))))),
  },
);
