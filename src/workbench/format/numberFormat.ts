/** How does a value read in a cell with a number format? `#,##0`, `+#,##0;"△"#,##0;0`, `yyyy/mm/dd`, `[$-411]ge.m.d`, `hh:mm`, `@`. */
import { eraYearOf, type Era, type EraYear } from '../../file/eras';
import { CellError, dateOf, type Content } from '../model/values';
import { generalInCell } from './general';
import { parsedFormat, type Piece, type Section } from './sections';

export interface Formatted {
  readonly text: string;
  /** The colour that the format itself asks for. */
  readonly color: string | null;
}

/** What a narrow column shows instead of a number; a negative date shows it at any width. */
export const TOO_NARROW = '########';

/** `daysLate`: of the day that the workbook counts from. */
export function formatted(value: Content, format: string, daysLate = 0): Formatted {
  if (value === undefined) return { text: '', color: null };
  if (value instanceof CellError) return { text: value.code, color: null };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', color: null };
  const { numbers, text } = parsedFormat(format);
  if (typeof value === 'string') return text === null ? { text: value, color: null } : { text: textIn(text, value), color: text.color };
  const section = sectionFor(numbers, value);
  if (section === null) return { text: TOO_NARROW, color: null };
  return { text: numberIn(section, value, numbers, daysLate), color: section.color };
}

const textIn = (section: Section, value: string): string =>
  section.pieces.map((piece) => (piece.kind === 'text' ? value : piece.kind === 'literal' ? piece.text : '')).join('');

function sectionFor(sections: readonly Section[], value: number): Section | null {
  const [first, second, third] = sections;
  if (first === undefined) return null;
  if (sections.some(({ condition }) => condition !== null)) {
    return sections.find(({ condition }) => condition === null || condition(value)) ?? null;
  }
  if (second === undefined) return first;
  if (value < 0) return second;
  return value === 0 && third !== undefined ? third : first;
}

/** A section of its own for negative numbers says itself how they are marked. */
function numberIn(section: Section, value: number, all: readonly Section[], daysLate: number): string {
  const { pieces } = section;
  if (pieces.length === 0) return '';
  if (pieces.some(({ kind }) => kind === 'date' || kind === 'elapsed')) return value < 0 ? TOO_NARROW : dateIn(pieces, value, daysLate);
  const isMarked = value < 0 && all.indexOf(section) > 0 && (section.condition === null || section.isNegative);
  const shown = isMarked ? -value : value;
  if (pieces.some(({ kind }) => kind === 'general')) return pieces.map((piece) => (piece.kind === 'general' ? generalInCell(shown) : literal(piece))).join('');
  if (!pieces.some(({ kind }) => kind === 'digit')) return pieces.some(({ kind }) => kind === 'text') ? textOnly(pieces, shown) : pieces.map(literal).join('');
  return digitsIn(section, shown);
}

const literal = (piece: Piece): string => (piece.kind === 'literal' || piece.kind === 'percent' ? piece.text : '');
const textOnly = (pieces: readonly Piece[], value: number): string =>
  pieces.map((piece) => (piece.kind === 'text' ? generalInCell(value) : literal(piece))).join('');

function digitsIn(section: Section, value: number): string {
  const { pieces } = section;
  const scaled = Math.abs(value) * 100 ** pieces.filter(({ kind }) => kind === 'percent').length * 1000 ** -section.thousands;
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  const power = pieces.findIndex(({ kind }) => kind === 'power');
  const end = power < 0 ? pieces.length : power;
  const wholePart = pieces.slice(0, point < 0 ? end : point);
  const decimalPart = point < 0 ? [] : pieces.slice(point + 1, end);
  const tail = power < 0 ? [] : pieces.slice(power + 1);
  const decimals = decimalPart.filter(({ kind }) => kind === 'digit').length;
  const step = wholePart.filter(({ kind }) => kind === 'digit').length;
  const [size, exponent] = power < 0 ? [scaled, 0] : inPowers(scaled, Math.max(1, step), decimals);
  const [whole = '0', fraction = ''] = roundedDigits(size, decimals).split('.');
  const sign = value < 0 && /[1-9]/.test(whole + fraction) ? '-' : '';
  const pointText = point < 0 ? '' : '.';
  const powerPiece = pieces[power];
  const powerText = powerPiece?.kind === 'power' ? powerDigits(powerPiece, exponent) : '';
  const wholeText = filledFromRight(wholePart, whole === '0' ? '' : whole, section.isGrouped);
  return `${sign}${wholeText}${pointText}${filledFromLeft(decimalPart, fraction)}${powerText}${tail.map(literal).join('')}`;
}

/** Half away from zero, as the decimal digits stand and not as their binary neighbours. */
function roundedDigits(size: number, decimals: number): string {
  const exact = Number(size.toPrecision(15));
  if (exact >= 1e21) return BigInt(Math.round(exact)).toString();
  const [digits, power = '0'] = exact.toString().split('e');
  const shifted = Math.round(Number(`${digits}e${Number(power) + decimals}`));
  const plain = Number.isSafeInteger(shifted) ? (shifted / 10 ** decimals).toFixed(decimals) : exact.toFixed(decimals);
  return plain;
}

