/**
 * 検査: which checks were made, and how did each end? One list: agreement is a row one can point at, and so is a total that nobody compared.
 *
 * What the records add up to is a live formula over 収納明細, so that the reader can follow it to the rows.
 */
import type { Finding, FindingValue } from '../check/finding';
import { countedRecords, recordCountComparison, trailerComparison, type Comparison, type UncheckedReason } from '../check/totals';
import { STANDING } from '../file/grammar';
import { barcodePart, fieldNamed, RECORD_NAMES, RECORD_TYPE, TRAILER_ITEMS, type Layout, type RecordName } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import { PERSONAL_COLUMNS } from '../reconcile/ledger';
import { findingWords } from '../words';
import type { DispositionFault } from '../reconcile/dispositions';
import { dayCheckEnd, dayChecks, dayCheckText, receivedDays, type DayCheck } from './dayChecks';
import { toldDisposition } from './dispositionChecks';
import { tableSheet } from './frame';
import { judgementHighlights } from './highlights';
import { columnOf, inThisRow, textLiteral } from './references';
import { fileWidth, VERDICT_LOOKS, type Source } from './source';
import { TABLE_NAMES, valueOf, type Cell, type Column, type NumberFormat, type Sheet, type Value } from './workbook';
import type { ChecksColumn } from './words';

/** 判定 and 内容. */
const FROZEN_COLUMNS = 2;

type CheckCells = Readonly<Record<ChecksColumn, Cell>>;
type TrailerItem = (typeof TRAILER_ITEMS)[number];

/** One row: a finding, or a total with the finding that it led to. */
type Check =
  | { readonly of: 'finding'; readonly finding: Finding }
  | { readonly of: 'groupTotal'; readonly file: number; readonly group: number; readonly item: TrailerItem; readonly finding: Finding | null }
  | { readonly of: 'recordCount'; readonly file: number; readonly finding: Finding | null }
  | { readonly of: 'days'; readonly check: DayCheck }
  | { readonly of: 'disposition'; readonly fault: DispositionFault }
  | { readonly of: 'noGroup'; readonly file: number; readonly item: string; readonly reason: UncheckedReason };

export function checksSheet(source: Source): Sheet {
  const { words, sheetWords, verdict } = source;
  const checks = checksOf(source);
  const cellsOf = lastMade((row: number) => cellsOfCheck(source, checks[row]!));
  const column = (key: ChecksColumn, width: number, format: NumberFormat, more: Partial<Column> = {}): Column => ({
    key,
    header: sheetWords.checks[key],
    width,
    format,
    printed: true,
    wrap: false,
    ...more,
    cell: (row) => cellsOf(row)[key],
  });
  const wrapped = { wrap: true };
  const onScreen = { printed: false };
  const centred = { align: 'center' } as const;
  const columns = [
    column('judgement', 9, 'text', centred),
    column('subject', 22, 'text', wrapped),
    column('file', fileWidth(source.settlement), 'text', wrapped),
    column('record', 8, 'count', centred),
    column('item', 17, 'text', wrapped),
    column('expected', 16, 'yen', { ...wrapped, align: 'right' }),
    column('actual', 16, 'yen', { ...wrapped, align: 'right' }),
    column('difference', 10, 'difference'),
    column('explanation', 50, 'text', { ...wrapped, indented: true }),
    column('code', 24, 'text', onScreen),
    column('fileNumber', 9, 'count', onScreen),
    column('group', 5, 'count', onScreen),
  ];
  return tableSheet(source, {
    key: 'checks',
    table: { name: TABLE_NAMES.checks, columns, rowCount: checks.length },
    frozenColumns: FROZEN_COLUMNS,
    highlights: judgementHighlights(0, { ...words.verdicts, ...sheetWords.severities, missingDay: sheetWords.fileDays.missingDay }),
    tabColour: VERDICT_LOOKS[verdict.kind].text,
  });
}

/** The columns of a row are asked for one after the other: its cells are made once. */
function lastMade<T>(make: (row: number) => T): (row: number) => T {
  let last = -1;
  let made: T;
  return (row) => {
    if (row !== last) made = make(row);
    last = row;
    return made;
  };
}

