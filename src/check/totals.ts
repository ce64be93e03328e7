/**
 * Do the totals that the file declares agree with what its records add up to, and which were never compared?
 *
 * Silence must never look like agreement: what was not compared is listed with its reason.
 */
import { STANDING } from '../file/grammar';
import { fieldNamed, TRAILER_ITEMS, type NoticeKind } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import type { Check } from './check';
import { finding } from './finding';

export type UncheckedReason = 'layoutHasNoItem' | 'trailerMissing' | 'notDigits' | 'unknownCounting' | 'partlyDeleted';
export interface Unchecked {
  /** A trailer item's name, or recordCount. */
  readonly item: string;
  readonly reason: UncheckedReason;
}

/** Why one total of one group (or of the file) was not compared; null when it was. */
export type Comparison = UncheckedReason | null;

export function trailerComparison(file: SettlementFile, groupIndex: number, item: (typeof TRAILER_ITEMS)[number]): Comparison {
  if (fieldNamed(file.layout, 'trailer', item.name) === null) return 'layoutHasNoItem';
  const group = file.groups[groupIndex]!;
  if (!isRead(file, group.trailer)) return 'trailerMissing';
  if (group.totals[item.kind][item.measure].declared === null) return 'notDigits';
  return file.grammar.lessened.has(groupIndex) ? 'partlyDeleted' : null;
}

export function recordCountComparison(file: SettlementFile): Comparison {
  if (fieldNamed(file.layout, 'end', 'recordCount') === null) return 'layoutHasNoItem';
  if (!isRead(file, file.grammar.end)) return 'trailerMissing';
  if (file.declaredRecordCount === null) return 'notDigits';
  return file.layout.recordCountIncludes === 'unknown' ? 'unknownCounting' : null;
}

/**
 * Whether the trailer of a group declares count and amount of a kind and both agree. Where records were deleted since, they agreed as long as
 * the whole file did.
 */
export function totalsAgree(file: SettlementFile, groupIndex: number, kind: NoticeKind): boolean {
  return TRAILER_ITEMS.filter((item) => item.kind === kind).every((item) => {
    const comparison = trailerComparison(file, groupIndex, item);
    const { counted, declared } = file.groups[groupIndex]!.totals[kind][item.measure];
    return comparison === 'partlyDeleted' ? file.deletion?.agreed === true : comparison === null && counted === declared;
  });
}

const isRead = (file: SettlementFile, record: number): boolean => record >= 0 && file.grammar.standings[record] === STANDING.read;

/** The records that レコード総件数 counts: all of them, or the data records. */
export const countedRecords = (file: SettlementFile): number => (file.layout.recordCountIncludes === 'dataRecords' ? file.grammar.dataCount : file.cut.count);

export const checkTotals: Check = ({ file }, report) => {
  for (const [groupIndex, group] of file.groups.entries()) {
    for (const item of TRAILER_ITEMS) {
      if (trailerComparison(file, groupIndex, item) !== null) continue;
      const { counted, declared } = group.totals[item.kind][item.measure];
      if (counted === declared) continue;
      const { title } = fieldNamed(file.layout, 'trailer', item.name)!;
      report(
        finding(
          'totalMismatch',
          { file: file.name, record: group.trailer + 1, field: item.name, expected: declared, actual: counted },
          { title, measure: item.measure },
        ),
      );
    }
  }
};

export const checkRecordCount: Check = ({ file }, report) => {
  const counted = countedRecords(file);
  if (recordCountComparison(file) !== null || file.declaredRecordCount === counted) return;
  report(
    finding(
      'recordCountMismatch',
      { file: file.name, record: file.grammar.end + 1, field: 'recordCount', expected: file.declaredRecordCount, actual: counted },
      {},
    ),
  );
};

/** A total of a group, or the record count of the file: what it declares beside what was counted. */
export interface ComparedTotal {
  /** 1-based; null for the record count. */
  readonly group: number | null;
  readonly item: string;
  readonly kind: NoticeKind | null;
  readonly measure: 'count' | 'amount';
  readonly declared: number | null;
  readonly counted: number;
  readonly comparison: Comparison;
}

/** Every total of a file, group by group, the record count last; whatever was not compared says why. */
export function comparedTotals(file: SettlementFile): ComparedTotal[] {
  const totals = file.groups.flatMap(({ totals: of }, group) =>
    TRAILER_ITEMS.map((item): ComparedTotal => ({
      group: group + 1,
      item: item.name,
      kind: item.kind,
      measure: item.measure,
      ...of[item.kind][item.measure],
      comparison: trailerComparison(file, group, item),
    })),
  );
  const comparison = recordCountComparison(file);
  const declared = comparison === null ? file.declaredRecordCount : null;
  return [...totals, { group: null, item: 'recordCount', kind: null, measure: 'count', declared, counted: countedRecords(file), comparison }];
}

const REASONS_IN_ORDER: readonly UncheckedReason[] = ['layoutHasNoItem', 'trailerMissing', 'notDigits', 'unknownCounting', 'partlyDeleted'];

/** Each total that was not compared somewhere in the file, once, with the first reason that holds. */
export function uncheckedOf(file: SettlementFile): Unchecked[] {
  const unchecked: Unchecked[] = [];
  for (const item of TRAILER_ITEMS) {
    const lacking = fieldNamed(file.layout, 'trailer', item.name) === null;
    const nowhere: Comparison[] = [lacking ? 'layoutHasNoItem' : 'trailerMissing'];
    const found = new Set(lacking || file.groups.length === 0 ? nowhere : file.groups.map((_, index) => trailerComparison(file, index, item)));
    const reason = REASONS_IN_ORDER.find((candidate) => found.has(candidate));
    if (reason !== undefined) unchecked.push({ item: item.name, reason });
  }
  const reason = recordCountComparison(file);
  if (reason !== null) unchecked.push({ item: 'recordCount', reason });
  return unchecked;
}
