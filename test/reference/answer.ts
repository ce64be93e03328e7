/** What does the command answer? Written from the contract's text alone, without a look at src. (CONTRACT 4, 5b, 5c, 7) */
import { Found, found, readFile, sha256Of, unreadable } from './file';
import { ITEMS, Layout, isDigits } from './layout';
import { grouped, payments } from './payments';
import { Known, bare, byCode, daysOf, effective, greatest, judge, least, sum } from './slips';
import { Receipt, readLedger, readReceipts } from './tables';

export type NamedBytes = Readonly<{ name: string; bytes: Buffer }>;
type Inputs = Readonly<{ files: readonly NamedBytes[]; ledger: NamedBytes | null; receipts: readonly NamedBytes[]; since: { slips: readonly Slip[] } | null }>;
type Options = Readonly<{ asOf: string; noFileOn: readonly string[]; emptyDaysNotSent: boolean; noOtherChannels: boolean; grace: number }>;
export type Run = Inputs & Options & Readonly<{ layouts: readonly Layout[]; layout: Layout | null }>;
export type Slip = ReturnType<typeof judge> & Readonly<{ billerCode: string | null; fiscalYear: string; slipNumber: string }>;
type Of = Readonly<{ year: string; number: string }>;

const NOTICED =
  'mixedLineEndings fillerAfterEnd revenueStamp amountLimit zeroAmount paidDateImplausible duplicateNotice ambiguousPairing cancellationWithoutPreliminary';
const WARNINGS = `${NOTICED} fileAlreadyImported layoutDiffers receiptDuplicate receiptUnclear receiptWithoutNotice`.split(' ');
const MISFITS = ['recordLength', 'recordType', 'noticeKind', 'barcodeIdentifier', 'barcodeCheckDigit'];
const OWN_CHANNEL = /コンビニ|電子マネー|スマホ|バーコード|CVS/i;

const codeOf = (code: string | null): string | null => (code === null ? null : bare(code));
const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const both = ({ year, number }: Of): string => `${bare(year)} ${bare(number)}`;
const keyOf = (of: Of, biller: string | null): string => `${both(of)} ${biller === null ? 'null' : `'${biller}'`}`;
const bySlip = (a: Slip, b: Slip): number =>
  Number(a.fiscalYear) - Number(b.fiscalYear) ||
  compare(BigInt(a.slipNumber), BigInt(b.slipNumber)) ||
  compare(codeOf(a.billerCode) ?? '', codeOf(b.billerCode) ?? '');

/** The base name; the path as given where two base names are equal. */
function namesOf(paths: readonly string[]): string[] {
  const bases = paths.map((path) => path.split('/').at(-1)!);
  return paths.map((path, at) => (bases.filter((base) => base === bases[at]).length > 1 ? path : bases[at]!));
}

/** Each file with the layout that its bytes fit best. */
function chooseLayouts(files: readonly Buffer[], layouts: readonly Layout[]): Layout[] {
  const fitting = files.map((bytes) => {
    const tries = layouts.map((layout) => readFile(bytes, layout, 1000));
    const counts = (types: string, { code, record }: Found): boolean => MISFITS.includes(code) || (code === 'fieldValue' && '12'.includes(types[record! - 1]!));
    const misfits = tries.map(({ found: list, types }) => list.filter((one) => counts(types, one)).length);
    return tries.some(({ types }) => types.includes('2')) ? layouts.filter((_, at) => misfits[at] === Math.min(...misfits)) : layouts;
  });
  const votes = (layout: Layout): number => fitting.filter((some) => some.length === 1 && some[0] === layout).length;
  const totals = ({ records }: Layout): number => records.trailer.filter(({ name }) => ITEMS.includes(name)).length;
  return fitting.map((some) => some.reduce((best, next) => ((votes(next) - votes(best) || totals(next) - totals(best)) > 0 ? next : best)));
}

