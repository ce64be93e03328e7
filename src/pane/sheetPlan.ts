/** Where on the sheets does a thing of the pane stand, and how do the clerk's settings change how sheets look? */
import { FLAG_MARKS, STATE_MARKS } from '../sheet/highlights';
import { TABLE_NAMES, type Look, type NumberFormat, type PlacedCell, type TableName } from '../sheet/workbook';
import type { FindingView, SlipRow } from '../engine/protocol';
import type { SheetPlan, WorkbookPlan } from '../sheet/plan';
import { withEraDays } from './days';
import type { Settings } from './settings';

/** A sheet and the texts that its row has, by header. */
export interface Place {
  readonly sheet: string;
  readonly row: Readonly<Record<string, string | number>> | null;
}

export const sheetOf = (plan: WorkbookPlan, table: TableName): SheetPlan | undefined => plan.sheets.find((sheet) => sheet.table?.name === table);

export function headerOf(plan: WorkbookPlan, table: TableName, key: string): string | undefined {
  return sheetOf(plan, table)?.table?.columns.find((column) => column.key === key)?.header;
}

function placeIn(plan: WorkbookPlan, table: TableName, texts: Readonly<Record<string, string | number | null>>): Place | null {
  const sheet = sheetOf(plan, table);
  if (sheet === undefined) return null;
  const row: Record<string, string | number> = {};
  for (const [key, text] of Object.entries(texts)) {
    const header = headerOf(plan, table, key);
    if (header !== undefined && text !== null) row[header] = text;
  }
  return { sheet: sheet.name, row };
}

export const slipPlace = (plan: WorkbookPlan, { fiscalYear, slipNumber, billerCode }: SlipRow): Place | null =>
  placeIn(plan, TABLE_NAMES.reconciliation, { fiscalYear, slipNumber, biller: billerCode });

export const findingPlace = (plan: WorkbookPlan, { file, record, code, title }: FindingView): Place | null =>
  placeIn(plan, TABLE_NAMES.checks, { file, record, code, subject: title });

/** Fills that survive on paper without colour: the darkest two. */
const KEPT_FILLS: readonly string[] = [...STATE_MARKS, ...FLAG_MARKS].flatMap(({ of, look }) =>
  of === 'cancelled' || of === 'overdue' ? (look.fill ?? []) : [],
);
const MARK_FILLS: ReadonlySet<string | null> = new Set([...STATE_MARKS, ...FLAG_MARKS].map(({ look }) => look.fill));

/** The sheets as the settings want them. */
export function dressed(plan: WorkbookPlan, { colours, dates }: Pick<Settings, 'colours' | 'dates'>): WorkbookPlan {
  const coloured = colours === 'print' ? withoutColours(plan) : plan;
  return dates === 'japanese' ? withEraDates(coloured) : coloured;
}

/** Rows 1 and 2: facts, verdict and trust. */
const HEADING_ROWS = 2;

/** 和暦: dates stay dates, their format changes; those in the heading are text. */
function withEraDates(plan: WorkbookPlan): WorkbookPlan {
  const era = (format: NumberFormat): NumberFormat => (format === 'date' ? 'eraDate' : format);
  const placed = (cell: PlacedCell): PlacedCell => {
    const { format } = cell.style;
    const text = typeof cell.cell === 'string' && cell.row < HEADING_ROWS ? withEraDays(cell.cell) : cell.cell;
    return { ...cell, cell: text, style: format === undefined ? cell.style : { ...cell.style, format: era(format) } };
  };
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(placed),
    print: { ...sheet.print, header: { ...sheet.print.header, right: withEraDays(sheet.print.header.right) } },
    table: sheet.table === null ? null : { ...sheet.table, columns: sheet.table.columns.map((column) => ({ ...column, format: era(column.format) })) },
  }));
  return { ...plan, sheets };
}

/** 白黒印刷向け: fonts, borders and words stay, all fills but two go. */
function withoutColours(plan: WorkbookPlan): WorkbookPlan {
  const plain = (look: Look): Look => (!MARK_FILLS.has(look.fill) || KEPT_FILLS.includes(look.fill ?? '') ? look : { ...look, fill: null, text: '000000' });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    highlights: sheet.highlights.map((highlight) => ({ ...highlight, look: plain(highlight.look) })),
    cells: sheet.cells.map((cell) => (cell.style.look === undefined ? cell : { ...cell, style: { ...cell.style, look: plain(cell.style.look) } })),
  }));
  return { ...plan, sheets };
}
