/** What does the worker answer? It holds the last settlement and shows parts of it as plain data. */
import type { HistoryRow } from '../sheet/records';
import { codec } from '../charset';
import { readCsv, type CsvCharset } from '../csv';
import { bestFit } from '../check/detectLayout';
import { unreadableKind } from '../file/cut';
import type { Layout } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import { cutFile, readFrame, type SourceFile } from '../file/settlementFile';
import { findColumns, holdsDataRow, readAmount, textTable, type LedgerTable } from '../reconcile/ledger';
import { settle, type FileToRead, type Settlement, type Stage } from '../settle';
import { buildWorkbook, type Earlier, type WorkbookOptions } from '../sheet';
import { readLedgerSheet } from '../sheet/ledger';
import { planOf, rowsOf, type WorkbookPlan } from '../sheet/plan';
import { sourceOf, type Source } from '../sheet/source';
import { spokenIn } from '../sheet/spoken';
import type { Cell, Workbook } from '../sheet/workbook';
import { deletableIn, previewOf, type Deletable, type DeletionPreview } from '../export/deletable';
import { planDeletion, sameYear, type Deleted } from '../export/deletion';
import { deletedYears, historyRows } from '../sheet/history';
import type { CsvProblem, Language } from '../words';
import { confirmedPlan, deletedRecords, deletionDone, remainingOriginals, withReport, type Deleting } from './deletion';
import type { Exportable, ExportedFile, ExportProblem, ExportProgress, ExportRequest } from './exportProtocol';
import { originalsOf, readEarlier, type EarlierFiles } from './earlierFiles';
import { namesFor } from './fileNames';
import { withMatchedHeaders } from './matched';
import type {
  DeletionOrder,
  EarlierRecords,
  Inspection,
  InspectedFile,
  InspectedLedger,
  InspectRequest,
  PickedFile,
  PickedLayout,
  PickedLedger,
  Progress,
  RunRefusal,
  RunRequest,
  RunView,
  SlipPage,
  SlipQuery,
  SlipView,
} from './protocol';
import { runView } from './runView';
import { sha256Of } from '../encrypt/sha256';
import { slipPage, slipView } from './slipViews';

/** The engine's own mistake: it was asked for a result that it does not have. */
class NoRun extends Error {
  override readonly name = 'NoRun';
}

/** A layout that inspection had refused was run all the same. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}

export class EngineCore {
  private source: Source | null = null;
  private book: Workbook | null = null;
  /** Of the last run, and of what is made of it. */
  private lang: Language = 'ja';
  /** What a deletion is being chosen from. */
  private survey: Reconciled | null = null;

  async inspect(request: InspectRequest): Promise<Inspection> {
    const layouts = layoutsOf(request.layout);
    const sources: SourceFile[] = [];
    for (const picked of request.files) sources.push(await hashed(picked));
    const names = namesFor(sources, request.known, request.imported);
    const imported = new Set(request.imported);
    const chosen = new Set<string>();
    const files = sources.map((source, index) => {
      const leftOut = imported.has(source.sha256) ? 'alreadyImported' : chosen.has(source.sha256) ? 'chosenTwice' : null;
      chosen.add(source.sha256);
      return inspectFile(leftOut === null ? { ...source, name: names[index]! } : source, layouts, leftOut);
    });
    return { files, ledger: request.ledger === null ? null : inspectLedger(request.ledger) };
  }

  async run(request: RunRequest, onProgress: (progress: Progress) => void): Promise<RunView | { readonly refusal: RunRefusal }> {
    this.survey = null;
    const reconciled = await reconcile(request, onProgress);
    if ('refusal' in reconciled) return reconciled;
    if (request.deletion !== undefined) return this.runDeletion(request, request.deletion, reconciled);
    const { settlement, earlier } = reconciled;
    const options = {
      ...optionsOf(request, reconciled),
      originals: await originalsOf(settlement.files, earlier.originals, request.layout),
    };
    this.hold(request.lang, settlement, options, buildWorkbook(settlement, options));
    return runView(settlement, options.words, request.runAt);
  }

  async surveyDeletion(request: RunRequest): Promise<Deletable | { readonly refusal: RunRefusal }> {
    const reconciled = await reconcile(request, () => undefined);
    if ('refusal' in reconciled) return reconciled;
    this.survey = reconciled;
    return deletableIn(reconciled.settlement);
  }

  previewDeletion(what: Deleted): DeletionPreview {
    if (this.survey === null) throw new NoRun();
    const { settlement, files } = this.survey;
    return previewOf(settlement, planDeletion(settlement, files, what));
  }

  /** What remains is reconciled as if nothing else had ever been there. */
  private async runDeletion(request: RunRequest, order: DeletionOrder, reconciled: Reconciled): Promise<RunView | Refused> {
    const { settlement: before, earlier, files } = reconciled;
    const deletion = confirmedPlan(before, files, order);
    if (deletion === null) return { refusal: { code: 'deletionChanged' } };
    const deleted = deletedRecords(deletion);
    const usual = optionsOf(request, reconciled);
    const options = {
      ...usual,
      originals: await remainingOriginals(deletion, earlier.originals),
      earlier: { ...standingOf(earlier, request.ledger), deleted },
    };
    const history = [...earlier.history, ...historyRows(sourceOf(before, options))];
    const after = settled(request, deletion.remainingFiles, deletion.remainingLedger, stillDeleted(history, deletion.remainingFiles));
    if ('refusal' in after) return { refusal: { code: 'ledgerRefused', name: request.ledger!.name, refusal: after.refusal } };
    const deleting: Deleting = { before, after, deletion, order, lang: request.lang };
    this.hold(request.lang, after, options, withReport(buildWorkbook(after, options), deleting, options));
    return { ...runView(after, options.words, request.runAt), deletion: deletionDone(deleting, options) };
  }

  private hold(lang: Language, settlement: Settlement, options: WorkbookOptions, book: Workbook): void {
    this.lang = lang;
    this.source = sourceOf(settlement, options);
    this.book = book;
  }

  slips(query: SlipQuery): SlipPage {
    return slipPage(this.held().settlement, query);
  }

  slip(slip: number): SlipView {
    return slipView(this.held(), slip);
  }

  workbook(): WorkbookPlan {
    return planOf(this.heldBook());
  }

  rows(sheet: number, from: number, count: number): Cell[][] {
    return rowsOf(this.heldBook(), sheet, from, count);
  }

  exportable(): Exportable {
    const { settlement, verdict } = this.held();
    const { ledger, complete } = settlement;
    const sections = ledger === null || ledger.columnOf.section < 0 ? [] : ledger.table.dictionary(ledger.columnOf.section).texts.map((text) => text.trim());
    return {
      sheets: this.heldBook().sheets.flatMap(({ name, hidden }) => (hidden === true ? [] : [name])),
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
    const source = this.held();
    const { makeExport } = await import('./exports');
    return makeExport(source, request, { lang: this.lang, onProgress, signal });
  }

  private held(): Source {
    if (this.source === null) throw new NoRun();
    return this.source;
  }

  private heldBook(): Workbook {
    if (this.book === null) throw new NoRun();
    return this.book;
  }
}

