/**
 * How does a formula count the cells that hold just this text?
 *
 * COUNTIFS reads its criterion: `=x`, `>1`, `a*`, `#N/A` mean something else, `007` also finds `7`, capitals do not matter, 255 characters are the limit.
 * Texts that it could misread, or mix up with another of the run, are compared with EXACT instead, which is slower and never wrong.
 */

const MISREAD = /^[=<>#]|[*?~]|^\s|\s$|^(?:true|false)$/i;
const LONGEST = 255;
const ANY_DIGIT = /[\d０-９]/;
const CODE = /^\d{1,15}$/;

/** Texts of one list that COUNTIFS finds, and nothing else. */
export function plainCriteria(texts: readonly string[]): ReadonlySet<string> {
  const alike = new Map<string, number>();
  for (const text of texts) alike.set(asRead(text), (alike.get(asRead(text)) ?? 0) + 1);
  return new Set(texts.filter((text) => isPlain(text) && alike.get(asRead(text)) === 1));
}

/** Digits among other characters may be read as a date or a number. */
const isPlain = (text: string): boolean => text !== '' && text.length <= LONGEST && !MISREAD.test(text) && (CODE.test(text) || !ANY_DIGIT.test(text));

/** Two texts that are read alike are found together. */
const asRead = (text: string): string => (CODE.test(text) ? String(Number(text)) : text.normalize('NFKC').toLowerCase());

/** What a row of 集計 asks: cells of a column that hold a label, and further conditions. */
export interface Question {
  readonly column: string;
  /** The cell with the label, or a text literal. */
  readonly label: string;
  readonly isPlain: boolean;
  readonly also: readonly { readonly column: string; readonly criterion: string }[];
}

export function countFormula({ column, label, isPlain: plain, also }: Question): string {
  if (plain) return `COUNTIFS(${[`${column},${label}`, ...also.map((other) => `${other.column},${other.criterion}`)].join(',')})`;
  return `SUMPRODUCT(${exactly(column, label, also)})`;
}

export function sumFormula(amounts: string, { column, label, isPlain: plain, also }: Question): string {
  if (plain) return `SUMIFS(${[amounts, `${column},${label}`, ...also.map((other) => `${other.column},${other.criterion}`)].join(',')})`;
  return `SUMPRODUCT(${exactly(column, label, also)},${amounts})`;
}

/** A product, so that the truth values become numbers. */
const exactly = (column: string, label: string, also: Question['also']): string =>
  [`EXACT(${column},${label})`, ...(also.length === 0 ? ['1'] : also.map((other) => `(${other.column}=${other.criterion})`))].join('*');
