/** What stands in the ledger and in the lists of receipts? CSV, cell by cell. (CONTRACT 5 and 5b) */
import { isUtf8 } from 'node:buffer';
import { decode } from 'iconv-lite';
import { day } from './calendar';
import { Found, found } from './file';
import { Refused, isDigits } from './layout';

export type Receipt = Readonly<{ record: number; year: string; number: string; biller: string | null; date: string | null; amount: number; method: string }>;
export type LedgerRow = ReturnType<typeof readLedger>['rows'][number];

function textOf(bytes: Buffer): string {
  if (/^(\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2))) throw new Refused('UTF-16');
  return isUtf8(bytes) || bytes.indexOf('\ufeff') === 0 ? new TextDecoder().decode(bytes) : decode(bytes, 'cp932');
}

function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    const cell = /"((?:[^"]|"")*)"(?!")([^,\r\n]*)|([^,\r\n]*)/y;
    cell.lastIndex = at;
    const [all, quoted, rest, plain] = cell.exec(text)!;
    if (quoted === undefined ? all.startsWith('"') : rest!.trim() !== '') throw new Refused('a quote never closes');
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain!).trim());
    at += all.length;
    if (text[at] === ',' && at + 1 === text.length) rows.at(-1)!.push('');
    if (text[at] !== ',' && at < text.length) rows.push([]);
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

/** The data rows, and what became of those that a comma moved. */
function open(bytes: Buffer, known: readonly string[], code: string) {
  const filled = parse(textOf(bytes)).flatMap((cells, at) => (cells.some((cell) => cell !== '') ? [{ cells, record: at + 1 }] : []));
  const [names, lines] = [filled[0]?.cells ?? [], filled.slice(1)];
  for (const name of known) if (names.filter((one) => one === name).length > 1) throw new Refused(`${name} twice`);
  for (const name of known.slice(0, 4)) if (!names.includes(name)) throw new Refused(`${name} missing`);
  if (lines.length === 0) throw new Refused('no data row');
  const padded = lines.every(({ cells }) => cells.length === lines[0]!.cells.length && cells.slice(names.length).every((cell) => cell === ''));
  return lines.map(({ cells, record }) => {
    const moved = cells.length > names.length && !padded;
    const own: Found[] = moved ? [found(code, record, null, names.length, cells.length)] : [];
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    /** What a cell says; one that is unreadable, or empty and must not be, is a finding. */
    const take = <T>(name: string, read: (text: string) => T | null, must = false): T | null => {
      const value = cell(name) === '' ? null : read(cell(name));
      if (!moved && value === null && (must || cell(name) !== '')) own.push(found(code, record, name, null, cell(name)));
      return value;
    };
    return { record, moved, own, cell, take, names };
  });
}

const narrow = (text: string): string => text.normalize('NFKC');
const reiwa = (nth: string): number => 2018 + (nth === '元' ? 1 : Number(nth));

function yearOf(text: string): string | null {
  const [, western, nth] = /^(?:(\d{4})|(?:R|令和)(\d{1,2}|元))(?:年度)?$/.exec(narrow(text)) ?? [];
  if (western !== undefined) return western;
  return nth === undefined || reiwa(nth) === 2018 ? null : String(reiwa(nth));
}

const numberOf = (width: number) => (text: string) => (isDigits(narrow(text)) && narrow(text).length <= width ? narrow(text) : null);

function yenOf(text: string): number | null {
  const [, digits] = /^[¥\\]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?円?$/.exec(narrow(text)) ?? [];
  return digits === undefined || digits.replaceAll(',', '').length > 15 ? null : Number(digits.replaceAll(',', ''));
}

