/** What comes of a run: everything reconciled, and the workbook that tells of it? Undoing and deleting are runs, too. */
import { codec } from '../charset';
import { sha256Of } from '../encrypt/sha256';
import { sameYear } from '../export/deletion';
import { dispositionsOf, type Dispositions } from '../reconcile/dispositions';
import type { LedgerTable } from '../reconcile/table';
import { settle, type FileToRead, type Refused as RefusedTable, type Settlement, type Stage } from '../settle';
import { buildWorkbook, type Earlier, type WorkbookOptions } from '../sheet';
import { deletedYears, historyRows } from '../sheet/history';
import type { DispositionCells } from '../sheet/dispositionCells';
import type { HistoryRow, SlipRemark } from '../sheet/records';
import { dispositionKindOf } from '../sheet/dispositionChecks';
import { sourceOf, type Source } from '../sheet/source';
import { spokenIn } from '../sheet/spoken';
import type { Workbook } from '../sheet/workbook';
import type { Language } from '../words';
import { confirmedPlan, deletedRecords, deletionDone, remainingOriginals, withReport, type Deleting } from './deletion';
import { originalsOf, readEarlier, type EarlierFiles } from './earlierFiles';
import { intakeOf, newFilesOf } from './intake';
import { layoutsOf } from './layouts';
import { tableOf } from './ledgerTable';
import { newFiles } from './pickedFiles';
import type { DeletionOrder, EarlierRecords, PickedLedger, Progress, RunRefusal, RunRequest, RunView } from './protocol';
import { runView } from './runView';
import { changesBy, changesView, type RunChanges } from './slipChanges';
import { termsOf, USUAL_TOLD } from './terms';

/** A run as it is written, shown and exported. */
export interface Run {
  readonly lang: Language;
  readonly source: Source;
  readonly book: Workbook;
  readonly view: RunView;
}

export async function runOf(request: RunRequest, onProgress: (progress: Progress) => void): Promise<Run | Refused> {
  const reconciled = await reconcile(request, onProgress);
  if ('refusal' in reconciled) return reconciled;
  if (request.deletion !== undefined) return deletionOf(request, request.deletion, reconciled);
  const { settlement, earlier } = reconciled;
  const handled = handledIn(request, settlement);
  const changes = changesOf(request, reconciled, handled.dispositions);
  const options = {
    ...optionsOf(request, reconciled),
    ...handled,
    ...(changes === null ? {} : { changes: changes.bySlip }),
    originals: await originalsOf(settlement.files, earlier.originals, request.layout),
  };
  return {
    lang: request.lang,
    source: sourceOf(settlement, options),
    book: buildWorkbook(settlement, options),
    view: {
      ...runView(settlement, options, request.runAt),
      intake: intakeOf(settlement, earlier, request.runAt),
      changes: changes === null ? null : changesView(changes, earlier),
    },
  };
}

function changesOf({ earlier: records }: RunRequest, { settlement, earlier }: Reconciled, dispositions?: Dispositions): RunChanges | null {
  const takesFiles = newFilesOf(settlement, earlier).length > 0 || earlier.undone.length > 0;
  return changesBy(settlement, records?.slips ?? [], takesFiles, dispositions);
}

/** What remains is reconciled as if nothing else had ever been there. */
async function deletionOf(request: RunRequest, order: DeletionOrder, reconciled: Reconciled): Promise<Run | Refused> {
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
  const after = settled(request, deletion.remainingFiles, deletion.remainingLedger, reconciled.receipts, stillDeleted(history, deletion.remainingFiles));
  if ('refusal' in after) return refusedTable(request, after);
  const deleting: Deleting = { before, after, deletion, order, lang: request.lang };
  const said = { ...options, ...handledIn(request, after) };
  return {
    lang: request.lang,
    source: sourceOf(after, said),
    book: withReport(buildWorkbook(after, said), deleting, said),
    view: { ...runView(after, said, request.runAt), deletion: deletionDone(deleting, options) },
  };
}

