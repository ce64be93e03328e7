/** Which CSV templates does the workbook keep, and how do they change? Pure. */
import { BUILT_IN_TEMPLATES, readTemplate, type CsvColumn, type CsvTemplate } from '../../export/csvTemplate';

export interface KeptTemplates {
  readonly templates: readonly CsvTemplate[];
  /** As it was kept; somebody or another version has made it unreadable: it is kept on, and told. */
  readonly unreadable: readonly unknown[];
}

export const NO_TEMPLATES: KeptTemplates = { templates: [], unreadable: [] };

export function readKept(kept: readonly unknown[]): KeptTemplates {
  const templates: CsvTemplate[] = [];
  const unreadable: unknown[] = [];
  for (const one of kept) {
    const read = readTemplate(one);
    if ('template' in read && !isTaken(templates, read.template.name, null)) templates.push(read.template);
    else unreadable.push(one);
  }
  return { templates, unreadable };
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** `except`: the name that the template has now. */
export const isTaken = (templates: readonly CsvTemplate[], name: string, except: string | null): boolean =>
  templates.some((one) => same(one.name, name) && one.name !== except);

export const newTemplate = (name: string): CsvTemplate => ({ ...BUILT_IN_TEMPLATES.reconciled, name, charset: 'cp932' });

export type TemplateFault = 'noName' | 'nameTaken' | 'noColumns' | 'noStates';

export function faultOf(draft: CsvTemplate, templates: readonly CsvTemplate[], except: string | null): TemplateFault | null {
  if (draft.name.trim() === '') return 'noName';
  if (isTaken(templates, draft.name, except)) return 'nameTaken';
  if (draft.columns.length === 0) return 'noColumns';
  return draft.states?.length === 0 ? 'noStates' : null;
}

/** In its old place, or last. */
export function withTemplate(templates: readonly CsvTemplate[], draft: CsvTemplate, except: string | null): CsvTemplate[] {
  const named = { ...draft, name: draft.name.trim() };
  const place = templates.findIndex(({ name }) => name === except);
  return place < 0 ? [...templates, named] : templates.map((one, index) => (index === place ? named : one));
}

export function moved(template: CsvTemplate, place: number, by: -1 | 1): CsvTemplate {
  const columns = [...template.columns];
  const [column] = columns.splice(place, 1);
  columns.splice(place + by, 0, column!);
  return { ...template, columns };
}

export const without = (template: CsvTemplate, place: number): CsvTemplate => ({
  ...template,
  columns: template.columns.filter((_, index) => index !== place),
});

export const withColumn = (template: CsvTemplate, column: CsvColumn): CsvTemplate => ({
  ...template,
  columns: [...template.columns, { column, header: null }],
});

/** No text: the column's own word. */
export const withHeader = (template: CsvTemplate, place: number, header: string): CsvTemplate => ({
  ...template,
  columns: template.columns.map((one, index) => (index === place ? { ...one, header: header.trim() === '' ? null : header } : one)),
});
