/** What stands in the ledger and in the lists of receipts? CSV, cell by cell. (CONTRACT 5 and 5b) */
import { decode } from 'iconv-lite';
import { day } from './calendar';
import { Found, found } from './file';
import { Refused, isDigits } from './layout';

export interface Receipt {
  readonly source: number; // 0 is the ledger, 1 the first list of receipts
  readonly record: number;
  readonly year: string;
  readonly number: string;
  readonly biller: string | null;
  readonly date: string | null;
  readonly amount: number;
  readonly method: string;
}
export interface LedgerRow {
  readonly record: number;
  readonly year: string;
  readonly number: string;
  readonly biller: string | null;
  readonly reissue: number;
  readonly due: string | null;
  readonly billed: number | null;
  readonly issued: string | null;
  readonly receipt: Receipt | null;
  readonly bad: boolean;
}
export interface Table<Row> {
  readonly rows: Row[];
  readonly found: Found[];
  readonly otherChannels: boolean;
  /** Rows that are no slip, or receipts that were refused. */
  readonly lost: number;
}

interface Line {
  readonly record: number;
  readonly cells: readonly string[];
}

function textOf(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 2);
  if (start === '\xff\xfe' || start === '\xfe\xff') throw new Refused('UTF-16');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'cp932');
  }
}

function parse(text: string): Line[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Refused('a quote never closes');
        if (text[at] === '"' && text[(at += 1)] !== '"') break;
        cell += text[at]!;
      }
    }
    while (at < text.length && !',\r\n'.includes(text[at]!)) cell += text[at++]!;
    row.push(cell.trim());
    if (text[at] === ',') {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows.map((cells, index) => ({ record: index + 1, cells }));
}

/** The data rows; what a cell of a column says; whether commas moved a row. */
function open(bytes: Buffer, known: readonly string[], required: readonly string[]) {
  const [header, ...all] = parse(textOf(bytes));
  const names = header?.cells ?? [];
  for (const name of known) if (names.filter((one) => one === name).length > 1) throw new Refused(`${name} twice`);
  for (const name of required) if (!names.includes(name)) throw new Refused(`${name} missing`);
  const lines = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length === 0) throw new Refused('no data row');
  const padded = lines.every(({ cells }) => cells.length === lines[0]!.cells.length && cells.slice(names.length).every((cell) => cell === ''));
  return {
    lines,
    has: (name: string): boolean => names.includes(name),
    cell: ({ cells }: Line, name: string): string => (names.includes(name) ? (cells[names.indexOf(name)] ?? '') : ''),
    movedBy: ({ record, cells }: Line, code: string): Found | null =>
      cells.length > names.length && !padded ? found(code, record, null, names.length, cells.length) : null,
  };
}

const narrow = (text: string): string => text.normalize('NFKC');

function yearOf(text: string): string | null {
  const [, western, reiwa] = /^(?:(\d{4})|(?:R|令和)(\d{1,2}|元))(?:年度)?$/.exec(narrow(text)) ?? [];
  if (western !== undefined) return western;
  const nth = reiwa === '元' ? 1 : Number(reiwa ?? 0);
  return nth === 0 ? null : String(2018 + nth);
}

function numberOf(text: string, width: number): string | null {
  const number = narrow(text);
  return isDigits(number) && number.length <= width ? number : null;
}

