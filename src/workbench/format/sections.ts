/** Which pieces is a number format made of? Up to three sections for numbers, one for texts. */

export type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly mark: string }
  | { readonly kind: 'percent'; readonly text: string }
  | { readonly kind: 'power'; readonly sign: string; readonly digits: number }
  /** Minutes are `n`, so that they are not taken for months. */
  | { readonly kind: 'date' | 'elapsed'; readonly text: string }
  | { readonly kind: 'point' | 'general' | 'text' | 'comma' };

export interface Section {
  readonly pieces: readonly Piece[];
  readonly color: string | null;
  readonly condition: ((value: number) => boolean) | null;
  /** Its condition admits only numbers below 0. */
  readonly isNegative: boolean;
  readonly isGrouped: boolean;
  /** How often the number is divided by a thousand. */
  readonly thousands: number;
}

export interface ParsedFormat {
  readonly numbers: readonly Section[];
  readonly text: Section | null;
}

const COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  黒: '#000000',
  white: '#FFFFFF',
  白: '#FFFFFF',
  red: '#FF0000',
  赤: '#FF0000',
  green: '#00FF00',
  緑: '#00FF00',
  blue: '#0000FF',
  青: '#0000FF',
  yellow: '#FFFF00',
  黄: '#FFFF00',
  cyan: '#00FFFF',
  水: '#00FFFF',
  magenta: '#FF00FF',
  紫: '#FF00FF',
};

const parsed = new Map<string, ParsedFormat>();

export function parsedFormat(format: string): ParsedFormat {
  let known = parsed.get(format);
  if (known === undefined) parsed.set(format, (known = parse(format)));
  return known;
}

function parse(format: string): ParsedFormat {
  const sections = splitSections(format).map(section);
  const isText = ({ pieces }: Section): boolean => pieces.some(({ kind }) => kind === 'text');
  const last = sections.at(-1);
  const text = sections[3] ?? (last !== undefined && isText(last) ? last : null);
  const numbers = sections.length > 1 && text !== null ? sections.filter((one) => one !== text) : sections.slice(0, 3);
  return { numbers, text };
}

/** Semicolons inside quotes or brackets do not part. */
function splitSections(format: string): string[] {
  const sections = [''];
  for (const [piece] of format.matchAll(/"[^"]*"|\[[^\]]*\]|\\.|;|[^]/gu)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

const PIECES = /"([^"]*)"|\[([^\]]*)\]|\\([^])|_[^]|\*[^]|General|G\/標準|AM\/PM|A\/P|E([+-])(0+)|y+|m+|d+|h+|s+|g+|e+|a{3,}|[0#?]|[.,%@]|[^]/giu;

function section(text: string): Section {
  const pieces: Piece[] = [];
  let color: string | null = null;
  let condition: Section['condition'] = null;
  let isNegative = false;
  for (const match of text.matchAll(PIECES)) {
    const bracket = match[2];
    const test = bracket === undefined ? null : conditionOf(bracket);
    if (bracket !== undefined && COLORS[bracket.toLowerCase()] !== undefined) color = COLORS[bracket.toLowerCase()] ?? null;
    else if (test !== null) [condition, isNegative] = test;
    else pieces.push(...pieceOf(match));
  }
  return { ...withCommas(withMinutes(pieces)), color, condition, isNegative };
}

function conditionOf(bracket: string): [(value: number) => boolean, boolean] | null {
  const match = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket);
  if (match === null) return null;
  const limit = Number(match[2]);
  const tests: Readonly<Record<string, (value: number) => boolean>> = {
    '<': (value) => value < limit,
    '>': (value) => value > limit,
    '<=': (value) => value <= limit,
    '>=': (value) => value >= limit,
    '=': (value) => value === limit,
    '<>': (value) => value !== limit,
  };
  const operator = match[1] ?? '=';
  return [tests[operator] ?? (() => false), operator.startsWith('<') && limit <= 0];
}

function pieceOf(match: RegExpMatchArray): Piece[] {
  const [text, quoted, bracket, escaped, sign, power] = match;
  if (quoted !== undefined || escaped !== undefined) return [{ kind: 'literal', text: quoted ?? escaped ?? '' }];
  if (bracket !== undefined) return bracketPiece(bracket);
  if (sign !== undefined && power !== undefined) return [{ kind: 'power', sign, digits: power.length }];
  if (text.startsWith('_')) return [{ kind: 'literal', text: ' ' }];
  if (text.startsWith('*')) return [];
  if (/^(?:General|G\/標準)$/i.test(text)) return [{ kind: 'general' }];
  if (/^[0#?]$/.test(text)) return [{ kind: 'digit', mark: text }];
  if (text === '.') return [{ kind: 'point' }];
  if (text === ',') return [{ kind: 'comma' }];
  if (text === '@') return [{ kind: 'text' }];
  if (text === '%') return [{ kind: 'percent', text }];
  if (/^(?:[ymdhsge]+|a{3,}|am\/pm|a\/p)$/i.test(text)) return [{ kind: 'date', text: text.toLowerCase() }];
  return [{ kind: 'literal', text }];
}

/** `[h]` runs beyond a day; `[$¥-411]` is a currency sign; other locales change nothing here. */
function bracketPiece(bracket: string): Piece[] {
  if (/^(?:h+|m+|s+)$/i.test(bracket)) return [{ kind: 'elapsed', text: bracket.toLowerCase() }];
  const currency = /^\$([^-]*)/.exec(bracket)?.[1] ?? '';
  return currency === '' ? [] : [{ kind: 'literal', text: currency }];
}

/** An m after hours or before seconds means minutes. */
function withMinutes(pieces: readonly Piece[]): Piece[] {
  const isTime = (piece: Piece | undefined, mark: string): boolean => (piece?.kind === 'date' || piece?.kind === 'elapsed') && piece.text.startsWith(mark);
  const moments = pieces.filter(({ kind }) => kind === 'date' || kind === 'elapsed');
  return pieces.map((piece) => {
    if (piece.kind !== 'date' || !/^m{1,2}$/.test(piece.text)) return piece;
    const at = moments.indexOf(piece);
    return isTime(moments[at - 1], 'h') || isTime(moments[at + 1], 's') ? { kind: 'date', text: 'n'.repeat(piece.text.length) } : piece;
  });
}

/** A comma between digits groups them, one after the last digit divides by a thousand; elsewhere it is a comma. */
function withCommas(pieces: readonly Piece[]): Pick<Section, 'pieces' | 'isGrouped' | 'thousands'> {
  const isDate = pieces.some(({ kind }) => kind === 'date');
  const digits = pieces.flatMap(({ kind }, index) => (kind === 'digit' ? [index] : []));
  const [first = -1] = digits;
  const last = digits.at(-1) ?? -1;
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  let isGrouped = false;
  let thousands = 0;
  const kept = pieces.flatMap((piece, index): Piece[] => {
    if (piece.kind === 'point' && isDate) return [{ kind: 'literal', text: '.' }];
    if (piece.kind !== 'comma') return [piece];
    if (first < 0 || index < first) return [{ kind: 'literal', text: ',' }];
    if (index < last && (point < 0 || index < point)) isGrouped = true;
    else thousands++;
    return [];
  });
  return { pieces: kept, isGrouped, thousands };
}
