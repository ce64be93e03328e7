/** How does a file say which rows a filter leaves? */
import type { FilterCriteria, FilterDate } from '../model/filter';
import type { LeftOutCounts } from './leftOut';
import { attributes, isOn, named } from './xml';

export interface ColumnFilter {
  readonly column: number;
  readonly criteria: FilterCriteria;
}

export const filtersXml = (filters: readonly ColumnFilter[]): string =>
  filters.map(({ column, criteria }) => `<filterColumn colId="${column}">${criteriaXml(criteria)}</filterColumn>`).join('');

function criteriaXml({ filterOn, values = [], criterion1 = '', criterion2, operator }: FilterCriteria): string {
  if (filterOn === 'Values') return valuesXml(values);
  if (filterOn !== 'Custom') return `<top10${attributes({ top: filterOn === 'TopItems' ? null : 0, val: Number(criterion1) })}/>`;
  const criteria = criterion2 === undefined ? [criterion1] : [criterion1, criterion2];
  return `<customFilters${attributes({ and: criteria.length > 1 && operator !== 'Or' ? 1 : null })}>${criteria.map(customXml).join('')}</customFilters>`;
}

function valuesXml(values: readonly (string | FilterDate)[]): string {
  const texts = values.filter((value): value is string => typeof value === 'string');
  const dates = values.filter((value): value is FilterDate => typeof value !== 'string');
  const filters = texts.filter((text) => text !== '').map((text) => `<filter${attributes({ val: text })}/>`);
  return `<filters${attributes({ blank: texts.includes('') ? 1 : null })}>${filters.join('')}${dates.map(dateXml).join('')}</filters>`;
}

const PARTS = ['year', 'month', 'day'] as const;

function dateXml({ date, specificity }: FilterDate): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const given = { year, month: specificity === 'Year' ? null : String(Number(month)), day: specificity === 'Day' ? String(Number(day)) : null };
  return `<dateGroupItem${attributes({ ...given, dateTimeGrouping: specificity.toLowerCase() })}/>`;
}

const OPERATORS: readonly (readonly [sign: string, word: string])[] = [
  ['>=', 'greaterThanOrEqual'],
  ['<=', 'lessThanOrEqual'],
  ['<>', 'notEqual'],
  ['>', 'greaterThan'],
  ['<', 'lessThan'],
  ['=', 'equal'],
];

function customXml(criterion: string): string {
  const [sign = '', word = 'equal'] = OPERATORS.find(([start]) => criterion.startsWith(start)) ?? [];
  return `<customFilter${attributes({ operator: word === 'equal' ? null : word, val: criterion.slice(sign.length) })}/>`;
}

/** Other filters than ours are counted as left out; their rows stay hidden. */
export function filtersOf(autoFilter: Element, leftOut: LeftOutCounts): ColumnFilter[] {
  return named(autoFilter, 'filterColumn').flatMap((element) => {
    const criteria = criteriaOf(element);
    if (criteria !== null) return [{ column: Number(element.getAttribute('colId')), criteria }];
    if (element.firstElementChild !== null) leftOut.add('filters');
    return [];
  });
}

function criteriaOf(column: Element): FilterCriteria | null {
  const [kind] = column.children;
  switch (kind?.localName) {
    case 'filters':
      return { filterOn: 'Values', values: valuesOf(kind) };
    case 'customFilters':
      return customOf(kind);
    case 'top10':
      return isOn(kind, 'percent')
        ? null
        : { filterOn: kind.getAttribute('top') === '0' ? 'BottomItems' : 'TopItems', criterion1: kind.getAttribute('val') ?? '' };
    default:
      return null;
  }
}

function valuesOf(filters: Element): (string | FilterDate)[] {
  const texts = named(filters, 'filter').map((filter) => filter.getAttribute('val') ?? '');
  const dates = named(filters, 'dateGroupItem').flatMap((item): FilterDate[] => {
    const grouping = item.getAttribute('dateTimeGrouping') ?? '';
    const known = PARTS.find((part) => part === grouping);
    const [year, month, day] = PARTS.map((part) => (item.getAttribute(part) ?? '1').padStart(2, '0'));
    return known === undefined ? [] : [{ date: `${year}-${month}-${day}`, specificity: known.charAt(0).toUpperCase() + known.slice(1) }];
  });
  return [...texts, ...(isOn(filters, 'blank') ? [''] : []), ...dates];
}

function customOf(filters: Element): FilterCriteria | null {
  const [criterion1, criterion2] = named(filters, 'customFilter').map((filter) => {
    const word = filter.getAttribute('operator') ?? 'equal';
    return (OPERATORS.find(([, name]) => name === word)?.[0] ?? '=') + (filter.getAttribute('val') ?? '');
  });
  if (criterion1 === undefined) return null;
  return { filterOn: 'Custom', criterion1, ...(criterion2 === undefined ? {} : { criterion2, operator: isOn(filters, 'and') ? 'And' : 'Or' }) };
}
