/** What stands in a settlement file? Cut, read, summed. (CONTRACT 1, 2 and 6) */
import { createHash } from 'node:crypto';
import { Field, ITEMS, Layout, RecordName, checkDigit, cut, dayOf, fits, isDigits, shown } from './layout';

type Value = string | number | null;
type Parts = ReadonlyMap<string, string>;
export type Found = Readonly<{ code: string; record: number | null; field: string | null; expected: Value; actual: Value }>;
export type Group = ReturnType<typeof groupOf>;
export type Notice = Omit<ReturnType<typeof noticeOf>, 'errors'>;

export function found(code: string, record: number | null = null, field: string | null = null, expected: Value = null, actual: Value = null): Found {
  return { code, record, field, expected, actual };
}
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Why a file is not read at all. */
export function unreadable(bytes: Buffer): 'ebcdicFile' | 'notASettlementFile' | null {
  const text = bytes.toString('latin1');
  if (/^[\xf1\xf2\xf8\xf9]/.test(text) && !/\d/.test(text.slice(0, 4096))) return 'ebcdicFile';
  const marks =
    /^(\xff\xfe|\xfe\xff|\xef\xbb\xbf|PK|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|%PDF-|\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\{\\rtf|\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*)/;
  return marks.test(text) || /^MZ[^]{0,61}\0/.test(text) || /^\s*<(!doctype|html|head|body|script|error|\?xml|!--)/i.test(text) ? 'notASettlementFile' : null;
}

/** Filler that stands after the first end record of the right length is left out (then told). */
function cutRecords(bytes: Buffer, length: number): { records: string[]; lineEnding: string; filled: boolean } {
  const all = cutAll(bytes, length);
  const rest = (from: number): string => all.records.slice(from).join('');
  const at = all.records.findIndex((one, index) => /^9/.test(one) && one.length === length && /^(9{2,}|\0{2,}| {2,})$/.test(rest(index + 1)));
  if (at < 0) return { ...all, filled: false };
  const kept = all.records.slice(0, at + 1);
  const text = bytes.toString('latin1');
  let from = 0;
  for (const one of kept) from = text.indexOf(one, from) + one.length;
  return { ...cutAll(bytes.subarray(0, from), length), filled: true };
}

function cutAll(bytes: Buffer, length: number): { records: string[]; lineEnding: string } {
  const chunks = (text: string): string[] => Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
  const text = bytes.toString('latin1').replace(/[\x1a\r\n]+$/, '');
  const [end, ...others] = new Set(text.match(/\r\n|\n|\r/g) ?? []);
  const fixed = text.length % length === 0 && chunks(text).every((block) => /^[1289]/.test(block));
  if (end === undefined || fixed) return { records: chunks(text), lineEnding: 'none' };
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const records = lines.flatMap((line) => (line.length % length === 0 ? chunks(line) : [line]));
  return { records, lineEnding: others.length > 0 || records.length > lines.length ? 'mixed' : { '\r\n': 'crlf', '\n': 'lf', '\r': 'cr' }[end]! };
}

const valueOf = ({ kind, value }: Field): string | null => (kind === 'constant' ? value! : null);

function judgeBarcode(parts: Parts, layout: Layout, barcode: string, record: number): { errors: Found[]; fatal: boolean } {
  const errors = layout.barcode.flatMap((field) => {
    const { name, kind } = field;
    const part = parts.get(name)!;
    const bad = found('fieldValue', record, name, valueOf(field), shown(part));
    if (!isDigits(part)) return [bad];
    if (name === 'applicationIdentifier') return isDigits(barcode) && !fits(field, part, layout) ? [{ ...bad, code: 'barcodeIdentifier' }] : [];
    if (kind !== 'checkDigit') return fits(field, part, layout) ? [] : [bad];
    return isDigits(barcode) && part !== checkDigit(barcode) ? [found('barcodeCheckDigit', record, name, checkDigit(barcode), part)] : [];
  });
  const fatal = errors.length > 0;
  const [stamp, amount] = [parts.get('revenueStamp'), parts.get('amount')];
  if (isDigits(stamp) && Number(stamp) !== 0) errors.push(found('revenueStamp', record, 'revenueStamp', '0', stamp));
  if (isDigits(amount) && Number(amount) > 300_000) errors.push(found('amountLimit', record, 'amount', 300_000, Number(amount)));
  if (isDigits(amount) && Number(amount) === 0) errors.push(found('zeroAmount', record, 'amount', null, 0));
  return { errors, fatal };
}

function judgeFields(fields: readonly Field[], parts: Parts, layout: Layout, record: number): Found[] {
  const misfits = fields.filter((field) => !fits(field, parts.get(field.name)!, layout));
  const codeOf = ({ kind }: Field): string => (kind === 'noticeKind' ? kind : 'fieldValue');
  return misfits.map((field) => found(codeOf(field), record, field.name, valueOf(field), shown(parts.get(field.name)!)));
}

/** A group as its header tells; of a header that is missing or skipped, nothing is known. */
function groupOf(layout: Layout, parts: Parts) {
  const code = (name: string): string | null => {
    const field = layout.records.header.find((one) => one.name === name && parts.has(name));
    return field && fits(field, parts.get(name)!, layout) ? parts.get(name)!.trim() || null : null;
  };
  const total = () => ({ counted: 0, declared: null as number | null });
  const both = () => ({ count: total(), amount: total() });
  const totals = { preliminary: both(), confirmed: both(), preliminaryCancelled: both() };
  return { createdDate: dayOf(parts.get('createdDate')), agentCode: code('agentCode'), billerCode: code('billerCode'), usage: code('usage'), totals };
}

function noticeOf(layout: Layout, parts: Parts, record: number, group: Group, misfits: readonly Found[]) {
  const nameOf = (kind: string): string => layout.records.data.find((field) => field.kind === kind)!.name;
  const barcode = parts.get(nameOf('barcode'))!;
  const code = parts.get(nameOf('noticeKind'))!;
  const coded = cut(layout.barcode, barcode);
  const digits = (name: string): string | null => (isDigits(coded.get(name)) ? coded.get(name)! : null);
  const due = coded.get('paymentDueDate');
  const { errors, fatal } = judgeBarcode(coded, layout, barcode, record);
  return {
    ...{ record, group, barcode, errors },
    held: fatal || misfits.some(({ code, field }) => code === 'noticeKind' || field === 'paidDate'),
    kind: Object.hasOwn(layout.noticeKinds, code) ? layout.noticeKinds[code] : undefined,
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
const NEXT = { header: 'group', data: 'group', trailer: 'between', end: 'over' } as const;

export function readFile(bytes: Buffer, layout: Layout, limit = Infinity) {
  const { records: all, lineEnding, filled } = cutRecords(bytes, layout.recordLength);
  const records = all.slice(0, limit);
  const list: Found[] = [];
  const groups: Group[] = [];
  const notices: Notice[] = [];
  const trailers = new Map<Group, Parts>();
  let end: { record: number; parts: Parts } | null = null;
  let whole = records.length > 0;
  let place: 'start' | 'group' | 'between' | 'over' = 'start';

  for (const [at, text] of records.entries()) {
    const record = at + 1;
    const name = NAMES[text[0]!];
    const read = name !== undefined && text.length === layout.recordLength;
    const ordered = { header: place !== 'group', data: place === 'group', trailer: place === 'group', end: place === 'between' };
    if (place === 'over' || (name !== undefined && !ordered[name])) list.push(found('recordOrder', record));
    if (place === 'over') continue;
    if (text.length !== layout.recordLength) list.push(found('recordLength', record, null, layout.recordLength, text.length));
    else if (name === undefined) list.push(found('recordType', record, null, null, shown(text[0]!)));
    whole &&= read;
    if (name === undefined) continue;
    const parts = read ? cut(layout.records[name], text) : new Map<string, string>();
    if (name === 'header' || (name === 'data' && place !== 'group')) groups.push(groupOf(layout, name === 'header' ? parts : new Map()));
    const group = groups.at(-1)!;
    const misfits = read ? judgeFields(layout.records[name], parts, layout, record) : [];
    list.push(...misfits);
    whole &&= name !== 'header' || misfits.length === 0;
    if (read && name === 'data') {
      const { errors, ...notice } = noticeOf(layout, parts, record, group, misfits);
      const days = notice.paidDate && group.createdDate ? (Date.parse(group.createdDate) - Date.parse(notice.paidDate)) / 86_400_000 : 0;
      list.push(...errors, ...(days < 0 || days > 400 ? [found('paidDateImplausible', record, 'paidDate')] : []));
      notices.push(notice);
      whole &&= !notice.held;
      if (notice.kind) group.totals[notice.kind].count.counted += 1;
      if (notice.kind) group.totals[notice.kind].amount.counted += notice.amount;
    }
    if (read && name === 'trailer' && place === 'group') {
      trailers.set(group, parts);
      const totals = Object.values(group.totals).flatMap(({ count, amount }) => [count, amount]);
      for (const [index, total] of totals.entries()) {
        const item = ITEMS[index]!;
        if (isDigits(parts.get(item))) total.declared = Number(parts.get(item));
        if (total.declared !== null && total.declared !== total.counted) list.push(found('totalMismatch', record, item, total.declared, total.counted));
      }
    }
    if (name === 'end') end = { record, parts };
    place = NEXT[name];
  }
  if (records.length === 0) list.push(found('emptyFile'));
  else if (end === null) list.push(found('recordOrder'));
  if (filled) list.push(found('fillerAfterEnd'));
  if (lineEnding === 'mixed') list.push(found('mixedLineEndings'));

  const has = (of: RecordName, item: string): boolean => layout.records[of].some(({ name }) => name === item);
  const missing = groups.length === 0 || groups.some((group) => !trailers.has(group));
  const legible = (item: string): boolean => groups.every((group) => isDigits(trailers.get(group)?.get(item)));
  const whyNot = (item: string) => (!has('trailer', item) ? 'layoutHasNoItem' : missing ? 'trailerMissing' : legible(item) ? null : 'notDigits');
  const count = end?.parts.get('recordCount');
  const unknown = layout.recordCountIncludes === 'unknown' ? 'unknownCounting' : null;
  const whyNoCount = count === undefined ? 'trailerMissing' : isDigits(count) ? unknown : 'notDigits';
  const reasons = ITEMS.map((item) => ({ item, reason: whyNot(item) as string | null }));
  reasons.push({ item: 'recordCount', reason: has('end', 'recordCount') ? whyNoCount : 'layoutHasNoItem' });
  const unchecked = records.length === 0 ? [] : reasons.filter(({ reason }) => reason !== null);
  const declared = end && reasons.at(-1)!.reason === null ? Number(count) : null;
  const counted = layout.recordCountIncludes === 'dataRecords' ? records.filter((one) => one.startsWith('2')).length : records.length;
  if (end && declared !== null && declared !== counted) list.push(found('recordCountMismatch', end.record, 'recordCount', declared, counted));
  whole &&= !unchecked.some(({ reason }) => reason === 'trailerMissing' || reason === 'notDigits');
  whole &&= !list.some(({ code }) => ['recordOrder', 'totalMismatch', 'recordCountMismatch'].includes(code));
  const types = records.map((one) => one[0]).join('');
  return { layout, lineEnding, declared, groups, unchecked, notices, whole, types, found: list, counted: records.length, sha256: sha256Of(bytes) };
}
