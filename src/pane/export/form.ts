/** What has the clerk chosen to export, and what is still missing? Pure. */
import { passwordProblem } from '../../encrypt/password';
import { personalColumnsOf } from '../../export/csvTable';
import { BUILT_IN_TEMPLATES, PERSONAL_CSV_COLUMNS, type CsvTemplate, type CsvTemplateCharset } from '../../export/csvTemplate';
import type { SlipMask } from '../../export/masking';
import { SLIP_STATES, type SlipState } from '../../reconcile/slips';
import type { Exportable, ExportContent } from '../../engine/exportProtocol';

export const KINDS = ['finance', 'book', 'slips', 'unpaid', 'csv'] as const satisfies readonly ExportContent['kind'][];
export type Kind = (typeof KINDS)[number];

export interface ExportForm {
  readonly kind: Kind;
  readonly mask: SlipMask;
  readonly sheets: readonly string[];
  readonly states: readonly SlipState[];
  /** null: slips of every section. */
  readonly section: string | null;
  readonly withNames: boolean;
  readonly charset: CsvTemplateCharset;
  /** The name of one that the workbook keeps; null: none is chosen. */
  readonly template: string | null;
  readonly hasPassword: boolean;
  readonly password: string;
  readonly repeated: string;
}

export type FormProblem = 'noSheet' | 'noState' | 'noTemplate' | 'personalTemplate' | 'passwordEmpty' | 'passwordTooLong' | 'passwordDiffers';

/** 取込履歴 and 納付書台帳 stay in the office unless they are chosen. */
const SHEETS_AT_FIRST = 4;

export const initialForm = ({ sheets }: Exportable, kind: Kind = 'finance'): ExportForm => ({
  kind,
  mask: 'lastFour',
  sheets: sheets.slice(0, SHEETS_AT_FIRST),
  states: SLIP_STATES,
  section: null,
  withNames: false,
  charset: 'utf-8',
  template: null,
  hasPassword: false,
  password: '',
  repeated: '',
});

export const isWorkbook = ({ kind }: Pick<ExportForm, 'kind'>): boolean => kind === 'finance' || kind === 'book';

export const templateNamed = (templates: readonly CsvTemplate[], name: string | null): CsvTemplate | null => templates.find((one) => one.name === name) ?? null;

export function problemOf(form: ExportForm, templates: readonly CsvTemplate[]): FormProblem | null {
  if (form.kind === 'book' && form.sheets.length === 0) return 'noSheet';
  if (form.kind === 'book' && form.states.length === 0) return 'noState';
  if (form.kind === 'csv') {
    const template = templateNamed(templates, form.template);
    if (template === null) return 'noTemplate';
    if (!form.withNames && personalColumnsOf(template).length > 0) return 'personalTemplate';
  }
  return isWorkbook(form) && form.hasPassword ? problemOfPassword(form) : null;
}

function problemOfPassword({ password, repeated }: ExportForm): FormProblem | null {
  const problem = passwordProblem(password);
  if (problem !== null) return problem === 'empty' ? 'passwordEmpty' : 'passwordTooLong';
  return password === repeated ? null : 'passwordDiffers';
}

/** Of a form without a problem. */
export function contentOf(form: ExportForm, templates: readonly CsvTemplate[]): ExportContent {
  const { kind, mask, sheets, states, section, withNames } = form;
  switch (kind) {
    case 'finance':
      return { kind, mask };
    case 'book':
      return { kind, sheets, states: states.length === SLIP_STATES.length ? null : states, section, withNames };
    case 'csv':
      return { kind, template: templateNamed(templates, form.template)!, withNames };
    default:
      return { kind, template: builtIn(BUILT_IN_TEMPLATES[kind === 'slips' ? 'reconciled' : 'unpaid'], form), withNames };
  }
}

const builtIn = (template: CsvTemplate, { charset, withNames }: ExportForm): CsvTemplate => ({
  ...template,
  charset,
  columns: [...template.columns, ...(withNames ? PERSONAL_CSV_COLUMNS.map((column) => ({ column, header: null })) : [])],
});

export const passwordOf = (form: ExportForm): string | null => (isWorkbook(form) && form.hasPassword ? form.password : null);
export const withoutPassword = (form: ExportForm): ExportForm => ({ ...form, hasPassword: false, password: '', repeated: '' });
