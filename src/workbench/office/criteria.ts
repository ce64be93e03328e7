/** How does Office.js hand a filter back? */
import type { FilterCriteria } from '../model/filter';

/** What does not matter is left empty. */
export function wireCriteria(criteria: FilterCriteria | undefined): Record<string, unknown> | null {
  if (criteria === undefined) return null;
  const { filterOn, criterion1 = null, criterion2 = null, operator = 'And', values = null } = criteria;
  return { filterOn, criterion1, criterion2, operator, values, color: null, icon: null, dynamicCriteria: 'Unknown' };
}
