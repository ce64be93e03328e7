/** Are sheets dressed as wanted: every day in its era, nothing coloured on black and white paper but what stays readable? */
import { exportJa } from '../../src/export/words.ja';
import { buildFinanceWorkbook } from '../../src/export/finance';
import { SLIP_STATES } from '../../src/reconcile/slips';
import { onPaper } from '../../src/sheet/dressed';
import { CHART_INKS, FLAG_MARKS, PAPER_INKS, STATE_MARKS } from '../../src/sheet/highlights';
import { readHistory } from '../../src/sheet/history';
import { spokenIn } from '../../src/sheet/spoken';
import { NUMBER_FORMATS, valueOf, type Look, type Sheet, type Workbook } from '../../src/sheet/workbook';
import { shownText } from '../../src/workbench/model/text';
import { faultyRun, goldenRun, mixedRun, OPTIONS, workbookOf } from './runs';

/** As WCAG counts it, of two colours of six hex digits. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
function luminance(hex: string): number {
  const [red, green, blue] = hex.match(/../g)!.map((part) => {
    const share = parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How a ledger may write a day. */
const EXAMPLE = '2027/04/30、R9.4.30など';
const JAPANESE = spokenIn('ja', 'japanese');
const finance = (more: Partial<typeof OPTIONS>): Workbook =>
  buildFinanceWorkbook(goldenRun('week'), { ...OPTIONS, ...more, exportWords: exportJa, mask: 'lastFour' });

function* textsOf({ title, sheets }: Workbook): Generator<string> {
  yield title;
  for (const { cells, table, print, charts } of sheets) {
    yield* Object.values(print.header);
    for (const { title: name, altText } of charts) yield* [name, altText];
    for (const { cell } of cells) yield String(valueOf(cell) ?? '');
    for (const { cell } of table?.columns ?? []) for (let row = 0; row < table!.rowCount; row++) yield String(valueOf(cell(row)) ?? '');
  }
}

const formatsOf = ({ cells, table }: Sheet): (string | undefined)[] => [
  ...cells.map(({ style }) => style.format),
  ...(table?.columns ?? []).map(({ format }) => format),
];

test.each([
  ['a week', () => workbookOf(goldenRun('week'), JAPANESE)],
  ['faults of all kinds', () => workbookOf(faultyRun(), JAPANESE)],
  ['three layouts', () => workbookOf(mixedRun(), JAPANESE)],
  ['the copy for finance', () => finance(JAPANESE)],
])('in 和暦 no day is left in its western form: %s', (_name, made) => {
  const workbook = made();
  // 納付書台帳 shows the ledger's own texts.
  const ours = { ...workbook, sheets: workbook.sheets.filter(({ table }) => table?.name !== '納付書台帳') };
  expect([...textsOf(ours)].filter((text) => /\d{4}[/-]\d{2}[/-]\d{2}/.test(text.replace(EXAMPLE, '')))).toEqual([]);
  expect([...textsOf(ours)].filter((text) => /[RHS]\d+\.\d+\.\d+/.test(text)).length).toBeGreaterThan(5);
  const formats = ours.sheets.flatMap(formatsOf);
  expect(formats).toContain('eraDate');
  expect(formats).not.toContain('date');
  expect(formats).not.toContain('dateTime');
});

test('a paid date that cannot be told is told in its era too', () => {
  const finding = { code: 'paidDateImplausible', detail: { paidDate: 20270501, createdDate: 20270410, days: 21 } } as never;
  expect(JAPANESE.words.findings.paidDateImplausible(finding).sentence).toContain('収納日付R9.5.1は、ファイル作成日R9.4.10より21日後です');
});

test('取込履歴 in 和暦 is read back as it was', () => {
  const settlement = goldenRun('week');
  const rowsOf = (workbook: Workbook): string[][] => {
    const { table } = workbook.sheets.find(({ name }) => name === '取込履歴')!;
    const rows = Array.from({ length: table!.rowCount }, (_, row) =>
      table!.columns.map(({ cell, format }) => {
        const value = valueOf(cell(row));
        return value === null ? '' : shownText(value, NUMBER_FORMATS[format], undefined);
      }),
    );
    return [table!.columns.map(({ header }) => header), ...rows];
  };
  const japanese = rowsOf(workbookOf(settlement, JAPANESE));
  expect(japanese[1]![0]).toBe('R9.5.10 14:32:00');
  expect(readHistory(japanese)).toEqual(readHistory(rowsOf(workbookOf(settlement))));
});

