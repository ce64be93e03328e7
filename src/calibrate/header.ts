/** Which codes does the header hold: the biller's by the ledger or the barcode, the others by what is left? */
import type { Profile } from './profile';
import { SPACE } from './profile';
import type { GroupRows, Rows } from './rows';
import type { Taken } from './taken';

export interface HeaderCode {
  readonly offset: number;
  readonly length: number;
  readonly by: 'ledger' | 'barcode' | 'variation';
  readonly matched: number;
  readonly of: number;
}

const textAt = ({ bytes, width }: Rows, row: number, offset: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(row * width + offset, row * width + offset + length));

/** The bytes that hold one of these codes in every header. */
export function billerByCodes(headers: Rows, taken: Taken, codes: ReadonlySet<string>): HeaderCode | null {
  const lengths = [...new Set([...codes].map((code) => code.length))].sort((a, b) => b - a);
  for (const length of lengths) {
    for (let offset = 1; offset + length <= headers.width; offset++) {
      if (!taken.isFree(offset, length)) continue;
      let matched = 0;
      for (let row = 0; row < headers.count; row++) if (codes.has(textAt(headers, row, offset, length))) matched++;
      if (matched > 0 && matched * 10 >= headers.count * 9) return { offset, length, by: 'ledger', matched, of: headers.count };
    }
  }
  return null;
}

/** The bytes that hold the same digits as the barcodes of the header's group; `digitsOf` gives them for each header. */
export function billerByBarcode(headers: Rows, taken: Taken, digitsOf: readonly (string | null)[]): HeaderCode | null {
  const told = digitsOf.filter((digits) => digits !== null);
  const length = told[0]?.length ?? 0;
  if (length === 0) return null;
  for (let offset = 1; offset + length <= headers.width; offset++) {
    if (!taken.isFree(offset, length)) continue;
    let matched = 0;
    for (let row = 0; row < headers.count; row++) if (digitsOf[row] !== null && textAt(headers, row, offset, length) === digitsOf[row]) matched++;
    if (matched * 10 >= told.length * 9) return { offset, length, by: 'barcode', matched, of: told.length };
  }
  return null;
}

const LONGEST_BILLER = 12;

/** A code in which the groups of one file differ: one agent, one day, several billers. */
export function billerByVariation(headers: Rows, profile: Profile, taken: Taken, groups: readonly GroupRows[]): HeaderCode | null {
  const rowsOfFile = new Map<number, number[]>();
  for (const { file, header } of groups) if (header >= 0) rowsOfFile.set(file, [...(rowsOfFile.get(file) ?? []), header]);
  const several = [...rowsOfFile.values()].filter((rows) => rows.length > 1);
  if (several.length === 0) return null;
  for (const run of codeRuns(profile, taken).filter(({ length }) => length <= LONGEST_BILLER)) {
    const differ = several.filter((rows) => new Set(rows.map((row) => textAt(headers, row, run.offset, run.length))).size === rows.length);
    if (differ.length === several.length) return { ...run, by: 'variation', matched: several.length, of: several.length };
  }
  return null;
}

/** Stretches of letters and digits with nothing known in them. */
export function codeRuns(profile: Profile, taken: Taken): { readonly offset: number; readonly length: number }[] {
  const runs: { offset: number; length: number }[] = [];
  for (const gap of taken.gaps()) {
    let open: { offset: number; length: number } | null = null;
    for (let column = gap.offset; column < gap.offset + gap.length; column++) {
      if (!profile.isCode(column) || profile.of(column, SPACE) > 0) open = null;
      else if (open !== null) open.length++;
      else runs.push((open = { offset: column, length: 1 }));
    }
  }
  return runs;
}
