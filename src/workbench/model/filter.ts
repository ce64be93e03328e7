/** Which rows does a filter leave? */
import { criterionTest } from '../formula/criteria';
import { invalidArgument, notModelled } from './errors';
import { dateOf, type Shown } from './values';

/** A day, month or year, as Excel keeps filters on dates. */
export interface FilterDate {
  readonly date: string;
  readonly specificity: string;
}

export interface FilterCriteria {
  readonly filterOn: 'Values' | 'Custom' | 'TopItems' | 'BottomItems';
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: 'And' | 'Or';
  readonly values?: readonly (string | FilterDate)[];
}

/** What a filter compares: the value, and the text that the cell shows. */
export interface FilteredCell {
  readonly value: Shown;
  readonly text: string;
}

const MODELLED = ['Values', 'Custom', 'TopItems', 'BottomItems'];

const isDate = (value: unknown): value is FilterDate => typeof value === 'object' && value !== null && typeof (value as FilterDate).date === 'string';

/** Narrows what an add-in hands over; other filters than these are refused by name. */
export function filterCriteria(given: unknown): FilterCriteria {
  if (typeof given !== 'object' || given === null) throw invalidArgument('filter criteria');
  const { filterOn, criterion1, criterion2, operator, values } = given as Record<string, unknown>;
  if (typeof filterOn !== 'string') throw invalidArgument('filterOn');
  if (!MODELLED.includes(filterOn)) throw notModelled(`a filter on ${filterOn}`);
  if (filterOn === 'Values' && !(Array.isArray(values) && values.every((value) => typeof value === 'string' || isDate(value)))) throw invalidArgument('values');
  if (filterOn !== 'Values' && typeof criterion1 !== 'string') throw invalidArgument('criterion1');
  return {
    filterOn: filterOn as FilterCriteria['filterOn'],
    ...(typeof criterion1 === 'string' ? { criterion1 } : {}),
    ...(typeof criterion2 === 'string' ? { criterion2 } : {}),
    ...(operator === 'And' || operator === 'Or' ? { operator } : {}),
    ...(Array.isArray(values) ? { values: values as readonly (string | FilterDate)[] } : {}),
  };
}

/** For each cell whether its row stays. Chosen values are compared with what the cells show, capitals aside. @assumption filter-matching */
export function passing(criteria: FilterCriteria, cells: readonly FilteredCell[]): boolean[] {
  switch (criteria.filterOn) {
    case 'Values':
      return cells.map(valuesTest(criteria.values ?? []));
    case 'Custom':
      return cells.map(customTest(criteria));
    default:
      return extremes(criteria, cells);
  }
}

function valuesTest(values: readonly (string | FilterDate)[]): (cell: FilteredCell) => boolean {
  const texts = new Set(values.flatMap((value) => (typeof value === 'string' ? [value.toLowerCase()] : [])));
  const dates = values.filter(isDate);
  return ({ value, text }) => texts.has(text.toLowerCase()) || (typeof value === 'number' && dates.some((date) => isWithin(value, date)));
}

const PARTS: Readonly<Record<string, number>> = { Year: 4, Month: 7, Day: 10 };

function isWithin(serial: number, { date, specificity }: FilterDate): boolean {
  const length = PARTS[specificity];
  if (length === undefined) throw notModelled(`a date filter on ${specificity}`);
  return dateOf(serial).toISOString().slice(0, length) === date.slice(0, length);
}

function customTest({ criterion1 = '', criterion2, operator = 'And' }: FilterCriteria): (cell: FilteredCell) => boolean {
  const tests = [criterion1, ...(criterion2 === undefined ? [] : [criterion2])].map((criterion) => {
    const test = criterionTest(criterion);
    return ({ value, text }: FilteredCell) => test(typeof value === 'object' ? text : value);
  });
  return (cell) => (operator === 'Or' ? tests.some((test) => test(cell)) : tests.every((test) => test(cell)));
}

function extremes({ filterOn, criterion1 = '' }: FilterCriteria, cells: readonly FilteredCell[]): boolean[] {
  const count = Number(criterion1);
  if (!Number.isInteger(count) || count < 1) throw invalidArgument('criterion1');
  const numbers = cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])).sort((a, b) => (filterOn === 'TopItems' ? b - a : a - b));
  const limit = numbers[Math.min(count, numbers.length) - 1];
  return cells.map(({ value }) => typeof value === 'number' && limit !== undefined && (filterOn === 'TopItems' ? value >= limit : value <= limit));
}
