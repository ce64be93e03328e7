/** What stands in a settlement file? Cut, read, summed. (CONTRACT 1, 2 and 6) */
import { createHash } from 'node:crypto';
import { Field, ITEMS, KINDS, Kind, Layout, RecordName, checkDigit, cut, dayOf, fits, isDigits, shown } from './layout';

type Value = string | number | null;
export const found = (code: string, record: number | null = null, field: string | null = null, expected: Value = null, actual: Value = null) => ({
  ...{ code, record, field, expected, actual },
});
export type Found = ReturnType<typeof found>;
export type Group = ReturnType<typeof groupOf>;
export type Notice = ReturnType<typeof noticeOf>;
export type ReadFile = ReturnType<typeof readFile>;

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Why a file is not read at all. */
export function unreadable(bytes: Buffer): 'ebcdicFile' | 'notASettlementFile' | null {
  const text = bytes.toString('latin1');
  if (/^[\xf1\xf2\xf8\xf9]/.test(text) && !/\d/.test(text.slice(0, 4096))) return 'ebcdicFile';
  return /^(\xff\xfe|\xfe\xff|\xef\xbb\xbf|PK)/.test(text) ? 'notASettlementFile' : null;
}

function cutRecords(bytes: Buffer, length: number): { records: string[]; lineEnding: string } {
  const chunks = (text: string): string[] => Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
  const text = bytes.toString('latin1').replace(/[\x1a\r\n]+$/, '');
  const ends = new Set(text.match(/\r\n|\n|\r/g) ?? []);
  if (ends.size === 0 || (text.length % length === 0 && chunks(text).every((block) => /^[1289]/.test(block))))
    return { records: chunks(text), lineEnding: 'none' };
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const records = lines.flatMap((line) => (line.length % length === 0 ? chunks(line) : [line]));
  if (ends.size > 1 || records.length > lines.length) return { records, lineEnding: 'mixed' };
  return { records, lineEnding: ends.has('\r\n') ? 'crlf' : ends.has('\n') ? 'lf' : 'cr' };
}

const valueOf = ({ kind, value }: Field): string | null => (kind === 'constant' ? value! : null);

function judgeBarcode(barcode: string, layout: Layout, record: number): { errors: Found[]; warnings: Found[] } {
  const whole = isDigits(barcode);
  const parts = cut(layout.barcode, barcode);
  const errors = layout.barcode.flatMap((field) => {
    const { name, kind } = field;
    const part = parts.get(name)!;
    const bad = found('fieldValue', record, name, valueOf(field), shown(part));
    if (!isDigits(part)) return kind === 'filler' ? [] : [bad];
    if (name === 'applicationIdentifier') return whole && !fits(field, part, layout) ? [{ ...bad, code: 'barcodeIdentifier' }] : [];
    if (kind === 'checkDigit') return whole && part !== checkDigit(barcode) ? [found('barcodeCheckDigit', record, name, checkDigit(barcode), part)] : [];
    return fits(field, part, layout) ? [] : [bad];
  });
  const warnings: Found[] = [];
  const [stamp, amount] = [parts.get('revenueStamp'), parts.get('amount')];
  if (isDigits(stamp) && Number(stamp) !== 0) warnings.push(found('revenueStamp', record, 'revenueStamp', '0', stamp));
  if (isDigits(amount) && Number(amount) > 300_000) warnings.push(found('amountLimit', record, 'amount', 300_000, Number(amount)));
  if (isDigits(amount) && Number(amount) === 0) warnings.push(found('zeroAmount', record, 'amount', null, 0));
  return { errors, warnings };
}

function judgeFields(fields: readonly Field[], text: string, layout: Layout, record: number): Found[] {
  const parts = cut(fields, text);
  const misfits = fields.filter((field) => !fits(field, parts.get(field.name)!, layout));
  return misfits.map((field) => {
    const code = field.kind === 'noticeKind' ? 'noticeKind' : 'fieldValue';
    return found(code, record, field.name, valueOf(field), shown(parts.get(field.name)!));
  });
}

/** A group as its header tells; of a header that is missing or skipped, nothing is known. */
function groupOf(layout: Layout, parts: Map<string, string>) {
  const code = (name: string): string | null => {
    const field = layout.records.header.find((one) => one.name === name);
    const text = parts.get(name);
    return field && text !== undefined && fits(field, text, layout) ? text.trim() || null : null;
  };
  const total = () => ({ counted: 0, declared: null as number | null });
  const both = () => ({ count: total(), amount: total() });
  const totals: Record<Kind, ReturnType<typeof both>> = { preliminary: both(), confirmed: both(), preliminaryCancelled: both() };
  return { createdDate: dayOf(parts.get('createdDate')), agentCode: code('agentCode'), billerCode: code('billerCode'), usage: code('usage'), totals };
}

function noticeOf(layout: Layout, parts: Map<string, string>, record: number, group: Group, held: boolean) {
  const ofKind = (kind: string): string => parts.get(layout.records.data.find((field) => field.kind === kind)!.name)!;
  const barcode = ofKind('barcode');
  const coded = cut(layout.barcode, barcode);
  const digits = (name: string): string | null => (isDigits(coded.get(name)) ? coded.get(name)! : null);
  const due = coded.get('paymentDueDate');
  return {
    ...{ record, group, held, barcode },
    kind: new Map(Object.entries(layout.noticeKinds)).get(ofKind('noticeKind')),
    barcodeBiller: digits('billerCode'),
    year: coded.get('fiscalYear')!,
    number: coded.get('slipNumber')!,
    amount: Number(digits('amount') ?? 0),
    reissue: digits('reissueNumber') === null ? null : Number(digits('reissueNumber')),
    due: due === layout.barcode.find(({ name }) => name === 'paymentDueDate')?.none ? null : dayOf(due),
    paidDate: dayOf(parts.get('paidDate')),
    time: parts.get('paidTime') ?? '',
    store: parts.get('storeCode') ?? '',
  };
}