/** The contract's answer, less the messages. A refusal is thrown as Refused. */
export function answer(run: Run) {
  const shownAs = namesOf([...run.files, ...(run.ledger ? [run.ledger] : []), ...run.receipts].map(({ name }) => name));
  const ledgerAt = run.files.length;
  const receiptsAt = ledgerAt + (run.ledger ? 1 : 0);
  const placed: (Found & { at: number })[] = [];
  const place = (at: number, ...list: readonly Found[]) => placed.push(...list.map((one) => ({ ...one, at })));

  // The files, each once, in the layout that fits.
  const hashes = run.files.map(({ bytes }) => sha256Of(bytes));
  const taken = run.files.map((file, at) => ({ ...file, at, refusal: unreadable(file.bytes) })).filter(({ at }) => hashes.indexOf(hashes[at]!) === at);
  for (const at of hashes.keys()) if (!taken.some((file) => file.at === at)) place(at, found('fileAlreadyImported'));
  const readable = taken.filter(({ refusal }) => refusal === null);
  const texts = readable.map(({ bytes }) => bytes);
  const chosen = run.layout ? texts.map(() => run.layout!) : chooseLayouts(texts, run.layouts);
  const read = new Map(readable.map(({ at, bytes }, index) => [at, readFile(bytes, chosen[index]!)]));
  for (const { at, refusal } of taken) place(at, ...(read.get(at)?.found ?? [found(refusal!)]));
  if (new Set(chosen).size > 1) place(Infinity, found('layoutDiffers'));
  type Placed = Readonly<{ created: string | null; sha256: string; place: number }>;
  const earlier = (a: Placed, b: Placed): number => byCode(a.created, b.created) || compare(a.sha256, b.sha256) || a.place - b.place;
  const groups = [...read.values()]
    .flatMap(({ groups: own, sha256 }) => own.map((group, index) => ({ ...group, created: group.createdDate, sha256, place: index })))
    .sort(earlier);
  const notices = [...read.values()]
    .flatMap(({ notices: own, sha256 }) => own.map((notice) => ({ ...notice, created: notice.group.createdDate, sha256, place: notice.record })))
    .map((notice) => ({ ...notice, biller: codeOf(notice.group.billerCode ?? notice.barcodeBiller) }))
    .sort(earlier);

  // The tables, and the billers as first seen.
  const widths = chosen.map(({ barcode }) => barcode.find(({ name }) => name === 'slipNumber')!.length);
  const width = widths.length > 0 ? Math.max(...widths) : 17;
  const ledger = run.ledger ? readLedger(run.ledger.bytes, width) : null;
  const lists = run.receipts.map(({ bytes }) => readReceipts(bytes, width));
  const display = new Map<string, string>();
  const see = (code: string | null) => void (code !== null && !display.has(bare(code)) && display.set(bare(code), code));
  for (const { billerCode } of groups) see(billerCode);
  for (const { barcodeBiller, held, year, number } of notices) if (!held || (isDigits(year) && isDigits(number))) see(barcodeBiller);
  for (const { biller } of ledger?.rows ?? []) see(biller);
  const onlyBiller = display.size === 1 ? [...display.keys()][0]! : null;
  for (const { biller } of lists.flatMap(({ rows }) => rows)) see(biller);

  // The slips: of payments, of held notices, of the ledger.
  const slips = new Map<string, Known>();
  const slipOf = (of: Of, biller: string | null): Known => {
    const fresh = { biller, year: bare(of.year), number: bare(of.number), row: null, payments: [], receipts: [], held: false, doubt: false };
    return slips.get(keyOf(of, biller)) ?? slips.set(keyOf(of, biller), fresh).get(keyOf(of, biller))!;
  };
  const numbered = (of: Of): Known[] => [...slips.values()].filter((slip) => both(slip) === both(of));
  const ambiguous: Of[] = [];
  /** The biller of a row: its column's, or that of the slips that carry its number. */
  const billerOf = (at: number, row: Of & Readonly<{ record: number; biller: string | null }>): string | null => {
    const candidates = [...new Set(numbered(row).map(({ biller }) => biller))].sort(byCode);
    if (row.biller !== null) return bare(row.biller);
    if (candidates.length > 1) {
      place(at, found('billerAmbiguous', row.record));
      ambiguous.push(row);
    }
    return candidates.length === 0 ? onlyBiller : candidates[0]!;
  };
  const cleared = payments(notices.filter(({ held }) => !held));
  for (const { sha256, ...one } of cleared.found) place(hashes.indexOf(sha256), one);
  for (const payment of cleared.payments) slipOf(payment.first, payment.first.biller).payments.push(payment);
  for (const notice of notices) if (notice.held && isDigits(notice.year) && isDigits(notice.number)) slipOf(notice, notice.biller).held = true;
  const claims = (ledger?.rows ?? []).map((row) => ({ row, biller: billerOf(ledgerAt, row) }));
  for (const { row, biller } of claims) {
    const slip = slipOf(row, biller);
    if (slip.row) place(ledgerAt, found('ledgerDuplicate', row.record));
    slip.doubt ||= slip.row !== null;
    slip.row ??= row;
  }

  // The receipts, the ledger's own first; a receipt of this very channel, or of a payment already told of, is not used.
  const tally = { used: 0, ownChannel: 0, duplicate: 0, unclear: 0, refused: lists.reduce((total, { refused }) => total + refused, 0) };
  const warn = (what: 'ownChannel' | 'duplicate' | 'unclear', at: number, one: Found | null): void => {
    tally[what] += 1;
    if (one) place(at, one);
  };
  const doubts: (() => void)[] = [];
  const use = (at: number, receipt: Receipt, biller: string | null): void => {
    const known = slips.get(keyOf(receipt, biller));
    const paid = known !== undefined && effective(known).length > 0;
    if (OWN_CHANNEL.test(receipt.method.normalize('NFKC'))) {
      warn('ownChannel', at, paid ? null : found('receiptWithoutNotice', receipt.record, '収納方法'));
      if (!paid) doubts.push(() => Object.assign(slips.get(keyOf(receipt, biller)) ?? {}, { doubt: true }));
      return;
    }
    if (at === ledgerAt && run.ledger && receipt.method === '' && paid) {
      known.doubt = true;
      return warn('unclear', at, found('receiptUnclear', receipt.record, '収納方法'));
    }
    const slip = slipOf(receipt, biller);
    if (slip.receipts.some(({ date, amount }) => date === receipt.date && amount === receipt.amount)) {
      doubts.push(() => (slip.doubt ||= sum(slip.receipts) < (slip.row?.billed ?? 0)));
      return warn('duplicate', at, found('receiptDuplicate', receipt.record));
    }
    tally.used += 1;
    slip.receipts.push(receipt);
  };
  /** Another office's, another year's or another numbering: more than half of at least four slips are not in the ledger. */
  const unrelated = (all: readonly (Known | undefined)[]): Found[] => {
    const strange = all.filter((slip) => !slip?.row).length;
    return ledger && all.length >= 4 && strange * 2 > all.length ? [found('ledgerUnrelated', null, null, all.length, strange)] : [];
  };
  const told = lists.map(({ rows }, index) => rows.map((receipt) => ({ receipt, biller: billerOf(receiptsAt + index, receipt) })));
  if (ledger) {
    place(ledgerAt, ...ledger.found);
    const noticed = [...slips.values()].filter((slip) => slip.payments.length > 0 || slip.held);
    for (const [, own] of [...grouped(noticed, ({ biller }) => biller)].sort(([a], [b]) => byCode(a, b))) place(ledgerAt, ...unrelated(own));
  }
  for (const { row, biller } of claims) if (row.receipt) use(ledgerAt, row.receipt, biller);
  for (const [index, rows] of told.entries()) {
    const keys = new Set(rows.map(({ receipt, biller }) => keyOf(receipt, biller)));
    place(receiptsAt + index, ...lists[index]!.found, ...unrelated([...keys].map((key) => slips.get(key))));
    for (const { receipt, biller } of rows) use(receiptsAt + index, receipt, biller);
  }
  for (const doubt of doubts) doubt();
  for (const of of ambiguous) for (const slip of numbered(of)) slip.doubt = true;

  const rank = ({ at, record, code, field }: Found & { at: number }) => [at, record ?? Infinity, code, field ?? ''] as const;
  const inOrder = (a: Found & { at: number }, b: Found & { at: number }) =>
    rank(a).reduce<number>((order, value, i) => order || compare(value, rank(b)[i]!), 0);
  const severity = (code: string): string => (WARNINGS.includes(code) ? 'warning' : 'error');
  const findings = placed.sort(inOrder).map(({ at, code, ...one }) => ({ code, severity: severity(code), file: shownAs[at] ?? null, ...one }));
  const trusted = !findings.some(({ code }) => code === 'ledgerUnrelated' || code === 'ledgerRounded');
  const complete = trusted && taken.every(({ at }) => read.get(at)?.whole === true) && tally.refused === 0 && (ledger?.lost ?? 0) === 0;
  const given = run.receipts.length > 0 || ledger?.otherChannels === true;
  const otherChannels = given ? 'given' : run.noOtherChannels ? 'none' : 'unknown';
  const days = daysOf(groups, run.asOf, run.noFileOn);
  const elsewhere = (slip: Known): boolean =>
    numbered(slip).some((other) => other.biller !== slip.biller && (other.payments.length > 0 || other.held || other.receipts.length > 0));
  const circumstances = { ...run, hasLedger: ledger !== null, complete, otherChannels, days, elsewhere };
  const answered = [...slips.values()]
    .map((slip): Slip => {
      const billerCode = slip.biller === null ? null : display.get(slip.biller)!;
      return { billerCode, fiscalYear: slip.year.padStart(4, '0'), slipNumber: slip.number.padStart(width, '0'), ...judge(slip, circumstances) };
    })
    .sort(bySlip);
  const dates = groups.map(({ createdDate }) => createdDate);
  const clear = notices.filter(({ held, paidDate, created }) => !held && (created === null || paidDate! <= created));
  return {
    asOf: run.asOf,
    dataFrom: least(dates),
    dataThrough: greatest(dates),
    paidThrough: greatest(clear.map(({ paidDate }) => paidDate)),
    ...{ complete, grace: run.grace, otherChannels },
    missingDays: days.missing?.map(({ biller, missing }) => ({ billerCode: display.get(biller)!, days: missing })) ?? null,
    receipts: tally,
    changes: run.since ? changesOf(run.since.slips, answered) : null,
    files: taken.map(({ at }) => {
      const { layout = null, lineEnding = null, counted = null, declared = null, groups: own = [], unchecked = [] } = read.get(at) ?? {};
      return { name: shownAs[at]!, sha256: hashes[at]!, layout: layout?.id ?? null, lineEnding, recordCount: { counted, declared }, groups: own, unchecked };
    }),
    findings,
    slips: answered,
  };
}

