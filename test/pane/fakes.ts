/** What stands in for engine, workbook and machine when the pane is tried without them? */
import type { HistoryRow } from '../../src/sheet/records';
import type { Engine } from '../../src/engine/protocol';
import { EXCEL_TRIALS, type TrialName, type TrialResult } from '../../src/engine/trials';
import type { RowSource } from '../../src/sheet/plan';
import type { Environment } from '../../src/pane/environment';
import type { WorkbookPort, WorkbookState, WriteProblem, WriteProgress } from '../../src/engine/workbookPort';

export const EMPTY_WORKBOOK: WorkbookState = { imported: [], lastRun: null, otherTables: [] };

/** A workbook that eight days were loaded into before. */
export const HELD_WORKBOOK: WorkbookState = {
  imported: ['06', '07', '08', '09', '10', '11', '12', '13'].map((day, index) => ({
    name: `202704${day}.dat`,
    sha256: `held-${day}`,
    runAt: index < 6 ? '2027/04/12 16:58' : '2027/04/13 17:05',
    details: 8 + index,
  })),
  lastRun: { runAt: '2027/04/13 17:05', verdict: '一致' },
  ledger: { name: 'ledger.csv', slips: 60, leftOut: ['氏名'] },
  deeds: [{ runAt: '2027/04/13 17:10', operation: '財務用', file: '財務用_20270413.xlsx' }],
  otherTables: [{ name: '台帳2027', sheet: '台帳', header: ['年度', '納付書番号', '納期限', '請求金額'] }],
  history: [
    {
      runAt: '2027/04/12 16:58',
      verdict: '一致',
      errors: 0,
      warnings: 0,
      details: 63,
      files: ['06', '07', '08', '09', '10', '11'].map((day) => ({ name: `202704${day}.dat`, sha256: `held-${day}` })),
      isUndone: false,
    },
    {
      runAt: '2027/04/12 17:20',
      verdict: '不一致',
      errors: 1,
      warnings: 2,
      details: 9,
      files: [{ name: '収納データ_令和9年4月分_再送_確認済_最終版.dat', sha256: 'gone' }],
      isUndone: true,
    },
    {
      runAt: '2027/04/13 17:05',
      verdict: '一致',
      errors: 0,
      warnings: 0,
      details: 29,
      files: ['12', '13'].map((day) => ({ name: `202704${day}.dat`, sha256: `held-${day}` })),
      isUndone: false,
    },
  ],
};

/** What the pane did to the workbook, in order. */
export interface Deeds {
  readonly shown: { readonly sheet: string; readonly row: Readonly<Record<string, string | number>> | null }[];
  readonly filtered: { readonly table: string; readonly column: string; readonly words: readonly string[] }[];
  written: number;
  readonly recorded: HistoryRow[];
  readonly reworded: { readonly file: string; readonly operation: string }[];
  readonly opened: Uint8Array[];
  templates: readonly unknown[];
  choices: unknown;
}

export interface FakeWorkbook extends WorkbookPort {
  readonly deeds: Deeds;
  /** Selects a row of 消込一覧. */
  select(row: Readonly<Record<string, string>> | null): void;
  /** Nobody is told of it. */
  selectSilently(row: Readonly<Record<string, string>> | null): void;
}

