/** What does each act of the clerk do to the world? The only place of the pane that calls the engine and the workbook. */
import type { Day } from '../file/calendar';
import { LEDGER_COLUMNS, type LedgerColumn } from '../reconcile/ledger';
import { TABLE_NAMES } from '../sheet/workbook';
import type { Language } from '../words';
import { yearText } from './days';
import { EngineFailed, EngineStopped } from './worker/client';
import type { Exportable, ExportProgress } from '../engine/exportProtocol';
import { freeName } from '../engine/fileNames';
import type { DeletionPreview } from '../export/deletable';
import type { Deleted } from '../export/deletion';
import type {
  DeletionOrder,
  Engine,
  FindingView,
  InspectRequest,
  PickedFile,
  PickedLedger,
  Progress,
  RunRequest,
  SlipPage,
  SlipQuery,
  SlipView,
} from '../engine/protocol';
import type { WorkbookPlan } from '../sheet/plan';
import type { Environment } from './environment';
import type { ExportEnd, ExportOrder } from './export/exportFile';
import { marksOf, markLabel } from './marks';
import type { WorkbookPort, WorkbookState } from '../engine/workbookPort';
import { DEFAULT_SETTINGS, type Section, type Settings } from './settings';
import { findingPlace, headerOf, sheetOf, slipPlace, dressed } from './sheetPlan';
import {
  canRun,
  isLeftOut,
  queryOf,
  readable,
  type Action,
  type Failure,
  type LayoutChoice,
  type OpenList,
  type Said,
  type SlipFilter,
  type State,
} from './state';
import { placeOf, STAGE_NAMES, stageOf, type StageName } from './stages';
import { shortNumber } from './slipNumber';
import type { PaneWords } from './words';

/** Shorter work shows no progress, and progress once shown stays as long. */
const PROGRESS_DELAY = 500;
/** Stages are not spoken more often. */
const SPOKEN_EVERY = 5000;

/** A file that was picked is looked into after this time, whatever Excel does. */
const LONGEST_READ = 3000;

/** A file as the browser hands it over. */
export interface GivenFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface Surroundings {
  readonly engine: Engine;
  readonly workbook: WorkbookPort;
  environment(): Environment;
  words(): PaneWords;
  language(): Language;
  state(): State;
  dispatch(action: Action): void;
}

export class Controller {
  private inspections = 0;
  private slipReads = 0;
  private plan: WorkbookPlan | null = null;
  private stopWriting: AbortController | null = null;
  /** null: each run's own day. */
  private fixedAsOf: Day | null = null;
  /** What the workbook keeps of the clerk's choices. */
  private kept = 'null';

  constructor(private readonly around: Surroundings) {}

  async begin(): Promise<void> {
    try {
      this.around.dispatch({ type: 'workbookRead', workbook: await this.around.workbook.state() });
      await this.takeUpChoices(await this.around.workbook.choices());
    } catch (error) {
      this.fail({ code: 'engineFailed', detail: detailOf(error) });
    }
  }

  /** The sheets may have changed since: what the workbook holds, and which of its tables could be a ledger. */
  async lookAgain(): Promise<void> {
    const { files, ledger, workbook, running } = this.around.state();
    if (workbook === null || running !== null) return;
    if (files.length === 0 && ledger === null) await this.readWorkbook();
    else await this.inspect(false);
  }

  /** Files of either kind: a .csv is a ledger, all others are settlement files. */
  async give(given: readonly GivenFile[]): Promise<void> {
    const files: PickedFile[] = [];
    const ledgers: PickedLedger[] = [];
    const taken = new Set(this.around.state().files.map(({ name }) => name));
    for (const file of given) {
      const bytes = await this.bytesOf(file);
      if (bytes === null) return;
      if (isCsv(file.name)) {
        ledgers.push({ kind: 'csv', name: file.name, bytes });
        continue;
      }
      const name = freeName(file.name, taken);
      taken.add(name);
      files.push({ name, bytes });
    }
    const ledger = ledgers.pop() ?? null;
    if (files.length === 0 && ledger === null) return;
    this.around.dispatch({ type: 'picked', files, ledger });
    if (ledgers.length > 0) this.fail({ code: 'manyLedgers', used: ledger!.name, left: ledgers.map(({ name }) => name) });
    await this.inspect();
  }