function yenOf(text: string): number | null {
  const [, digits] = /^[¥\\]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?円?$/.exec(narrow(text)) ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

function dateOf(text: string): string | null {
  const bare = narrow(text).replace(/ +(00?:00(:00)?)$/, '');
  if (/^\d{8}$/.test(bare)) return day(bare);
  const forms = [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
    /^R(\d{1,2}|元)([./])(\d{1,2})\2(\d{1,2})$/,
    /^令和(\d{1,2}|元)(年)(\d{1,2})月(\d{1,2})日$/,
  ];
  for (const form of forms) {
    const [, year, , month, date] = form.exec(bare) ?? [];
    if (year === undefined) continue;
    if (year !== '元' && Number(year) === 0) return null;
    const western = year.length === 4 ? year : String(2018 + (year === '元' ? 1 : Number(year)));
    return day(western + month!.padStart(2, '0') + date!.padStart(2, '0'));
  }
  return null;
}

const LEDGER = '年度 納付書番号 納期限 請求金額 収納機関コード 再発行区分 費目 所管課 納付義務者番号 氏名 発行日 収納日 収納額 収納方法'.split(' ');
const RECEIPTS = '年度 納付書番号 収納日 収納額 収納機関コード 収納方法'.split(' ');

/** A spreadsheet keeps 15 digits of a number. */
function rounded(numbers: readonly string[]): Found[] {
  const long = numbers.map((number) => number.replace(/^0+/, '')).filter((number) => number.length > 15);
  const lost = long.filter((number) => /^0+$/.test(number.slice(15)));
  return lost.length >= 2 && lost.length * 2 > long.length ? [found('ledgerRounded', null, '納付書番号')] : [];
}

export function readLedger(bytes: Buffer, width: number): Table<LedgerRow> {
  const table = open(bytes, LEDGER, LEDGER.slice(0, 4));
  const list: Found[] = [];
  const rows: LedgerRow[] = [];
  for (const line of table.lines) {
    const { record } = line;
    const moved = table.movedBy(line, 'ledgerRow');
    const own: Found[] = moved ? [moved] : [];
    /** What a cell says; an unreadable one, or an empty one that must not be, is a finding. */
    const take = <T>(name: string, read: (text: string) => T | null, must = false): T | null => {
      const text = table.cell(line, name);
      const value = text === '' ? null : read(text);
      if (!moved && value === null && (must || text !== '')) own.push(found('ledgerRow', record, name, null, text));
      return value;
    };
    const year = take('年度', yearOf, true);
    const number = take('納付書番号', (text) => numberOf(text, width), true);
    if (year === null || number === null) {
      list.push(...own);
      continue;
    }
    if (moved) {
      list.push(moved);
      rows.push({ record, year, number, biller: null, reissue: 0, due: null, billed: null, issued: null, receipt: null, bad: true });
      continue;
    }
    const due = take('納期限', dateOf, true);
    const billed = take('請求金額', yenOf, true);
    const reissue = take('再発行区分', (text) => (/^\d$/.test(narrow(text)) ? Number(narrow(text)) : null)) ?? 0;
    const issued = take('発行日', dateOf);
    if (issued !== null && due !== null && issued > due) own.push(found('ledgerRow', record, '発行日', null, table.cell(line, '発行日')));
    const biller = table.cell(line, '収納機関コード') || null;
    const [dateText, amountText] = [table.cell(line, '収納日'), table.cell(line, '収納額')];
    const date = take('収納日', dateOf);
    const yen = take('収納額', yenOf);
    if (yen === 0 && dateText !== '') own.push(found('ledgerRow', record, '収納額', null, amountText));
    const unreadable = (dateText !== '' && date === null) || (amountText !== '' && yen === null);
    const amount = amountText === '' && date !== null ? billed : yen;
    const receipt = !unreadable && amount ? { source: 0, record, year, number, biller, date, amount, method: table.cell(line, '収納方法') } : null;
    list.push(...own);
    rows.push({ record, year, number, biller, reissue, due, billed, issued, receipt, bad: own.length > 0 });
  }
  list.push(...rounded(rows.map(({ number }) => number)));
  return { rows, found: list, otherChannels: table.has('収納日') || table.has('収納額'), lost: table.lines.length - rows.length };
}

export function readReceipts(bytes: Buffer, width: number, source: number): Table<Receipt> {
  const table = open(bytes, RECEIPTS, RECEIPTS.slice(0, 4));
  const list: Found[] = [];
  const rows: Receipt[] = [];
  for (const line of table.lines) {
    const { record } = line;
    const moved = table.movedBy(line, 'receiptRow');
    if (moved) {
      list.push(moved);
      continue;
    }
    const take = <T>(name: string, read: (text: string) => T | null): T | null => {
      const value = read(table.cell(line, name));
      if (value === null) list.push(found('receiptRow', record, name, null, table.cell(line, name)));
      return value;
    };
    const year = take('年度', yearOf);
    const number = take('納付書番号', (text) => numberOf(text, width));
    const date = take('収納日', dateOf);
    const amount = take('収納額', (text) => yenOf(text) || null);
    if (year === null || number === null || date === null || amount === null) continue;
    rows.push({ source, record, year, number, date, amount, biller: table.cell(line, '収納機関コード') || null, method: table.cell(line, '収納方法') });
  }
  list.push(...rounded(rows.map(({ number }) => number)));
  return { rows, found: list, otherChannels: true, lost: table.lines.length - rows.length };
}
