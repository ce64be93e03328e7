/** How does a page, or a browser test, switch faults and variants? By the query of its address, or by `window.__workbench`. */
import type { WorkbookSnapshot } from '../model/snapshot';
import type { ExcelHost, HostOptions } from './excelHost';
import { FIVE_MEGABYTES, type Failure, type FailureMoment, type Faults } from './faults';
import type { MoodName, Moods } from './moods';
import { EXCELS, type ExcelName } from './requirements';

/** What `window.__workbench` offers. */
export interface WorkbenchSwitches {
  readonly host: ExcelHost;
  readonly faults: Faults;
  readonly moods: Moods;
  failNext(failure: Failure | null): void;
  snapshot(): WorkbookSnapshot;
  restore(snapshot: WorkbookSnapshot): void;
}

declare global {
  interface Window {
    __workbench?: WorkbenchSwitches;
  }
}

/** Makes the host reachable from tests; returns what takes it away again. */
export function exposeSwitches(host: ExcelHost, target: Window): () => void {
  target.__workbench = {
    host,
    faults: host.faults,
    moods: host.moods,
    failNext: (failure) => host.failNext(failure),
    snapshot: () => host.snapshot(),
    restore: (snapshot) => host.restore(snapshot),
  };
  return () => {
    delete target.__workbench;
  };
}

const MOMENTS: readonly FailureMoment[] = ['before', 'halfway', 'after'];

/**
 * `?excel=ltsc2021&locale=en-US&theme=dark&limit=5&slow=200&fail=3&when=after&viewOnly&mood=oldNames`: which Excel, its language, its theme, the largest request in
 * megabytes, milliseconds a request, the request that fails and when, a workbook that can only be looked at, moods
 * (`calculatedColumns,otherWorkbookInFront:3`). What is misspelt throws.
 */
export function optionsFromQuery(query: string): HostOptions {
  const given = new URLSearchParams(query);
  const excel = given.get('excel');
  const locale = given.get('locale');
  const theme = given.get('theme');
  return {
    ...(excel === null ? {} : { requirementSets: EXCELS[known(excel, Object.keys(EXCELS)) as ExcelName] }),
    ...(locale === null ? {} : { locale }),
    ...(theme === null ? {} : { isDark: known(theme, ['light', 'dark']) === 'dark' }),
    faults: faultsFrom(given),
    ...(given.has('mood') ? { moods: Object.assign({}, ...(given.get('mood') ?? '').split(',').map(moodFrom)) as Partial<Moods> } : {}),
  };
}

const on = (value: string | undefined): true => {
  if (value !== undefined) throw new Error(`a mood that is on or off, not ${value}`);
  return true;
};
const oneOf =
  <Word extends string>(...words: readonly [Word, ...Word[]]) =>
  (value: string | undefined): Word =>
    known(value ?? words[0], words) as Word;

/** What stands behind the colon. */
const MOODS: { readonly [Name in MoodName]: (value: string | undefined) => Moods[Name] } = {
  calculatedColumns: on,
  otherWorkbookInFront: (requests) => (requests === undefined ? Infinity : positive(requests)),
  oldNames: on,
  fitToWidthIgnored: oneOf('behind', 'always'),
  freezingHiddenFails: on,
  cellEditing: (milliseconds) => positive(milliseconds ?? ''),
  createWorkbookLost: on,
  downloadsDoNothing: on,
  savePicker: oneOf('works', 'absent', 'cancelled'),
  filterCriteriaFail: oneOf('throws', 'crashes'),
  rulesRelativeToRange: on,
  longSignedTextsFail: on,
  date1904: on,
  widthFolded: on,
  manualCalculation: on,
  severalSheetsSelected: on,
  selectionSilent: on,
  noCompressionStream: on,
};

function moodFrom(text: string): Partial<Moods> {
  const [word = '', value] = text.split(':');
  const name = known(word, Object.keys(MOODS)) as MoodName;
  return { [name]: MOODS[name](value) };
}

function faultsFrom(given: URLSearchParams): Partial<Faults> {
  const limit = given.get('limit');
  const slow = given.get('slow');
  const fail = given.get('fail');
  return {
    ...(limit === null ? {} : { requestLimit: limit === '' ? FIVE_MEGABYTES : positive(limit) * 1024 * 1024 }),
    ...(slow === null ? {} : { delay: { perRequest: positive(slow), perMegabyte: 0 } }),
    ...(fail === null ? {} : { failure: { request: positive(fail), when: known(given.get('when') ?? 'before', MOMENTS) as FailureMoment } }),
    ...(given.has('viewOnly') ? { viewOnly: true } : {}),
  };
}

function known(value: string, words: readonly string[]): string {
  if (!words.includes(value)) throw new Error(`${value} is none of ${words.join(', ')}`);
  return value;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${text} is not a positive number`);
  return value;
}