  async giveLedger(given: GivenFile): Promise<void> {
    const bytes = await this.bytesOf(given);
    if (bytes === null) return;
    await this.pickLedger({ kind: 'csv', name: given.name, bytes });
  }

  async useTable(name: string): Promise<void> {
    await this.trying(async () => this.pickLedger({ kind: 'table', name, rows: await this.around.workbook.readTable(name) }));
  }

  /** The clerk says which found column is which of the ledger's. */
  async matchColumns(match: Readonly<Partial<Record<LedgerColumn, string>>>): Promise<void> {
    const { ledger } = this.around.state();
    if (ledger === null) return;
    const headers: Record<string, string> = {};
    for (const [column, found] of Object.entries(match)) if (found !== '') headers[found] = LEDGER_COLUMNS[column as LedgerColumn];
    await this.pickLedger({ ...ledger, headers });
  }

  async practise(): Promise<void> {
    const { samples } = this.around.environment();
    if (samples === null) return;
    await this.trying(async () => {
      const { files, asOf } = await samples();
      const csv = files.find(({ name }) => isCsv(name));
      const ledger: PickedLedger | null = csv === undefined ? null : { kind: 'csv', ...csv };
      this.around.dispatch({ type: 'picked', files: files.filter(({ name }) => !isCsv(name)), ledger, asOf });
      await this.inspect();
    });
  }

  async removeFile(index: number): Promise<void> {
    const { name } = this.around.state().files[index]!;
    this.around.dispatch({ type: 'fileRemoved', index });
    this.say(this.around.words().removedSaid(name));
    await this.inspect(false);
  }

  async removeLedger(): Promise<void> {
    this.around.dispatch({ type: 'ledgerRemoved' });
    await this.inspect(false);
  }

  async chooseLayout(layout: LayoutChoice): Promise<void> {
    this.around.dispatch({ type: 'layoutChosen', layout });
    await this.inspect(false);
  }

  async addLayout(given: GivenFile): Promise<void> {
    const bytes = await this.bytesOf(given);
    if (bytes === null) return;
    const json = parsedJson(bytes);
    if (json === null) return this.fail({ code: 'layoutNotJson', name: given.name });
    // The layouts' tables are needed on few days.
    const { readUserLayout } = await import('../file/layouts');
    const read = readUserLayout(json);
    if ('problem' in read) return this.fail({ code: 'layoutRefused', problem: read.problem });
    await this.chooseLayout({ of: 'own', title: read.layout.title, json });
    this.say(this.around.words().addedLayout(read.layout.title));
  }

  chooseAsOf(asOf: Day | null): void {
    this.fixedAsOf = asOf === this.around.environment().today() ? null : asOf;
    this.around.dispatch({ type: 'asOfChosen', asOf });
  }

  async run(): Promise<void> {
    if (canRun(this.around.state())) await this.carryOut({});
  }

  /** Takes the files of an earlier import out, and reconciles what is left. */
  async undo(sha256: readonly string[]): Promise<void> {
    await this.carryOut({ undone: sha256 });
  }

  /** What the workbook holds and could lose. */
  async surveyDeletion(): ReturnType<Engine['surveyDeletion']> {
    return this.around.engine.surveyDeletion(await this.runRequest(this.around.state(), { undone: [] }));
  }

  previewDeletion(what: Deleted): Promise<DeletionPreview> {
    return this.around.engine.previewDeletion(what);
  }

  /** Takes what the clerk has confirmed out of the workbook for good. */
  async delete(order: Omit<DeletionOrder, 'sheetNames'>): Promise<void> {
    await this.carryOut({ deletion: order });
  }

  exportable(): Promise<Exportable> {
    return this.around.engine.exportable();
  }