function layoutsOf(layout: PickedLayout): readonly Layout[] {
  if (layout === null) return BUILT_IN_LAYOUTS;
  if (typeof layout === 'string') return BUILT_IN_LAYOUTS.filter(({ id }) => id === layout);
  const read = readUserLayout(layout);
  if ('problem' in read) throw new RunRefused(read.problem.code);
  return [read.layout];
}

interface Refused {
  readonly refusal: RunRefusal;
}

interface Reconciled {
  readonly settlement: Settlement;
  readonly files: readonly FileToRead[];
  readonly earlier: EarlierFiles;
  readonly ledgerSha256: string | null;
}

/** What the workbook holds and what is new, together. */
async function reconcile(request: RunRequest, onProgress: (progress: Progress) => void): Promise<Reconciled | Refused> {
  const earlier = await readEarlier(request.earlier ?? NOTHING_EARLIER);
  if ('code' in earlier) return { refusal: earlier };
  onProgress({ stage: 'read', amount: earlier.files.length + request.files.length });
  const files = [...earlier.files, ...(await newFiles(request.files, earlier))];
  const ledger = request.ledger === null ? null : tableOf(request.ledger);
  if (ledger !== null && 'problem' in ledger) return { refusal: { code: 'ledgerUnreadable', name: request.ledger!.name, problem: ledger.problem } };
  const settlement = settled(request, files, ledger?.table ?? null, stillDeleted(earlier.history, files), onProgress);
  if ('refusal' in settlement) return { refusal: { code: 'ledgerRefused', name: request.ledger!.name, refusal: settlement.refusal } };
  return { settlement, files, earlier, ledgerSha256: await ledgerHash(request.ledger) };
}

async function ledgerHash(ledger: PickedLedger | null): Promise<string | null> {
  if (ledger?.kind === 'csv') return sha256Of(ledger.bytes);
  return ledger?.kind === 'held' ? ledger.sha256 : null;
}

/** Where notices were deleted that slips of the ledger may have had, nobody can say any more which of them are unpaid. */
function settled(
  { layout, asOf }: RunRequest,
  files: readonly FileToRead[],
  ledger: LedgerTable | null,
  deleted: ReadonlySet<string | null>,
  onProgress: (progress: Progress) => void = () => undefined,
): ReturnType<typeof settle> {
  const onStage = (stage: Stage, amount: number): void => onProgress({ stage, amount });
  const settlement = settle({ files, ledger, layouts: layoutsOf(layout), asOf, codec, onStage });
  return 'refusal' in settlement || !listsDeleted(settlement, deleted) ? settlement : { ...settlement, complete: false };
}

