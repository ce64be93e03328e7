/** Which is the smallest input that shows each finding? One example a code: a code without one does not compile. */
import { buildFile, buildRecord, buildRecords, type GroupInput, type NoticeInput } from '../../scripts/buildFile';
import type { FindingCode, FindingValue, Severity } from '../../src/check/finding';
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import type { LayoutData } from '../../src/file/layout';
import { BUILT_IN_LAYOUTS, WARD_LAYOUT } from '../../src/file/layouts';
import { dskFile, dskRow } from '../file/dsk';
import { changedWard } from '../file/layouts';

export interface Example {
  /** What triggers it, in one line. */
  readonly trigger: string;
  /** What this input is. */
  readonly input: string;
  readonly files: readonly ExampleFile[];
  /** The layout given; absent: found by itself. */
  readonly layout?: LayoutData;
  /** The ledger's CSV. */
  readonly ledger?: string;
  /** The CSV of a list of receipts. */
  readonly receipts?: string;
  readonly severity: Severity;
  readonly file: Value;
  readonly record?: Value;
  readonly field?: Value;
  readonly expected?: Value;
  readonly actual?: Value;
}
/** What a value of the finding is, and what it is in this example. */
interface Value {
  readonly is: string;
  readonly here: FindingValue;
}
export interface ExampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const LEDGER = '台帳.csv';
export const LAYOUT = 'layout.json';
export const RECEIPTS = '他の収納.csv';
const FILE = '20270406.dat';
const NEXT_DAY = '20270407.dat';

const bytes = (content: Uint8Array, name = FILE): ExampleFile => ({ name, bytes: content });
const CRLF = asciiBytes('\r\n');
const lines = (records: readonly Uint8Array[]): Uint8Array => concatenated(records.flatMap((record) => [record, CRLF]));

/** A notice of slip 1000382: 3,000 yen, paid on 2027/04/05 at 12:07. */
const notice = (kind: NoticeInput['kind'], more: Partial<NoticeInput> = {}): NoticeInput => ({
  kind,
  paidDate: '20270405',
  paidTime: '1207',
  slipNumber: '1000382',
  paymentDueDate: '270430',
  amount: 3000,
  ...more,
});
/** The same in a layout whose barcode holds the biller. */
const noticeOfAnother = notice('confirmed', { also: { billerCode: '13104' } });
const group = (notices: readonly NoticeInput[], more: Partial<GroupInput> = {}): GroupInput => ({ createdDate: '20270406', notices, ...more });
/** The ward's layout with a kind to be ignored. */
const IGNORING: LayoutData = { ...changedWard((data) => (data.id = 'ignoring')), otherKinds: { '09': 'ignored' } };

/** The ward's layout with a filler where it has the year. */
const YEARLESS: LayoutData = {
  ...changedWard((data) => {
    data.id = 'yearless';
    Object.assign(
      data.barcode.find(({ name }) => name === 'fiscalYear')!,
      { name: 'free', kind: 'code' },
    );
  }),
  withoutFiscalYear: true,
};

/** A sound file of one group. */
const fileOf = (...notices: NoticeInput[]): ExampleFile => bytes(buildFile({ groups: [group(notices)] }));
const confirmedWith = (more: Partial<NoticeInput>): ExampleFile => fileOf(notice('confirmed', more));
const records = (...notices: NoticeInput[]): Uint8Array[] => buildRecords({ groups: [group(notices)] });

const ledgerOf = (...rows: string[]): string => ['年度,納付書番号,納期限,請求金額', ...rows, ''].join('\r\n');
const SLIP_ROW = '2027,00000000001000382,2027-04-30,3000';

const OTHER_ROW = '2027,00000000001000390,2027-04-30,3000';
const receiptsOf = (...rows: string[]): string => ['年度,納付書番号,収納日,収納額,収納方法', ...rows, ''].join('\r\n');
const OTHER_RECEIPT = '2027,1000390,2027-04-05,3000,窓口';

const here = (value: FindingValue, is: string): Value => ({ is, here: value });
const theFile = here(FILE, 'the file');
const dataRecord = here(2, 'the data record');

