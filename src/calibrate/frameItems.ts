/** Which items do trailer and end record have? */
import type { NoticeKind, RecordCountIncludes } from '../file/layout';
import type { Ask } from './dataItems';
import type { DataFound } from './dataRecord';
import { findRecordCount } from './end';
import { filled, itemOf } from './items';
import { figuresByCode } from './kind';
import { Profile } from './profile';
import type { Alternative, Certainty, Evidence, EvidenceCode, Item } from './proposal';
import type { Gathered } from './rows';
import { figuresOf, findTotals } from './totals';

export function typeItem(place: 'header' | 'trailer' | 'end', gathered: Gathered, value: string): Item {
  const rows = gathered.rows[place];
  const evidence: Evidence[] = [{ code: 'recordType', matched: rows.count, of: rows.count }];
  return itemOf(place, rows, { name: 'recordType', offset: 0, length: 1, kind: 'constant', value, certainty: 'certain', evidence });
}

export function trailerItems(gathered: Gathered, data: DataFound, ask: Ask): Item[] {
  const rows = gathered.rows.trailer;
  const profile = new Profile(rows);
  const items = [typeItem('trailer', gathered, '8')];
  if (data.kind === null || data.meaning === null || rows.count === 0) return filled('trailer', rows, profile, items, 0, rows.width);
  const { kind, meaning } = data;
  const byCode = figuresByCode(gathered, kind, data.amounts);
  const byKind: Partial<Record<NoticeKind, { count: readonly number[]; amount: readonly number[] }>> = {};
  for (const [index, code] of kind.codes.entries()) {
    const meant = meaning.kinds[code];
    if (meant !== undefined) byKind[meant] = byCode[index]!;
  }
  const zeros = new Array<number>(rows.count).fill(-1);
  for (const { trailer } of gathered.groups) if (trailer >= 0) zeros[trailer] = 0;
  const { found, missing } = findTotals(rows, profile, figuresOf(byKind, zeros));
  for (const { figure, offset, length, matched, telling, of, others } of found) {
    const evidence: Evidence[] = [{ code: telling === 0 ? 'totalAlwaysZero' : 'totalEquals', about: figure.name, matched, of }];
    const alternatives = others.map((other): Alternative => ({ ...other, name: figure.name, matched, of }));
    const certainty: Certainty = telling === 0 ? 'weak' : others.length > 0 ? 'likely' : 'certain';
    if (telling === 0) ask('trailerZero', false, figure.name);
    items.push(
      itemOf('trailer', rows, { name: figure.name, offset, length, kind: figure.measure === 'count' ? 'count' : 'yen', certainty, evidence, alternatives }),
    );
  }
  for (const { name } of missing) ask('trailerItem', false, name);
  return filled('trailer', rows, profile, items, 0, rows.width);
}

export function endItems(gathered: Gathered, ask: Ask): { readonly items: readonly Item[]; readonly includes: RecordCountIncludes } {
  const rows = gathered.rows.end;
  const profile = new Profile(rows);
  const items = [typeItem('end', gathered, '9')];
  const count = findRecordCount(gathered);
  if (count === null) ask('recordCount', false);
  else {
    const code: EvidenceCode =
      count.includes === 'allRecords' ? 'countsAllRecords' : count.includes === 'dataRecords' ? 'countsDataRecords' : 'countsOtherwise';
    const evidence: Evidence[] = [{ code, about: count.counts, matched: count.matched, of: count.of }];
    items.push(itemOf('end', rows, { name: 'recordCount', offset: count.offset, length: count.length, kind: 'count', certainty: 'certain', evidence }));
  }
  return { items: filled('end', rows, profile, items, 0, rows.width), includes: count?.includes ?? 'unknown' };
}