/** A file that is there as it came has been imported again. */
const stillDeleted = (history: readonly HistoryRow[], files: readonly FileToRead[]): Set<string | null> =>
  deletedYears(history, new Set(files.flatMap(({ sha256, deletion }) => (deletion === undefined ? sha256 : []))));

function listsDeleted({ ledger }: Settlement, deleted: ReadonlySet<string | null>): boolean {
  if (ledger === null || deleted.size === 0) return false;
  if (deleted.has(null)) return ledger.count > 0;
  const years = [...deleted].flatMap((year) => year ?? []);
  for (let entry = 0; entry < ledger.count; entry++) if (years.some((year) => sameYear(year, ledger.numbers.yearOf(entry)))) return true;
  return false;
}

function optionsOf(request: RunRequest, { earlier, ledgerSha256 }: Pick<Reconciled, 'earlier' | 'ledgerSha256'>): WorkbookOptions {
  const { lang, dress, withNames, runAt, version } = request;
  return {
    ...spokenIn(lang, dress.dates),
    colours: dress.colours,
    codec,
    withNames,
    runAt,
    version,
    ledgerSha256,
    ...(request.earlier === undefined ? {} : { earlier: standingOf(earlier, request.ledger) }),
  };
}

const NOTHING_EARLIER: EarlierRecords = { originals: [], history: [], undone: [] };

const hashed = async ({ name, bytes }: PickedFile): Promise<SourceFile> => ({ name, bytes, sha256: await sha256Of(bytes) });

/** Under the names that they will have on the sheets. */
async function newFiles(picked: readonly PickedFile[], { known, originals }: EarlierFiles): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const file of picked) sources.push(await hashed(file));
  const names = namesFor(sources, known, originals.keys());
  return sources.map((source, index) => ({ ...source, name: names[index]! }));
}

function standingOf({ history, originals, undone }: EarlierFiles, ledger: PickedLedger | null): Earlier {
  return { history, imported: new Set(originals.keys()), undone, ledgerLeftOut: ledger?.kind === 'held' ? ledger.leftOut : [] };
}

function inspectFile(source: SourceFile, layouts: readonly Layout[], leftOut: 'alreadyImported' | 'chosenTwice' | null): InspectedFile {
  const about = { name: source.name, sha256: source.sha256, size: source.bytes.length };
  const unreadable = unreadableKind(source.bytes);
  if (unreadable !== null) return { ...about, standing: leftOut ?? unreadable, layout: null, createdDates: [], details: 0 };
  const { layout, misfits, records } = bestFit(source, layouts, codec);
  const file = readFrame(cutFile(source, layout), codec);
  const standing = leftOut ?? (file.cut.count === 0 ? 'emptyFile' : 'ok');
  return {
    ...about,
    standing,
    layout: { id: layout.id, title: layout.title, verified: layout.verified, misfits, records },
    createdDates: [...new Set(file.groups.flatMap(({ createdDate }) => createdDate ?? []))],
    details: file.grammar.noticeCount,
  };
}

type ReadLedger = { readonly table: LedgerTable; readonly charset: CsvCharset | 'workbook' } | { readonly problem: CsvProblem };

function tableOf(ledger: PickedLedger): ReadLedger {
  const read = foundTable(ledger);
  return 'problem' in read ? read : { ...read, table: withMatchedHeaders(read.table, ledger.headers) };
}

function foundTable(ledger: PickedLedger): ReadLedger {
  if (ledger.kind === 'csv') return readCsv(ledger.name, ledger.bytes, codec);
  const table = ledger.kind === 'held' ? readLedgerSheet(ledger.name, ledger.rows) : textTable(ledger.name, ledger.rows, true);
  return table === null ? { problem: { code: 'empty' } } : { table, charset: 'workbook' };
}

/** A refusal tells the columns as they were found, so that they can be matched anew. */
function inspectLedger(ledger: PickedLedger): InspectedLedger {
  const { name } = ledger;
  const read = tableOf(ledger);
  if ('problem' in read) return { standing: 'unreadable', name, problem: read.problem };
  const found = findColumns(read.table.header);
  if ('refusal' in found) return { standing: 'refused', name, refusal: { ...found.refusal, columns: foundHeaders(ledger) } };
  if (!holdsDataRow(read.table)) return { standing: 'refused', name, refusal: { code: 'noDataRow', columns: foundHeaders(ledger) } };
  const { ids, texts } = read.table.dictionary(found.columnOf.billedAmount);
  const amounts = texts.map((text) => readAmount(text.trim()) ?? 0);
  let billed = 0;
  for (const id of ids) billed += amounts[id]!;
  return { standing: 'ok', name, rows: read.table.rowCount, billed, charset: read.charset };
}

function foundHeaders(ledger: PickedLedger): string[] {
  const found = foundTable(ledger);
  return 'problem' in found ? [] : found.table.header.map((text) => text.trim());
}
