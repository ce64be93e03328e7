/** 収納明細: what does each data record say, item by item, so that a row can prove itself? */
import { nameKey } from './nameKey';
import type { Finding } from '../check/finding';
import { barcodePart, fieldNamed, NOTICE_KINDS, type Layout, type PlacedField } from '../file/layout';
import { UNKNOWN_KIND } from '../file/notices';
import { stateOf } from '../reconcile/slips';
import { findingWords } from '../words';
import { cellText } from './cellText';
import { tableSheet } from './frame';
import { HELD_LOOK, stateHighlights } from './highlights';
import { NOTICE_USES, slipOfNotices } from './noticeUse';
import { codeCell, fieldCell, formatOf, numberCell, widthOf, type Reader } from './recordFields';
import { fileWidth, markedWord, yenWidth, type Source } from './source';
import { TABLE_NAMES, type Cell, type Column, type Highlight, type NumberFormat, type Sheet, type Value } from './workbook';
import type { DetailsColumn } from './words';

/** ファイル and レコード. */
const FROZEN_COLUMNS = 2;

/** Columns of the record's own fields; the layout's name of each is the column's key. */
const FIELD_COLUMNS = {
  paidDate: { width: 11, format: 'date' },
  paidTime: { width: 9, format: 'time' },
  fiscalYear: { width: 6, format: 'text' },
  slipNumber: { width: 19, format: 'text' },
  reissueNumber: { width: 7, format: 'count' },
  paymentDueDate: { width: 12, format: 'date' },
  amount: { width: 10, format: 'yen' },
  storeCode: { width: 9, format: 'text' },
  chainCode: { width: 10, format: 'text' },
  transferDate: { width: 12, format: 'date' },
  accountingDate: { width: 11, format: 'date' },
  makerCode: { width: 8, format: 'text' },
  revenueStamp: { width: 6, format: 'text' },
  checkDigit: { width: 7, format: 'text' },
  barcode: { width: 46, format: 'text' },
} as const satisfies Partial<Record<DetailsColumn, { width: number; format: NumberFormat }>>;
type FieldColumn = keyof typeof FIELD_COLUMNS;

export function detailsSheet(source: Source): Sheet {
  const columns = columnsOf(source);
  const place = (key: DetailsColumn): number => columns.findIndex((column) => column.key === key);
  const held: Highlight = { columns: [place('use')], when: { column: place('use'), test: 'is', word: source.sheetWords.uses.held }, look: HELD_LOOK };
  return tableSheet(source, {
    key: 'details',
    table: { name: TABLE_NAMES.details, columns, rowCount: source.settlement.notices.count },
    frozenColumns: FROZEN_COLUMNS,
    shown: { counted: 'file', sums: [] },
    highlights: [...stateHighlights(place('state'), (mark) => markedWord(source, mark)), held],
  });
}

function columnsOf(source: Source): Column[] {
  const { settlement, words, sheetWords, uses } = source;
  const { notices, settlements, slips } = settlement;
  const slipOf = slipOfNotices(settlement);
  const titles = findingTitles(source);
  const column = (key: DetailsColumn, width: number, format: NumberFormat, printed: boolean, cell: (row: number) => Cell): Column => ({
    key,
    header: sheetWords.details[key],
    width,
    format,
    printed,
    wrap: key === 'file' || key === 'findings',
    ...(LEFT_OR_RIGHT.includes(key) ? {} : { align: 'center' }),
    cell,
  });
  const field = (key: FieldColumn, printed: boolean): Column => {
    const { width, format } = FIELD_COLUMNS[key];
    return column(
      key,
      key === 'amount' ? yenWidth(width, notices.barcodes.amount) : width,
      format,
      printed,
      fieldReader(
        source,
        settlements.map(({ layout }) => standardField(layout, key)),
        STANDARD_READERS[format],
      ),
    );
  };
  const standard = [
    column('file', fileWidth(settlement), 'text', true, (row) => settlements[notices.file[row]!]!.name),
    column('record', 8, 'count', true, (row) => notices.record[row]! + 1),
    column('kind', 9, 'text', true, (row) => kindCell(source, row)),
    ...PRINTED_FIELDS.map((key) => field(key, true)),
    column('findings', 14, 'text', true, titles),
    column('use', 9, 'text', false, (row) => sheetWords.uses[NOTICE_USES[uses[row]!]!]),
    column('state', 9, 'text', false, (row) => (slipOf[row]! < 0 ? null : words.states[stateOf(slips, slipOf[row]!)])),
    ...SCREEN_FIELDS.map((key) => field(key, false)),
    column('fileNumber', 9, 'count', false, (row) => notices.file[row]! + 1),
    column('group', 5, 'count', false, (row) => notices.group[row]! + 1),
  ];
  return [...standard, ...otherFields(source, standard)];
}

/** Texts stand left, money right; short codes and dates in the middle, so that neighbours never touch. */
const LEFT_OR_RIGHT: readonly DetailsColumn[] = ['file', 'amount', 'findings'];