const NAMES: Readonly<Record<string, RecordName>> = { '1': 'header', '2': 'data', '8': 'trailer', '9': 'end' };

export function readFile(bytes: Buffer, layout: Layout, limit = Infinity) {
  const cutFile = cutRecords(bytes, layout.recordLength);
  const records = cutFile.records.slice(0, limit);
  const list: Found[] = [];
  const groups: Group[] = [];
  const notices: Notice[] = [];
  const trailers = new Map<Group, Map<string, string>>();
  const end = { record: null as number | null, parts: new Map<string, string>() };
  let whole = records.length > 0;
  let place: 'start' | 'group' | 'between' | 'over' = 'start';

  for (const [at, text] of records.entries()) {
    const record = at + 1;
    const name = NAMES[text[0]!] ?? null;
    if (place === 'over') {
      list.push(found('recordOrder', record));
      continue;
    }
    const read = name !== null && text.length === layout.recordLength;
    if (!read)
      list.push(
        text.length === layout.recordLength
          ? found('recordType', record, null, null, shown(text[0]!))
          : found('recordLength', record, null, layout.recordLength, text.length),
      );
    whole &&= read;
    if (name === null) continue;
    if ((name === 'header' && place === 'group') || ((name === 'data' || name === 'trailer') && place !== 'group') || (name === 'end' && place !== 'between'))
      list.push(found('recordOrder', record));
    const parts = read ? cut(layout.records[name], text) : new Map<string, string>();
    const misfits = read ? judgeFields(layout.records[name], text, layout, record) : [];
    list.push(...misfits);
    if (name === 'header') {
      groups.push(groupOf(layout, parts));
      whole &&= misfits.length === 0;
    }
    if (name === 'data') {
      if (place !== 'group') groups.push(groupOf(layout, new Map()));
      const group = groups.at(-1)!;
      if (read) {
        const { errors, warnings } = judgeBarcode(parts.get(layout.records.data.find(({ kind }) => kind === 'barcode')!.name)!, layout, record);
        const held = errors.length > 0 || misfits.some(({ code, field }) => code === 'noticeKind' || field === 'paidDate');
        const notice = noticeOf(layout, parts, record, group, held);
        list.push(...errors, ...warnings);
        whole &&= !held;
        notices.push(notice);
        if (notice.kind !== undefined) {
          group.totals[notice.kind].count.counted += 1;
          group.totals[notice.kind].amount.counted += notice.amount;
        }
        const days = notice.paidDate !== null && group.createdDate !== null ? (Date.parse(group.createdDate) - Date.parse(notice.paidDate)) / 86_400_000 : 0;
        if (days < 0 || days > 400) list.push(found('paidDateImplausible', record, 'paidDate'));
      }
    }
    if (name === 'trailer' && place === 'group' && read) {
      const group = groups.at(-1)!;
      trailers.set(group, parts);
      for (const item of ITEMS) {
        const total = KINDS.flatMap((kind) => [group.totals[kind].count, group.totals[kind].amount])[ITEMS.indexOf(item)]!;
        total.declared = isDigits(parts.get(item)) ? Number(parts.get(item)) : null;
        if (total.declared !== null && total.declared !== total.counted) list.push(found('totalMismatch', record, item, total.declared, total.counted));
      }
    }
    if (name === 'end') Object.assign(end, { record, parts });
    place = ({ header: 'group', data: 'group', trailer: 'between', end: 'over' } as const)[name];
  }
  if (records.length === 0) list.push(found('emptyFile'));
  else if (end.record === null) list.push(found('recordOrder'));
  if (cutFile.lineEnding === 'mixed') list.push(found('mixedLineEndings'));

  const has = (record: readonly Field[], item: string): boolean => record.some(({ name }) => name === item);
  const missing = groups.length === 0 || groups.some((group) => !trailers.has(group));
  const reasons = ITEMS.map((item) => {
    if (!has(layout.records.trailer, item)) return { item, reason: 'layoutHasNoItem' };
    if (missing) return { item, reason: 'trailerMissing' };
    return { item, reason: groups.every((group) => isDigits(trailers.get(group)!.get(item))) ? null : 'notDigits' };
  });
  const count = end.parts.get('recordCount');
  const unknown = layout.recordCountIncludes === 'unknown' ? 'unknownCounting' : null;
  const read = count === undefined ? 'trailerMissing' : isDigits(count) ? unknown : 'notDigits';
  reasons.push({ item: 'recordCount', reason: has(layout.records.end, 'recordCount') ? read : 'layoutHasNoItem' });
  const unchecked = records.length === 0 ? [] : reasons.filter(({ reason }) => reason !== null);
  const declared = records.length > 0 && reasons.at(-1)!.reason === null ? Number(count) : null;
  const counted = layout.recordCountIncludes === 'dataRecords' ? records.filter((one) => one.startsWith('2')).length : records.length;
  if (declared !== null && declared !== counted) list.push(found('recordCountMismatch', end.record, 'recordCount', declared, counted));
  whole &&= !unchecked.some(({ reason }) => reason === 'trailerMissing' || reason === 'notDigits');
  whole &&= !list.some(({ code }) => ['recordOrder', 'totalMismatch', 'recordCountMismatch'].includes(code));
  const sha256 = sha256Of(bytes);
  return {
    sha256,
    layout,
    lineEnding: cutFile.lineEnding,
    counted: records.length,
    declared,
    unchecked,
    found: list,
    notices,
    whole,
    groups,
    types: records.map((one) => one[0]).join(''),
  };
}