export interface WorkbookPlan {
  readonly state?: WorkbookState;
  readonly problem?: WriteProblem | null;
  /** Stays at this step until it is stopped. */
  readonly holdsAt?: WriteProgress;
  readonly isSupported?: boolean;
  /** Why Excel opens no new workbook. */
  readonly openProblem?: string | null;
  readonly templates?: readonly unknown[];
  readonly goneSheets?: readonly string[];
  readonly choices?: unknown;
  /** How trials end that do not pass. */
  readonly trials?: Partial<Record<TrialName, TrialResult>>;
  readonly tables?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export function fakeWorkbook({
  state = EMPTY_WORKBOOK,
  problem = null,
  holdsAt,
  isSupported = true,
  tables = {},
  openProblem = null,
  templates = [],
  goneSheets = [],
  choices = null,
  trials = {},
}: WorkbookPlan = {}): FakeWorkbook {
  const deeds: Deeds = { shown: [], filtered: [], written: 0, recorded: [], reworded: [], opened: [], templates, choices };
  let selected: Readonly<Record<string, string>> | null = null;
  let tell: (row: Readonly<Record<string, string>> | null) => void = () => undefined;
  return {
    deeds,
    select: (row) => {
      selected = row;
      tell(row);
    },
    selectSilently: (row) => {
      selected = row;
    },
    selectedSlip: () => Promise.resolve(selected),
    support: () => ({ isSupported, needs: '1.13', has: isSupported ? '1.15' : '1.7' }),
    onWait: () => () => undefined,
    state: () => Promise.resolve(state),
    write: async (plan, _rows: RowSource, onProgress, signal) => {
      for (const sheet of plan.sheets) onProgress({ step: 'write', sheet: sheet.name, rows: sheet.table?.rowCount ?? 0, of: sheet.table?.rowCount ?? 0 });
      if (holdsAt !== undefined) {
        onProgress(holdsAt);
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      }
      if (signal.aborted) return { code: 'stopped' };
      if (problem === null) deeds.written++;
      return problem;
    },
    readTable: (name) => Promise.resolve(tables[name] ?? []),
    remarks: () => Promise.resolve([]),
    show: (sheet, row) => {
      deeds.shown.push({ sheet, row });
      return Promise.resolve(!goneSheets.includes(sheet));
    },
    filter: (table, column, words) => {
      deeds.filtered.push({ table, column, words });
      return Promise.resolve([]);
    },
    record: (row) => {
      deeds.recorded.push(row);
      return Promise.resolve(null);
    },
    reword: (row, operation) => {
      deeds.reworded.push({ file: String(row.file), operation });
      return Promise.resolve(null);
    },
    addReceipts: () => Promise.resolve(null),
    removeReceipt: () => Promise.resolve(null),
    showReceipts: () => Promise.resolve(true),
    mend: () => Promise.resolve([]),
    openNew: (bytes) => {
      deeds.opened.push(bytes);
      return Promise.resolve(openProblem);
    },
    csvTemplates: () => Promise.resolve(deeds.templates),
    keepCsvTemplates: (templates) => {
      deeds.templates = templates;
      return Promise.resolve();
    },
    choices: () => Promise.resolve(deeds.choices),
    keepChoices: (kept) => {
      deeds.choices = kept;
      return Promise.resolve();
    },
    tryExcel: (tellTrial) => {
      for (const name of EXCEL_TRIALS) tellTrial(name, trials[name] ?? { result: 'passed', found: '1' });
      return Promise.resolve();
    },
    onSlipSelected: (listener) => {
      tell = listener;
      return Promise.resolve(() => {
        tell = () => undefined;
      });
    },
  };
}

export interface FakeEnvironment extends Environment {
  readonly copied: string[];
  stored: string | null;
}

export function fakeEnvironment(change: Partial<Environment> = {}): FakeEnvironment {
  const copied: string[] = [];
  const environment: FakeEnvironment = {
    copied,
    stored: null,
    theme: 'light',
    language: 'ja',
    isTouch: false,
    version: '0.1.0',
    today: () => 20270510,
    now: () => '2027/05/10 14:32',
    samples: null,
    savesFiles: true,
    saveAs: null,
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    settings: {
      read: () => environment.stored,
      write: (text) => {
        environment.stored = text;
      },
    },
    ...change,
  };
  return environment;
}

/** An engine that comes as far as a stage and stays there until it is stopped. */
export function stuckEngine(engine: Engine, stopped: Error): Engine {
  let reject: (error: Error) => void = () => undefined;
  return {
    ...engine,
    run: (request, onProgress) => {
      onProgress({ stage: 'read', amount: request.files.length });
      onProgress({ stage: 'cut', amount: request.files.length });
      onProgress({ stage: 'check', amount: 84003 });
      return new Promise((_, fail) => {
        reject = fail;
      });
    },
    stop: () => reject(stopped),
  };
}