/** What is not the same as in an earlier answer? */
function changesOf(before: readonly Slip[], after: readonly Slip[]) {
  const key = (slip: Slip): string => keyOf({ year: slip.fiscalYear, number: slip.slipNumber }, codeOf(slip.billerCode));
  const [old, fresh] = [new Map(before.map((slip) => [key(slip), slip])), new Map(after.map((slip) => [key(slip), slip]))];
  const told = (slip: Slip | undefined) => (slip ? { state: slip.state, paidAmount: slip.paidAmount, otherAmount: slip.otherAmount, flags: slip.flags } : null);
  const lasting = (slip: Slip | undefined): string =>
    JSON.stringify(slip && [slip.state, slip.paidAmount, slip.otherAmount, slip.flags.filter((flag) => flag !== 'overdue' && flag !== 'remindable')]) ?? '';
  const changed = [...after, ...before.filter((slip) => !fresh.has(key(slip)))].filter((slip) => lasting(old.get(key(slip))) !== lasting(fresh.get(key(slip))));
  return changed.sort(bySlip).map((slip) => {
    const { billerCode, fiscalYear, slipNumber } = slip;
    return { billerCode, fiscalYear, slipNumber, before: told(old.get(key(slip))), after: told(fresh.get(key(slip))) };
  });
}
