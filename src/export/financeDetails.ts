/**
 * 収納明細 for finance: which columns do the formulas of 検査, 集計 and 入金確認 need?
 *
 * Only those are kept, and of each only good values: a raw text could be part of a slip number that stands where it should not.
 */
import { UNKNOWN_KIND } from '../file/notices';
import { detailsSheet } from '../sheet/details';
import { tableSheet } from '../sheet/frame';
import { HELD_LOOK, stateHighlights } from '../sheet/highlights';
import { COUNTS, slipOfNotices } from '../sheet/noticeUse';
import { ledgerText } from '../sheet/reconciliation';
import { markedWord, type Source } from '../sheet/source';
import { TABLE_FIRST_ROW, TABLE_NAMES, type Cell, type Column, type NumberFormat, type Sheet } from '../sheet/workbook';
import type { DetailsColumn } from '../sheet/words';
import { lastFour, type SlipMask } from './masking';
import type { FinanceWords } from './words';

/** ファイル and レコード. */
const FROZEN_COLUMNS = 2;

export interface FinanceDetails {
  readonly sheet: Sheet;
  /** By which fee, section and biller a notice is added up; '' where there is none. */
  readonly labels: Record<NoticeLabel, (notice: number) => string>;
}
export type NoticeLabel = 'biller' | 'fee' | 'section';

export function financeDetails(source: Source, mask: SlipMask, words: FinanceWords): FinanceDetails {
  const { settlement, sheetWords, uses } = source;
  const { notices, settlements, slips } = settlement;
  const slipOf = slipOfNotices(settlement);
  const labels: FinanceDetails['labels'] = {
    biller: (notice) => settlements[notices.file[notice]!]!.groups[notices.group[notice]!]!.billerCode ?? '',
    fee: (notice) => (slipOf[notice]! < 0 ? '' : (ledgerText(settlement, slipOf[notice]!, 'fee') ?? '')),
    section: (notice) => (slipOf[notice]! < 0 ? '' : (ledgerText(settlement, slipOf[notice]!, 'section') ?? '')),
  };
  const given = detailsSheet(source).table!.columns;
  /** A column of 収納明細, with an empty cell where `isGood` does not hold. */
  const kept = (key: DetailsColumn, isGood: (cell: Cell, notice: number) => boolean = () => true): Column => {
    const column = given.find((candidate) => candidate.key === key)!;
    const cell = (notice: number): Cell => {
      const value = column.cell(notice);
      return isGood(value, notice) ? value : null;
    };
    return { ...column, printed: true, cell };
  };
  const added = (key: string, header: string, width: number, format: NumberFormat, cell: (notice: number) => Cell): Column => ({
    key,
    header,
    width,
    format,
    printed: true,
    wrap: key === 'fee' || key === 'section',
    ...(key === 'fee' || key === 'section' ? {} : { align: 'center' }),
    cell,
  });
  const ofSlip =
    (cell: (slip: number) => Cell) =>
    (notice: number): Cell =>
      slipOf[notice]! < 0 ? null : cell(slipOf[notice]!);
  const isNumber = (cell: Cell): boolean => typeof cell === 'number';
  const headers = sheetWords.reconciliation;
  const columns = [
    kept('file'),
    kept('record'),
    kept('kind', (_, notice) => notices.kind[notice] !== UNKNOWN_KIND),
    added('fiscalYear', headers.fiscalYear, 6, 'text', ofSlip(slips.numbers.yearOf.bind(slips.numbers))),
    mask === 'lastFour'
      ? added(
          'slip',
          words.slipLastFour,
          20,
          'text',
          ofSlip((slip) => lastFour(slips.numbers.numberOf(slip))),
        )
      : added(
          'slip',
          words.slipRow,
          10,
          'count',
          ofSlip((slip) => TABLE_FIRST_ROW + slip + 1),
        ),
    added('biller', headers.biller, 10, 'text', (notice) => labels.biller(notice) || null),
    added('fee', headers.fee, 21, 'text', (notice) => labels.fee(notice) || null),
    added('section', headers.section, 14, 'text', (notice) => labels.section(notice) || null),
    kept('amount', isNumber),
    kept('transferDate', isNumber),
    kept('accountingDate', isNumber),
    kept('chainCode', (_, notice) => uses[notice] === COUNTS),
    kept('use'),
    kept('state'),
    kept('findings'),
    kept('fileNumber'),
    kept('group'),
  ];
  const place = (key: string): number => columns.findIndex((column) => column.key === key);
  const held = { columns: [place('use')], when: { column: place('use'), test: 'is', word: sheetWords.uses.held }, look: HELD_LOOK } as const;
  const sheet = tableSheet(source, {
    key: 'details',
    table: { name: TABLE_NAMES.details, columns, rowCount: notices.count },
    frozenColumns: FROZEN_COLUMNS,
    highlights: [...stateHighlights(place('state'), (mark) => markedWord(source, mark)), held],
    legend: [{ row: 2, column: 0, cell: words.leftOut, style: { size: 10 } }],
  });
  return { sheet, labels };
}
