/** What does Excel make of a text that is typed, or written without the text format? A number, a date, a truth value, an error, or the text. */
import { commonYear, eraCalled } from '../../file/eras';
import { CellError, isErrorCode, serialOf, type CellValue } from '../model/values';

export interface Typed {
  readonly value: CellValue;
  /** The format that the cell takes if it had none. */
  readonly format: string | null;
}

/**
 * Leading zeros, commas, percent and yen signs, dates and times are read; only 15 digits stay.
 * @assumption text-becomes-number
 */
export function typed(text: string, daysLate = 0): Typed {
  if (!MAYBE_MORE.test(text)) return { value: text, format: null };
  const half = halfWidth(text.trim());
  const number = plainNumber(half) ?? counted(moment(half), daysLate);
  if (number !== null) return number;
  if (/^(?:true|false)$/i.test(half)) return { value: half.toLowerCase() === 'true', format: null };
  const code = half.toUpperCase();
  return isErrorCode(code) ? { value: new CellError(code), format: null } : { value: text, format: null };
}

/** Times of no day are the same in every workbook. */
function counted(moment: Typed | null, daysLate: number): Typed | null {
  return moment === null || typeof moment.value !== 'number' || moment.value < daysLate ? moment : { ...moment, value: moment.value - daysLate };
}

/** Most texts start with a letter that no number, date, truth value or error starts with. */
const MAYBE_MORE = /^[\s\d０-９.,．，+＋\-－(（¥￥$＄#＃%MTSHRmtshrFfＭＴＳＨＲ]/;

/** The number that a text reads as in arithmetic; null: none. */
export function typedNumber(text: string): number | null {
  if (!MAYBE_MORE.test(text)) return null;
  const half = halfWidth(text.trim());
  const number = plainNumber(half) ?? moment(half);
  return number !== null && typeof number.value === 'number' ? number.value : null;
}

/** Full-width digits and signs are typed in Japanese. */
const halfWidth = (text: string): string => (/^[\x20-\x7e\uff01-\uff5e￥¥年月日時分秒]+$/.test(text) ? text.normalize('NFKC') : text);

const NUMBER = /^([+-]?)([¥$]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:e([+-]?\d+))?(%?)$/i;

function plainNumber(text: string): Typed | null {
  const inParentheses = /^\((.*)\)$/.exec(text);
  const match = NUMBER.exec(inParentheses?.[1] ?? text);
  if (match === null) return null;
  const [, sign = '', currency = '', digits = '', power, percent = ''] = match;
  if (inParentheses !== null && sign !== '') return null;
  const size = Number(`${digits.replaceAll(',', '')}e${power ?? '0'}`) / (percent === '' ? 1 : 100);
  if (!Number.isFinite(size)) return null;
  const value = Number(size.toPrecision(15)) * (sign === '-' || inParentheses !== null ? -1 : 1);
  return { value, format: numberFormatOf(currency, digits, power !== undefined, percent !== '') };
}

function numberFormatOf(currency: string, digits: string, isPower: boolean, isPercent: boolean): string | null {
  const decimals = digits.includes('.');
  if (isPercent) return decimals ? '0.00%' : '0%';
  if (isPower) return '0.00E+00';
  if (currency !== '') return decimals ? `"${currency}"#,##0.00;"${currency}"-#,##0.00` : `"${currency}"#,##0;"${currency}"-#,##0`;
  if (digits.includes(',')) return decimals ? '#,##0.00' : '#,##0';
  return null;
}

const YMD = /^(\d{4}|\d{2})([/-])(\d{1,2})\2(\d{1,2})$/;
const YMD_KANJI = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const ERA = /^([MTSHR])(\d{1,2})[./](\d{1,2})[./](\d{1,2})$/i;
const MONTH_DAY = /^(\d{1,2})[/-](\d{1,2})$/;
const MONTH_DAY_KANJI = /^(\d{1,2})月(\d{1,2})日$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP])M)?$/i;

function moment(text: string): Typed | null {
  const [datePart = '', ...rest] = text.split(/\s+/);
  const date = day(datePart);
  if (rest.length === 0) return date ?? time(datePart);
  const timePart = time(rest.join(' '));
  if (date === null || timePart === null) return time(text);
  return { value: Number(date.value) + Number(timePart.value), format: 'yyyy/m/d h:mm' };
}

function day(text: string): Typed | null {
  const written = YMD.exec(text);
  if (written !== null) return dated(fullYear(written[1] ?? ''), written[3], written[4], 'yyyy/m/d');
  const kanji = YMD_KANJI.exec(text);
  if (kanji !== null) return dated(Number(kanji[1]), kanji[2], kanji[3], 'yyyy"年"m"月"d"日"');
  const era = ERA.exec(text);
  if (era !== null) return dated(commonYear(eraCalled(era[1]!)!, Number(era[2])), era[3], era[4], '[$-411]ge.m.d');
  const short = MONTH_DAY.exec(text) ?? MONTH_DAY_KANJI.exec(text);
  return short === null ? null : dated(new Date().getFullYear(), short[1], short[2], 'm"月"d"日"');
}

/** Two digits are years from 1930 to 2029. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

function dated(year: number, month: string | undefined, dayOfMonth: string | undefined, format: string): Typed | null {
  const serial = serialOf(year, Number(month), Number(dayOfMonth));
  return serial === null ? null : { value: serial, format };
}

function time(text: string): Typed | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hourText = '', minuteText = '', secondText, half] = match;
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText ?? 0)];
  if (minute > 59 || second > 59 || (half === undefined ? hour > 24 : hour > 12)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0);
  const seconds = secondText === undefined ? '' : ':ss';
  return { value: (hours * 3600 + minute * 60 + second) / 86_400, format: `h:mm${seconds}${half === undefined ? '' : ' AM/PM'}` };
}
