/** How are small tables laid out on a sheet without a native table? Cells with thin lines, a grey header, a bold total. */
import { HEADER_STYLE } from './frame';
import type { Align, Cell, Look, NumberFormat, PlacedCell } from './workbook';

export interface GridCell {
  readonly cell: Cell;
  readonly format?: NumberFormat;
  readonly look?: Look;
  readonly align?: Align;
  readonly wrap?: boolean;
}

const BOLD: Look = { fill: null, text: '000000', bold: true };

export class Grid {
  readonly cells: PlacedCell[] = [];

  title(row: number, column: number, text: string): void {
    this.cells.push({ row, column, cell: text, style: { look: BOLD } });
  }

  note(row: number, column: number, text: string): void {
    this.cells.push({ row, column, cell: text, style: {} });
  }

  header(row: number, column: number, texts: readonly string[]): void {
    for (const [index, text] of texts.entries()) this.cells.push({ row, column: column + index, cell: text, style: HEADER_STYLE });
  }

  row(row: number, column: number, cells: readonly GridCell[]): void {
    this.line(row, column, cells, null);
  }

  total(row: number, column: number, cells: readonly GridCell[]): void {
    this.line(row, column, cells, BOLD);
  }

  private line(row: number, column: number, cells: readonly GridCell[], usual: Look | null): void {
    for (const [index, { cell, format, look = usual, align, wrap }] of cells.entries()) {
      this.cells.push({
        row,
        column: column + index,
        cell,
        style: {
          lines: true,
          ...(format === undefined ? {} : { format }),
          ...(look === null ? {} : { look }),
          ...(align === undefined ? {} : { align }),
          ...(wrap === undefined ? {} : { wrap }),
        },
      });
    }
  }
}
