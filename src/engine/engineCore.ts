/** What does the engine hold between two questions? A run that is pending until it is written, and the run that stands in the workbook. */
import { deletableIn, previewOf, type Deletable, type DeletionPreview } from '../export/deletable';
import { planDeletion, type Deleted } from '../export/deletion';
import { planOf, rowsOf, type WorkbookPlan } from '../sheet/plan';
import type { Cell } from '../sheet/workbook';
import type { Exportable, ExportedFile, ExportProblem, ExportProgress, ExportRequest } from './exportProtocol';
import { areOfAgent, inspect } from './inspect';
import type { LayoutProof, LayoutStudy, ProofRequest, StudyRequest } from './layoutProtocol';
import type {
  Inspection,
  InspectRequest,
  PickedFile,
  PickedLayout,
  Progress,
  RemindersView,
  Restored,
  RunRequest,
  RunView,
  SearchAnswer,
  SlipPage,
  SlipQuery,
  SlipView,
} from './protocol';
import type { RecordView } from './recordProtocol';
import { recordView } from './recordView';
import { reconcile, runOf, type Reconciled, type Refused, type Run } from './run';
import { SlipFinder } from './slipFinder';
import { remindersView } from './reminderViews';
import { slipPage, slipView } from './slipViews';

/** The engine's own mistake: it was asked for a run that it does not have. */
class NoRun extends Error {
  override readonly name = 'NoRun';
}

export class EngineCore {
  /** Reconciled, and not written: nothing but the writing may see it. */
  private pending: Run | null = null;
  /** As the workbook has it: what is shown and what leaves is made of it. */
  private standing: Run | null = null;
  /** Of what stands; made with the first question. */
  private finder: SlipFinder | null = null;
  /** What a deletion is being chosen from. */
  private survey: Reconciled | null = null;

  inspect(request: InspectRequest): Promise<Inspection> {
    return inspect(request);
  }

  areOfAgent(files: readonly PickedFile[], layout: PickedLayout): readonly boolean[] {
    return areOfAgent(files, layout);
  }

  /** Needed on few days. */
  async study(request: StudyRequest): Promise<LayoutStudy> {
    return (await import('./layoutStudy')).studyLayout(request);
  }

  async prove(request: ProofRequest): Promise<LayoutProof> {
    return (await import('./layoutProof')).proveLayout(request);
  }

  async run(request: RunRequest, onProgress: (progress: Progress) => void): Promise<RunView | Refused> {
    this.survey = null;
    this.pending = null;
    const run = await runOf(request, onProgress);
    if ('refusal' in run) return run;
    this.pending = run;
    return run.view;
  }

  /** The sheets of the pending run, to be written. */
  workbook(): WorkbookPlan {
    return planOf(held(this.pending).book);
  }

  rows(sheet: number, from: number, count: number): Cell[][] {
    return rowsOf(held(this.pending).book, sheet, from, count);
  }

  /** The pending run was written: it stands. */
  stand(): void {
    this.standing = held(this.pending);
    this.finder = null;
    this.pending = null;
  }

  /** The pending run was not written: what stood before stands. */
  discard(): void {
    this.pending = null;
  }

  async surveyDeletion(request: RunRequest): Promise<Deletable | Refused> {
    const reconciled = await reconcile(request, () => undefined);
    if ('refusal' in reconciled) return reconciled;
    this.survey = reconciled;
    return deletableIn(reconciled.settlement);
  }

  previewDeletion(what: Deleted): DeletionPreview {
    const { settlement, files } = held(this.survey);
    return previewOf(settlement, planDeletion(settlement, files, what));
  }

  slips(query: SlipQuery): SlipPage {
    return slipPage(held(this.standing).source, query);
  }

  slip(slip: number): SlipView {
    return slipView(held(this.standing).source, slip);
  }

  /** What stands in the workbook stands here, too. */
  async restore(request: RunRequest): Promise<Restored | Refused> {
    const run = await runOf(request, () => undefined);
    if ('refusal' in run) return run;
    this.standing = run;
    this.finder = null;
    return { view: run.view, plan: planOf(run.book) };
  }

  find(typed: string): SearchAnswer {
    return (this.finder ??= new SlipFinder(held(this.standing).source)).find(typed);
  }

  record(file: string, record: number): RecordView | null {
    return recordView(held(this.standing).source, file, record);
  }

  reminders(): RemindersView {
    return remindersView(held(this.standing).source);
  }

  exportable(): Exportable {
    const { source, book } = held(this.standing);
    const { settlement, verdict } = source;
    const { ledger, complete } = settlement;
    const sections = ledger === null || ledger.columnOf.section < 0 ? [] : ledger.table.dictionary(ledger.columnOf.section).texts.map((text) => text.trim());
    return {
      sheets: book.sheets.flatMap(({ name, hidden }) => (hidden === true ? [] : [name])),
      sections: [...new Set(sections.filter((text) => text !== ''))].sort(),
      isMismatch: verdict.kind === 'mismatch',
      isIncomplete: ledger !== null && !complete,
    };
  }

  async export(
    request: ExportRequest,
    onProgress: (progress: ExportProgress) => void,
    signal: AbortSignal,
  ): Promise<ExportedFile | { readonly problem: ExportProblem }> {
    const run = held(this.standing);
    const { makeExport } = await import('./exports');
    return makeExport(run, request, { onProgress, signal });
  }
}

function held<T>(what: T | null): T {
  if (what === null) throw new NoRun();
  return what;
}
