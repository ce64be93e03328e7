/**
 * What will the reader see, as plain data? The workbook that every writer (xlsx, Office.js) loops over.
 *
 * Rows and columns are 0-based. Tables make their cells when asked, so that a million rows are never all alive at once.
 */

/** Text is text, whatever it looks like; a date or a time is its Excel serial in a column of that format; null is an empty cell. */
export type Value = string | number | null;

/** A live formula, without `=`, and the value it has now. */
export interface Formula {
  readonly formula: string;
  readonly value: Value;
}

export type Cell = Value | Formula;

export const isFormula = (cell: Cell): cell is Formula => typeof cell === 'object' && cell !== null;
/** What a cell shows now. */
export const valueOf = (cell: Cell): Value => (isFormula(cell) ? cell.value : cell);

/** Number formats, set before values so that codes keep their zeros. */
export const NUMBER_FORMATS = {
  general: 'General',
  text: '@',
  count: '#,##0',
  yen: '#,##0',
  difference: '+#,##0;"△"#,##0;0',
  date: 'yyyy/mm/dd',
  /** R9.4.30, for those who chose it. */
  eraDate: '[$-411]ge.m.d',
  dateTime: 'yyyy/mm/dd hh:mm:ss',
  eraDateTime: '[$-411]ge.m.d hh:mm:ss',
  time: 'hh:mm',
  share: '0%',
} as const;
export type NumberFormat = keyof typeof NUMBER_FORMATS;

/** How a word looks; colours are six hex digits. */
export interface Look {
  /** null: none. */
  readonly fill: string | null;
  readonly text: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly underline?: 'single' | 'double';
  readonly dashedBorder?: boolean;
  /** 白黒印刷向け leaves it as it is: dark enough to be told apart on paper, or meant for the screen alone. */
  readonly keptOnPaper?: boolean;
}

export type Align = 'left' | 'center' | 'right';

/** How a cell outside a table looks. */
export interface CellStyle {
  readonly look?: Look;
  readonly format?: NumberFormat;
  /** Points; the workbook's own size when absent. */
  readonly size?: number;
  readonly align?: Align;
  readonly wrap?: boolean;
  /** Thin grey lines on all sides. */
  readonly lines?: boolean;
}

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly style: CellStyle;
}

export interface Column<Key extends string = string> {
  readonly key: Key;
  /** Unique in its table; not empty. */
  readonly header: string;
  /** Half-width characters. */
  readonly width: number;
  readonly format: NumberFormat;
  readonly align?: Align;
  /** Keeps the text off a neighbour's number. */
  readonly indented?: boolean;
  /** Printed columns stand left of those that only the screen shows. */
  readonly printed: boolean;
  readonly wrap: boolean;
  cell(row: number): Cell;
}

/** A native table; its header stands in TABLE_HEADER_ROW, its first column in column 0. */
export interface Table {
  /** What formulas point to; never changes with the language. */
  readonly name: TableName;
  readonly columns: readonly Column[];
  readonly rowCount: number;
}

export const TABLE_NAMES = {
  reconciliation: '消込一覧',
  details: '収納明細',
  checks: '検査',
  history: '取込履歴',
  ledger: '納付書台帳',
  originals: '取込原本',
} as const;
export type TableName = (typeof TABLE_NAMES)[keyof typeof TABLE_NAMES];

export const TABLE_HEADER_ROW = 3;
export const TABLE_FIRST_ROW = 4;

/** A conditional format: where the tested column of the same row says so, the coloured cells look so. The first that holds wins. */
export interface Highlight {
  readonly columns: readonly number[];
  readonly when: { readonly column: number; readonly test: 'is' | 'contains'; readonly word: string };
  readonly look: Look;
  /** The table's rows when absent; a sheet without a table must say which. */
  readonly rows?: { readonly first: number; readonly last: number };
}

/** Cells of one column, on the chart's own sheet. */
export interface CellRun {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/** Sizes are points, `gap` the share of a bar's width between two, in percent. */
export interface ChartLook {
  /** Bars lie and show the parts of 100 %; columns stand. */
  readonly shape: 'shareBars' | 'columns';
  readonly gap: number;
  readonly titleSize: number;
  /** Of labels, axes and legend. */
  readonly textSize: number;
  readonly labels: { readonly place: 'centre' | 'outside'; readonly format: string };
  /** Below the chart. */
  readonly hasLegend: boolean;
  /** Of the categories; the axis of values stays at the bottom. */
  readonly firstOnTop: boolean;
  /** null: as the values need. */
  readonly values: { readonly format: string; readonly least: number; readonly most: number | null; readonly step: number | null };
}

export interface Chart {
  readonly look: ChartLook;
  readonly title: string;
  /** Read aloud instead of the picture. */
  readonly altText: string;
  readonly categories: CellRun;
  readonly series: readonly { readonly name: string; readonly values: CellRun; readonly ink: string; readonly labelInk: string }[];
  /** Top left cell, and the cell after the bottom right one. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** What a sheet adds to the page of all (dress.ts); rows 1 to 4 of a table's sheet repeat on each page; `repeatedFrom` is 0 when absent. */
export interface Print {
  readonly columns: number;
  readonly pages: 'asNeeded' | 'one';
  readonly repeatedFrom?: number;
  readonly repeatedRows: number;
  readonly header: { readonly left: string; readonly centre: string; readonly right: string };
}

export interface Sheet {
  readonly name: string;
  /** A page that stays beside those of later runs goes by this; other sheets by their table, or by their number among the pages. */
  readonly key?: string;
  /** Anyone can unhide it; it never is the sheet on top. */
  readonly hidden?: boolean;
  readonly tabColour: string | null;
  /** Everything outside the table. */
  readonly cells: readonly PlacedCell[];
  readonly table: Table | null;
  readonly columnWidths: readonly number[];
  /** Points, for rows outside the table that are not of the usual height. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly highlights: readonly Highlight[];
  readonly charts: readonly Chart[];
  readonly print: Print;
}

export interface Workbook {
  readonly title: string;
  /** 2027/05/10 14:32, the office's own time. */
  readonly writtenAt: string;
  readonly sheets: readonly Sheet[];
  /** The sheet on top when the workbook opens. */
  readonly activeSheet: number;
  /** What the pane has to remember of the run beside its sheets. */
  readonly outcome?: Outcome;
  /** Present: the run deletes personal data, and nothing of it may stay beside what the sheets say. */
  readonly erases?: Erasing;
}

/** What the writer would else carry over: remarks of slips that have gone, filters, the clerk's own columns beside rows that have gone. */
export interface Erasing {
  /** What may stand nowhere in the workbook any more: the writer looks for it when all is written. */
  readonly texts: readonly string[];
  /** Of this year, whether listed until now or left by an earlier run; null: files were chosen, and with them go slips that were listed until now. */
  readonly fiscalYear: string | null;
}

export interface Outcome {
  /** The judgement of the whole run, in the word of 判定. */
  readonly verdict: string;
  readonly ledger: LedgerOutcome | null;
}

/** The ledger that stands in 納付書台帳. */
export interface LedgerOutcome {
  readonly name: string;
  readonly slips: number;
  /** Of its file, as it was imported; null or absent: nobody noted it. */
  readonly sha256?: string | null;
  /** Headers of its columns that tell of a person and were not written. */
  readonly leftOut: readonly string[];
}

/** Rows below the header that a table occupies: an empty one has one blank row, without which Excel refuses it. */
export const occupiedRows = ({ rowCount }: Pick<Table, 'rowCount'>): number => Math.max(1, rowCount);
