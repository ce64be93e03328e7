/** Which items does the data record have, and what speaks for each? */
import { BARCODE_LENGTH } from '../file/barcode';
import type { BarcodeFound } from './barcode';
import type { DataFound } from './dataRecord';
import { DATE_LENGTH } from './dates';
import { filled, itemOf } from './items';
import { mostOf, type Profile } from './profile';
import type { Alternative, Certainty, Evidence, Item, QuestionCode } from './proposal';
import type { Gathered } from './rows';
import { NOTICE_KINDS } from '../file/layout';

export type Ask = (code: QuestionCode, blocks: boolean, about?: string) => void;

const TIME_LENGTH = 4;

export function dataItems(gathered: Gathered, profile: Profile, barcode: BarcodeFound, data: DataFound, ask: Ask): Item[] {
  const rows = gathered.rows.data;
  const item = (start: Parameters<typeof itemOf>[2]): Item => itemOf('data', rows, start);
  const items = [
    item({ name: 'recordType', offset: 0, length: 1, kind: 'constant', value: '2', certainty: 'certain', evidence: [all('recordType', rows.count)] }),
    item({
      name: 'barcode',
      offset: barcode.offset,
      length: BARCODE_LENGTH,
      kind: 'barcode',
      certainty: barcode.alternatives.length === 0 ? 'certain' : 'likely',
      evidence: [{ code: 'checkDigit', matched: barcode.matched, of: barcode.of }],
      alternatives: barcode.alternatives.map(({ offset, matched }) => ({ offset, length: BARCODE_LENGTH, name: 'barcode', matched, of: barcode.of })),
    }),
    ...dayItems(data, item, ask),
    ...timeItems(data, item),
    ...kindItems(data, item, ask),
    ...placeItems(data, item),
  ];
  return filled('data', rows, profile, items, 0, rows.width);
}

type Make = (start: Parameters<typeof itemOf>[2]) => Item;
const all = (code: Evidence['code'], count: number): Evidence => ({ code, matched: count, of: count });

function dayItems({ paid, otherDays, created }: DataFound, item: Make, ask: Ask): Item[] {
  if (paid === null) {
    ask('paidDate', true);
    return [];
  }
  const { column, samePairs, pairs, notAfterCreated, ofCreated, others } = paid;
  const evidence: Evidence[] = [{ code: 'calendar', matched: column.dates, of: column.of }];
  if (pairs > 0) evidence.push({ code: 'sameForOnePayment', matched: samePairs, of: pairs });
  if (ofCreated > 0) evidence.push({ code: 'notAfterCreated', matched: notAfterCreated, of: ofCreated });
  const alternatives = others.map((other): Alternative => ({
    offset: other.offset,
    length: DATE_LENGTH,
    name: 'paidDate',
    matched: other.dates,
    of: other.of,
  }));
  if (others.length > 0) ask('paidDate', false, others.map(({ offset }) => String(offset + 1)).join(', '));
  const certainty: Certainty = others.length > 0 ? 'weak' : pairs > 0 ? 'certain' : 'likely';
  const day = item({ name: 'paidDate', offset: column.offset, length: DATE_LENGTH, kind: 'date', certainty, evidence, alternatives });
  const rest = otherDays.map(({ column: other, name, matched, of, isAfterCreated }): Item => {
    const seen: Evidence[] = [{ code: 'calendar', matched: other.dates + other.blanks, of: other.of }];
    if (isAfterCreated) seen.push({ code: 'afterCreated', matched, of });
    if (name === 'accountingDate' && created !== null) seen.push({ code: 'notAfterCreated', matched, of });
    const known =
      name === 'otherDate' ? ({ name: 'filler', kind: 'filler', certainty: 'none' } as const) : ({ name, kind: 'optionalDate', certainty: 'likely' } as const);
    return item({ ...known, offset: other.offset, length: DATE_LENGTH, evidence: seen });
  });
  return [day, ...rest];
}

function timeItems({ time }: DataFound, item: Make): Item[] {
  if (time === null) return [];
  const evidence: Evidence[] = [{ code: 'timeOfDay', matched: time.times + time.blanks, of: time.of }];
  if (time.blanks > 0) evidence.push({ code: 'timeBlank', matched: time.blanks, of: time.of });
  if (time.pairs > 0) evidence.push({ code: 'sameForOnePayment', matched: time.same, of: time.pairs });
  const alternatives = time.others.map((offset): Alternative => ({ offset, length: TIME_LENGTH, name: 'paidTime', matched: 0, of: time.of }));
  const certainty: Certainty = time.others.length > 0 ? 'weak' : time.pairs > 0 ? 'certain' : 'likely';
  return [item({ name: 'paidTime', offset: time.offset, length: TIME_LENGTH, kind: 'optionalTime', certainty, evidence, alternatives })];
}

function kindItems({ kind, otherKinds, meaning }: DataFound, item: Make, ask: Ask): Item[] {
  if (kind === null) {
    ask('noticeKind', true);
    return [];
  }
  const evidence: Evidence[] = [{ code: 'fewValues', about: kind.codes.join(', '), matched: kind.codes.length, of: kind.codeOf.length }];
  if (kind.pairs > 0) evidence.push({ code: 'differsInPayment', matched: kind.different, of: kind.pairs });
  if (kind.tellsTransfer === true) evidence.push(all('tellsTransfer', kind.codes.length));
  if (kind.totals > 0) evidence.push({ code: 'totalEquals', about: kind.codes.join(', '), matched: kind.totalsFound, of: kind.totals });
  const rivals = otherKinds.filter(
    ({ score, offset, length }) => score > kind.score - 1 && (offset >= kind.offset + kind.length || offset + length <= kind.offset),
  );
  const alternatives = rivals.map((rival): Alternative => ({
    offset: rival.offset,
    length: rival.length,
    name: 'noticeKind',
    matched: rival.different,
    of: rival.pairs,
  }));
  if (meaning === null || !meaning.isClear) ask('kindMeaning', true, kind.codes.join(', '));
  for (const code of meaning?.unknown ?? []) ask('strayCode', false, code);
  const kinds = Object.values(meaning?.kinds ?? {});
  for (const absent of NOTICE_KINDS) if (!kinds.includes(absent)) ask('kindNotSeen', false, absent);
  return [
    item({
      name: 'noticeKind',
      offset: kind.offset,
      length: kind.length,
      kind: 'noticeKind',
      certainty: rivals.length === 0 ? 'certain' : 'likely',
      evidence,
      alternatives,
    }),
  ];
}

function placeItems({ places }: DataFound, item: Make): Item[] {
  return places.map(({ name, offset, length, distinct, of, same, pairs }) => {
    const evidence: Evidence[] = [{ code: 'distinctValues', matched: distinct, of }];
    if (pairs > 0) evidence.push({ code: 'sameForOnePayment', matched: same, of: pairs });
    if (name === 'otherCode') return item({ name: 'filler', kind: 'filler', certainty: 'none', offset, length, evidence });
    return item({ name, kind: 'code', certainty: pairs > 0 && same >= mostOf(pairs) ? 'likely' : 'weak', offset, length, evidence });
  });
}
