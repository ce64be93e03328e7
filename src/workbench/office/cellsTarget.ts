/** Which cells does a Range or a RangeAreas proxy stand for? */
import { cellsNamed } from '../formula/evaluate';
import { COLUMNS, ROWS, cellCount, isOnSheet, isWholeColumns, isWholeRows, parseAddress, type Area } from '../model/address';
import { invalidArgument, invalidReference, notFound } from '../model/errors';
import type { Sheet } from '../model/sheet';

/** One rectangle or several, on one sheet. */
export interface CellsTarget {
  readonly sheet: Sheet;
  areas(): readonly Area[];
}

export class CellRange implements CellsTarget {
  constructor(
    readonly sheet: Sheet,
    /** null: its cells were deleted. */
    public place: Area | null,
  ) {}

  get area(): Area {
    if (this.place === null || !this.sheet.workbook.sheets.includes(this.sheet)) throw invalidReference('the cells were deleted');
    return this.place;
  }

  areas(): readonly Area[] {
    return [this.area];
  }
}

export class CellAreas implements CellsTarget {
  constructor(
    readonly sheet: Sheet,
    public places: readonly Area[],
  ) {}

  areas(): readonly Area[] {
    if (this.places.length === 0) throw invalidReference('the cells were deleted');
    return this.places;
  }
}

/** Cells of the sheet itself. */
export function rangeOn(sheet: Sheet, area: Area): CellRange {
  if (!isOnSheet(area)) throw invalidArgument(`cells beyond the sheet of ${ROWS} rows and ${COLUMNS} columns`);
  return new CellRange(sheet, area);
}

/** By address or by name. */
export function rangeAt(sheet: Sheet, address: string): CellRange {
  const parsed = parseAddress(address);
  if (parsed === null) return rangeNamed(sheet, address);
  if (parsed.sheet !== null && sheet.workbook.sheetNamed(parsed.sheet) !== sheet) throw invalidArgument(`${address} is not on ${sheet.name}`);
  return new CellRange(sheet, parsed.area);
}

/** By an address that may say the sheet itself. */
export function rangeInWorkbook(sheet: Sheet, address: string): CellRange {
  const parsed = parseAddress(address);
  if (parsed === null) return rangeNamed(sheet, address);
  const own = parsed.sheet === null ? sheet : sheet.workbook.sheetNamed(parsed.sheet);
  if (own === undefined) throw notFound(`the sheet of ${address}`);
  return new CellRange(own, parsed.area);
}

function rangeNamed(sheet: Sheet, name: string): CellRange {
  const named = rangeOfFormula(sheet, name.replace(/^=/, ''));
  if (named === null) throw invalidArgument(`the address ${name}`);
  return named;
}

/** null: the formula, as it reads on this sheet, names no cells. */
export function rangeOfFormula(sheet: Sheet, formula: string): CellRange | null {
  const cells = cellsNamed(formula, { sheet, row: 0, column: 0 });
  const own = sheet.workbook.sheets.find((one) => one === cells?.sheet);
  return cells === null || own === undefined ? null : new CellRange(own, cells.area);
}

export function areasAt(sheet: Sheet, address: string): CellAreas {
  return new CellAreas(
    sheet,
    address.split(',').map((part) => rangeAt(sheet, part).area),
  );
}

/** Of whole columns and rows Excel neither gives nor takes values. @assumption unbounded-ranges */
export const isUnbounded = (area: Area): boolean => isWholeColumns(area) || isWholeRows(area);

const MOST_CELLS = 5_000_000;

export function checkSize(area: Area): void {
  if (cellCount(area) > MOST_CELLS) throw invalidArgument(`more than ${MOST_CELLS} cells`);
}