/** 不一致, エラー, 未着, 警告, 未検査, 一致. */
function checksOf(source: Source): Check[] {
  const { settlement } = source;
  const mismatches: Check[] = [];
  const errors: Check[] = [];
  const missing: Check[] = [];
  const warnings: Check[] = [];
  const unchecked: Check[] = [];
  const agreeing: Check[] = [];
  const mismatchAt = new Map<string, Finding>();
  for (const finding of settlement.findings) {
    if (finding.code === 'totalMismatch' || finding.code === 'recordCountMismatch')
      mismatchAt.set(placeKey(finding.file!, finding.record!, finding.field!), finding);
    else (finding.severity === 'error' ? errors : warnings).push({ of: 'finding', finding });
  }
  const put = (check: Check, finding: Finding | null, comparison: Comparison): void => {
    (comparison !== null ? unchecked : finding !== null ? mismatches : agreeing).push(check);
  };
  for (const [index, file] of settlement.settlements.entries()) {
    if (file.cut.count === 0) continue;
    for (const [groupIndex, group] of file.groups.entries()) {
      for (const item of TRAILER_ITEMS) {
        const finding = mismatchAt.get(placeKey(file.name, group.trailer + 1, item.name)) ?? null;
        put({ of: 'groupTotal', file: index, group: groupIndex, item, finding }, finding, trailerComparison(file, groupIndex, item));
      }
    }
    if (file.groups.length === 0) {
      for (const { item, reason } of uncheckedItems(settlement.files, file)) unchecked.push({ of: 'noGroup', file: index, item, reason });
    }
    const finding = mismatchAt.get(placeKey(file.name, file.grammar.end + 1, 'recordCount')) ?? null;
    put({ of: 'recordCount', file: index, finding }, finding, recordCountComparison(file));
  }
  for (const fault of source.dispositions?.faults ?? []) errors.push({ of: 'disposition', fault });
  const ends = { missing, unchecked, agrees: agreeing };
  for (const check of dayChecks(source)) ends[dayCheckEnd(check, source)].push({ of: 'days', check });
  return [...mismatches, ...errors, ...missing, ...warnings, ...unchecked, ...agreeing];
}

const placeKey = (file: string, record: number, field: string): string => `${record} ${field} ${file}`;

const uncheckedItems = (files: Source['settlement']['files'], file: SettlementFile): readonly { readonly item: string; readonly reason: UncheckedReason }[] =>
  files.find(({ settlement }) => settlement === file)!.unchecked.filter(({ item }) => item !== 'recordCount');

function cellsOfCheck(source: Source, check: Check): CheckCells {
  switch (check.of) {
    case 'finding':
      return findingCells(source, check.finding);
    case 'groupTotal':
      return groupTotalCells(source, check);
    case 'recordCount':
      return recordCountCells(source, check);
    case 'days':
      return dayCells(source, check.check);
    case 'disposition':
      return dispositionCells(source, check.fault);
    case 'noGroup':
      return noGroupCells(source, check);
  }
}

function findingCells(source: Source, finding: Finding): CheckCells {
  const { words, sheetWords } = source;
  const told = withoutPersonalData(source, finding);
  const { title, sentence } = findingWords(told, words.findings);
  const { expected, actual } = told;
  return {
    judgement: sheetWords.severities[finding.severity],
    subject: title,
    file: finding.file,
    record: finding.record,
    item: fieldTitle(source, finding),
    expected,
    actual,
    difference: difference(source, expected, actual),
    explanation: sentence,
    code: finding.code,
    fileNumber: null,
    group: null,
  };
}

function dispositionCells(source: Source, fault: DispositionFault): CheckCells {
  const { sheetWords } = source;
  const { title, slip, sentence } = toldDisposition(source, fault);
  const { expected, actual } = fault;
  return {
    judgement: sheetWords.severities.error,
    subject: title,
    file: TABLE_NAMES.reconciliation,
    record: null,
    item: slip,
    expected,
    actual,
    difference: difference(source, expected, actual),
    explanation: sentence,
    code: fault.code,
    fileNumber: null,
    group: null,
  };
}