/** 処理 as it stands with what this run marks. */
function handledIn({ remarks = [], marks = [] }: RunRequest, settlement: Settlement): Pick<WorkbookOptions, 'dispositions' | 'marked'> {
  const keyOf = ({ biller, fiscalYear, slipNumber }: Pick<SlipRemark, 'biller' | 'fiscalYear' | 'slipNumber'>): string =>
    `${biller} ${fiscalYear} ${slipNumber}`;
  const marking = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const written = [...remarks.filter((remark) => !marking.has(keyOf(remark))), ...marks];
  const { slips, billers } = settlement;
  const marked = new Map<number, DispositionCells>();
  for (let slip = 0; marks.length > 0 && slip < slips.count; slip++) {
    const mark = marking.get(`${billers.codeOf(slips.biller[slip]!) ?? ''} ${slips.numbers.yearOf(slip)} ${slips.numbers.numberOf(slip)}`);
    if (mark !== undefined) marked.set(slip, mark);
  }
  return { dispositions: dispositionsOf(written, settlement, dispositionKindOf), marked };
}

export interface Refused {
  readonly refusal: RunRefusal;
}

export interface Reconciled {
  readonly settlement: Settlement;
  readonly files: readonly FileToRead[];
  readonly earlier: EarlierFiles;
  /** 他の収納 */
  readonly receipts: readonly LedgerTable[];
  readonly ledgerSha256: string | null;
}

/** What the workbook holds and what is new, together. */
export async function reconcile(request: RunRequest, onProgress: (progress: Progress) => void): Promise<Reconciled | Refused> {
  const earlier = await readEarlier(request.earlier ?? NOTHING_EARLIER);
  if ('code' in earlier) return { refusal: earlier };
  onProgress({ stage: 'read', amount: earlier.files.length + request.files.length });
  const files = [...earlier.files, ...(await newFiles(request.files, earlier))];
  const ledger = request.ledger === null ? null : tableOf(request.ledger);
  if (ledger !== null && 'problem' in ledger) return { refusal: { code: 'ledgerUnreadable', name: request.ledger!.name, problem: ledger.problem } };
  const receipts = receiptTables(request);
  if ('refusal' in receipts) return receipts;
  const settlement = settled(request, files, ledger?.table ?? null, receipts.tables, stillDeleted(earlier.history, files), onProgress);
  if ('refusal' in settlement) return refusedTable(request, settlement);
  return { settlement, files, earlier, receipts: receipts.tables, ledgerSha256: await ledgerHash(request.ledger) };
}

function receiptTables({ receipts = [] }: RunRequest): { readonly tables: readonly LedgerTable[] } | Refused {
  const tables: LedgerTable[] = [];
  for (const list of receipts) {
    const read = tableOf(list);
    if ('problem' in read) return { refusal: { code: 'receiptsUnreadable', name: list.name, problem: read.problem } };
    tables.push(read.table);
  }
  return { tables };
}

const refusedTable = ({ ledger, receipts = [] }: RunRequest, { refusal, receipts: index }: RefusedTable): Refused => ({
  refusal: index === null ? { code: 'ledgerRefused', name: ledger!.name, refusal } : { code: 'receiptsRefused', name: receipts[index]!.name, refusal },
});

async function ledgerHash(ledger: PickedLedger | null): Promise<string | null> {
  if (ledger?.kind === 'csv') return sha256Of(ledger.bytes);
  return ledger?.kind === 'held' ? ledger.sha256 : null;
}

/** Where notices were deleted that slips of the ledger may have had, nobody can say any more which of them are unpaid. */
function settled(
  { layout, asOf, terms = USUAL_TOLD }: RunRequest,
  files: readonly FileToRead[],
  ledger: LedgerTable | null,
  receipts: readonly LedgerTable[],
  deleted: ReadonlySet<string | null>,
  onProgress: (progress: Progress) => void = () => undefined,
): ReturnType<typeof settle> {
  const onStage = (stage: Stage, amount: number): void => onProgress({ stage, amount });
  const settlement = settle({ files, ledger, receipts, layouts: layoutsOf(layout), asOf, terms: termsOf(terms), codec, onStage });
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
  const { lang, dress, withNames, keptColumns = [], runAt, version } = request;
  return {
    ...spokenIn(lang, dress.dates),
    colours: dress.colours,
    codec,
    withNames,
    keptColumns,
    runAt,
    version,
    ledgerSha256,
    ...(request.earlier === undefined ? {} : { earlier: { ...standingOf(earlier, request.ledger), told: request.told ?? [] } }),
  };
}

const NOTHING_EARLIER: EarlierRecords = { originals: [], history: [], undone: [] };

function standingOf({ history, originals, undone }: EarlierFiles, ledger: PickedLedger | null): Earlier {
  return { history, imported: new Set(originals.keys()), undone, ledgerLeftOut: ledger?.kind === 'held' ? ledger.leftOut : [] };
}