const looksOf = ({ sheets }: Workbook): Look[] =>
  sheets.flatMap(({ cells, highlights }) => [...cells.flatMap(({ style }) => style.look ?? []), ...highlights.map(({ look }) => look)]);
const isColoured = (hex: string | null): boolean => hex !== null && new Set(hex.match(/../g)).size > 1;

test.each([
  ['a week', () => workbookOf(goldenRun('week'), { colours: 'print' })],
  ['a wrong total', () => workbookOf(goldenRun('wrong-total'), { colours: 'print' })],
  ['the copy for finance', () => finance({ colours: 'print' })],
])('on black and white paper nothing is coloured but what is kept: %s', (_name, made) => {
  const workbook = made();
  for (const look of looksOf(workbook)) {
    if (look.keptOnPaper !== true) expect([look.fill, look.text].filter(isColoured)).toEqual([]);
    expect(contrast(look.text, look.fill ?? 'FFFFFF')).toBeGreaterThanOrEqual(4.5);
  }
  for (const { series } of workbook.sheets.flatMap(({ charts }) => charts))
    for (const { ink, labelInk } of series) expect([ink, labelInk].filter(isColoured)).toEqual([]);
});

test('what finance fills in is yellow still, as the sheet says', () => {
  const [deposits] = finance({ colours: 'print' }).sheets;
  expect(deposits!.cells.some(({ cell }) => String(cell).includes('黄色のセル'))).toBe(true);
  expect(deposits!.cells.filter(({ style }) => style.look?.fill === 'FFF9D6').length).toBeGreaterThan(0);
});

test('what a look says besides colour stays on paper', () => {
  for (const { look } of [...STATE_MARKS, ...FLAG_MARKS]) {
    const { fill, text, ...effects } = onPaper(look);
    expect(look).toMatchObject(effects);
    expect(look.keptOnPaper === true ? [fill, text] : fill === null || !isColoured(fill)).toEqual(look.keptOnPaper === true ? [look.fill, look.text] : true);
  }
});

test('the greys of a chart are told apart from the paper, their labels from them', () => {
  for (const state of SLIP_STATES) {
    const { ink, labelInk } = PAPER_INKS[state];
    expect(contrast(ink, 'FFFFFF')).toBeGreaterThanOrEqual(3);
    expect(contrast(ink, labelInk)).toBeGreaterThanOrEqual(4.5);
  }
  const common = (['paid', 'preliminary', 'cancelled', 'unpaid'] as const).map((state) => PAPER_INKS[state].ink);
  for (const [index, ink] of common.slice(1).entries()) expect(contrast(ink, common[index]!)).toBeGreaterThanOrEqual(2);
  expect(new Set(SLIP_STATES.map((state) => PAPER_INKS[state].ink)).size).toBe(SLIP_STATES.length);
  expect(new Set(SLIP_STATES.map((state) => CHART_INKS[state].ink)).size).toBe(SLIP_STATES.length);
});

test('the choice changes no value and no place', () => {
  const bare = ({ sheets }: Workbook): unknown =>
    sheets.map(({ name, cells, table, frozen, columnWidths }) => ({
      name,
      frozen,
      columnWidths,
      cells: cells.filter(({ cell }) => typeof cell === 'number').map(({ row, column, cell }) => [row, column, cell]),
      rows: table?.columns.map(({ cell }) =>
        Array.from({ length: table.rowCount }, (_, row) => valueOf(cell(row))).filter((value) => typeof value === 'number'),
      ),
    }));
  expect(bare(workbookOf(goldenRun('week'), { ...JAPANESE, colours: 'print' }))).toEqual(bare(workbookOf(goldenRun('week'))));
});
