/** How do the cells, rows and columns of a sheet stand in its XML? */
import { columnLetters } from '../../sheet/references';
import { COLUMNS, ROWS, holds, lastColumn, lastRow } from '../model/address';
import { POINTS_A_PIXEL, USUAL_HEIGHT } from '../model/geometry';
import { Runs } from '../model/runs';
import type { LineSnapshot, SheetSnapshot, ValueSnapshot } from '../model/snapshot';
import { fileFormula } from './formulas';
import { attributes, xmlFormula, xmlText } from './xml';

/** The width of a digit of the usual font, in which files count. */
export const DIGIT = 8;
const PLAIN = 0;
/** Long enough that the compressor is not called for every row. */
const CHUNK = 1 << 16;

/** What the file calls each of the workbook's styles. */
export type FileStyles = readonly number[];

/** The text of a table's header as the library keeps it, by its cell: Excel compares it with the table's own names. */
export type HeaderCells = ReadonlyMap<string, string>;

export class SheetRows {
  /** From this column on all cells of a row look alike. */
  private readonly width: number;
  private readonly rows: number;
  private readonly looks: readonly Runs<number>[];
  private readonly heights: Runs<number | null>;
  private readonly fitted: Runs<number | null>;
  private readonly hidden: Runs<boolean>;
  private readonly formulas = new Map<number, Map<number, string>>();

  constructor(
    private readonly sheet: SheetSnapshot,
    styles: FileStyles,
    private readonly headers: HeaderCells,
  ) {
    for (const { row, column, formula } of sheet.formulas) {
      const ofRow = this.formulas.get(row);
      if (ofRow === undefined) this.formulas.set(row, new Map([[column, formula]]));
      else ofRow.set(column, formula);
    }
    this.width = widthOf(sheet);
    this.rows = rowsOf(sheet);
    this.looks = Array.from({ length: Math.min(this.width + 1, COLUMNS) }, () => new Runs<number>(ROWS, PLAIN));
    for (const { row, rows, column, columns, style } of sheet.looks) {
      for (let at = column; at < Math.min(column + columns, this.looks.length); at++) this.looks[at]?.set(row, rows, styles[style] ?? PLAIN);
    }
    this.heights = linesOf<number | null>(sheet.rowHeights, null);
    this.fitted = linesOf<number | null>(sheet.fittedRowHeights, null);
    this.hidden = linesOf<boolean>([...sheet.hiddenRows, ...sheet.filteredRows], false);
  }

  /** The usual height and width, also of rows that are not written. */
  formatXml(): string {
    const height = this.heights.at(ROWS - 1);
    return `<sheetFormatPr${attributes({
      defaultColWidth: this.sheet.usualWidth / POINTS_A_PIXEL / DIGIT,
      defaultRowHeight: height ?? USUAL_HEIGHT,
      customHeight: height === null ? null : 1,
      zeroHeight: this.hidden.at(ROWS - 1) ? 1 : null,
    })}/>`;
  }

  /** Neighbours that are alike stand together. */
  columnsXml(): string {
    const widths = linesOf<number | null>(this.sheet.columnWidths, null, COLUMNS);
    const hidden = linesOf<boolean>(this.sheet.hiddenColumns, false, COLUMNS);
    const columns = new Runs<string>(COLUMNS, '');
    const texts = new Map<string, string>();
    columns.setEach(
      0,
      Array.from({ length: COLUMNS }, (_, column) => {
        const width = widths.at(column);
        const style = this.styleOfColumn(column);
        if (width === null && style === PLAIN && !hidden.at(column)) return '';
        const text = attributes({
          width: (width ?? this.sheet.usualWidth) / POINTS_A_PIXEL / DIGIT,
          customWidth: width === null ? null : 1,
          style: style === PLAIN ? null : style,
          hidden: hidden.at(column) ? 1 : null,
        });
        if (!texts.has(text)) texts.set(text, text);
        return texts.get(text) as string;
      }),
    );
    const xml = [...columns.runs()]
      .filter(({ value }) => value !== '')
      .map(({ start, count, value }) => `<col min="${start + 1}" max="${start + count}"${value}/>`);
    return xml.length === 0 ? '' : `<cols>${xml.join('')}</cols>`;
  }