  async export(order: Omit<ExportOrder, 'now'>, onProgress: (progress: ExportProgress) => void, signal: AbortSignal): Promise<ExportEnd> {
    const { engine, workbook, environment, dispatch } = this.around;
    const { exportFile } = await import('./export/exportFile');
    const onRecorded = (state: WorkbookState): void => dispatch({ type: 'workbookRead', workbook: state });
    return exportFile({ engine, workbook, onRecorded }, { ...order, now: environment().now() }, onProgress, signal);
  }

  csvTemplates(): Promise<readonly unknown[]> {
    return this.around.workbook.csvTemplates();
  }

  keepCsvTemplates(templates: readonly unknown[]): Promise<void> {
    return this.around.workbook.keepCsvTemplates(templates);
  }

  /** Reconciles what the workbook holds once more: what is picked waits. */
  async again(): Promise<void> {
    if (this.around.state().files.length === 0) await this.carryOut({});
  }

  stop(): void {
    this.around.dispatch({ type: 'stopping' });
    this.stopWriting?.abort();
    // While the sheets are written the engine gives the rows: the writer itself comes to rest first.
    if (this.around.state().running?.stage !== 'write') this.around.engine.stop();
  }

  slips(query: SlipQuery): Promise<SlipPage> {
    return this.around.engine.slips(query);
  }

  async openSlip(slip: number, list: OpenList, total: number): Promise<void> {
    this.around.dispatch({ type: 'slipOpened', list, total });
    await this.readLife(slip);
  }

  /** The slip before or after the open one in the list that it came from. */
  async walk(step: -1 | 1): Promise<void> {
    const { resultView: open } = this.around.state();
    if (open.view !== 'slip' || open.list === null) return;
    const active = open.list.active + step;
    if (active < 0 || active >= open.total) return;
    await this.trying(async () => {
      const page = await this.around.engine.slips({ ...queryOf(open.list!), from: active, count: 1 });
      const row = page.rows[0];
      if (row === undefined) return;
      this.around.dispatch({ type: 'slipOpened', list: { ...open.list!, active }, total: page.total });
      const life = await this.readLife(row.slip);
      if (life !== null) this.saySlip(life);
    });
  }

  /** While a slip is open, the row selected on the sheet takes its place, silently. */
  async followSelection(): Promise<() => void> {
    return this.around.workbook.onSlipSelected((row) => {
      if (row !== null) void this.trying(() => this.openSelected(row));
    });
  }

  async showSlip(life: SlipView): Promise<void> {
    await this.show(this.plan && slipPlace(this.plan, life));
  }

  async showFinding(finding: FindingView): Promise<void> {
    await this.show(this.plan && findingPlace(this.plan, finding));
  }

  /** Answers whether it is there. */
  async openSheet(table: 'reconciliation' | 'checks'): Promise<boolean> {
    const sheet = this.plan && sheetOf(this.plan, TABLE_NAMES[table]);
    return this.show(sheet ? { sheet: sheet.name, row: null } : null);
  }

  async openReport(sheet: string): Promise<void> {
    await this.show({ sheet, row: null });
  }

  async filterSheet(filter: SlipFilter): Promise<void> {
    const { product } = this.around.words();
    const column = this.plan && headerOf(this.plan, TABLE_NAMES.reconciliation, filter.of === 'state' ? 'state' : 'flags');
    if (!column) return;
    const words = [filter.of === 'state' ? product.states[filter.state] : product.flags[filter.flag]];
    if (filter.of === 'flag' && filter.flag === 'paidTwice') words.push(product.perhapsPaidTwice);
    await this.trying(async () => {
      if (!(await this.openSheet('reconciliation'))) return;
      await this.around.workbook.filter(TABLE_NAMES.reconciliation, column, words);
    });
  }

  /** Answers whether it could. */
  async copy(text: string): Promise<boolean> {
    const words = this.around.words();
    try {
      await this.around.environment().copy(text);
      this.say(words.copied);
      return true;
    } catch {
      this.say(words.notCopied, 'alert');
      return false;
    }
  }

