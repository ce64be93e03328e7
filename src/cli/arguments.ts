/** What does the user ask for? Arguments in, a request or a usage problem out. */
import { basename } from 'node:path';
import { dayOfIso, type Day } from '../file/calendar';
import type { SlipMask } from '../export/masking';
import type { CsvTemplateCharset } from '../export/csvTemplate';
import type { Colours, DressChoice } from '../sheet/dressed';
import { PERSONAL_COLUMNS } from '../reconcile/ledger';
import { SLIP_STATES, type SlipState } from '../reconcile/slips';
import { LONGEST_GRACE, USUAL_GRACE } from '../reconcile/grace';
import type { RunTerms } from '../settle';
import type { Language } from '../words';
import type { Dates } from '../words/days';
import { EdgeError } from './edgeError';
import { manyOf, onceOf, parsed, usage } from './parsed';

export interface CsvRequest {
  readonly path: string;
  /** A built-in template's name or a path. */
  readonly template: string;
  /** null: as the template says. */
  readonly charset: CsvTemplateCharset | null;
  readonly states: readonly SlipState[] | null;
}

export interface Request {
  readonly help: boolean;
  readonly files: readonly string[];
  readonly ledger: string | null;
  /** Lists of receipts of other channels. */
  readonly receipts: readonly string[];
  readonly terms: RunTerms;
  /** An earlier answer. */
  readonly since: string | null;
  /** A built-in layout's id or a path; null: found by itself. */
  readonly layout: string | null;
  readonly asOf: Day;
  readonly out: string | null;
  /** The copy for finance. */
  readonly finance: string | null;
  readonly financeSlips: SlipMask;
  readonly csv: CsvRequest | null;
  /** Its first line encrypts every .xlsx. */
  readonly passwordFile: string | null;
  /** 日付 and 配色 of every .xlsx. */
  readonly dress: DressChoice;
  readonly withNames: boolean;
  /** Columns of the ledger that the office says name nobody. */
  readonly keptColumns: readonly string[];
  readonly json: boolean;
  readonly lang: Language;
}

