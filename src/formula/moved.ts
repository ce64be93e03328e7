/** How does a formula read in another cell? What `$` does not fix goes along, as it does where cells are copied or sorted; what would leave the sheet is `#REF!`. */
import { fromCol, tokenize, toCol } from '@borgar/fx';
import { MOST_COLUMNS, MOST_ROWS } from '../sheet/limits';

interface Move {
  readonly rows: number;
  readonly columns: number;
}

/** With `=` or without, in a cell so many rows down and columns to the right. The library says what is a reference; all other text stays as it is. */
export const movedFormula = (formula: string, rows: number, columns: number): string =>
  tokenize(formula, { withLocation: false, mergeRefs: true })
    .map(({ type, value }) => (REFERENCES.has(type) ? movedReference(value, { rows, columns }) : value))
    .join('');

/** `B2`, `B2:C4`; `B:C`, `2:4`; `B2:C`. */
const REFERENCES: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_ternary']);

/** `'Sheet 1'!$A1:B$2`: before the last `!` stands where the cells are. */
function movedReference(text: string, move: Move): string {
  const start = text.lastIndexOf('!') + 1;
  const corners = text
    .slice(start)
    .split(/(:)/)
    .map((corner) => (corner === ':' ? corner : movedCorner(corner, move)));
  return text.slice(0, start) + (corners.includes(null) ? GONE : corners.join(''));
}
const GONE = '#REF!';

/** null: it would not be on the sheet. */
function movedCorner(corner: string, { rows, columns }: Move): string | null {
  const [, columnFixed = '', letters, rowFixed = '', digits] = /^(\$?)([A-Za-z]+)?(\$?)(\d+)?$/.exec(corner)!;
  const column = letters === undefined ? null : fromCol(letters) + (columnFixed === '$' ? 0 : columns);
  const isRowFixed = rowFixed === '$' || (letters === undefined && columnFixed === '$');
  const row = digits === undefined ? null : Number(digits) + (isRowFixed ? 0 : rows);
  if (column !== null && (column < 0 || column >= MOST_COLUMNS)) return null;
  if (row !== null && (row < 1 || row > MOST_ROWS)) return null;
  return columnFixed + (column === null ? '' : toCol(column)) + rowFixed + (row === null ? '' : String(row));
}