export const EXAMPLES: Readonly<Record<FindingCode, Example>> = {
  emptyFile: {
    trigger: 'A file holds no record: nothing at all, or nothing but line ends and end-of-file marks.',
    input: 'A file of 0 bytes.',
    files: [bytes(new Uint8Array())],
    severity: 'error',
    file: theFile,
  },
  ebcdicFile: {
    trigger: 'A file starts with a record type in EBCDIC (F1, F2, F8, F9) and holds no ASCII digit at its beginning. It is not read.',
    input: 'A file that starts with 1 and 20270406 in EBCDIC.',
    files: [bytes(Uint8Array.of(0xf1, 0xf2, 0xf0, 0xf2, 0xf7, 0xf0, 0xf4, 0xf0, 0xf6))],
    severity: 'error',
    file: theFile,
  },
  notASettlementFile: {
    trigger:
      'A file is of another kind, by the mark at its start (Excel, zip, PDF, a picture, a web page, UTF-16 …), or a text that names itself: an error message, a list of stores. It is not read.',
    input: 'The first bytes of a workbook, and the name of its part.',
    files: [bytes(asciiBytes('PK\x03\x04xl/workbook.xml'), '20270406.xlsx')],
    severity: 'error',
    file: here('20270406.xlsx', 'the file'),
  },
  recordLength: {
    trigger: "A record is longer or shorter than the layout's records. It is skipped.",
    input: 'A file whose header has lost its last byte.',
    files: [bytes(lines(records(notice('confirmed')).map((record, index) => (index === 0 ? record.subarray(0, 119) : record))))],
    severity: 'error',
    file: theFile,
    record: here(1, 'the record'),
    expected: here(120, "bytes of the layout's records"),
    actual: here(119, 'bytes of this record'),
  },
  recordType: {
    trigger: 'The first byte of a record is none of 1, 2, 8, 9. It is skipped.',
    input: 'A file with a record that starts with 5.',
    files: [bytes(lines(withStrayRecord()))],
    severity: 'error',
    file: theFile,
    record: here(3, 'the record'),
    actual: here('5', 'its first byte'),
  },
  recordOrder: {
    trigger: 'A record stands where the order header, data, trailer, end does not allow it, or the end record is missing.',
    input: 'A file whose end record has been cut off.',
    files: [bytes(lines(records(notice('confirmed')).slice(0, -1)))],
    severity: 'error',
    file: theFile,
  },
  mixedLineEndings: {
    trigger: 'A file has more than one kind of line end, or a line that holds several records.',
    input: 'A file whose first line ends with LF and the others with CR LF.',
    files: [bytes(concatenated(records(notice('confirmed')).flatMap((record, index) => [record, index === 0 ? asciiBytes('\n') : CRLF])))],
    severity: 'warning',
    file: theFile,
  },
  fillerAfterEnd: {
    trigger: 'After the end record a file holds one filler byte only: 9, a space or NUL. It is no record.',
    input: 'A file that is filled up with NUL.',
    files: [bytes(concatenated([lines(records(notice('confirmed'))), new Uint8Array(24)]))],
    severity: 'warning',
    file: theFile,
  },
  fieldValue: {
    trigger: 'A field holds what its kind may not hold. It holds the notice back if the field is the paid date or a part of the barcode.',
    input: 'A notice that promises its money for 31 February.',
    files: [confirmedWith({ also: { transferDate: '20270231' } })],
    severity: 'error',
    file: theFile,
    record: here(2, 'the record'),
    field: here('transferDate', 'the field'),
    actual: here('20270231', 'what it holds'),
  },
  noticeKind: {
    trigger: 'The notice kind is none that the layout knows. The notice is held back and is in no total.',
    input: 'A notice of kind 09, with a trailer that declares no confirmed notice.',
    files: [bytes(buildFile({ groups: [group([notice('confirmed', { also: { noticeKind: '09' } })], { trailer: noConfirmed() })] }))],
    severity: 'error',
    file: theFile,
    record: dataRecord,
    field: here('noticeKind', 'the field'),
    actual: here('09', 'what it holds'),
  },
  barcodeIdentifier: {
    trigger: 'The 44 digits of a barcode do not begin with 91. The notice is held back.',
    input: 'A barcode that begins with 92; its check digit fits.',
    files: [confirmedWith({ also: { applicationIdentifier: '92' } })],
    severity: 'error',
    file: theFile,
    record: dataRecord,
    field: here('applicationIdentifier', 'the first two digits'),
    expected: here('91', 'always 91'),
    actual: here('92', 'what they are'),
  },
  barcodeCheckDigit: {
    trigger: 'The last digit of a barcode is not the one that its other 43 digits give. The notice is held back.',
    input: 'A barcode that ends in 5 instead of 4.',
    files: [confirmedWith({ also: { checkDigit: '5' } })],
    severity: 'error',
    file: theFile,
    record: dataRecord,
    field: here('checkDigit', 'the last digit'),
    expected: here('4', 'computed from the other 43'),
    actual: here('5', 'what it is'),
  },
  revenueStamp: {
    trigger: 'A barcode says that the slip needs a revenue stamp, which public money never does.',
    input: 'A barcode whose revenue stamp flag is 1.',
    files: [confirmedWith({ also: { revenueStamp: '1' } })],
    severity: 'warning',
    file: theFile,
    record: dataRecord,
    field: here('revenueStamp', 'the flag'),
    expected: here('0', 'no stamp'),
    actual: here('1', 'what it is'),
  },
  amountLimit: {
    trigger: 'A payment is above 300,000 yen; slips above it carry no barcode.',
    input: 'A payment of 300,001 yen.',
    files: [confirmedWith({ amount: 300_001 })],
    severity: 'warning',
    file: theFile,
    record: dataRecord,
    field: here('amount', 'the amount in the barcode'),
    expected: here(300_000, 'the limit in yen'),
    actual: here(300_001, 'yen'),
  },
  zeroAmount: {
    trigger: 'A payment is 0 yen.',
    input: 'A payment of 0 yen.',
    files: [confirmedWith({ amount: 0 })],
    severity: 'warning',
    file: theFile,
    record: dataRecord,
    field: here('amount', 'the amount in the barcode'),
    actual: here(0, 'yen'),
  },
  paidDateImplausible: {
    trigger: 'A payment was made after the day on which the file was made, or more than 400 days before it.',
    input: 'A payment of 7 April in a file of 6 April.',
    files: [confirmedWith({ paidDate: '20270407' })],
    severity: 'warning',
    file: theFile,
    record: dataRecord,
    field: here('paidDate', 'the paid date'),
  },
  totalMismatch: {
    trigger: 'A total that a trailer declares is not what the records of its group add up to.',
    input: 'A confirmed payment of 3,000 yen and a trailer that declares 3,001.',
    files: [bytes(buildFile({ groups: [group([notice('confirmed')], { trailer: { confirmedAmount: '000000003001' } })] }))],
    severity: 'error',
    file: theFile,
    record: here(3, 'the trailer'),
    field: here('confirmedAmount', 'the total'),
    expected: here(3001, 'declared by the trailer: records or yen'),
    actual: here(3000, 'counted'),
  },
  recordCountMismatch: {
    trigger: 'The end record declares another number of records than the file has.',
    input: 'A file of 4 records whose end record declares 5.',
    files: [bytes(buildFile({ groups: [group([notice('confirmed')])], end: { recordCount: '00000005' } }))],
    severity: 'error',
    file: theFile,
    record: here(4, 'the end record'),
    field: here('recordCount', 'the item'),
    expected: here(5, 'declared'),
    actual: here(4, 'counted'),
  },
  duplicateNotice: {
    trigger: 'A second notice of one kind tells of the same payment. It counts once for the slip.',
    input: 'The same confirmed notice twice.',
    files: [fileOf(notice('confirmed'), notice('confirmed'))],
    severity: 'warning',
    file: theFile,
    record: here(3, 'the later notice'),
  },
  ambiguousPairing: {
    trigger: 'A notice without a time fits several preliminary ones that wait. It joins the earliest.',
    input: 'Two preliminary notices of 12:07 and 15:30, and a confirmed one without a time.',
    files: [fileOf(notice('preliminary'), notice('preliminary', { paidTime: '1530' }), notice('confirmed', { paidTime: '    ' }))],
    severity: 'warning',
    file: theFile,
    record: here(4, 'the notice without a time'),
  },
  cancellationWithoutPreliminary: {
    trigger: 'A payment is cancelled of which no preliminary notice has come.',
    input: 'A cancellation alone.',
    files: [fileOf(notice('preliminaryCancelled'))],
    severity: 'warning',
    file: theFile,
    record: here(2, 'the cancellation'),
  },
  confirmedAndCancelled: {
    trigger: 'One payment is both confirmed and cancelled. The money wins: it counts as paid.',
    input: 'A confirmed notice and a cancellation of the same payment.',
    files: [fileOf(notice('confirmed'), notice('preliminaryCancelled'))],
    severity: 'error',
    file: theFile,
    record: here(3, 'the cancellation'),
  },
  confirmedTakenBack: {
    trigger: 'A notice takes a confirmed payment back, as 郵便振替訂正 does. The payment counts as undone.',
    input: 'A file of the layout `dsk`: a payment by post and its correction.',
    files: [bytes(dskFile(dskRow('12', { transferDate: '20270420' }), dskRow('22', { transferDate: '20270420' })))],
    severity: 'warning',
    file: theFile,
    record: here(3, 'the correction'),
  },
  noticeIgnored: {
    trigger: 'The layout says that notices of this kind are to be ignored.',
    input: "A notice of the kind 09 in the ward's layout with `otherKinds` 09 = `ignored`.",
    files: [
      bytes(
        buildFile({
          groups: [group([notice('confirmed', { also: { noticeKind: '09' } })], { trailer: { confirmedCount: '000000', confirmedAmount: '000000000000' } })],
        }),
      ),
    ],
    layout: IGNORING,
    severity: 'warning',
    file: theFile,
    record: here(2, 'the notice'),
  },
  yearAmbiguous: {
    trigger: 'The layout has no fiscal year, and the ledger has the slip’s number in two. The notice is held back.',
    input: "A confirmed notice in the ward's layout with the year as part of no item, and a ledger of two years.",
    files: [fileOf(notice('confirmed'))],
    layout: YEARLESS,
    ledger: ledgerOf('2026,1000382,2027-04-30,3000', '2027,1000382,2027-04-30,3000'),
    severity: 'error',
    file: theFile,
    record: here(2, 'the notice'),
    field: here('slipNumber', 'the slip number'),
    actual: here('00000000001000382', 'the number'),
  },
  fileAlreadyImported: {
    trigger: 'A file has the same bytes as another of the run. It is not read again.',
    input: 'One file twice, under two names.',
    files: [fileOf(notice('confirmed')), { ...fileOf(notice('confirmed')), name: NEXT_DAY }],
    severity: 'warning',
    file: here(NEXT_DAY, 'the file given later'),
  },
  layoutDiffers: {
    trigger: 'The files of one run took different layouts.',
    input: "A file in the ward's layout and one in another agent's.",
    files: [fileOf(notice('confirmed')), bytes(buildFile({ groups: [group([noticeOfAnother])], layout: otherLayout() }), NEXT_DAY)],
    severity: 'warning',
    file: here(null, 'null: the whole run'),
  },
  billerAmbiguous: {
    trigger: 'A ledger row names no biller, and several billers have received its number.',
    input: 'The same slip number under the billers 13104 and 13112, and a ledger without the column 収納機関コード.',
    files: [bytes(buildFile({ groups: [group([notice('confirmed')]), group([notice('confirmed')], { billerCode: '13112' })] }))],
    ledger: ledgerOf(SLIP_ROW),
    severity: 'error',
    file: here(LEDGER, 'the ledger'),
    record: here(2, "the ledger's row"),
  },
  ledgerRow: {
    trigger: 'A cell of the ledger cannot be read, or is empty where it must not be; or a comma has moved the cells of a row.',
    input: 'A ledger that writes an amount as 三千円.',
    files: [fileOf(notice('confirmed'))],
    ledger: ledgerOf('2027,00000000001000382,2027-04-30,三千円'),
    severity: 'error',
    file: here(LEDGER, 'the ledger'),
    record: here(2, "the ledger's row"),
    field: here('請求金額', 'the column; null for a row with more cells than the header'),
    actual: here('三千円', "the cell's text"),
  },
  ledgerDuplicate: {
    trigger: 'The ledger lists a slip twice. The first row counts.',
    input: 'A ledger with the same slip in two rows.',
    files: [fileOf(notice('confirmed'))],
    ledger: ledgerOf(SLIP_ROW, SLIP_ROW),
    severity: 'error',
    file: here(LEDGER, 'the ledger'),
    record: here(3, 'the later row'),
  },
  ledgerRounded: {
    trigger: 'More than half of the numbers of more than 15 digits, at least two, are zero from the 16th digit on: a spreadsheet has rounded them.',
    input: 'A ledger with two numbers of 17 digits, both ending in 00.',
    files: [fileOf(notice('confirmed'))],
    ledger: ledgerOf(SLIP_ROW, '2027,20270000000038200,2027-04-30,3000', '2027,20270000000038300,2027-04-30,3000'),
    severity: 'error',
    file: here(LEDGER, 'the ledger, or the list of receipts'),
    field: here('納付書番号', 'the column'),
  },
  ledgerUnrelated: {
    trigger: 'Of at least four slips that the files tell of for a biller, or that a list of receipts names, more than half are not in the ledger.',
    input: 'Four payments, and a ledger that numbers its slips in another way.',
    files: [fileOf(...['1', '2', '3', '4'].map((slipNumber) => notice('confirmed', { slipNumber })))],
    ledger: ledgerOf(...['10001', '10002', '10003', '10004'].map((number) => `2027,${number},2027-04-30,3000`)),
    severity: 'error',
    file: here(LEDGER, 'the ledger, or the list of receipts'),
    expected: here(4, 'those slips'),
    actual: here(4, 'those that are not in the ledger'),
  },
  receiptRow: {
    trigger: 'A cell of a list of receipts cannot be read, is empty or is an amount of zero. The row is not used.',
    input: 'A receipt of 2027-02-30.',
    files: [fileOf(notice('confirmed'))],
    ledger: ledgerOf(SLIP_ROW),
    receipts: receiptsOf('2027,1000390,2027-02-30,3000,窓口'),
    severity: 'error',
    file: here(RECEIPTS, 'the list of receipts'),
    record: here(2, "the list's row"),
    field: here('収納日', 'the column; null for a row with more cells than the header'),
    actual: here('2027-02-30', "the cell's text"),
  },
  receiptDuplicate: {
    trigger: 'A second receipt of the same slip, day and amount. It counts once.',
    input: 'A list with the same receipt in two rows.',
    files: [fileOf(notice('confirmed'))],
    ledger: ledgerOf(SLIP_ROW, OTHER_ROW),
    receipts: receiptsOf(OTHER_RECEIPT, OTHER_RECEIPT),
    severity: 'warning',
    file: here(RECEIPTS, 'the list of receipts, or the ledger'),
    record: here(3, 'the later row'),
  },
  receiptUnclear: {
    trigger: "A receipt of the ledger's own columns without 収納方法 whose slip has a payment in the files: it may be that payment. It is not used.",
    input: 'A ledger with 収納日 and 収納額, and a file with a payment of the slip.',
    files: [fileOf(notice('confirmed'))],
    ledger: ['年度,納付書番号,納期限,請求金額,収納日,収納額', `${SLIP_ROW},2027-04-05,3000`, ''].join('\r\n'),
    severity: 'warning',
    file: here(LEDGER, 'the ledger'),
    record: here(2, "the ledger's row"),
    field: here('収納方法', 'the column'),
  },
  receiptWithoutNotice: {
    trigger: "A receipt says コンビニ or the like, the files' own channel, and no payment of its slip stands in the files. It is not used.",
    input: 'A payment at a shop of which no file tells.',
    files: [fileOf(notice('confirmed'))],
    ledger: ledgerOf(SLIP_ROW, OTHER_ROW),
    receipts: receiptsOf('2027,1000390,2027-04-05,3000,コンビニ'),
    severity: 'warning',
    file: here(RECEIPTS, 'the list of receipts, or the ledger'),
    record: here(2, 'the row'),
    field: here('収納方法', 'the column'),
  },
};

function withStrayRecord(): Uint8Array[] {
  const sound = buildRecords({ groups: [group([notice('confirmed')])], end: { recordCount: '00000005' } });
  const stray = buildRecord(WARD_LAYOUT, 'header', { recordType: '5' });
  return [...sound.slice(0, 2), stray, ...sound.slice(2)];
}

function noConfirmed(): Record<string, string> {
  return { confirmedCount: '000000', confirmedAmount: '000000000000' };
}

function otherLayout(): (typeof BUILT_IN_LAYOUTS)[number] {
  return BUILT_IN_LAYOUTS.find(({ id }) => id === 'muf')!;
}
