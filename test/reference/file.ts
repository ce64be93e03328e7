/** What stands in a settlement file? Cut, read, summed. (CONTRACT 1, 2 and 6) */
import { createHash } from 'node:crypto';
import { Field, KINDS, Kind, Layout, RecordName, checkDigit, cut, dayOf, fits, isDigits, shown } from './layout';

export interface Found {
  readonly code: string;
  readonly record: number | null;
  readonly field: string | null;
  readonly expected: string | number | null;
  readonly actual: string | number | null;
}
export interface Total {
  readonly count: { counted: number; declared: number | null };
  readonly amount: { counted: number; declared: number | null };
}
export interface Group {
  readonly createdDate: string | null;
  readonly agentCode: string | null;
  readonly billerCode: string | null;
  readonly usage: string | null;
  readonly totals: Record<Kind, Total>;
}
export interface Notice {
  readonly sha256: string;
  readonly record: number;
  readonly group: Group;
  readonly held: boolean;
  readonly kind: Kind | undefined;
  readonly barcodeBiller: string | null;
  readonly barcode: string;
  readonly year: string;
  readonly number: string;
  readonly amount: number;
  readonly reissue: number | null;
  readonly due: string | null;
  readonly paidDate: string | null;
  readonly time: string;
  readonly store: string;
}
export interface ReadFile {
  readonly sha256: string;
  readonly layout: Layout | null;
  readonly lineEnding: string | null;
  readonly counted: number | null;
  readonly declared: number | null;
  readonly groups: Group[];
  readonly unchecked: { item: string; reason: string }[];
  readonly found: Found[];
  readonly notices: Notice[];
  /** The first byte of each record. */
  readonly types: string;
  readonly whole: boolean;
}

export const found = (code: string, record: number | null, field: string | null = null, expected: Found['expected'] = null, actual: Found['actual'] = null) =>
  ({ code, record, field, expected, actual }) satisfies Found;

/** Why a file is not read at all. */
export function unreadable(bytes: Buffer): 'ebcdicFile' | 'notASettlementFile' | null {
  const text = bytes.toString('latin1');
  if (/^[\xf1\xf2\xf8\xf9]/.test(text) && !/\d/.test(text.slice(0, 4096))) return 'ebcdicFile';
  return /^(\xff\xfe|\xfe\xff|\xef\xbb\xbf|PK)/.test(text) ? 'notASettlementFile' : null;
}

function chunks(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
}

function cutRecords(bytes: Buffer, length: number): { records: string[]; lineEnding: string } {
  const text = bytes.toString('latin1').replace(/[\x1a\r\n]+$/, '');
  const blocks = chunks(text, length);
  const ends = new Set(text.match(/\r\n|\n|\r/g) ?? []);
  if (ends.size === 0 || (text.length % length === 0 && blocks.every((block) => /^[1289]/.test(block)))) return { records: blocks, lineEnding: 'none' };
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const records = lines.flatMap((line) => (line.length % length === 0 ? chunks(line, length) : [line]));
  if (ends.size > 1 || records.length > lines.length) return { records, lineEnding: 'mixed' };
  return { records, lineEnding: ends.has('\r\n') ? 'crlf' : ends.has('\n') ? 'lf' : 'cr' };
}

function judgeBarcode(barcode: string, layout: Layout, record: number): Found[] {
  const whole = isDigits(barcode);
  const parts = cut(layout.barcode, barcode);
  const findings = layout.barcode.flatMap((field) => {
    const { name, kind, value } = field;
    const part = parts.get(name)!;
    const bad = found('fieldValue', record, name, kind === 'constant' ? value! : null, shown(part));
    if (!isDigits(part)) return kind === 'filler' ? [] : [bad];
    if (name === 'applicationIdentifier') return whole && part !== value ? [{ ...bad, code: 'barcodeIdentifier' }] : [];
    if (kind === 'checkDigit') return whole && part !== checkDigit(barcode) ? [found('barcodeCheckDigit', record, name, checkDigit(barcode), part)] : [];
    return fits(field, part, layout) ? [] : [bad];
  });
  const stamp = parts.get('revenueStamp');
  if (stamp !== undefined && isDigits(stamp) && Number(stamp) !== 0) findings.push(found('revenueStamp', record, 'revenueStamp', '0', stamp));
  const amount = parts.get('amount')!;
  if (isDigits(amount) && Number(amount) > 300_000) findings.push(found('amountLimit', record, 'amount', 300_000, Number(amount)));
  if (isDigits(amount) && Number(amount) === 0) findings.push(found('zeroAmount', record, 'amount', null, 0));
  return findings;
}

