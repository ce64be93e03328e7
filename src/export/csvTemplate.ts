/** Which columns does the fee system want, in which order, under which names? Plain data that a workbook or a JSON file keeps. docs/exports.md. */
import { SLIP_STATES, type SlipState } from '../reconcile/slips';

/** All that a column can hold; the order is that of docs/exports.md. */
export const CSV_COLUMNS = [
  'fiscalYear',
  'slipNumber',
  'biller',
  'reissueNumber',
  'state',
  'flags',
  'fee',
  'section',
  'dueDate',
  'billedAmount',
  'paidAmount',
  'difference',
  'confirmedAmount',
  'overpaidAmount',
  'paidDate',
  'paymentCount',
  'otherAmount',
  'otherDate',
  'remindFrom',
  'toCheck',
  'noticeFiles',
  'asOf',
  'dataPeriod',
  'paidThrough',
  'dataCompleteness',
  'missingDays',
  'otherChannels',
  'verdict',
  'payerNumber',
  'payerName',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
export const PERSONAL_CSV_COLUMNS: readonly CsvColumn[] = ['payerNumber', 'payerName'];

export const CSV_CHARSETS = ['cp932', 'utf-8'] as const;
export type CsvTemplateCharset = (typeof CSV_CHARSETS)[number];
export const CSV_DATES = ['yyyy/mm/dd', 'yyyy-mm-dd', 'yyyymmdd'] as const;
export type CsvDates = (typeof CSV_DATES)[number];

export interface CsvTemplate {
  readonly name: string;
  readonly charset: CsvTemplateCharset;
  readonly headerRow: boolean;
  readonly dates: CsvDates;
  /** null: slips of every state. */
  readonly states: readonly SlipState[] | null;
  /** A header of null is the column's own word in the language of the run. */
  readonly columns: readonly { readonly column: CsvColumn; readonly header: string | null }[];
}

const TRUST_COLUMNS: readonly CsvColumn[] = ['asOf', 'dataPeriod', 'paidThrough', 'dataCompleteness', 'missingDays', 'otherChannels'];
const NEEDED_FOR_UNPAID: readonly CsvColumn[] = [...TRUST_COLUMNS, 'verdict'];

/** Of what tells how far 未納 can be trusted, the columns that a template has not; none where it lists no unpaid slips. */
export const missingTrust = ({ states, columns: chosen }: CsvTemplate): CsvColumn[] =>
  states !== null && !states.includes('unpaid') ? [] : NEEDED_FOR_UNPAID.filter((needed) => !chosen.some(({ column }) => column === needed));

const columns = (names: readonly CsvColumn[]): CsvTemplate['columns'] => names.map((column) => ({ column, header: null }));

const PLAIN = { charset: 'utf-8', headerRow: true, dates: 'yyyy/mm/dd' } as const;

/** 消込データ, and the unpaid: the as-of date and how far the data reaches stand in every row, so that they survive renaming and sorting. */
export const BUILT_IN_TEMPLATES: Readonly<Record<'reconciled' | 'unpaid', CsvTemplate>> = {
  reconciled: {
    name: 'reconciled',
    ...PLAIN,
    states: null,
    columns: columns([
      'fiscalYear',
      'slipNumber',
      'biller',
      'reissueNumber',
      'state',
      'flags',
      'fee',
      'section',
      'dueDate',
      'billedAmount',
      'paidAmount',
      'difference',
      'confirmedAmount',
      'paidDate',
      'paymentCount',
      'otherAmount',
      'otherDate',
      ...TRUST_COLUMNS,
      'verdict',
    ]),
  },
  unpaid: {
    name: 'unpaid',
    ...PLAIN,
    states: ['unpaid'],
    columns: columns([
      ...TRUST_COLUMNS,
      'fiscalYear',
      'slipNumber',
      'biller',
      'fee',
      'section',
      'dueDate',
      'billedAmount',
      'otherAmount',
      'remindFrom',
      'flags',
      'toCheck',
      'verdict',
    ]),
  },
};

/** What is wrong in a template, and where: `columns[2].column`. */
export interface TemplateProblem {
  readonly place: string;
  readonly needs: 'object' | 'text' | 'boolean' | 'charset' | 'dates' | 'states' | 'columns' | 'column' | 'knownKey';
  readonly found: string;
}

class Refused {
  constructor(readonly problem: TemplateProblem) {}
}

/** Reads a template as JSON gives it; absent: charset utf-8, a header row, dates yyyy/mm/dd, all states. Nothing unknown is passed over. */
export function readTemplate(json: unknown): { readonly template: CsvTemplate } | { readonly problem: TemplateProblem } {
  try {
    return { template: templateOf(json) };
  } catch (refused) {
    if (refused instanceof Refused) return { problem: refused.problem };
    throw refused;
  }
}

const refuse = (place: string, needs: TemplateProblem['needs'], found: unknown): never => {
  throw new Refused({ place, needs, found: JSON.stringify(found) ?? '' });
};

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(place: string, value: unknown, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(place, 'object', value);
  const other = Object.keys(value).find((key) => !known.includes(key));
  return other === undefined ? (value as Fields) : refuse(place === '' ? other : `${place}.${other}`, 'knownKey', other);
}

function oneOf<T extends string>(place: string, needs: TemplateProblem['needs'], known: readonly T[], value: unknown): T {
  return known.find((candidate) => candidate === value) ?? refuse(place, needs, value);
}

const textOf = (place: string, value: unknown): string => (typeof value === 'string' && value.trim() !== '' ? value : refuse(place, 'text', value));

function templateOf(json: unknown): CsvTemplate {
  const { name, charset = 'utf-8', headerRow = true, dates = 'yyyy/mm/dd', states = null, columns: given } = fieldsOf('', json, KEYS);
  return {
    name: textOf('name', name),
    charset: oneOf('charset', 'charset', CSV_CHARSETS, charset),
    headerRow: typeof headerRow === 'boolean' ? headerRow : refuse('headerRow', 'boolean', headerRow),
    dates: oneOf('dates', 'dates', CSV_DATES, dates),
    states: states === null ? null : listOf('states', 'states', states).map((state, index) => oneOf(`states[${index}]`, 'states', SLIP_STATES, state)),
    columns: listOf('columns', 'columns', given).map((entry, index) => {
      const place = `columns[${index}]`;
      const { column, header = null } = fieldsOf(place, entry, ['column', 'header']);
      return { column: oneOf(`${place}.column`, 'column', CSV_COLUMNS, column), header: header === null ? null : textOf(`${place}.header`, header) };
    }),
  };
}
const KEYS = ['name', 'charset', 'headerRow', 'dates', 'states', 'columns'];

const listOf = (place: string, needs: TemplateProblem['needs'], value: unknown): readonly unknown[] =>
  Array.isArray(value) && value.length > 0 ? value : refuse(place, needs, value);
