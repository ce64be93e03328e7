/** docs/format.md, "A layout": what is one, and which sentence refuses what is none. */
import { readUserLayout, BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import ward from '../../src/file/layouts/ward.json';
import { barcodePart, comparableTotals, fieldNamed, sameLayout } from '../../src/file/layout';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';
import { changedWard, docsLayout, soundLayout, type WritableLayout } from './layouts';

/** The sentence that refuses the ward's layout after this change; null when it is accepted. */
function refusal(change: (data: WritableLayout) => void, words = ja): string | null {
  const read = readUserLayout(changedWard(change));
  return 'problem' in read ? words.layoutProblem(read.problem) : null;
}
/** Sets a property to what its type forbids. */
const put = (target: object, key: string, value: unknown): void => void Object.assign(target, { [key]: value });
const fieldOf = (data: WritableLayout, record: 'header' | 'data' | 'trailer' | 'end', name: string): WritableLayout['barcode'][number] =>
  data.records[record].find((field) => field.name === name)!;
const partOf = (data: WritableLayout, name: string): WritableLayout['barcode'][number] => data.barcode.find((field) => field.name === name)!;

test('a layout under an id of its own is accepted', () => {
  expect(refusal(() => undefined)).toBeNull();
});

test('the layout that docs/format.md shows is one', () => {
  expect(docsLayout().id).toBe('example');
});

describe('a layout is refused, and told why, when', () => {
  test.each<[string, string, (data: WritableLayout) => void]>([
    // Lengths.
    [
      'the lengths of a record add up to less',
      'headerの長さの合計は119で、recordLengthの120より1少なくなっています。',
      (data) => (fieldOf(data, 'header', 'filler').length -= 1),
    ],
    [
      'the lengths of a record add up to more',
      'dataの長さの合計は122で、recordLengthの120より2多くなっています。',
      (data) => (fieldOf(data, 'data', 'filler').length += 2),
    ],
    [
      'the lengths of the trailer do not add up',
      'trailerの長さの合計は121で、recordLengthの120より1多くなっています。',
      (data) => (fieldOf(data, 'trailer', 'filler').length += 1),
    ],
    [
      'the lengths of the end record do not add up',
      'endの長さの合計は121で、recordLengthの120より1多くなっています。',
      (data) => (fieldOf(data, 'end', 'filler').length += 1),
    ],
    ['the barcode is not 44 digits', 'barcodeの長さの合計は43で、バーコードの44より1少なくなっています。', (data) => (partOf(data, 'slipNumber').length -= 1)],
    ['the record is too long', 'recordLengthは10,000以下のはずですが、10,001です。', (data) => (data.recordLength = 10_001)],
    ['a count is too long', 'end.recordCountは15以下のはずですが、16です。', (data) => (fieldOf(data, 'end', 'recordCount').length = 16)],
    ['an amount is too long', 'trailer.confirmedAmountは15以下のはずですが、16です。', (data) => (fieldOf(data, 'trailer', 'confirmedAmount').length = 16)],
    ['a date is not 8 bytes', 'data.transferDateの長さは8のはずですが、6です（半角のみ）。', (data) => (fieldOf(data, 'data', 'transferDate').length = 6)],
    ['a time is not 4 bytes', 'data.paidTimeの長さは4のはずですが、6です（半角のみ）。', (data) => (fieldOf(data, 'data', 'paidTime').length = 6)],
    ['a short date is not 6 digits', 'barcode.paymentDueDateの長さは6のはずですが、8です（半角のみ）。', (data) => (partOf(data, 'paymentDueDate').length = 8)],
    ['the check digit is not one digit', 'barcode.checkDigitの長さは1のはずですが、2です（半角のみ）。', (data) => (partOf(data, 'checkDigit').length = 2)],
    ['the barcode field is not 44 bytes', 'data.barcodeの長さは44のはずですが、45です（半角のみ）。', (data) => (fieldOf(data, 'data', 'barcode').length = 45)],
    [
      'a constant is longer than its field',
      'data.recordTypeの長さは1のはずですが、2です（半角のみ）。',
      (data) => (fieldOf(data, 'data', 'recordType').value = '21'),
    ],
    [
      'a constant is no printable ASCII',
      'barcode.applicationIdentifierの長さは2のはずですが、2です（半角のみ）。',
      (data) => (partOf(data, 'applicationIdentifier').value = '９1'),
    ],
    [
      'the value for none is shorter than its field',
      'barcode.paymentDueDateの長さは6のはずですが、5です（半角のみ）。',
      (data) => (partOf(data, 'paymentDueDate').none = '99999'),
    ],
    ['a notice kind is longer than its field', 'noticeKinds.004の長さは2のはずですが、3です（半角のみ）。', (data) => (data.noticeKinds['004'] = 'confirmed')],
    // Kinds and names.
    ['a kind is unknown', 'header.usageの種類「flag」は使えません。', (data) => put(fieldOf(data, 'header', 'usage'), 'kind', 'flag')],
    [
      'a check digit stands outside the barcode',
      'data.chainCodeの種類「checkDigit」は使えません。',
      (data) => (fieldOf(data, 'data', 'chainCode').kind = 'checkDigit'),
    ],
    [
      'a barcode stands outside the data record',
      'header.fillerの種類「barcode」は使えません。',
      (data) => data.records.header.splice(-1, 1, ...split(fieldOf(data, 'header', 'filler'), 44, 'barcode')),
    ],
    [
      'a notice kind stands in the trailer',
      'trailer.fillerの種類「noticeKind」は使えません。',
      (data) => (fieldOf(data, 'trailer', 'filler').kind = 'noticeKind'),
    ],
    ['a barcode stands in the barcode', 'barcode.slipNumberの種類「barcode」は使えません。', (data) => (partOf(data, 'slipNumber').kind = 'barcode')],
    ['a notice kind stands in the barcode', 'barcode.makerCodeの種類「noticeKind」は使えません。', (data) => (partOf(data, 'makerCode').kind = 'noticeKind')],
    ['a name occurs twice in a record', '項目名data.storeCodeが2回あります。', (data) => (fieldOf(data, 'data', 'chainCode').name = 'storeCode')],
    ['a name occurs twice in the barcode', '項目名barcode.makerCodeが2回あります。', (data) => (partOf(data, 'reissueNumber').name = 'makerCode')],
    // What the data record and the barcode must have.
    ['there is no notice kind', 'dataのnoticeKindは1つのはずですが、0個あります。', (data) => (fieldOf(data, 'data', 'noticeKind').kind = 'code')],
    ['there are two notice kinds', 'dataのnoticeKindは1つのはずですが、2個あります。', (data) => (fieldOf(data, 'data', 'chainCode').kind = 'noticeKind')],
    ['there is no paid date', 'dataのpaidDateは1つのはずですが、0個あります。', (data) => (fieldOf(data, 'data', 'paidDate').name = 'day')],
    ['there is no barcode', 'dataのbarcodeは1つのはずですが、0個あります。', (data) => (fieldOf(data, 'data', 'barcode').kind = 'code')],
    ['the barcode has no fiscal year', 'barcodeにfiscalYearがありません。', (data) => (partOf(data, 'fiscalYear').name = 'year')],
    ['the barcode has no slip number', 'barcodeにslipNumberがありません。', (data) => (partOf(data, 'slipNumber').name = 'number')],
    ['the barcode has no amount', 'barcodeにamountがありません。', (data) => (partOf(data, 'amount').name = 'yen')],
    ['the barcode has no check digit', 'barcodeにcheckDigitがありません。', (data) => (partOf(data, 'checkDigit').kind = 'code')],
    [
      'a notice kind is none of the three',
      'noticeKindsの「02」の値「final」は使えません。preliminary、confirmed、preliminaryCancelledのいずれかにしてください。',
      (data) => put(data.noticeKinds, '02', 'final'),
    ],
    ['a record type is another', 'endの先頭の項目は定数「9」のはずですが、「7」です。', (data) => (fieldOf(data, 'end', 'recordType').value = '7')],
    [
      'a record does not begin with a constant',
      'headerの先頭の項目は定数「1」のはずですが、「code」です。',
      (data) => (fieldOf(data, 'header', 'recordType').kind = 'code'),
    ],
    // Properties.
    ['the charset is another', '文字コード「euc-jp」は使えません。shift_jis、utf-8、asciiのいずれかにしてください。', (data) => put(data, 'charset', 'euc-jp')],
    ['the id is empty', 'idは空でない文字列でなければなりません。', (data) => (data.id = '')],
    ['the title is missing', 'titleは空でない文字列でなければなりません。', (data) => put(data, 'title', undefined)],
    ['the source is empty', 'sourceは空でない文字列でなければなりません。', (data) => (data.source = '')],
    ['verified is no yes or no', 'verifiedはtrue、falseのいずれかでなければなりません。', (data) => put(data, 'verified', 'no')],
    ['recordLength is zero', 'recordLengthは1以上の整数でなければなりません。', (data) => (data.recordLength = 0)],
    ['recordLength is a text', 'recordLengthは1以上の整数でなければなりません。', (data) => put(data, 'recordLength', '120')],
    ['there are no records', 'recordsは項目名と値の組（{ }）でなければなりません。', (data) => put(data, 'records', [])],
    ['a record is none of the four', 'records.footerはheader、data、trailer、endのいずれかでなければなりません。', (data) => put(data.records, 'footer', [])],
    ['a record is missing', 'records.endは空でない項目の並び（[ ]）でなければなりません。', (data) => put(data.records, 'end', undefined)],
    ['a record has no field', 'records.trailerは空でない項目の並び（[ ]）でなければなりません。', (data) => (data.records.trailer = [])],
    ['the barcode is no list', 'barcodeは空でない項目の並び（[ ]）でなければなりません。', (data) => put(data, 'barcode', 44)],
    ['a field is no object', 'records.data[1]は項目名と値の組（{ }）でなければなりません。', (data) => put(data.records.data, '1', 'noticeKind')],
    ['a field has no name', 'records.header[4].nameは空でない文字列でなければなりません。', (data) => (fieldOf(data, 'header', 'usage').name = '')],
    ['a field has no title', 'barcode[1].titleは空でない文字列でなければなりません。', (data) => put(partOf(data, 'makerCode'), 'title', null)],
    ['a field has no length', 'records.end[1].lengthは1以上の整数でなければなりません。', (data) => put(fieldOf(data, 'end', 'recordCount'), 'length', 1.5)],
    [
      'a field has no kind',
      expect.stringMatching(/^records\.end\[1\]\.kindはconstant、.*fillerのいずれかでなければなりません。$/) as string,
      (data) => put(fieldOf(data, 'end', 'recordCount'), 'kind', 3),
    ],
    [
      'a constant has no value',
      'records.data[0].valueは空でない文字列でなければなりません。',
      (data) => put(fieldOf(data, 'data', 'recordType'), 'value', undefined),
    ],
    ['the value for none is a number', 'barcode[5].noneは空でない文字列でなければなりません。', (data) => put(partOf(data, 'paymentDueDate'), 'none', 999999)],
    ['there are no notice kinds', 'noticeKindsは項目名と値の組（{ }）でなければなりません。', (data) => (data.noticeKinds = {})],
    [
      'the record count counts something else',
      'recordCountIncludesはallRecords、dataRecords、unknownのいずれかでなければなりません。',
      (data) => put(data, 'recordCountIncludes', 'all'),
    ],
    // Built-in ids.
    [
      'the id is a built-in one of another content',
      'id「muf」は備え付けのレイアウトのもので、内容が違います。別のidにしてください。',
      (data) => (data.id = 'muf'),
    ],
  ])('%s', (_, sentence, change) => {
    expect(refusal(change)).toEqual(sentence);
    expect(refusal(change, en)).toMatch(/^[ -~]+\.$/);
  });
});

test.each([
  ['null', null],
  ['a list', []],
  ['a text', 'ward'],
  ['a number', 1],
])('JSON that is no object is no layout: %s', (_, json) => {
  const read = readUserLayout(json);
  expect('problem' in read && ja.layoutProblem(read.problem)).toBe('ファイルは項目名と値の組（{ }）でなければなりません。');
});

/** The field cut in two: a first part of that length and kind, and the rest. */
function split(field: WritableLayout['barcode'][number], length: number, kind: 'barcode'): WritableLayout['barcode'] {
  return [
    { ...field, length, kind },
    { ...field, name: 'rest', length: field.length - length },
  ];
}

test('a built-in layout given as a file is that built-in, whatever the order of its properties', () => {
  const reversed = Object.fromEntries(Object.entries(ward).reverse());
  expect(readUserLayout(reversed)).toHaveProperty('layout');
  expect(sameLayout(reversed, ward)).toBe(true);
});

test.each<[string, (data: WritableLayout) => unknown]>([
  ['a value', (data) => (data.verified = true)],
  ['a property more', (data) => put(data, 'note', '')],
  ['a property less', (data) => put(data.barcode, '5', { name: 'paymentDueDate', title: '支払い期限日', length: 6, kind: 'shortDate' })],
  ['the order of fields', (data) => data.records.header.reverse()],
])('a built-in layout changed in %s is another content', (_, change) => {
  const data = structuredClone(ward) as WritableLayout;
  change(data);
  expect(sameLayout(data, ward)).toBe(false);
});

test('fillers may share a name', () => {
  expect(
    refusal((data) =>
      data.records.header.splice(-1, 1, { name: 'filler', title: '', length: 50, kind: 'filler' }, { name: 'filler', title: '', length: 49, kind: 'filler' }),
    ),
  ).toBeNull();
});

test('a constant may be longer than the record type that begins it', () => {
  const layout = soundLayout(
    changedWard((data) => {
      fieldOf(data, 'end', 'recordType').value = '9END';
      fieldOf(data, 'end', 'recordType').length = 4;
      fieldOf(data, 'end', 'filler').length -= 3;
    }),
  );
  expect(fieldNamed(layout, 'end', 'recordCount')?.offset).toBe(4);
});

describe('the built-in layouts', () => {
  test('are ward, mizuho, muf and dsk, in the order in which ties are broken, and none is verified', () => {
    expect(BUILT_IN_LAYOUTS.map(({ id, verified }) => [id, verified])).toEqual([
      ['ward', false],
      ['mizuho', false],
      ['muf', false],
      ['dsk', false],
    ]);
  });

  test('let seven totals be compared, the others none', () => {
    expect(BUILT_IN_LAYOUTS.map(comparableTotals)).toEqual([7, 0, 0, 0]);
    expect(comparableTotals(docsLayout())).toBe(2);
  });

  test('hold the barcode where docs/format.md says, counted from 1', () => {
    const [wards, mizuho, muf] = BUILT_IN_LAYOUTS;
    const first = ({ offset, length }: { offset: number; length: number }): [number, number] => [offset + 1, offset + length];
    expect(first(wards!.barcodeField)).toEqual([16, 59]);
    expect(first(barcodePart(wards!, 'slipNumber')!)).toEqual([28, 44]);
    expect(first(wards!.checkDigit)).toEqual([59, 59]);
    expect(barcodePart(wards!, 'billerCode')).toBeNull();
    for (const layout of [mizuho!, muf!]) {
      const from = layout.barcodeField.offset;
      expect(['billerCode', 'fiscalYear', 'slipNumber'].map((name) => barcodePart(layout, name)!.offset - from + 1)).toEqual([9, 14, 18]);
    }
  });
});