/** Expected and actual are numbers of days; nothing is written by a formula, as no sheet lists the days. */
function dayCells(source: Source, check: DayCheck): CheckCells {
  const { words, sheetWords, settlement } = source;
  const end = dayCheckEnd(check, source);
  const came = check.days === null ? null : receivedDays(check.days, settlement.asOf);
  const expected = came === null ? null : came + check.days!.missing.length;
  return {
    judgement: end === 'missing' ? sheetWords.fileDays.missingDay : words.verdicts[end],
    subject: sheetWords.fileDays.subject,
    file: null,
    record: null,
    item: sheetWords.fileDays.biller(check.code),
    expected,
    actual: came,
    difference: difference(source, expected, came),
    explanation: dayCheckText(check, source),
    code: end === 'missing' ? 'missingDays' : null,
    fileNumber: null,
    group: null,
  };
}

/** A finding about a personal column, or about a text that stands in no column, quotes no text unless names are wanted. */
function withoutPersonalData({ withNames, sheetWords, settlement }: Source, finding: Finding): Finding {
  if (withNames || finding.code !== 'ledgerRow' || settlement.ledger === null) return finding;
  if (finding.field !== null && !PERSONAL_COLUMNS.includes(finding.field)) return finding;
  return { ...finding, actual: sheetWords.personal };
}

/** The official title of the field that a finding names; a ledger's column is its own title. */
function fieldTitle({ settlement }: Source, { file, field }: Finding): string | null {
  if (field === null) return null;
  const read = settlement.settlements.find(({ name }) => name === file);
  return (read === undefined ? undefined : titleIn(read.layout, field)) ?? field;
}

function titleIn(layout: Layout, field: string): string | undefined {
  const found = [barcodePart(layout, field), ...(['data', ...RECORD_NAMES] as const).map((record) => fieldNamed(layout, record, field))];
  return found.find((candidate) => candidate !== null)?.title;
}

const isNumber = (value: FindingValue | Cell): value is number => typeof value === 'number';

/** 実際の値 - 期待する値, where both are numbers. */
function difference({ sheetWords }: Source, expected: Cell, actual: Cell): Cell {
  const [left, right] = [valueOf(expected), valueOf(actual)];
  if (!isNumber(left) || !isNumber(right)) return null;
  const { expected: expectedHeader, actual: actualHeader } = sheetWords.checks;
  return { formula: `${inThisRow(TABLE_NAMES.checks, actualHeader)}-${inThisRow(TABLE_NAMES.checks, expectedHeader)}`, value: right - left };
}

/** 一致 or 不一致 as a formula over the difference; 未検査 where nothing was compared. */
function judgement({ words, sheetWords }: Source, compared: boolean, agrees: boolean): Cell {
  if (!compared) return words.verdicts.unchecked;
  const { agrees: yes, mismatch: no } = words.verdicts;
  const formula = `IF(${inThisRow(TABLE_NAMES.checks, sheetWords.checks.difference)}=0,${textLiteral(yes)},${textLiteral(no)})`;
  return { formula, value: agrees ? yes : no };
}

interface Compared {
  readonly file: SettlementFile;
  readonly fileIndex: number;
  readonly group: number | null;
  /** 0-based, -1 for none. */
  readonly record: number;
  readonly item: string;
  readonly declared: number | null;
  readonly actual: Cell;
  readonly comparison: Comparison;
  readonly finding: Finding | null;
  /** What an agreeing row says. */
  readonly agreement: string;
}

function comparedCells(source: Source, row: Compared): CheckCells {
  const { words, sheetWords } = source;
  const compared = row.comparison === null;
  const told = row.finding === null ? null : findingWords(row.finding, words.findings);
  return {
    judgement: judgement(source, compared, row.finding === null),
    subject: told?.title ?? sheetWords.comparison,
    file: row.file.name,
    record: row.record < 0 ? null : row.record + 1,
    item: words.totals[row.item] ?? row.item,
    expected: row.declared,
    actual: row.actual,
    difference: compared ? difference(source, row.declared, row.actual) : null,
    explanation: told?.sentence ?? (row.comparison === null ? row.agreement : words.uncheckedReasons[row.comparison]),
    code: row.finding?.code ?? null,
    fileNumber: row.fileIndex + 1,
    group: row.group === null ? null : row.group + 1,
  };
}

