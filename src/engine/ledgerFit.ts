/** Can a ledger be of any use, as far as it tells by itself: are its slip numbers whole, and is there one at all? */
import { readFiscalYear } from '../reconcile/cells';
import type { LedgerColumn } from '../reconcile/ledger';
import { NumberCells } from '../reconcile/numberCells';
import { RoundedNumbers } from '../reconcile/roundedNumbers';
import { isBlankRow, readings, type LedgerTable } from '../reconcile/table';

/** Why a run with it would only name people wrongly. */
export type LedgerUnfit =
  /** A spreadsheet has made zeros of the last digits, or 1.00E+16 of the numbers. */
  | { readonly code: 'rounded'; readonly rounded: number; readonly rows: number }
  /** No row has a year and a number that can be read. */
  | { readonly code: 'noNumber'; readonly rows: number }
  /** None of its slips is of a fiscal year of the files. */
  | { readonly code: 'otherYear'; readonly ledger: readonly string[]; readonly files: readonly string[] };

/** 1.00E+16 */
const EXPONENT = /^\d(?:\.\d+)?E\+?\d+$/i;
const FEWEST = 2;

/** `rows`: those that say anything; the line end of the last one is none. `filesYears`: null where nobody can say. */
export function ledgerFit(
  table: LedgerTable,
  columnOf: Readonly<Record<LedgerColumn, number>>,
  filesYears: ReadonlySet<string> | null = null,
): { readonly rows: number; readonly unfit: LedgerUnfit | null } {
  const years = readings(table, columnOf.fiscalYear, readFiscalYear);
  const isExponent = readings(table, columnOf.slipNumber, (text) => EXPONENT.test(text.normalize('NFKC')));
  const cells = new NumberCells(table, columnOf.slipNumber);
  const zeros = new RoundedNumbers();
  let [rows, slips, exponents] = [0, 0, 0];
  const found = new Set<string>();
  for (let row = 0; row < table.rowCount; row++) {
    if (isBlankRow(table, row)) continue;
    rows++;
    const length = cells.read(row);
    if (isExponent.values[isExponent.ids[row]!]!) exponents++;
    if (length === 0) continue;
    zeros.add(cells.digits, length);
    const year = years.values[years.ids[row]!]!;
    if (year === null) continue;
    slips++;
    found.add(year);
  }
  const areExponents = exponents * 2 > rows && (exponents >= FEWEST || slips === 0);
  if (areExponents) return { rows, unfit: { code: 'rounded', rounded: exponents, rows } };
  if (zeros.areRounded()) return { rows, unfit: { code: 'rounded', rounded: zeros.rounded, rows } };
  if (slips === 0) return { rows, unfit: { code: 'noNumber', rows } };
  const isOther = filesYears !== null && filesYears.size > 0 && ![...found].some((year) => filesYears.has(year));
  return { rows, unfit: isOther ? { code: 'otherYear', ledger: [...found].sort(), files: [...filesYears].sort() } : null };
}
