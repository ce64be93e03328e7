/**
 * What remains when a fiscal year, or chosen files, are deleted?
 *
 * A file whose data records all go goes wholly. Of a file that also holds other years the deleted records are blanked where they stand: all other
 * bytes stay as they came, records keep their numbers, and the file says of itself that it is no longer whole. docs/decisions/0009-deletion.md.
 */
import { BLANK, STANDING } from '../file/grammar';
import type { PartialDeletion, SettlementFile, SourceFile } from '../file/settlementFile';
import { readFiscalYear } from '../reconcile/cells';
import { textTable, type LedgerTable } from '../reconcile/table';
import type { Settlement } from '../settle';
import { slipOfNotices } from '../sheet/noticeUse';

/** A fiscal year as the ledger and barcodes write it, 2027; or files by their SHA-256. Chosen files take no ledger row with them. */
export type Deleted = { readonly fiscalYear: string } | { readonly files: readonly string[] };

export interface FileDeletion {
  readonly name: string;
  readonly sha256: string;
  readonly fate: 'kept' | 'whole' | 'records';
  /** Data records that go, and that stay. */
  readonly deleted: number;
  readonly kept: number;
  /** Records that stay because their year cannot be read: only deleting the whole file takes them away. */
  readonly undecided: number;
}

export interface LedgerDeletion {
  readonly name: string;
  readonly deleted: number;
  readonly kept: number;
  /** Rows with text that stay because their year cannot be read. */
  readonly undecided: number;
}

export interface Deletion<File extends SourceFile = SourceFile> {
  readonly what: Deleted;
  /** Every file of the settlement, in its order. */
  readonly files: readonly FileDeletion[];
  /** null: there is no ledger. */
  readonly ledger: LedgerDeletion | null;
  /** What a new run reconciles; `sha256` of a file stays that of the bytes as they came, so that they are known again. */
  readonly remainingFiles: readonly File[];
  /** null: none was there, or no row of it remains. */
  readonly remainingLedger: LedgerTable | null;
}

/** `sources` are the settlement's files as the workbook keeps them. Pure: nothing is changed. */
export function planDeletion<File extends SourceFile>(settlement: Settlement, sources: readonly File[], what: Deleted): Deletion<File> {
  const bySha = new Map(sources.map((source) => [source.sha256, source]));
  const records = 'fiscalYear' in what ? recordsOfYear(settlement, what.fiscalYear) : null;
  const plans = settlement.files.map(({ sha256, settlement: read }) => {
    const source = bySha.get(sha256);
    if (source === undefined) throw new Error('a file of the settlement is missing');
    const details = read?.grammar.noticeCount ?? 0;
    if ('files' in what) return planWhole(source, details, what.files.includes(sha256));
    if (read === null) return { file: { ...named(source), fate: 'kept', deleted: 0, kept: 0, undecided: 1 } as const, remaining: source };
    return planRecords(settlement, source, read, records![settlement.settlements.indexOf(read)]!);
  });
  const ledger = settlement.ledger === null ? null : planLedger(settlement.ledger.table, settlement.ledger.columnOf.fiscalYear, what);
  return {
    what,
    files: plans.map(({ file }) => file),
    ledger: ledger?.counts ?? null,
    remainingFiles: plans.flatMap(({ remaining }) => remaining ?? []),
    remainingLedger: ledger?.table ?? null,
  };
}

interface FilePlan<File> {
  readonly file: FileDeletion;
  readonly remaining: File | null;
}

/** Data records of one file: those of the year, and how many tell no year. */
interface YearRecords {
  readonly gone: number[];
  undecided: number;
}

const named = ({ name, sha256 }: SourceFile): Pick<FileDeletion, 'name' | 'sha256'> => ({ name, sha256 });
/** 2027 and 02027 are one year. */
export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');
export const sameYear = (a: string, b: string): boolean => withoutZeros(a) === withoutZeros(b);

