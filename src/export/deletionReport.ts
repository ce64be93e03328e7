/** 消去報告書: what was deleted, how much, when, by whom, and what stays? A page on A4 to be signed, without personal data. */
import { trailerComparison } from '../check/totals';
import { NOTICE_KINDS, TRAILER_ITEMS, type NoticeKind } from '../file/layout';
import { SLIP_STATES } from '../reconcile/slips';
import type { Settlement } from '../settle';
import { added, figuresOf, slipCount } from '../sheet/figures';
import { heading, HEADING_HEIGHTS, printSetUp } from '../sheet/frame';
import { Grid, type GridCell } from '../sheet/grid';
import { sourceOf, type Source, type WorkbookOptions } from '../sheet/source';
import type { Sheet } from '../sheet/workbook';
import type { Deletion, FileDeletion } from './deletion';
import { input, signatures } from './signatures';
import type { DeletionWords, ExportWords } from './words';

export interface DeletionReportOptions extends Omit<WorkbookOptions, 'withNames' | 'history' | 'exports'> {
  readonly exportWords: ExportWords;
  /** null: to be written by hand. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** Label, four figures, and a column as wide as a SHA-256. */
const WIDTHS = [30, 22, 18, 17, 24, 70];
const FIRST_ROW = 3;

/** `after` is the run over what remains: its totals are those that stay. */
export function deletionReportSheet(before: Settlement, after: Settlement, deletion: Deletion, options: DeletionReportOptions): Sheet {
  const words = options.exportWords.deletion;
  const source = sourceOf(after, { ...options, withNames: false });
  const grid = new Grid();
  const heights = new Map(HEADING_HEIGHTS);
  let row = aboutTable(grid, FIRST_ROW, deletion, options);
  // Above what may run over several pages: the block stays in one piece.
  row = signatures(grid, row + 1, options.exportWords.signatures, heights);
  row = countTable(grid, row + 1, before, after, deletion, words);
  row = fileTable(grid, row + 1, deletion.files, words);
  row = kindTable(grid, row + 1, before, after, source, words);
  row = stateTable(grid, row + 1, source, words);
  for (const note of notesOf(deletion, words)) grid.note(row++, 0, note);
  totalsTable(grid, row + 1, before, deletion, source, words);
  return {
    name: words.title,
    tabColour: null,
    cells: [...heading(source, words.title, WIDTHS.length), ...grid.cells],
    table: null,
    columnWidths: WIDTHS,
    rowHeights: heights,
    frozen: { rows: 2, columns: 0 },
    highlights: [],
    charts: [],
    print: printSetUp(source, words.title, { columns: WIDTHS.length, pages: 'asNeeded', repeatedRows: 2 }),
  };
}

const text = (cell: string): GridCell => ({ cell });
const count = (cell: number): GridCell => ({ cell, format: 'count' });
const yen = (cell: number): GridCell => ({ cell, format: 'yen' });

function aboutTable(grid: Grid, top: number, { what }: Deletion, { exportWords, runAt, version, by, reason }: DeletionReportOptions): number {
  const words = exportWords.deletion;
  grid.title(top, 0, words.about);
  const rows: readonly (readonly [string, string | null])[] = [
    [words.what, 'files' in what ? words.chosenFiles(what.files.length) : words.fiscalYear(what.fiscalYear)],
    [words.when, runAt],
    [words.by, by],
    [words.reason, reason],
    [words.version, version],
  ];
  for (const [index, [label, value]] of rows.entries()) {
    const cells = value === null ? [input(), input(), input()] : [text(value), { cell: null }, { cell: null }];
    grid.row(top + 1 + index, 0, [text(label), ...cells]);
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
  grid.header(top + 1, 0, words.fileColumns);
  for (const [index, { name, fate, deleted, kept, undecided, sha256 }] of files.entries()) {
    const fateCell: GridCell = { cell: words.fates[fate], align: 'center' };
    grid.row(top + 2 + index, 0, [text(name), fateCell, count(deleted), count(kept), count(undecided), { cell: sha256, align: 'center' }]);
  }
  return top + 2 + files.length;
}

/** What the files that lost something said, and what their records added up to while they were there. Last, because it may be long. */
function totalsTable(grid: Grid, top: number, { settlements }: Settlement, { files }: Deletion, { words: product }: Source, words: DeletionWords): void {
  const lessened = new Set(files.filter(({ fate }) => fate !== 'kept').map(({ sha256 }) => sha256));
  const concerned = settlements.filter(({ sha256 }) => lessened.has(sha256));
  if (concerned.length === 0) return;
  grid.title(top, 0, words.totals);
  grid.header(top + 1, 0, words.totalsColumns);
  let row = top + 2;
  for (const file of concerned) {
    for (const [group, { totals }] of file.groups.entries()) {
      for (const item of TRAILER_ITEMS) {
        const { declared, counted } = totals[item.kind][item.measure];
        const reason = trailerComparison(file, group, item);
        const verdict = reason !== null ? 'unchecked' : declared === counted ? 'agrees' : 'mismatch';
        grid.row(row++, 0, [
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

function stateTable(grid: Grid, top: number, source: Source, words: DeletionWords): number {
  const { byState } = figuresOf(source);
  grid.title(top, 0, words.remainingStates);
  grid.header(top + 1, 0, words.stateColumns);
  const cellsOf = (label: string, figures: (typeof byState)['paid']): GridCell[] => [
    text(label),
    count(slipCount(figures)),
    yen(figures.billed),
    yen(figures.paid),
  ];
  for (const [index, state] of SLIP_STATES.entries()) grid.row(top + 2 + index, 0, cellsOf(source.words.states[state], byState[state]));
  const end = top + 2 + SLIP_STATES.length;
  grid.total(end, 0, cellsOf(words.total, added(SLIP_STATES.map((state) => byState[state]))));
  return end + 1;
}

function notesOf({ files, ledger }: Deletion, { partly, undecidedNote, copiesNote }: DeletionWords): string[] {
  const isPartly = files.some(({ fate }) => fate === 'records');
  const isUndecided = files.some(({ undecided }) => undecided > 0) || (ledger?.undecided ?? 0) > 0;
  return [...(isPartly ? [partly] : []), ...(isUndecided ? [undecidedNote] : []), copiesNote];
}
