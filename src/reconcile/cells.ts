/**
 * What does a cell of a ledger or of a list of receipts say?
 *
 * Years, numbers, amounts and dates are read as Excel and people write them, full-width characters as half-width (NFKC); null is a cell that cannot be read.
 * Source: docs/format.md, "The ledger".
 */
import { dayOf, type Day } from '../file/calendar';
import { commonYear, eraCalled, eraDate } from '../file/eras';

/** Without outer blanks, full-width ones too. */
export const trimmed = (text: string): string => text.trim();

const NOT_ASCII = /[^\x20-\x7e]/;
const halfWidth = (text: string): string => (NOT_ASCII.test(text) ? text.normalize('NFKC').trim() : text);

/** Of the only era that a ledger's date may name. */
const REIWA = eraCalled('令和')!;
const yearIn = (text: string): number => (text === '元' ? 1 : Number(text));

/** 2027, R9, 令和9, with or without 年度; as four digits. */
export function readFiscalYear(text: string): string | null {
  const year = halfWidth(text);
  const western = /^(\d{4})(?:年度)?$/.exec(year);
  if (western !== null) return western[1]!;
  const era = /^(?:R|令和)(元|\d{1,2})(?:年度)?$/.exec(year);
  return era === null || Number(era[1]) === 0 ? null : String(commonYear(REIWA, yearIn(era[1]!)));
}

/** ASCII digits, or full-width ones as ASCII. */
export function readDigits(text: string): string | null {
  const digits = halfWidth(text);
  return /^\d+$/.test(digits) ? digits : null;
}

/** A cell that Excel holds as a date shows its time, too. */
const MIDNIGHT = /[ \t]+(?:0:00|00:00|0:00:00|00:00:00)$/;
const WESTERN_DAYS: readonly RegExp[] = [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/, /^(\d{4})()(\d{2})(\d{2})$/];
const ERA_DAYS: readonly RegExp[] = [/^R(元|\d{1,2})([./])(\d{1,2})\2(\d{1,2})$/, /^令和(元|\d{1,2})(年)(\d{1,2})月(\d{1,2})日$/];

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}

/** 2027-04-30, 2027/4/30, 2027.4.30, 2027年4月30日, 20270430, R9.4.30, R9/4/30, 令和9年4月30日, each also followed by a midnight; on the calendar. */
export function readDay(text: string): Day | null {
  const day = halfWidth(text).replace(MIDNIGHT, '');
  const western = firstMatch(WESTERN_DAYS, day);
  if (western !== null) return dayOf(Number(western[1]), Number(western[3]), Number(western[4]));
  const era = firstMatch(ERA_DAYS, day);
  if (era === null || Number(era[1]) === 0) return null;
  return eraDate(REIWA, yearIn(era[1]!), Number(era[3]), Number(era[4]));
}

/** Yen with or without commas, 円, ￥ (also as ¥ or \), with no decimals but zeros. */
export function readAmount(text: string): number | null {
  const match = /^[¥\\]?\s*(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0+)?\s*円?$/.exec(halfWidth(text));
  return match === null ? null : Number(match[1]!.replaceAll(',', ''));
}

/** 再発行区分: digits; empty is 0. */
export function readReissueNumber(text: string): number | null {
  if (text === '') return 0;
  const digits = halfWidth(text);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** 収納方法 that name the channel that the settlement files tell of. */
const OWN_CHANNEL: readonly string[] = ['コンビニ', '電子マネー', 'スマホ', 'バーコード', 'CVS'];

export function isOwnChannel(method: string): boolean {
  const name = method.normalize('NFKC').toUpperCase();
  return OWN_CHANNEL.some((own) => name.includes(own));
}