const PRINTED_FIELDS: readonly FieldColumn[] = [
  'paidDate',
  'paidTime',
  'fiscalYear',
  'slipNumber',
  'reissueNumber',
  'paymentDueDate',
  'amount',
  'storeCode',
  'chainCode',
  'transferDate',
  'accountingDate',
];
const SCREEN_FIELDS: readonly FieldColumn[] = ['makerCode', 'revenueStamp', 'checkDigit', 'barcode'];

/** Codes are texts and amounts are numbers whatever kind a layout gives them; a date or time is one by its kind. */
const STANDARD_READERS: Record<(typeof FIELD_COLUMNS)[FieldColumn]['format'], Reader> = {
  text: codeCell,
  count: numberCell,
  yen: numberCell,
  date: fieldCell,
  time: fieldCell,
};

/** The field that a standard column shows; the layout itself knows those that decide. */
function standardField(layout: Layout, key: FieldColumn): PlacedField | null {
  switch (key) {
    case 'barcode':
      return layout.barcodeField;
    case 'paidDate':
    case 'fiscalYear':
    case 'slipNumber':
    case 'amount':
    case 'checkDigit':
      return layout[key];
    case 'reissueNumber':
    case 'paymentDueDate':
    case 'makerCode':
    case 'revenueStamp':
      return barcodePart(layout, key);
    default:
      return fieldNamed(layout, 'data', key);
  }
}

/** The cell of a field in each notice; `fields` by file, null where its layout has none. */
function fieldReader({ settlement, codec }: Source, fields: readonly (PlacedField | null)[], read: Reader): (row: number) => Value {
  const { notices, settlements } = settlement;
  return (row) => {
    const index = notices.file[row]!;
    const field = fields[index]!;
    const file = settlements[index]!;
    return field === null ? null : read(field, file, file.cut.starts[notices.record[row]!]!, codec);
  };
}

/** 速報, 確報 or 速報取消; a code that names none of them as it is written. */
function kindCell({ settlement, words, codec }: Source, row: number): Value {
  const { notices, settlements } = settlement;
  const kind = notices.kind[row]!;
  if (kind !== UNKNOWN_KIND && notices.otherKind[row] === 0) return words.noticeKinds[NOTICE_KINDS[kind - 1]!];
  const file = settlements[notices.file[row]!]!;
  return codeCell(file.layout.noticeKind, file, file.cut.starts[notices.record[row]!]!, codec);
}

/** The titles of the findings on each notice's record. */
function findingTitles({ settlement, words, sheetWords }: Source): (row: number) => Value {
  const { notices, settlements, findings } = settlement;
  const byFile = new Map<string, Map<number, Finding[]>>(settlements.map(({ name }) => [name, new Map()]));
  for (const finding of findings) {
    const byRecord = finding.file === null ? undefined : byFile.get(finding.file);
    if (byRecord === undefined || finding.record === null) continue;
    const known = byRecord.get(finding.record);
    if (known === undefined) byRecord.set(finding.record, [finding]);
    else known.push(finding);
  }
  const byFileNumber = settlements.map(({ name }) => byFile.get(name)!);
  return (row) => {
    const found = byFileNumber[notices.file[row]!]!.get(notices.record[row]! + 1);
    if (found === undefined) return null;
    return [...new Set(found.map((finding) => findingWords(finding, words.findings).title))].join(sheetWords.listSeparator);
  };
}

/** A column for each field that no standard column shows, fillers and the notice kind's code among them: nothing of a record is lost. */
function otherFields(source: Source, standard: readonly Column[]): Column[] {
  const { settlements } = source.settlement;
  const others = settlements.map(({ layout }) => otherFieldsOf(layout));
  const keys = [...new Set(others.flatMap((fields) => [...fields.keys()]))];
  const headers = new Set(standard.map(({ header }) => nameKey(header)));
  return keys.map((key) => {
    const fields = others.map((known) => known.get(key) ?? null);
    const first = fields.find((field) => field !== null)!;
    return {
      key,
      header: uniqueHeader(first, headers),
      width: widthOf(first),
      format: formatOf(first),
      printed: false,
      wrap: false,
      cell: fieldReader(source, fields, fieldCell),
    };
  });
}

function otherFieldsOf(layout: Layout): Map<string, PlacedField> {
  const shownFields = new Set((Object.keys(FIELD_COLUMNS) as FieldColumn[]).map((key) => standardField(layout, key)));
  const [, ...afterRecordType] = layout.placed.data;
  const others = new Map<string, PlacedField>();
  for (const field of [...afterRecordType, ...layout.barcodeField.parts]) {
    if (shownFields.has(field)) continue;
    const place = layout.barcodeField.parts.includes(field) ? 'barcode' : 'data';
    let key = `${place}.${field.name}`;
    while (others.has(key)) key += '+';
    others.set(key, field);
  }
  return others;
}

/** The field's title; with its name, then a number, where another column has that header. */
function uniqueHeader({ title, name }: PlacedField, taken: Set<string>): string {
  const base = cellText(title.trim().replace(/\s+/g, ' ') || name);
  let header = base;
  for (let attempt = 1; taken.has(nameKey(header)); attempt++) header = attempt === 1 ? `${base}（${name}）` : `${base}（${name} ${attempt}）`;
  taken.add(nameKey(header));
  return header;
}
