/** Which rows does the fee system get? A row a slip of 消込一覧, in its order, with the columns of the template. */
import type { Day } from '../file/calendar';
import { stateOf } from '../reconcile/slips';
import { reconciliationColumns } from '../sheet/reconciliation';
import { sourceOf, type Source, type WorkbookOptions } from '../sheet/source';
import { valueOf } from '../sheet/workbook';
import type { Settlement } from '../settle';
import { trustOf } from '../verdict';
import { PERSONAL_CSV_COLUMNS, type CsvColumn, type CsvDates, type CsvTemplate } from './csvTemplate';
import type { CsvWords } from './words';

type CsvCell = string | number | null;

export interface SlipTable {
  readonly headers: readonly string[] | null;
  readonly rowCount: number;
  row(index: number): readonly CsvCell[];
  /** What a person calls a column, header row or not. */
  columnName(column: number): string;
  slipOf(index: number): { readonly fiscalYear: string; readonly slipNumber: string };
}

export interface CsvOptions extends Omit<WorkbookOptions, 'history'> {
  readonly csvWords: CsvWords;
}

/** The personal columns that a template asks for; without `withNames` a caller must refuse it, because leaving them out would shift the others. */
export const personalColumnsOf = ({ columns }: CsvTemplate): CsvColumn[] =>
  columns.map(({ column }) => column).filter((column) => PERSONAL_CSV_COLUMNS.includes(column));

export function csvTable(settlement: Settlement, template: CsvTemplate, { csvWords, ...options }: CsvOptions): SlipTable {
  if (!options.withNames && personalColumnsOf(template).length > 0) throw new Error('personal columns without names');
  const source = sourceOf(settlement, options);
  const { slips } = settlement;
  const { columns } = template;
  const rows = slipsListed(settlement, template);
  const slipAt = (index: number): number => (rows === null ? index : rows[index]!);
  const cellsOf = readers(source, template, csvWords);
  const names = columns.map(({ column, header }) => header ?? csvWords.columns[column]);
  return {
    headers: template.headerRow ? names : null,
    rowCount: rows?.length ?? slips.count,
    row: (index) => cellsOf.map((cell) => cell(slipAt(index))),
    columnName: (column) => names[column]!,
    slipOf: (index) => ({ fiscalYear: slips.numbers.yearOf(slipAt(index)), slipNumber: slips.numbers.numberOf(slipAt(index)) }),
  };
}

/** Of the states that the template names; null: all slips. */
function slipsListed({ slips }: Settlement, { states }: CsvTemplate): Int32Array | null {
  if (states === null) return null;
  return Int32Array.from(Array.from({ length: slips.count }, (_, slip) => slip).filter((slip) => states.includes(stateOf(slips, slip))));
}

export const countListed = (settlement: Settlement, template: CsvTemplate): number => slipsListed(settlement, template)?.length ?? settlement.slips.count;

/** Missing days that a cell names; the others are counted. */
const DAYS_NAMED = 3;

function readers(source: Source, { columns, dates }: CsvTemplate, csvWords: CsvWords): ((slip: number) => CsvCell)[] {
  const { settlement, words, verdict } = source;
  const { slips, asOf, dataFrom, dataThrough, paidThrough, complete, ledger, otherChannels } = settlement;
  const { missingDays } = trustOf(settlement);
  const onSheet = new Map(reconciliationColumns(source).map((column) => [column.key, column]));
  const date = (day: Day): string | null => (day === 0 ? null : written(day, dates));
  const constant = (value: CsvCell) => (): CsvCell => value;
  const reader = (column: CsvColumn): ((slip: number) => CsvCell) => {
    switch (column) {
      case 'dueDate':
        return (slip) => date(slips.dueDate[slip]!);
      case 'paidDate':
        return (slip) => date(slips.paidDate[slip]!);
      case 'asOf':
        return constant(date(asOf));
      case 'dataPeriod':
        return constant(dataFrom === null || dataThrough === null ? csvWords.noPeriod : csvWords.period(written(dataFrom, dates), written(dataThrough, dates)));
      case 'otherAmount':
        return (slip) => slips.otherAmount[slip]!;
      case 'otherDate':
        return (slip) => date(slips.otherDate[slip]!);
      case 'remindFrom':
        return (slip) => date(slips.remindFrom[slip]!);
      case 'paidThrough':
        return constant(paidThrough === null ? csvWords.noPeriod : written(paidThrough, dates));
      case 'missingDays':
        return constant(
          missingDays === null
            ? csvWords.noPeriod
            : csvWords.missingDays(
                missingDays.slice(0, DAYS_NAMED).map((day) => written(day, dates)),
                missingDays.length,
              ),
        );
      case 'otherChannels':
        return constant(csvWords.otherChannels[otherChannels]);
      case 'dataCompleteness':
        return constant(csvWords.completeness[ledger === null ? 'noLedger' : complete ? 'complete' : 'incomplete']);
      case 'verdict':
        return constant(words.verdicts[verdict.kind]);
      default: {
        const shown = onSheet.get(column)!;
        return (slip) => valueOf(shown.cell(slip));
      }
    }
  };
  return columns.map(({ column }) => reader(column));
}

function written(day: Day, dates: CsvDates): string {
  const text = String(day).padStart(8, '0');
  const [year, month, dayOfMonth] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  return dates === 'yyyymmdd' ? text : [year, month, dayOfMonth].join(dates === 'yyyy/mm/dd' ? '/' : '-');
}