  /** The content of `<sheetData>`, in pieces. */
  *rowsXml(): Generator<string> {
    let xml = '';
    for (let row = 0; row < this.rows; row++) {
      xml += this.rowXml(row);
      if (xml.length < CHUNK) continue;
      yield xml;
      xml = '';
    }
    yield xml;
  }

  private styleOfColumn(column: number): number {
    return this.looks[Math.min(column, this.looks.length - 1)]?.at(ROWS - 1) ?? PLAIN;
  }

  private rowXml(row: number): string {
    const own = this.heights.at(row) ?? (this.heights.at(ROWS - 1) === null ? null : USUAL_HEIGHT);
    const beyond = this.width < COLUMNS ? (this.looks[this.width]?.at(row) ?? PLAIN) : PLAIN;
    const isStyled = this.width < COLUMNS && beyond !== this.styleOfColumn(this.width);
    const line = attributes({
      ht: own ?? this.fitted.at(row),
      customHeight: own === null ? null : 1,
      hidden: this.hidden.at(row) ? 1 : null,
      s: isStyled ? beyond : null,
      customFormat: isStyled ? 1 : null,
    });
    let cells = '';
    for (let column = 0; column < this.width; column++) cells += this.cellXml(row, column, isStyled ? beyond : this.styleOfColumn(column));
    return line === '' && cells === '' ? '' : `<row r="${row + 1}"${line}>${cells}</row>`;
  }

  private cellXml(row: number, column: number, usual: number): string {
    const address = `${columnLetters(column)}${row + 1}`;
    const value = this.sheet.values[row]?.[column] ?? null;
    const formula = this.formulas.get(row)?.get(column);
    const style = this.looks[column]?.at(row) ?? PLAIN;
    const header = this.headers.get(address);
    if (header !== undefined) return `<c r="${address}" s="${style}" t="s">${header}</c>`;
    if (value === null && formula === undefined) return style === usual ? '' : `<c r="${address}" s="${style}"/>`;
    const { type, text } = written(value, formula !== undefined);
    const f = formula === undefined ? '' : `<f>${xmlFormula(fileFormula(formula, this.tableAt(row, column)))}</f>`;
    return `<c r="${address}"${style === PLAIN ? '' : ` s="${style}"`}${type === '' ? '' : ` t="${type}"`}>${f}${text}</c>`;
  }

  private tableAt(row: number, column: number): string | null {
    return this.sheet.tables.find(({ area }) => holds(area, row, column))?.name ?? null;
  }
}

/** A formula that was not calculated has no value: Excel calculates when it opens the file. */
function written(value: ValueSnapshot, isFormula: boolean): { readonly type: string; readonly text: string } {
  if (value === null) return { type: '', text: '' };
  if (typeof value === 'number') return { type: '', text: `<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: 'b', text: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === 'string') {
    const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : '';
    return isFormula ? { type: 'str', text: `<v${space}>${xmlText(value)}</v>` } : { type: 'inlineStr', text: `<is><t${space}>${xmlText(value)}</t></is>` };
  }
  return 'error' in value ? { type: 'e', text: `<v>${value.error}</v>` } : { type: '', text: '' };
}

function linesOf<T>(lines: readonly LineSnapshot<T>[], usual: T, length = ROWS): Runs<T> {
  const runs = new Runs<T>(length, usual);
  for (const { start, count, value } of lines) runs.set(start, count, value);
  return runs;
}

function widthOf({ values, formulas, looks }: SheetSnapshot): number {
  let width = 0;
  for (const row of values) width = Math.max(width, row.length);
  for (const { column } of formulas) width = Math.max(width, column + 1);
  for (const look of looks) width = Math.max(width, lastColumn(look) === COLUMNS - 1 ? look.column : look.column + look.columns);
  return width;
}

/** Of what reaches down to the end of the sheet only its beginning counts. */
function rowsOf({ values, formulas, looks, ...sheet }: SheetSnapshot): number {
  let rows = values.length;
  for (const { row } of formulas) rows = Math.max(rows, row + 1);
  for (const look of looks) rows = Math.max(rows, lastRow(look) === ROWS - 1 ? look.row : look.row + look.rows);
  for (const { start, count } of [...sheet.rowHeights, ...sheet.fittedRowHeights, ...sheet.hiddenRows, ...sheet.filteredRows])
    rows = Math.max(rows, start + count === ROWS ? start : start + count);
  return rows;
}
