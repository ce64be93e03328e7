/** How is a run carried out: reconciled by the engine, written into the workbook, shown? Undoing and deleting are runs, too. */
import type { DeletionOrder, PickedLedger, Progress, RunRequest, SlipMark } from '../../engine/protocol';
import type { WorkbookState } from '../../engine/workbookPort';
import type { SlipRemark } from '../../sheet/records';
import { RECEIPTS_TABLE } from '../../sheet/receiptsName';
import type { ToldRecord } from '../../sheet/source';
import { STANDING_COLUMNS } from '../../sheet/standingColumns';
import { TABLE_NAMES } from '../../sheet/workbook';
import { placeOf, STAGE_NAMES, stageOf, type StageName } from '../state/stages';
import { canRun, isLeftOut } from '../state/readiness';
import type { State } from '../state/state';
import { EngineFailed, EngineStopped } from '../worker/client';
import { detailOf, failureOf, TablesBroken, type Desk } from './desk';
import type { Inspecting } from './inspecting';
import { shownLater } from './progressShown';
import type { Remembering } from './remembering';

/** Stages are not spoken more often. */
const SPOKEN_EVERY = 5000;

/** What a run does besides reading what was picked. */
export interface Change {
  /** SHA-256 of files that are taken out. */
  readonly undone?: readonly string[];
  readonly deletion?: Omit<DeletionOrder, 'sheetNames'>;
  /** For 取込履歴. */
  readonly told?: readonly ToldRecord[];
  /** Only what the workbook holds is reconciled. */
  readonly ofHeld?: true;
  /** 処理 that the run writes, made from what stands beside the slips then. */
  readonly marks?: (remarks: readonly SlipRemark[]) => readonly SlipMark[];
}

/** What a person has said of the layout since the last run. */
const toldOfLayout = ({ layout }: State): readonly ToldRecord[] => (layout.of === 'own' && layout.told !== undefined ? [layout.told] : []);

/** It changes what the workbook holds: what is only picked waits. */
const isOfHeld = ({ undone, deletion, ofHeld }: Change): boolean => undone !== undefined || deletion !== undefined || ofHeld === true;

