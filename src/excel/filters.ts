/** Which filters has a table? Excel may not tell those of columns with blanks or dates (office-js #3030, #465): what cannot be told can only be taken off. */
import type { KeptFilter } from './ours';

export interface Filters {
  readonly filters: readonly KeptFilter[];
  /** Headers of columns whose filters Excel does not tell. */
  readonly unknownFilters: readonly string[];
}

/** Only where rows are filtered is anything asked of the columns. */
export async function readFilters(context: Excel.RequestContext, table: Excel.Table): Promise<Filters> {
  const { autoFilter, columns } = table;
  autoFilter.load('isDataFiltered');
  columns.load('items/name');
  await context.sync();
  if (!autoFilter.isDataFiltered) return { filters: [], unknownFilters: [] };
  const filters: KeptFilter[] = [];
  const unknownFilters: string[] = [];
  for (const { name, filter } of columns.items) {
    const criteria = await criteriaOf(context, filter);
    if (criteria === 'unknown') unknownFilters.push(name);
    else filters.push(...keptFilter(name, criteria));
  }
  return { filters, unknownFilters };
}

const TRIES = 2;

/** unknown: it fails again and again, and not only because one request did. */
async function criteriaOf(context: Excel.RequestContext, filter: Excel.Filter): Promise<Excel.FilterCriteria | null | 'unknown'> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    filter.load('criteria');
    try {
      await context.sync();
      return filter.criteria;
    } catch (problem) {
      if (!(problem instanceof OfficeExtension.Error)) throw problem;
    }
  }
  return 'unknown';
}

/** What each kind of filter needs; Excel answers the rest with values that mean nothing. */
const CRITERIA: Readonly<Record<string, readonly (keyof Excel.FilterCriteria)[]>> = {
  Values: ['values'],
  Custom: ['criterion1', 'criterion2', 'operator'],
  TopItems: ['criterion1'],
  TopPercent: ['criterion1'],
  BottomItems: ['criterion1'],
  BottomPercent: ['criterion1'],
  CellColor: ['color'],
  FontColor: ['color'],
  Icon: ['icon'],
  Dynamic: ['dynamicCriteria'],
};

/** Nothing where a column has no filter. */
function keptFilter(header: string, criteria: Excel.FilterCriteria | null | undefined): KeptFilter[] {
  const needed = CRITERIA[String(criteria?.filterOn)];
  if (criteria === null || criteria === undefined || needed === undefined) return [];
  const entries = needed.filter((key) => !isLeftOut(criteria[key])).map((key) => [key, criteria[key]]);
  return [{ header, criteria: { ...(Object.fromEntries(entries) as Partial<Excel.FilterCriteria>), filterOn: criteria.filterOn } }];
}

const isLeftOut = (value: unknown): boolean => value === null || value === undefined || value === '';