const DATES = [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, /^(\d{4}|令和\d{1,2}|令和元)(年)(\d{1,2})月(\d{1,2})日$/, /^(R\d{1,2}|R元)([./])(\d{1,2})\2(\d{1,2})$/];
function dateOf(text: string): string | null {
  const bare = narrow(text).replace(/ +(00?:00(:00)?)$/, '');
  if (isDigits(bare)) return day(bare);
  const [, year, , month, date] = DATES.map((form) => form.exec(bare)).find((match) => match !== null) ?? [];
  if (year === undefined) return null;
  const western = /^\d/.test(year) ? year : String(reiwa(year.replace(/R|令和/, '')));
  return western === '2018' && !/^\d/.test(year) ? null : day(western + month!.padStart(2, '0') + date!.padStart(2, '0'));
}

/** A spreadsheet keeps 15 digits of a number. */
function rounded(cells: readonly string[]): Found[] {
  const long = cells.map((cell) => narrow(cell).replace(/^0+/, '')).filter((number) => isDigits(number) && number.length > 15);
  const lost = long.filter((number) => /^0+$/.test(number.slice(15)));
  return lost.length >= 2 && lost.length * 2 > long.length ? [found('ledgerRounded', null, '納付書番号')] : [];
}

const LEDGER = '年度 納付書番号 納期限 請求金額 収納機関コード 再発行区分 費目 所管課 納付義務者番号 氏名 発行日 収納日 収納額 収納方法'.split(' ');
export function readLedger(bytes: Buffer, width: number) {
  const lines = open(bytes, LEDGER, 'ledgerRow');
  const rows = lines.flatMap(({ record, moved, own, cell, take }) => {
    const year = take('年度', yearOf, true);
    const number = take('納付書番号', numberOf(width), true);
    if (year === null || number === null) return [];
    const blank = { record, year, number, biller: null, reissue: 0, due: null, billed: null, issued: null, receipt: null, bad: true };
    if (moved) return [blank];
    const due = take('納期限', dateOf, true);
    const billed = take('請求金額', yenOf, true);
    const reissue = take('再発行区分', (text) => (/^\d{1,9}$/.test(narrow(text)) ? Number(narrow(text)) : null)) ?? 0;
    const issued = take('発行日', dateOf);
    if (issued !== null && due !== null && issued > due) own.push(found('ledgerRow', record, '発行日', null, cell('発行日')));
    const biller = cell('収納機関コード') || null;
    const date = take('収納日', dateOf);
    const yen = take('収納額', yenOf);
    if (yen === 0 && cell('収納日') !== '') own.push(found('ledgerRow', record, '収納額', null, cell('収納額')));
    const readable = (cell('収納日') === '') === (date === null) && (cell('収納額') === '') === (yen === null);
    const amount = yen ?? (date === null ? null : billed);
    const receipt: Receipt | null = readable && amount ? { record, year, number, biller, date, amount, method: cell('収納方法') } : null;
    return [{ record, year, number, biller, reissue, due, billed, issued, receipt, bad: own.length > 0 }];
  });
  const list = [...lines.flatMap(({ own }) => own), ...rounded(lines.map(({ cell }) => cell('納付書番号')))];
  const otherChannels = lines[0]!.names.includes('収納日') || lines[0]!.names.includes('収納額');
  return { rows, found: list, otherChannels, lost: lines.length - rows.length };
}

const RECEIPTS = '年度 納付書番号 収納日 収納額 収納機関コード 収納方法'.split(' ');
export function readReceipts(bytes: Buffer, width: number) {
  const lines = open(bytes, RECEIPTS, 'receiptRow');
  const rows = lines.flatMap(({ record, moved, cell, take }): Receipt[] => {
    const year = take('年度', yearOf, true);
    const number = take('納付書番号', numberOf(width), true);
    const date = take('収納日', dateOf, true);
    const amount = take('収納額', (text) => yenOf(text) || null, true);
    if (moved || year === null || number === null || date === null || amount === null) return [];
    return [{ record, year, number, date, amount, biller: cell('収納機関コード') || null, method: cell('収納方法') }];
  });
  return { rows, found: [...lines.flatMap(({ own }) => own), ...rounded(rows.map(({ number }) => number))], refused: lines.length - rows.length };
}
