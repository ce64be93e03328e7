/** Which items does the header have? */
import type { Ask } from './dataItems';
import type { DataFound } from './dataRecord';
import { DATE_LENGTH } from './dates';
import { typeItem } from './frameItems';
import type { Span } from './freeDigits';
import { billerByBarcode, billerByCodes, billerByVariation, codeRuns, type HeaderCode } from './header';
import { filled, itemOf } from './items';
import type { LedgerKeys } from './ledgerKeys';
import { Profile } from './profile';
import type { Alternative, Certainty, Evidence, EvidenceCode, Item } from './proposal';
import type { Gathered } from './rows';
import { Taken } from './taken';

const BY: Record<HeaderCode['by'], { readonly code: EvidenceCode; readonly certainty: Certainty }> = {
  ledger: { code: 'billerInLedger', certainty: 'certain' },
  barcode: { code: 'billerInHeader', certainty: 'likely' },
  variation: { code: 'variesBetweenGroups', certainty: 'weak' },
};

export interface HeaderSources {
  readonly gathered: Gathered;
  readonly data: DataFound;
  /** Constant digits of the barcode that nothing is known of, as places in the data record. */
  readonly rest: readonly Span[];
  readonly ledger: LedgerKeys | null;
  readonly ask: Ask;
}

/** `inBarcode`: digits of the data record that were found to be the biller too. */
export function headerItems(sources: HeaderSources): { readonly items: readonly Item[]; readonly inBarcode: Span | null } {
  const { gathered, data, ask } = sources;
  const rows = gathered.rows.header;
  const profile = new Profile(rows);
  const taken = new Taken(rows.width);
  taken.take(0, 1);
  const items = [typeItem('header', gathered, '1')];
  const { created } = data;
  if (created === null) ask('createdDate', false);
  else {
    const { column, others, notBefore, of } = created;
    const evidence: Evidence[] = [
      { code: 'calendar', matched: column.dates, of: column.of },
      { code: 'notAfterCreated', matched: notBefore, of },
    ];
    const alternatives = others.map((other): Alternative => ({
      offset: other.offset,
      length: DATE_LENGTH,
      name: 'createdDate',
      matched: other.dates,
      of: other.of,
    }));
    const certainty: Certainty = alternatives.length === 0 ? 'certain' : 'likely';
    items.push(itemOf('header', rows, { name: 'createdDate', offset: column.offset, length: DATE_LENGTH, kind: 'date', certainty, evidence, alternatives }));
    taken.take(column.offset, DATE_LENGTH);
  }
  const biller = findBiller(sources, profile, taken);
  if (biller === null)
    ask(
      'billerCode',
      false,
      codeRuns(profile, taken)
        .map(({ offset, length }) => `${offset + 1}-${offset + length}`)
        .join(', '),
    );
  else {
    const { code, certainty } = BY[biller.by];
    const evidence: Evidence[] = [{ code, matched: biller.matched, of: biller.of }];
    items.push(itemOf('header', rows, { name: 'billerCode', offset: biller.offset, length: biller.length, kind: 'code', certainty, evidence }));
    taken.take(biller.offset, biller.length);
  }
  return { items: filled('header', rows, profile, items, 0, rows.width), inBarcode: biller?.inBarcode ?? null };
}

type Biller = HeaderCode & { readonly inBarcode: Span | null };

function findBiller({ gathered, rest, ledger }: HeaderSources, profile: Profile, taken: Taken): Biller | null {
  const headers = gathered.rows.header;
  if (headers.count === 0) return null;
  const byLedger = ledger === null || ledger.billers.size === 0 ? null : billerByCodes(headers, taken, ledger.billers);
  if (byLedger !== null) return { ...byLedger, inBarcode: null };
  const byBarcode = byRest(gathered, taken, rest);
  if (byBarcode !== null) return byBarcode;
  const varying = billerByVariation(headers, profile, taken, gathered.groups);
  return varying === null ? null : { ...varying, inBarcode: null };
}

/** Shorter digits, or hardly any but zeros, stand anywhere by chance. */
const SHORTEST_BILLER = 4;
const isTelling = (digits: string): boolean => digits.replaceAll('0', '').length > 1;

/** The longest run of unknown digits of the barcode that stands in the header too. */
function byRest(gathered: Gathered, taken: Taken, rest: readonly Span[]): Biller | null {
  const longest = rest.reduce((most, { length }) => Math.max(most, length), 0);
  for (let length = longest; length >= SHORTEST_BILLER; length--) {
    for (const span of rest) {
      for (let offset = span.offset; offset + length <= span.offset + span.length; offset++) {
        const found = billerByBarcode(gathered.rows.header, taken, digitsOfHeaders(gathered, { offset, length }));
        if (found !== null) return { ...found, inBarcode: { offset, length } };
      }
    }
  }
  return null;
}

/** What the first data record of each header's group holds there; null without one, or where it is nothing but zeros and one digit. */
function digitsOfHeaders({ rows: { header, data }, groups, groupOf }: Gathered, { offset, length }: Span): (string | null)[] {
  const digits = new Array<string | null>(header.count).fill(null);
  for (let row = 0; row < data.count; row++) {
    const headerRow = groups[groupOf[row]!]!.header;
    if (headerRow < 0 || digits[headerRow] !== null) continue;
    const at = row * data.width + offset;
    const text = String.fromCharCode(...data.bytes.subarray(at, at + length));
    if (isTelling(text)) digits[headerRow] = text;
  }
  return digits;
}
