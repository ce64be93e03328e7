/** What can be deleted, and what would a deletion take: before anything happens, in numbers? */
import { readFiscalYear } from '../reconcile/cells';
import type { Settlement } from '../settle';
import { slipOfNotices } from '../sheet/noticeUse';
import { sameYear, withoutZeros, type Deleted, type Deletion, type FileDeletion } from './deletion';

export interface DeletableYear {
  readonly fiscalYear: string;
  readonly slips: number;
  readonly details: number;
  readonly ledgerRows: number;
}

export interface Deletable {
  /** Newest first. */
  readonly years: readonly DeletableYear[];
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly details: number }[];
}

export interface Amounts {
  readonly deleted: number;
  readonly kept: number;
}

export interface DeletionPreview {
  readonly slips: Amounts;
  readonly details: Amounts;
  /** null: there is no ledger. */
  readonly ledgerRows: Amounts | null;
  readonly files: readonly Pick<FileDeletion, 'name' | 'fate'>[];
  /** Details, records and ledger rows that stay because nobody can read their year. */
  readonly undecided: number;
  /** Slips that stay in the list without the notices that tell of their payment. */
  readonly losingNotices: number;
}

export function deletableIn(settlement: Settlement): Deletable {
  const { slips, notices, files, settlements } = settlement;
  const years = new Map<string, { fiscalYear: string; slips: number; details: number; ledgerRows: number }>();
  const yearOf = (text: string): { slips: number; details: number; ledgerRows: number } => {
    const fiscalYear = withoutZeros(text);
    const known = years.get(fiscalYear) ?? { fiscalYear, slips: 0, details: 0, ledgerRows: 0 };
    years.set(fiscalYear, known);
    return known;
  };
  const slipOf = slipOfNotices(settlement);
  for (let slip = 0; slip < slips.count; slip++) yearOf(slips.numbers.yearOf(slip)).slips++;
  for (let notice = 0; notice < notices.count; notice++) {
    const slip = slipOf[notice]!;
    if (slip >= 0) yearOf(slips.numbers.yearOf(slip)).details++;
  }
  for (const year of ledgerYears(settlement)) yearOf(year).ledgerRows++;
  const details = new Int32Array(settlements.length);
  for (const file of notices.file) details[file]!++;
  return {
    years: [...years.values()].sort((a, b) => Number(b.fiscalYear) - Number(a.fiscalYear)),
    files: files.map(({ name, sha256, settlement: read }) => ({ name, sha256, details: read === null ? 0 : details[settlements.indexOf(read)]! })),
  };
}

/** Of each row whose year can be read. */
function* ledgerYears({ ledger }: Settlement): Generator<string> {
  if (ledger === null) return;
  const { ids, texts } = ledger.table.dictionary(ledger.columnOf.fiscalYear);
  const years = texts.map((text) => readFiscalYear(text.trim()));
  for (const id of ids) {
    const year = years[id]!;
    if (year !== null) yield year;
  }
}

/** `deletion` is the plan for this settlement. */
export function previewOf(settlement: Settlement, { what, files, ledger }: Pick<Deletion, 'what' | 'files' | 'ledger'>): DeletionPreview {
  const { slips, notices } = settlement;
  const { isGone, losingNotices } = slipsOf(settlement, what);
  const gone = isGone.reduce((sum, flag) => sum + flag, 0);
  const details = files.reduce((sum, file) => sum + file.deleted, 0);
  return {
    slips: { deleted: gone, kept: slips.count - gone },
    details: { deleted: details, kept: notices.count - details },
    ledgerRows: ledger === null ? null : { deleted: ledger.deleted, kept: ledger.kept },
    files: files.map(({ name, fate }) => ({ name, fate })),
    undecided: files.reduce((sum, file) => sum + file.undecided, ledger?.undecided ?? 0),
    losingNotices,
  };
}

export interface SlipsConcerned {
  /** 1 for each slip that goes: nothing tells of it any more, neither a row of the ledger nor a notice. */
  readonly isGone: Uint8Array;
  readonly losingNotices: number;
}

export function slipsOf({ slips, notices, settlements }: Settlement, what: Deleted): SlipsConcerned {
  const isChosen = settlements.map(({ sha256 }) => 'files' in what && what.files.includes(sha256));
  const isGone = new Uint8Array(slips.count);
  let losingNotices = 0;
  for (let slip = 0; slip < slips.count; slip++) {
    if ('fiscalYear' in what) {
      if (sameYear(slips.numbers.yearOf(slip), what.fiscalYear)) isGone[slip] = 1;
      continue;
    }
    const places = slips.noticesBySlip.subarray(slips.noticeStart[slip], slips.noticeStart[slip + 1]);
    const lost = places.reduce((sum, notice) => sum + (isChosen[notices.file[notice]!]! ? 1 : 0), 0);
    if (lost === 0) continue;
    if (slips.ledgerEntry[slip]! < 0 && lost === places.length) isGone[slip] = 1;
    else losingNotices++;
  }
  return { isGone, losingNotices };
}