const OPTIONS = {
  ledger: { type: 'string', multiple: true },
  receipts: { type: 'string', multiple: true },
  'no-file-on': { type: 'string', multiple: true },
  'empty-days-not-sent': { type: 'boolean' },
  'no-other-channels': { type: 'boolean' },
  grace: { type: 'string', multiple: true },
  since: { type: 'string', multiple: true },
  layout: { type: 'string', multiple: true },
  'as-of': { type: 'string', multiple: true },
  out: { type: 'string', multiple: true },
  finance: { type: 'string', multiple: true },
  'finance-slips': { type: 'string', multiple: true },
  csv: { type: 'string', multiple: true },
  'csv-template': { type: 'string', multiple: true },
  'csv-charset': { type: 'string', multiple: true },
  'csv-states': { type: 'string', multiple: true },
  lang: { type: 'string', multiple: true },
  'password-file': { type: 'string', multiple: true },
  dates: { type: 'string', multiple: true },
  print: { type: 'string', multiple: true },
  'with-names': { type: 'boolean' },
  'keep-columns': { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type TextOption = { [K in keyof typeof OPTIONS]: (typeof OPTIONS)[K] extends { type: 'string' } ? K : never }[keyof typeof OPTIONS];

const MASKS: Readonly<Record<string, SlipMask>> = { last4: 'lastFour', rows: 'rows' };

function maskOf(text: string | null): SlipMask {
  const mask = MASKS[text ?? 'last4'];
  if (mask === undefined) throw usage('financeSlips', text!);
  return mask;
}

const DATES: Readonly<Record<string, Dates>> = { western: 'western', wareki: 'japanese' };
const COLOURS: Readonly<Record<string, Colours>> = { colour: 'standard', mono: 'print' };

function dressOf(dates: string | null, print: string | null): DressChoice {
  const choice = { dates: DATES[dates ?? 'western'], colours: COLOURS[print ?? 'colour'] };
  if (choice.dates === undefined) throw usage('dates', dates!);
  if (choice.colours === undefined) throw usage('print', print!);
  return { dates: choice.dates, colours: choice.colours };
}

const CSV_CHARSET_NAMES: Readonly<Record<string, CsvTemplateCharset>> = { cp932: 'cp932', shift_jis: 'cp932', 'utf-8': 'utf-8', utf8: 'utf-8' };

function charsetOf(text: string | null): CsvTemplateCharset | null {
  if (text === null) return null;
  const charset = CSV_CHARSET_NAMES[text.toLowerCase()];
  if (charset === undefined) throw usage('csvCharset', text);
  return charset;
}

function statesOf(text: string | null): readonly SlipState[] | null {
  if (text === null) return null;
  return text.split(',').map((name) => SLIP_STATES.find((state) => state === name.trim()) ?? raise(usage('csvStates', text)));
}

function graceOf(text: string | null): number {
  if (text === null) return USUAL_GRACE;
  const grace = /^\d{1,2}$/.test(text) ? Number(text) : Infinity;
  if (grace > LONGEST_GRACE) throw usage('grace', text);
  return grace;
}

const daysOf = (lists: readonly string[]): ReadonlySet<Day> =>
  new Set(lists.flatMap((list) => list.split(',').map((text) => dayOfIso(text.trim()) ?? raise(usage('noFileOn', text)))));

/** 氏名 and 納付義務者番号 have an option of their own, which nobody gives by mistake. */
const keptColumnsOf = (lists: readonly string[]): readonly string[] =>
  lists.flatMap((list) => list.split(',').map((text) => (PERSONAL_COLUMNS.includes(text.trim()) ? raise(usage('keepColumns', text.trim())) : text.trim())));

function raise(error: Error): never {
  throw error;
}

/** The language of the sentences, even when the rest of the arguments is wrong. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  return (at >= 0 && argv[at + 1] === 'en') || argv.includes('--lang=en') ? 'en' : 'ja';
}

/** Reads the arguments; throws an EdgeError for wrong usage. `today` is the day in Japan. */
export function readArguments(argv: readonly string[], today: () => Day): Request {
  const { values, positionals } = parsed(argv, OPTIONS);
  const many = (name: TextOption): readonly string[] => manyOf(name, values[name]);
  const once = (name: TextOption): string | null => onceOf(name, values[name]);
  const lang = once('lang') ?? 'ja';
  if (lang !== 'ja' && lang !== 'en') throw usage('lang', lang);
  const asOfText = once('as-of');
  const asOf = asOfText === null ? today() : dayOfIso(asOfText);
  if (asOf === null) throw usage('asOf', asOfText!);
  const written = (name: 'out' | 'finance' | 'csv', ending: string): string | null => {
    const path = once(name);
    if (path !== null && !basename(path).toLowerCase().endsWith(ending))
      throw new EdgeError({ code: 'usage', reason: 'outName', value: path, option: `--${name}`, ending });
    return path;
  };
  const needs = (name: TextOption, other: TextOption): void => {
    if (values[name] !== undefined && values[other] === undefined)
      throw new EdgeError({ code: 'usage', reason: 'needsOption', value: `--${name}`, other: `--${other}` });
  };
  needs('finance-slips', 'finance');
  // The numbers are rows of the workbook's 消込一覧.
  if (values['finance-slips']?.[0] === 'rows') needs('finance-slips', 'out');
  needs('keep-columns', 'out');
  for (const name of ['csv-template', 'csv-charset', 'csv-states'] as const) needs(name, 'csv');
  for (const name of ['password-file', 'dates', 'print'] as const)
    if (values[name] !== undefined && values.out === undefined && values.finance === undefined) throw usage('needsWorkbook', `--${name}`);
  const csv = written('csv', '.csv');
  const help = values.help ?? false;
  if (!help && positionals.length === 0) throw usage('noFile');
  return {
    help,
    files: positionals,
    ledger: once('ledger'),
    receipts: many('receipts'),
    terms: {
      noFileOn: daysOf(many('no-file-on')),
      emptyDaysNotSent: values['empty-days-not-sent'] ?? false,
      noOtherChannels: values['no-other-channels'] ?? false,
      grace: graceOf(once('grace')),
    },
    since: once('since'),
    layout: once('layout'),
    asOf,
    out: written('out', '.xlsx'),
    finance: written('finance', '.xlsx'),
    financeSlips: maskOf(once('finance-slips')),
    csv:
      csv === null
        ? null
        : { path: csv, template: once('csv-template') ?? 'reconciled', charset: charsetOf(once('csv-charset')), states: statesOf(once('csv-states')) },
    passwordFile: once('password-file'),
    dress: dressOf(once('dates'), once('print')),
    withNames: values['with-names'] ?? false,
    keptColumns: keptColumnsOf(many('keep-columns')),
    json: values.json ?? false,
    lang,
  };
}