  changeSettings(change: Partial<Settings>): void {
    this.store({ ...this.around.state().settings, ...change });
  }

  fold(section: Section): void {
    const { folded } = this.around.state().settings;
    this.changeSettings({ folded: folded.includes(section) ? folded.filter((name) => name !== section) : [...folded, section] });
  }

  resetSettings(): void {
    this.store(DEFAULT_SETTINGS);
    this.around.environment().settings.write(null);
    void this.chooseLayout({ of: 'automatic' });
    this.say(this.around.words().resetDone);
  }

  say(text: string, manner: Said['manner'] = 'polite'): void {
    this.around.dispatch({ type: 'said', text, manner });
  }

  private store(settings: Settings): void {
    this.around.dispatch({ type: 'settingsChanged', settings });
    this.around.environment().settings.write(JSON.stringify(settings));
  }

  private fail(failure: Failure): void {
    this.around.dispatch({ type: 'failed', failure });
  }

  private async trying(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof EngineStopped)) this.fail({ code: 'engineFailed', detail: detailOf(error) });
    }
  }

  private async bytesOf(file: GivenFile): Promise<Uint8Array | null> {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch {
      this.fail({ code: 'fileUnreadable', name: file.name });
      return null;
    }
  }

  private async pickLedger(ledger: PickedLedger): Promise<void> {
    this.around.dispatch({ type: 'picked', files: [], ledger });
    await this.inspect();
  }

  /** Looks at what was picked; only the answer to the last question counts. */
  private async inspect(isSpoken = true): Promise<void> {
    // The worker is at work, and what is picked meanwhile waits for it.
    if (this.around.state().running !== null) return;
    const question = ++this.inspections;
    this.around.dispatch({ type: 'inspecting' });
    await this.trying(async () => {
      await this.readWorkbook();
      const inspection = await this.around.engine.inspect(this.inspectRequest());
      if (question !== this.inspections) return;
      this.around.dispatch({ type: 'inspected', inspection });
      if (!isSpoken) return;
      const words = this.around.words();
      const { files, ledger } = inspection;
      const loaded = files.filter(({ standing }) => standing === 'alreadyImported').length;
      if (files.length > 0) this.say(words.chosenSaid(files.length, readable({ inspection }), loaded));
      else if (ledger?.standing === 'ok') this.say(`${words.ledger} ${words.ledgerAbout(ledger)}`);
    });
  }

  /** Excel may fail, or wait for the end of cell editing: what was known before stands then, and the run itself asks once more. */
  private async readWorkbook(): Promise<void> {
    const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_READ));
    const workbook = await Promise.race([this.around.workbook.state().catch(() => null), patience]);
    if (workbook !== null && this.around.state().running === null) this.around.dispatch({ type: 'workbookRead', workbook });
  }

  private inspectRequest(): InspectRequest {
    const { files, ledger, layout, workbook } = this.around.state();
    return {
      files,
      ledger,
      layout: layout.of === 'automatic' ? null : layout.of === 'builtIn' ? layout.id : layout.json,
      imported: (workbook?.imported ?? []).map(({ sha256 }) => sha256),
      known: (workbook?.history ?? []).flatMap(({ files: named }) => named),
    };
  }

  private async carryOut(change: Change): Promise<void> {
    const { state, dispatch, words } = this.around;
    const before = state();
    const deletes = change.deletion !== undefined;
    const ofHeld = isOfHeld(change);
    const bytes = ofHeld ? 0 : before.files.reduce((sum, file) => sum + file.bytes.length, 0);
    dispatch({ type: 'runStarted', bytes, deletes, ofHeld });
    this.say(deletes ? words().deleting : words().startedSaid);
    const shown = showLater(() => dispatch({ type: 'progressShown' }));
    this.stopWriting = new AbortController();
    try {
      const { signal } = this.stopWriting;
      const result = await this.around.engine.run(await this.runRequest(before, change), this.tellsStages());
      if ('refusal' in result) return this.fail({ code: 'run', refusal: result.refusal });
      const plan = await this.around.engine.workbook();
      const problem = await this.around.workbook.write(
        dressed(plan, before.settings),
        this.around.engine.rows,
        (progress) => dispatch({ type: 'writing', progress }),
        signal,
      );
      if (problem?.code === 'stopped') return this.stopped();
      await shown.longEnough();
      if (problem !== null) return this.fail({ code: 'write', problem, ofHeld });
      this.plan = plan;
      // All is written: whatever fails from here on, the run did not.
      dispatch({ type: 'runEnded', result, workbook: await this.around.workbook.state().catch(() => null) });
      void this.keepChoices();
      const { kind } = result.verdict;
      if (deletes) dispatch({ type: 'pageOpened', page: 'deletion' });
      else this.say(words().endedSaid(result), kind === 'agrees' ? 'polite' : 'alert');
    } catch (error) {
      if (error instanceof EngineStopped || state().running?.isStopping) return this.stopped();
      const isTooLarge = error instanceof EngineFailed && error.kind === 'WorkbookTooLarge';
      this.fail({ code: isTooLarge ? 'tooLarge' : 'engineFailed', detail: detailOf(error) });
    } finally {
      shown.never();
      this.stopWriting = null;
      const { files, ledger } = state();
      const isNew = files.some((file) => !before.files.includes(file)) || ledger !== before.ledger;
      const isLookedAt = state().inspection !== null && !state().isInspecting;
      if (files.length + (ledger === null ? 0 : 1) > 0 && (isNew || !isLookedAt)) await this.inspect(false);
    }
  }

  /** Layout and 基準日 as at the last run. */
  private async takeUpChoices(kept: unknown): Promise<void> {
    if (kept === null) return;
    const { readChoices } = await import('./choices');
    const { layout, asOf, problem } = readChoices(kept);
    this.kept = JSON.stringify({ layout, asOf });
    this.around.dispatch({ type: 'layoutChosen', layout });
    if (asOf !== null) this.chooseAsOf(asOf);
    if (problem !== null) this.fail({ code: 'layoutRefused', problem });
    if (this.around.state().files.length > 0) await this.inspect(false);
  }

  /** After a run, which has changed the workbook anyway: a choice alone would have Excel ask whether to save. */
  private async keepChoices(): Promise<void> {
    const { layout } = this.around.state();
    const choices = layout.of === 'automatic' && this.fixedAsOf === null ? null : { layout, asOf: this.fixedAsOf };
    const text = JSON.stringify(choices);
    if (text === this.kept) return;
    // Nothing is lost but the wish for next time; the next run tries again.
    await this.around.workbook.keepChoices(choices).then(
      () => (this.kept = text),
      () => undefined,
    );
  }

  private stopped(): void {
    const { title, body } = this.around.words().stopped(this.around.state().files.length > 0);
    this.around.dispatch({ type: 'runStopped' });
    this.say(`${title}。${body}`);
  }

  /** Files that the workbook holds are not read again. An import is taken out of what stands in the workbook: what is only picked waits. */
  private async runRequest(before: State, change: Change): Promise<RunRequest> {
    const { environment, language, workbook } = this.around;
    const { inspection, files, ledger, asOf, settings } = before;
    const { undone = [], deletion } = change;
    const read = files.filter((_, index) => {
      const found = inspection?.files[index];
      return found === undefined || !isLeftOut(found);
    });
    return {
      files: isOfHeld(change) ? [] : read,
      ledger: (isOfHeld(change) ? null : ledger) ?? (await this.heldLedger()),
      layout: this.inspectRequest().layout,
      earlier: { originals: await workbook.readTable(TABLE_NAMES.originals), history: await workbook.readTable(TABLE_NAMES.history), undone },
      asOf: asOf ?? environment().today(),
      lang: language(),
      withNames: settings.withNames,
      runAt: environment().now(),
      version: environment().version,
      ...(deletion === undefined ? {} : { deletion: { ...deletion, sheetNames: (await workbook.state()).sheetNames ?? [] } }),
    };
  }

  /** The ledger that stands in the workbook now: what the pane knew when it was opened may be nothing, or old. */
  private async heldLedger(): Promise<PickedLedger | null> {
    const { ledger } = await this.around.workbook.state();
    if (!ledger) return null;
    const { name, leftOut, sha256 = null } = ledger;
    return { kind: 'held', name, sha256, leftOut, rows: await this.around.workbook.readTable(TABLE_NAMES.ledger) };
  }

  private tellsStages(): (progress: Progress) => void {
    let spokenAt = Date.now();
    let spoken: StageName = 'read';
    return (progress) => {
      this.around.dispatch({ type: 'progressed', progress });
      const stage = stageOf(progress);
      if (stage === spoken || Date.now() - spokenAt < SPOKEN_EVERY) return;
      spoken = stage;
      spokenAt = Date.now();
      this.say(this.around.words().stageSaid(stage, placeOf(stage) + 1, STAGE_NAMES.length));
    };
  }

  private async readLife(slip: number): Promise<SlipView | null> {
    const question = ++this.slipReads;
    let read: SlipView | null = null;
    await this.trying(async () => {
      const life = await this.around.engine.slip(slip);
      if (question !== this.slipReads) return;
      this.around.dispatch({ type: 'slipRead', life });
      read = life;
    });
    return read;
  }

  private async openSelected(row: Readonly<Record<string, string>>): Promise<void> {
    const plan = this.plan;
    if (plan === null || this.around.state().resultView.view !== 'slip') return;
    const text = (key: string): string => row[headerOf(plan, TABLE_NAMES.reconciliation, key) ?? ''] ?? '';
    const page = await this.around.engine.slips({ search: text('slipNumber'), from: 0, count: 100 });
    const found = page.rows.find(
      ({ slipNumber, fiscalYear, billerCode }) =>
        slipNumber === text('slipNumber') && fiscalYear === text('fiscalYear') && (billerCode ?? '') === text('biller'),
    );
    const { resultView } = this.around.state();
    if (found === undefined || resultView.view !== 'slip' || resultView.life?.slip === found.slip) return;
    this.around.dispatch({ type: 'slipPicked', life: await this.around.engine.slip(found.slip) });
  }

  private saySlip(life: SlipView): void {
    const words = this.around.words();
    const marks = marksOf(life).map((mark) => markLabel(mark, words.product));
    const year = yearText(life.fiscalYear, this.around.state().settings.dates, words);
    this.say(words.slipSaid(year, shortNumber(life.slipNumber), marks));
  }

  private async show(place: { readonly sheet: string; readonly row: Readonly<Record<string, string | number>> | null } | null | undefined): Promise<boolean> {
    let isThere = false;
    await this.trying(async () => {
      isThere = place ? await this.around.workbook.show(place.sheet, place.row) : false;
      if (isThere || !place) return;
      await this.readWorkbook();
      this.fail({ code: 'sheetGone', sheet: place.sheet });
    });
    return isThere;
  }
}

/** What a run does besides reading what was picked. */
interface Change {
  /** SHA-256 of files that are taken out. */
  readonly undone?: readonly string[];
  readonly deletion?: Omit<DeletionOrder, 'sheetNames'>;
}

/** It changes what the workbook holds: what is only picked waits. */
const isOfHeld = ({ undone, deletion }: Change): boolean => undone !== undefined || deletion !== undefined;

const isCsv = (name: string): boolean => /\.csv$/i.test(name);
const detailOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

function parsedJson(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Shows progress after a while, and lets it stay for a while once it is shown. */
function showLater(show: () => void): { longEnough(): Promise<void>; never(): void } {
  let shownAt: number | null = null;
  const timer = setTimeout(() => {
    shownAt = Date.now();
    show();
  }, PROGRESS_DELAY);
  return {
    longEnough: async () => {
      clearTimeout(timer);
      const left = shownAt === null ? 0 : shownAt + PROGRESS_DELAY - Date.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    },
    never: () => clearTimeout(timer),
  };
}
