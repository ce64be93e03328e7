/** 消去報告書: what was deleted, how much, when, by whom, and what stays? A page on A4 to be signed, without personal data. */
import { trailerComparison } from '../check/totals';
import { NOTICE_KINDS, TRAILER_ITEMS, type NoticeKind } from '../file/layout';
import { FROM_LEDGER } from '../reconcile/receipts';
import type { Settlement } from '../settle';
import { heading, HEADING_HEIGHTS, printSetUp, verdictLine } from '../sheet/frame';
import { Grid, type GridCell } from '../sheet/grid';
import { toldRunAt } from '../sheet/runAt';
import { sourceOf, type Source, type WorkbookOptions } from '../sheet/source';
import { trustOf } from '../verdict';
import type { Look, PlacedCell, Print, Sheet } from '../sheet/workbook';
import type { Deletion, FileDeletion, LedgerDeletion } from './deletion';
import { slipTotals, stateTables } from './deletionStates';
import { input, signatures } from './signatures';
import type { DeletionWords, ExportWords } from './words';

export interface DeletionReportOptions extends Omit<WorkbookOptions, 'withNames' | 'history' | 'exports'> {
  readonly exportWords: ExportWords;
  /** null: to be written by hand. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** Label, an item or a figure, three figures, and a column as wide as a SHA-256. */
const WIDTHS = [30, 34, 18, 17, 24, 66];
const VERDICT_ROW = 1;
const FIRST_ROW = 3;
/** Of the verdict on what remains: neither green nor red, which would look like a verdict on the deletion. */
const NEUTRAL: Look = { fill: null, text: '1A1A1A', bold: true };

/** `after` is the run over what remains: its totals are those that stay. */
export function deletionReportSheet(before: Settlement, after: Settlement, deletion: Deletion, options: DeletionReportOptions): Sheet {
  const words = options.exportWords.deletion;
  const source = sourceOf(after, { ...options, withNames: false });
  const sourceBefore = sourceOf(before, { ...options, withNames: false });
  const grid = new Grid();
  const heights = new Map(HEADING_HEIGHTS);
  let row = aboutTable(grid, FIRST_ROW, deletion, sourceBefore, options);
  // Above what may run over several pages: the block stays in one piece.
  row = signatures(grid, row + 1, options.exportWords.signatures, heights);
  row = countTable(grid, row + 1, before, after, deletion, words);
  row = fileTable(grid, row + 1, deletion.files, words);
  if (deletion.ledger !== null) row = ledgerTable(grid, row + 1, deletion.ledger, options.ledgerSha256 ?? words.unknownSha256, words);
  row = stateTables(grid, row + 1, slipTotals(sourceBefore, source, deletion), source, words);
  row = kindTable(grid, row + 1, before, after, source, words);
  for (const note of notesOf(deletion, before, words)) grid.note(row++, 0, note);
  totalsTable(grid, row + 1, before, deletion, source, words);
  return {
    name: words.title,
    tabColour: null,
    cells: [...reportHeading(source, words), ...grid.cells],
    table: null,
    columnWidths: WIDTHS,
    rowHeights: heights,
    frozen: { rows: 2, columns: 0 },
    highlights: [],
    charts: [],
    print: reportPrint(source, words),
  };
}

/** The usual one, but its verdict says what it is about; where nothing remains there is none. */
function reportHeading(source: Source, { title, afterwards }: DeletionWords): PlacedCell[] {
  const { settlement, words, sheetWords } = source;
  const line =
    settlement.files.length === 0
      ? [afterwards.noFiles, words.trust(trustOf(settlement))].join(sheetWords.sentenceSeparator)
      : afterwards.line(verdictLine(source));
  return heading(source, title, WIDTHS.length).map((placed) =>
    placed.row === VERDICT_ROW ? { ...placed, cell: placed.column === 0 ? line : null, style: { ...placed.style, look: NEUTRAL } } : placed,
  );
}

function reportPrint(source: Source, { title, afterwards }: DeletionWords): Print {
  const print = printSetUp(source, title, { columns: WIDTHS.length, pages: 'asNeeded', repeatedRows: VERDICT_ROW + 1 });
  const centre = source.settlement.files.length === 0 ? afterwards.shortNoFiles : afterwards.short(print.header.centre);
  return { ...print, header: { ...print.header, centre } };
}

const text = (cell: string): GridCell => ({ cell });
const count = (cell: number): GridCell => ({ cell, format: 'count' });
const yen = (cell: number): GridCell => ({ cell, format: 'yen' });

function aboutTable(
  grid: Grid,
  top: number,
  { what }: Deletion,
  before: Source,
  { exportWords, sheetWords, runAt, version, by, reason }: DeletionReportOptions,
): number {
  const words = exportWords.deletion;
  grid.title(top, 0, words.about);
  const rows: readonly (readonly [string, string | null])[] = [
    [words.what, 'files' in what ? words.chosenFiles(what.files.length) : words.fiscalYear(what.fiscalYear)],
    [words.when, toldRunAt(runAt, sheetWords.day)],
    [words.by, by],
    [words.reason, reason],
    [words.version, version],
    [words.verdictBefore, before.words.verdict(before.verdict)],
  ];
  for (const [index, [label, value]] of rows.entries()) {
    grid.row(top + 1 + index, 0, [text(label), ...(value === null ? [input(), input(), input()] : [])]);
    // No lines, which would cross a long text.
    if (value !== null) grid.note(top + 1 + index, 1, value);
  }
  return top + 1 + rows.length;
}

function countTable(grid: Grid, top: number, before: Settlement, after: Settlement, { files, ledger }: Deletion, words: DeletionWords): number {
  const undecided = files.reduce((sum, file) => sum + file.undecided, 0);
  grid.title(top, 0, words.counts);
  grid.header(top + 1, 0, words.countColumns);
  const row = (index: number, label: string, all: number, kept: number, unknown: number | null): void => {
    grid.row(top + 2 + index, 0, [text(label), count(all), count(all - kept), count(kept), unknown === null ? { cell: null } : count(unknown)]);
  };
  row(0, words.slips, before.slips.count, after.slips.count, null);
  row(1, words.details, before.notices.count, after.notices.count, undecided);
  if (ledger === null) return top + 4;
  row(2, words.ledgerRows, ledger.deleted + ledger.kept, ledger.kept, ledger.undecided);
  return top + 5;
}

function fileTable(grid: Grid, top: number, files: readonly FileDeletion[], words: DeletionWords): number {
  grid.title(top, 0, words.files);
  if (files.length === 0) {
    grid.note(top + 1, 0, words.noFiles);
    return top + 2;
  }
  const rows = files.map(({ name, fate, sha256, ...amounts }) => sourceRow(name, words.fates[fate], amounts, sha256));
  return longTable(grid, top + 1, words.fileColumns, rows, FILES_BELOW_A_HEADER);
}

function ledgerTable(grid: Grid, top: number, { name, ...amounts }: LedgerDeletion, sha256: string, words: DeletionWords): number {
  const fate = amounts.deleted === 0 ? 'kept' : amounts.kept === 0 ? 'whole' : 'records';
  grid.title(top, 0, words.ledger);
  grid.header(top + 1, 0, words.ledgerColumns);
  grid.row(top + 2, 0, sourceRow(name, words.fates[fate], amounts, sha256));
  return top + 3;
}

function sourceRow(name: string, fate: string, { deleted, kept, undecided }: Omit<LedgerDeletion, 'name'>, sha256: string): GridCell[] {
  return [text(name), { cell: fate, align: 'center' }, count(deleted), count(kept), count(undecided), { cell: sha256, align: 'center' }];
}

const FILES_BELOW_A_HEADER = 12;

/** A page can repeat the sheet's first rows alone: in what may run over pages the header stands again above every few rows. */
function longTable(grid: Grid, top: number, columns: readonly string[], rows: readonly GridCell[][], rowsBelow: number): number {
  let end = top;
  for (const [index, cells] of rows.entries()) {
    if (index % rowsBelow === 0) grid.header(end++, 0, columns);
    grid.row(end++, 0, cells);
  }
  return end;
}

/** What the files that lost something said, and what their records added up to while they were there. Last, because it may be long. */
function totalsTable(grid: Grid, top: number, { settlements }: Settlement, { files }: Deletion, { words: product }: Source, words: DeletionWords): void {
  const lessened = new Set(files.filter(({ fate }) => fate !== 'kept').map(({ sha256 }) => sha256));
  const concerned = settlements.filter(({ sha256 }) => lessened.has(sha256));
  if (concerned.length === 0) return;
  const rows: GridCell[][] = [];
  for (const file of concerned) {
    for (const [group, { totals }] of file.groups.entries()) {
      for (const item of TRAILER_ITEMS) {
        const { declared, counted } = totals[item.kind][item.measure];
        const reason = trailerComparison(file, group, item);
        const verdict = reason !== null ? 'unchecked' : declared === counted ? 'agrees' : 'mismatch';
        rows.push([
          text(file.name),
          text(words.groupItem(group + 1, product.noticeKinds[item.kind], item.measure)),
          { cell: declared, format: 'count' },
          count(counted),
          reason === null && declared !== null ? { cell: counted - declared, format: 'difference' } : { cell: null },
          text([product.verdicts[verdict], ...(reason === null ? [] : [product.uncheckedReasons[reason]])].join(words.separator)),
        ]);
      }
    }
  }
  grid.title(top, 0, words.totals);
  longTable(grid, top + 1, words.totalsColumns, rows, TRAILER_ITEMS.length);
}

interface Sum {
  readonly count: number;
  readonly amount: number;
}

/** What the details of a kind add up to, over all files. */
function sumOf({ settlements }: Settlement, kind: NoticeKind): Sum {
  const totals = settlements.flatMap(({ groups }) => groups.map((group) => group.totals[kind]));
  const add = (numberOf: (total: (typeof totals)[number]) => number): number => totals.reduce((sum, total) => sum + numberOf(total), 0);
  return { count: add((total) => total.count.counted), amount: add((total) => total.amount.counted) };
}

function kindTable(grid: Grid, top: number, before: Settlement, after: Settlement, { words: product }: Source, words: DeletionWords): number {
  grid.title(top, 0, words.remainingKinds);
  grid.header(top + 1, 0, words.kindColumns);
  for (const [index, kind] of NOTICE_KINDS.entries()) {
    const [all, kept] = [sumOf(before, kind), sumOf(after, kind)];
    const figures = [count(all.count - kept.count), yen(all.amount - kept.amount), count(kept.count), yen(kept.amount)];
    grid.row(top + 2 + index, 0, [text(product.noticeKinds[kind]), ...figures]);
  }
  return top + 2 + NOTICE_KINDS.length;
}

function notesOf({ files, ledger }: Deletion, { receipts }: Settlement, { partly, undecidedNote, receiptsNote, copiesNote }: DeletionWords): string[] {
  const isPartly = files.some(({ fate }) => fate === 'records');
  const isUndecided = files.some(({ undecided }) => undecided > 0) || (ledger?.undecided ?? 0) > 0;
  return [
    ...(isPartly ? [partly] : []),
    ...(isUndecided ? [undecidedNote] : []),
    ...(receipts.list.some((list) => list !== FROM_LEDGER) ? [receiptsNote] : []),
    copiesNote,
  ];
}