export class Running {
  private stopWriting: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly inspecting: Inspecting,
    private readonly remembering: Remembering,
  ) {}

  async run(): Promise<void> {
    if (canRun(this.desk.around.state())) await this.carryOut({});
  }

  /** Takes the files of an earlier import out, and reconciles what is left. */
  async undo(sha256: readonly string[]): Promise<void> {
    await this.carryOut({ undone: sha256 });
  }

  /** Reconciles what the workbook holds once more: what is picked waits. */
  async again(): Promise<void> {
    if (this.desk.around.state().files.length === 0) await this.carryOut({});
  }

  /** Reconciles what the workbook holds once more; what is picked waits. Answers whether all is written. */
  async ofHeld(change: Pick<Change, 'marks'> = {}): Promise<boolean> {
    const before = this.desk.around.state().result;
    await this.carryOut({ ...change, ofHeld: true });
    const { result } = this.desk.around.state();
    return result !== null && result !== before;
  }

  /** Makes tables of ours again, as the clerk asked. */
  async mend(): Promise<void> {
    const { desk } = this;
    const { workbook, dispatch, words } = desk.around;
    dispatch({ type: 'failureClosed' });
    await desk.trying(async () => {
      const end = await workbook.mend();
      if ('code' in end) return desk.fail(end.code === 'stopped' ? { code: 'engineFailed', detail: end.code } : { code: 'write', problem: end });
      await desk.readWorkbook();
      if (end.length > 0) desk.fail({ code: 'write', problem: { code: 'tablesBroken', faults: end } });
      else desk.say(words().mended);
    });
  }

  stop(): void {
    const { state, dispatch, engine } = this.desk.around;
    dispatch({ type: 'stopping' });
    this.stopWriting?.abort();
    // While the sheets are written the engine gives the rows: the writer itself comes to rest first.
    if (state().running?.stage !== 'write') engine.stop();
  }

  async carryOut(change: Change): Promise<void> {
    const { desk } = this;
    const { engine, workbook, state, dispatch, words } = desk.around;
    const before = state();
    const deletes = change.deletion !== undefined;
    const ofHeld = isOfHeld(change);
    const bytes = ofHeld ? 0 : before.files.reduce((sum, file) => sum + file.bytes.length, 0);
    dispatch({ type: 'runStarted', bytes, deletes, ofHeld });
    desk.say(deletes ? words().deleting : words().startedSaid);
    const shown = shownLater(() => dispatch({ type: 'progressShown' }));
    this.stopWriting = new AbortController();
    try {
      const { signal } = this.stopWriting;
      await desk.leaving;
      const request = await this.request(before, change);
      if (signal.aborted) return this.stopped();
      const result = await engine.run(request, this.tellsStages());
      if ('refusal' in result) return desk.fail({ code: 'run', refusal: result.refusal });
      const plan = await engine.workbook();
      const end = await workbook.write(plan, engine.rows, (progress) => dispatch({ type: 'writing', progress }), signal);
      if (end?.code === 'stopped') return this.stopped();
      await shown.longEnough();
      if (end !== null && end.code !== 'written') return desk.fail({ code: 'write', problem: end, ofHeld });
      engine.stand();
      desk.plan = plan;
      // All is written: whatever fails from here on, the run did not.
      dispatch({ type: 'runEnded', result, workbook: await workbook.state().catch(() => null), notes: end?.notes ?? [] });
      const { layout } = state();
      if (layout.of === 'own' && layout.told !== undefined) dispatch({ type: 'layoutChosen', layout: { of: 'own', title: layout.title, json: layout.json } });
      void this.remembering.keepChoices();
      const { kind } = result.verdict;
      if (deletes) dispatch({ type: 'pageOpened', page: 'deletion' });
      else desk.say(words().endedSaid(result), kind === 'agrees' ? 'polite' : 'alert');
    } catch (error) {
      if (error instanceof EngineStopped || state().running?.isStopping) return this.stopped();
      const isTooLarge = error instanceof EngineFailed && error.kind === 'WorkbookTooLarge';
      desk.fail(isTooLarge ? { code: 'tooLarge', detail: detailOf(error) } : failureOf(error));
    } finally {
      engine.discard();
      shown.never();
      this.stopWriting = null;
      const { files, ledger } = state();
      const isNew = files.some((file) => !before.files.includes(file)) || ledger !== before.ledger;
      const isLookedAt = state().inspection !== null && !state().isInspecting;
      if (files.length + (ledger === null ? 0 : 1) > 0 && (isNew || !isLookedAt)) await this.inspecting.inspect(false);
    }
  }

  /** Files that the workbook holds are not read again. An import is taken out of what stands in the workbook: what is only picked waits. */
  async request(before: State, change: Change): Promise<RunRequest> {
    const { environment, language, workbook, state } = this.desk.around;
    const { inspection, files, ledger, asOf, settings } = before;
    const stands = await workbook.state();
    if (stands.faults !== undefined && stands.faults.length > 0) throw new TablesBroken(stands.faults);
    const { undone = [], deletion, marks } = change;
    const told = [...toldOfLayout(before), ...(change.told ?? [])];
    const remarks = (await workbook.remarks()) ?? [];
    const read = files.filter((_, index) => {
      const found = inspection?.files[index];
      return found === undefined || !isLeftOut(found);
    });
    return {
      files: isOfHeld(change) ? [] : read,
      ledger: (isOfHeld(change) ? null : ledger) ?? (await this.heldLedger(stands)),
      layout: this.inspecting.request().layout,
      earlier: {
        originals: await workbook.readTable(TABLE_NAMES.originals),
        history: await workbook.readTable(TABLE_NAMES.history),
        slips: await workbook.readTable(TABLE_NAMES.reconciliation, STANDING_COLUMNS),
        undone,
      },
      ...(await this.heldReceipts(stands)),
      remarks,
      ...(marks === undefined ? {} : { marks: marks(remarks) }),
      asOf: asOf ?? environment().today(),
      lang: language(),
      withNames: settings.withNames,
      keptColumns: settings.keptColumns,
      terms: state().terms,
      ...(told.length === 0 ? {} : { told }),
      dress: { dates: settings.dates, colours: settings.colours },
      runAt: environment().now(),
      version: environment().version,
      ...(deletion === undefined ? {} : { deletion: { ...deletion, sheetNames: stands.sheetNames ?? [] } }),
    };
  }

  /** The ledger that stands in the workbook now: what the pane knew when it was opened may be nothing, or old. */
  private async heldLedger({ ledger }: WorkbookState): Promise<PickedLedger | null> {
    const { workbook } = this.desk.around;
    if (!ledger) return null;
    const { name, leftOut, sha256 = null } = ledger;
    return { kind: 'held', name, sha256, leftOut, rows: await workbook.readTable(TABLE_NAMES.ledger) };
  }

  /** 他の収納 as it stands now, its rows numbered as on its sheet. */
  private async heldReceipts({ receipts }: WorkbookState): Promise<Pick<RunRequest, 'receipts'>> {
    const rows = await this.desk.around.workbook.readTable(RECEIPTS_TABLE);
    if (!rows.slice(1).some((cells) => cells.some((text) => text.trim() !== ''))) return {};
    const above = Array.from({ length: (receipts?.headerRow ?? 1) - 1 }, () => []);
    return { receipts: [{ kind: 'table', name: RECEIPTS_TABLE, rows: [...above, ...rows] }] };
  }

  private stopped(): void {
    const { words, state, dispatch } = this.desk.around;
    const { title, body } = words().stopped(state().files.length > 0);
    dispatch({ type: 'runStopped' });
    this.desk.say(`${title}。${body}`);
  }

  private tellsStages(): (progress: Progress) => void {
    let spokenAt = Date.now();
    let spoken: StageName = 'read';
    return (progress) => {
      this.desk.around.dispatch({ type: 'progressed', progress });
      const stage = stageOf(progress);
      if (stage === spoken || Date.now() - spokenAt < SPOKEN_EVERY) return;
      spoken = stage;
      spokenAt = Date.now();
      this.desk.say(this.desk.around.words().stageSaid(stage, placeOf(stage) + 1, STAGE_NAMES.length));
    };
  }
}