function groupTotalCells(source: Source, { file: fileIndex, group, item, finding }: Extract<Check, { of: 'groupTotal' }>): CheckCells {
  const { settlement, sheetWords } = source;
  const file = settlement.settlements[fileIndex]!;
  const { totals, trailer, createdDate, billerCode } = file.groups[group]!;
  const { counted, declared } = totals[item.kind][item.measure];
  return comparedCells(source, {
    file,
    fileIndex,
    group,
    record: trailer,
    item: item.name,
    declared,
    actual: { formula: groupTotalFormula(source, item), value: counted },
    comparison: trailerComparison(file, group, item),
    finding,
    agreement: sheetWords.agreement({ number: group + 1, createdDate, biller: billerCode }),
  });
}

/** Adds up the records of the row's own file and group. */
function groupTotalFormula({ words, sheetWords }: Source, { kind, measure }: TrailerItem): string {
  const { details, checks } = sheetWords;
  const conditions = [
    `${columnOf(TABLE_NAMES.details, details.fileNumber)},${inThisRow(TABLE_NAMES.checks, checks.fileNumber)}`,
    `${columnOf(TABLE_NAMES.details, details.group)},${inThisRow(TABLE_NAMES.checks, checks.group)}`,
    `${columnOf(TABLE_NAMES.details, details.kind)},${textLiteral(words.noticeKinds[kind])}`,
  ].join(',');
  return measure === 'count' ? `COUNTIFS(${conditions})` : `SUMIFS(${columnOf(TABLE_NAMES.details, details.amount)},${conditions})`;
}

function recordCountCells(source: Source, { file: fileIndex, finding }: Extract<Check, { of: 'recordCount' }>): CheckCells {
  const { settlement, sheetWords } = source;
  const file = settlement.settlements[fileIndex]!;
  const counted = countedRecords(file);
  const details = file.grammar.noticeCount;
  const others = counted - details;
  const rows = `COUNTIFS(${columnOf(TABLE_NAMES.details, sheetWords.details.fileNumber)},${inThisRow(TABLE_NAMES.checks, sheetWords.checks.fileNumber)})`;
  return comparedCells(source, {
    file,
    fileIndex,
    group: null,
    record: file.grammar.end,
    item: 'recordCount',
    declared: file.declaredRecordCount,
    actual: { formula: others === 0 ? rows : `${rows}+${others}`, value: counted },
    comparison: recordCountComparison(file),
    finding,
    agreement: sheetWords.recordCountMade(partsOfCount(file)),
  });
}

/** Which records are in the count. */
function partsOfCount({ grammar, layout }: SettlementFile): Parameters<Source['sheetWords']['recordCountMade']>[0] {
  const { noticeCount: details, dataCount, standings, types } = grammar;
  const deleted = standings.reduce((sum, standing) => sum + (standing === STANDING.deleted ? 1 : 0), 0);
  const onlyData = { details, headers: 0, trailers: 0, ends: 0, deleted, unread: dataCount - details - deleted };
  if (layout.recordCountIncludes === 'dataRecords') return onlyData;
  const read = (name: RecordName): number =>
    types.reduce((sum, type, record) => sum + (type === RECORD_TYPE[name].charCodeAt(0) && standings[record] === STANDING.read ? 1 : 0), 0);
  const [headers, trailers, ends] = [read('header'), read('trailer'), read('end')];
  return { details, headers, trailers, ends, deleted, unread: types.length - details - headers - trailers - ends - deleted };
}

/** A file without any group has no total to add up. */
function noGroupCells(source: Source, { file: fileIndex, item, reason }: Extract<Check, { of: 'noGroup' }>): CheckCells {
  const file = source.settlement.settlements[fileIndex]!;
  const nothing: Value = null;
  return comparedCells(source, {
    file,
    fileIndex,
    group: null,
    record: -1,
    item,
    declared: null,
    actual: nothing,
    comparison: reason,
    finding: null,
    agreement: '',
  });
}