function inPowers(size: number, step: number, decimals: number): [number, number] {
  if (size === 0) return [0, 0];
  const raw = Math.floor(Math.log10(size));
  const exponent = Math.floor(raw / step) * step;
  const mantissa = size / 10 ** exponent;
  return Number(mantissa.toFixed(decimals)) >= 10 ** step ? [mantissa / 10 ** step, exponent + step] : [mantissa, exponent];
}

function powerDigits({ sign, digits }: Extract<Piece, { kind: 'power' }>, exponent: number): string {
  const mark = exponent < 0 ? '-' : sign === '+' ? '+' : '';
  return `E${mark}${Math.abs(exponent).toString().padStart(digits, '0')}`;
}

/** The leftmost placeholder takes all digits that are left. */
function filledFromRight(pieces: readonly Piece[], digits: string, isGrouped: boolean): string {
  const first = pieces.findIndex(({ kind }) => kind === 'digit');
  let rest = digits;
  let placed = 0;
  let text = '';
  const put = (digit: string): void => {
    text = isGrouped && placed > 0 && placed % 3 === 0 && digit !== '' ? `${digit},${text}` : digit + text;
    if (digit !== '') placed++;
  };
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index] as Piece;
    if (piece.kind !== 'digit') {
      text = literal(piece) + text;
      continue;
    }
    put(rest.at(-1) ?? emptyPlace(piece.mark));
    rest = rest.slice(0, -1);
    if (index === first) for (; rest !== ''; rest = rest.slice(0, -1)) put(rest.at(-1) as string);
  }
  return text;
}

const emptyPlace = (mark: string): string => (mark === '0' ? '0' : mark === '?' ? ' ' : '');

function filledFromLeft(pieces: readonly Piece[], fraction: string): string {
  const significant = fraction.replace(/0+$/, '').length;
  let at = 0;
  let text = '';
  for (const piece of pieces) {
    if (piece.kind !== 'digit') text += literal(piece);
    else {
      text += at < significant ? fraction.charAt(at) : emptyPlace(piece.mark);
      at++;
    }
  }
  return text;
}

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SECONDS_A_DAY = 86_400;

function dateIn(pieces: readonly Piece[], value: number, daysLate: number): string {
  const hasSeconds = pieces.some((piece) => (piece.kind === 'date' || piece.kind === 'elapsed') && piece.text.startsWith('s'));
  const seconds = hasSeconds ? Math.round(value * SECONDS_A_DAY) : Math.floor(Math.round(value * SECONDS_A_DAY) / 60) * 60;
  const date = dateOf(Math.floor(seconds / SECONDS_A_DAY) + daysLate);
  const ofDay = seconds % SECONDS_A_DAY;
  const isHalf = pieces.some((piece) => piece.kind === 'date' && /^a\/?p|am/i.test(piece.text));
  return pieces
    .map((piece) => {
      if (piece.kind === 'date') return datePart(piece.text, date, ofDay, isHalf);
      if (piece.kind === 'elapsed') return elapsed(piece.text, seconds);
      return piece.kind === 'point' ? '.' : literal(piece);
    })
    .join('');
}

function elapsed(mark: string, seconds: number): string {
  const unit = mark.startsWith('h') ? 3600 : mark.startsWith('m') ? 60 : 1;
  return Math.floor(seconds / unit)
    .toString()
    .padStart(mark.length, '0');
}

function datePart(mark: string, date: Date, ofDay: number, isHalf: boolean): string {
  const hour = Math.floor(ofDay / 3600);
  const padded = (number: number): string => number.toString().padStart(mark.length, '0');
  switch (mark.charAt(0)) {
    case 'y':
      return mark.length > 2 ? date.getUTCFullYear().toString().padStart(4, '0') : (date.getUTCFullYear() % 100).toString().padStart(2, '0');
    case 'e':
      return padded(eraOf(date).year);
    case 'g':
      return eraText(mark, eraOf(date).era);
    case 'm':
      return monthText(mark, date.getUTCMonth());
    case 'n':
      return padded(Math.floor((ofDay % 3600) / 60));
    case 'd':
      return dayText(mark, date);
    case 'a':
      return /\//.test(mark) ? halfText(mark, hour) : `${WEEKDAYS[date.getUTCDay()] ?? ''}${mark.length > 3 ? '曜日' : ''}`;
    case 'h':
      return padded(isHalf ? hour % 12 || 12 : hour);
    default:
      return padded(ofDay % 60);
  }
}

/** No serial is a day before 明治. */
const eraOf = (date: Date): EraYear => eraYearOf(date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate())!;

const eraText = (mark: string, { letter, name }: Era): string => (mark.length === 1 ? letter : mark.length === 2 ? name.charAt(0) : name);

const halfText = (mark: string, hour: number): string => (mark.length > 3 ? (hour < 12 ? 'AM' : 'PM') : hour < 12 ? 'A' : 'P');

function monthText(mark: string, month: number): string {
  const name = MONTHS_EN[month] ?? '';
  if (mark.length <= 2) return (month + 1).toString().padStart(mark.length, '0');
  return mark.length === 3 ? name.slice(0, 3) : mark.length === 5 ? name.slice(0, 1) : name;
}

function dayText(mark: string, date: Date): string {
  if (mark.length <= 2) return date.getUTCDate().toString().padStart(mark.length, '0');
  const name = WEEKDAYS_EN[date.getUTCDay()] ?? '';
  return mark.length === 3 ? name.slice(0, 3) : name;
}