const WARNINGS = ['revenueStamp', 'amountLimit', 'zeroAmount'];

/** The findings about the fields of one record; those about what clears (kind, paid date, barcode) apart. */
function judge(fields: readonly Field[], text: string, layout: Layout, record: number): { findings: Found[]; holds: boolean } {
  const parts = cut(fields, text);
  let holds = false;
  const findings = fields.flatMap((field) => {
    const { name, kind, value } = field;
    const part = parts.get(name)!;
    if (kind === 'barcode') {
      const bad = judgeBarcode(part, layout, record);
      holds ||= bad.some(({ code }) => !WARNINGS.includes(code));
      return bad;
    }
    if (fits(field, part, layout)) return [];
    holds ||= kind === 'noticeKind' || name === 'paidDate';
    return [found(kind === 'noticeKind' ? kind : 'fieldValue', record, name, kind === 'constant' ? value! : null, shown(part))];
  });
  return { findings, holds };
}

export function readFile(bytes: Buffer, layout: Layout, limit = Infinity): ReadFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const cutFile = cutRecords(bytes, layout.recordLength);
  const records = cutFile.records.slice(0, limit);
  const list: Found[] = [];
  const groups: Group[] = [];
  const trailers = new Map<Group, Map<string, string>>();
  const notices: Notice[] = [];
  let end: Map<string, string> | null = null;
  let endRecord: number | null = null;
  let whole = true;
  let place: 'start' | 'group' | 'between' | 'over' = 'start';
  const fieldsOf = (name: RecordName): readonly Field[] => layout.records[name];

  const open = (header: Map<string, string>): void => {
    const code = (name: string): string | null => {
      const field = fieldsOf('header').find((one) => one.name === name);
      const text = header.get(name);
      return field && text !== undefined && fits(field, text, layout) ? text.trim() || null : null;
    };
    const totals = Object.fromEntries(KINDS.map((kind) => [kind, { count: { counted: 0, declared: null }, amount: { counted: 0, declared: null } }]));
    groups.push({
      createdDate: dayOf(header.get('createdDate')),
      agentCode: code('agentCode'),
      billerCode: code('billerCode'),
      usage: code('usage'),
      totals: totals as Record<Kind, Total>,
    });
  };

  const readData = (text: string, record: number, held: boolean): void => {
    const group = groups.at(-1)!;
    const named = fieldsOf('data');
    const parts = cut(named, text);
    const barcode = parts.get(named.find(({ kind }) => kind === 'barcode')!.name)!;
    const kind = new Map(Object.entries(layout.noticeKinds)).get(parts.get(named.find((field) => field.kind === 'noticeKind')!.name)!);
    const coded = cut(layout.barcode, barcode);
    const digits = (name: string): string | null => (isDigits(coded.get(name) ?? '') ? coded.get(name)! : null);
    const amount = Number(digits('amount') ?? 0);
    if (kind !== undefined) {
      group.totals[kind].count.counted += 1;
      group.totals[kind].amount.counted += amount;
    }
    const paidDate = dayOf(parts.get('paidDate'));
    if (paidDate !== null && group.createdDate !== null) {
      const days = (Date.parse(group.createdDate) - Date.parse(paidDate)) / 86_400_000;
      if (days < 0 || days > 400) list.push(found('paidDateImplausible', record, 'paidDate'));
    }
    const due = coded.get('paymentDueDate');
    notices.push({
      ...{ sha256, record, group, held, kind, barcode, amount, paidDate },
      barcodeBiller: digits('billerCode'),
      year: coded.get('fiscalYear')!,
      number: coded.get('slipNumber')!,
      reissue: digits('reissueNumber') === null ? null : Number(digits('reissueNumber')),
      due: due === layout.barcode.find(({ name }) => name === 'paymentDueDate')?.none ? null : dayOf(due),
      time: parts.get('paidTime') ?? '',
      store: parts.get('storeCode') ?? '',
    });
  };

  records.forEach((text, at) => {
    const record = at + 1;
    const type = text[0]!;
    if (place === 'over') return void list.push(found('recordOrder', record));
    const known = ({ '1': 'header', '2': 'data', '8': 'trailer', '9': 'end' } as const)[type];
    if (text.length !== layout.recordLength) list.push(found('recordLength', record, null, layout.recordLength, text.length));
    else if (known === undefined) list.push(found('recordType', record, null, null, shown(type)));
    const read = known !== undefined && text.length === layout.recordLength;
    if (!read) whole = false;
    const fits1 = { header: place !== 'group', data: place === 'group', trailer: place === 'group', end: place === 'between' };
    if (known === undefined) return;
    if (!fits1[known]) list.push(found('recordOrder', record));
    const parts = read ? cut(fieldsOf(known), text) : new Map<string, string>();
    if (known === 'header') open(parts);
    if (known === 'data' && place !== 'group') open(new Map());
    const { findings, holds } = read ? judge(fieldsOf(known), text, layout, record) : { findings: [], holds: false };
    list.push(...findings);
    if (holds || (known === 'header' && findings.length > 0)) whole = false;
    if (known === 'data' && read) readData(text, record, holds);
    if (known === 'trailer' && place === 'group' && read) trailers.set(groups.at(-1)!, parts);
    if (known === 'end') [end, endRecord] = [read ? parts : null, record];
    place = ({ header: 'group', data: 'group', trailer: 'between', end: 'over' } as const)[known];
    if (known === 'trailer' && read && fits1.trailer) {
      for (const kind of KINDS)
        for (const [what, item] of [['count', `${kind}Count`] as const, ['amount', `${kind}Amount`] as const]) {
          const declared = parts.get(item);
          if (declared === undefined || !isDigits(declared)) continue;
          const total = groups.at(-1)!.totals[kind][what];
          total.declared = Number(declared);
          if (total.declared !== total.counted) list.push(found('totalMismatch', record, item, total.declared, total.counted));
        }
    }
  });
  // TypeScript does not see the assignments of the loop above.
  const last = place as string;
  const endParts = end as Map<string, string> | null;
  if (records.length === 0) list.push(found('emptyFile', null));
  else if (last !== 'over') list.push(found('recordOrder', null));
  if (cutFile.lineEnding === 'mixed') list.push(found('mixedLineEndings', null));

  const unchecked: { item: string; reason: string }[] = [];
  for (const item of records.length === 0 ? [] : KINDS.flatMap((kind) => [`${kind}Count`, `${kind}Amount`])) {
    if (!fieldsOf('trailer').some(({ name }) => name === item)) unchecked.push({ item, reason: 'layoutHasNoItem' });
    else if (groups.length === 0 || groups.some((group) => !trailers.has(group))) unchecked.push({ item, reason: 'trailerMissing' });
    else if (groups.some((group) => !isDigits(trailers.get(group)!.get(item)!))) unchecked.push({ item, reason: 'notDigits' });
  }
  const text = endParts?.get('recordCount');
  let declared: number | null = null;
  const leave = (reason: string) => unchecked.push({ item: 'recordCount', reason });
  if (records.length === 0) whole = false;
  else if (!fieldsOf('end').some(({ name }) => name === 'recordCount')) leave('layoutHasNoItem');
  else if (text === undefined) leave('trailerMissing');
  else if (!isDigits(text)) leave('notDigits');
  else if (layout.recordCountIncludes === 'unknown') leave('unknownCounting');
  else {
    declared = Number(text);
    const counted = layout.recordCountIncludes === 'dataRecords' ? records.filter((one) => one.startsWith('2')).length : records.length;
    if (declared !== counted) list.push(found('recordCountMismatch', endRecord, 'recordCount', declared, counted));
  }
  if (unchecked.some(({ reason }) => reason === 'trailerMissing' || reason === 'notDigits')) whole = false;
  if (list.some(({ code }) => ['recordOrder', 'totalMismatch', 'recordCountMismatch'].includes(code))) whole = false;
  return {
    ...{ sha256, layout, lineEnding: cutFile.lineEnding, counted: records.length, declared, unchecked, found: list, notices, whole, groups },
    types: records.map((one) => one[0]).join(''),
  };
}