/** By file, in one pass over the notices. */
function recordsOfYear(settlement: Settlement, fiscalYear: string): YearRecords[] {
  const { notices, slips, settlements } = settlement;
  const slipOf = slipOfNotices(settlement);
  const found = settlements.map((): YearRecords => ({ gone: [], undecided: 0 }));
  for (let notice = 0; notice < notices.count; notice++) {
    const records = found[notices.file[notice]!]!;
    const slip = slipOf[notice]!;
    if (slip < 0) records.undecided++;
    else if (sameYear(slips.numbers.yearOf(slip), fiscalYear)) records.gone.push(notices.record[notice]!);
  }
  return found;
}

function planWhole<File extends SourceFile>(source: File, details: number, isChosen: boolean): FilePlan<File> {
  const counts = { ...named(source), deleted: isChosen ? details : 0, kept: isChosen ? 0 : details, undecided: 0 };
  return { file: { ...counts, fate: isChosen ? 'whole' : 'kept' }, remaining: isChosen ? null : source };
}

/** All but the first byte of a record; the whole row of a CSV file. */
function blankOut(bytes: Uint8Array, { cut, given }: SettlementFile, record: number): void {
  const { starts, lengths } = given ?? cut;
  bytes.fill(BLANK, starts[record]! + (given === undefined ? 1 : 0), starts[record]! + lengths[record]!);
}

function planRecords<File extends SourceFile>(
  settlement: Settlement,
  source: File,
  read: SettlementFile,
  { gone, undecided: unknownYear }: YearRecords,
): FilePlan<File> {
  const { standings, noticeCount } = read.grammar;
  const isRead = (standing: number): boolean => standing === STANDING.read || standing === STANDING.deleted || standing === STANDING.heading;
  const unread = standings.reduce((sum, standing) => sum + (isRead(standing) ? 0 : 1), 0);
  const counts = { ...named(source), deleted: gone.length, kept: noticeCount - gone.length, undecided: unread + unknownYear };
  if (gone.length === 0) return { file: { ...counts, fate: 'kept' }, remaining: source };
  if (counts.kept === 0 && unread === 0) return { file: { ...counts, fate: 'whole' }, remaining: null };
  const bytes = source.bytes.slice();
  for (const record of gone) blankOut(bytes, read, record);
  return { file: { ...counts, fate: 'records' }, remaining: { ...source, bytes, deletion: { agreed: agreed(settlement, source) } } };
}

/** A mismatch that was found while the records were there must not be forgotten with them. */
function agreed({ findings }: Settlement, { name, deletion }: SourceFile): PartialDeletion['agreed'] {
  const differs = findings.some(({ code, file }) => file === name && (code === 'totalMismatch' || code === 'recordCountMismatch'));
  return !differs && deletion?.agreed !== false;
}

function planLedger(table: LedgerTable, yearColumn: number, what: Deleted): { counts: LedgerDeletion; table: LedgerTable | null } {
  const { name, header, rowCount, moved, intact } = table;
  const stillMoved = new Map<number, number>();
  if ('files' in what) return { counts: { name, deleted: 0, kept: rowCount, undecided: 0 }, table };
  const rows: string[][] = [[...header]];
  let deleted = 0;
  let kept = 0;
  let undecided = 0;
  for (let row = 0; row < rowCount; row++) {
    const cells = header.map((_, column) => table.cell(row, column));
    const isBlank = !moved.has(row) && cells.every((cell) => cell.trim() === '');
    const year = readFiscalYear(cells[yearColumn]!.trim());
    const goes = !isBlank && year !== null && sameYear(year, what.fiscalYear);
    if (goes) deleted++;
    // An empty row in its place: those that stay keep the record numbers of the file that they came from.
    if (isBlank || goes) {
      rows.push([]);
      continue;
    }
    kept++;
    if (year === null) undecided++;
    if (moved.has(row)) stillMoved.set(row, moved.get(row)!);
    rows.push(cells);
  }
  return { counts: { name, deleted, kept, undecided }, table: kept === 0 ? null : textTable(name, rows, intact, stillMoved) };
}
