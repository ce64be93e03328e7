/** What does the command answer? Written from the contract's text, without a look at src. (CONTRACT 4, 5b, 5c, 7) */
import { createHash } from 'node:crypto';
import { CALENDAR_END, isBusinessDay, nthBusinessDay, plus } from './calendar';
import { Found, Group, ReadFile, found, readFile, unreadable } from './file';
import { KINDS, Layout, isDigits, refuseLayout } from './layout';
import { Payment, Told, isCancelled, payments } from './payments';
import { LedgerRow, Receipt, readLedger, readReceipts } from './tables';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Buffer;
}
export interface Run {
  readonly files: readonly NamedBytes[];
  readonly ledger: NamedBytes | null;
  readonly receipts: readonly NamedBytes[];
  readonly layouts: readonly Layout[];
  readonly layout: Layout | null;
  readonly asOf: string;
  readonly noFileOn: readonly string[];
  readonly emptyDaysNotSent: boolean;
  readonly noOtherChannels: boolean;
  readonly grace: number;
  readonly since: { readonly slips: readonly Slip[] } | null;
}
export interface Slip {
  readonly billerCode: string | null;
  readonly fiscalYear: string;
  readonly slipNumber: string;
  readonly state: string;
  readonly flags: readonly string[];
  readonly reissueNumber: number | null;
  readonly billedAmount: number | null;
  readonly paidAmount: number;
  readonly confirmedAmount: number;
  readonly paidDate: string | null;
  readonly dueDate: string | null;
  readonly otherAmount: number;
  readonly otherDate: string | null;
  readonly remindFrom: string | null;
}

const WARNINGS = (
  'mixedLineEndings revenueStamp amountLimit zeroAmount paidDateImplausible duplicateNotice ambiguousPairing cancellationWithoutPreliminary ' +
  'fileAlreadyImported layoutDiffers receiptDuplicate receiptUnclear receiptWithoutNotice'
).split(' ');
const MISFITS = ['recordLength', 'recordType', 'noticeKind', 'barcodeIdentifier', 'barcodeCheckDigit'];

const TOTALS = KINDS.flatMap((kind) => [`${kind}Count`, `${kind}Amount`]);

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const bare = (code: string): string => (isDigits(code) ? code.replace(/^0+(?=\d)/, '') : code);
const codeOf = (code: string | null): string | null => (code === null ? null : bare(code));
const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const byCode = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
const least = (days: readonly (string | null)[]): string | null => days.filter((one) => one !== null).sort()[0] ?? null;
const greatest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((one) => one !== null)
    .sort()
    .at(-1) ?? null;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The base name; the path as given where two base names are equal. */
function names(paths: readonly string[]): string[] {
  const bases = paths.map((path) => path.split('/').at(-1)!);
  return paths.map((path, at) => (bases.filter((base) => base === bases[at]).length > 1 ? path : bases[at]!));
}

/** Each file with the layout that its bytes fit best. (CONTRACT 7) */
function chooseLayouts(files: readonly Buffer[], layouts: readonly Layout[]): Layout[] {
  const fitting = files.map((bytes) => {
    const tries = layouts.map((layout) => {
      const { found: list, types } = readFile(bytes, layout, 1000);
      const onHeaderOrData = (record: number | null): boolean => record !== null && '12'.includes(types[record - 1]!);
      const bad = list.filter(({ code, record }) => MISFITS.includes(code) || (code === 'fieldValue' && onHeaderOrData(record)));
      return { layout, bad: bad.length, hasData: types.includes('2') };
    });
    const fewest = Math.min(...tries.map(({ bad }) => bad));
    return tries.some(({ hasData }) => hasData) ? tries.filter(({ bad }) => bad === fewest).map(({ layout }) => layout) : layouts;
  });
  const votes = (layout: Layout): number => fitting.filter((some) => some.length === 1 && some[0] === layout).length;
  const totals = ({ records }: Layout): number => records.trailer.filter(({ name }) => TOTALS.includes(name)).length;
  return fitting.map((some) => some.reduce((best, next) => ((votes(next) - votes(best) || totals(next) - totals(best)) > 0 ? next : best)));
}

interface Days {
  readonly reach: (biller: string | null) => { from: string; through: string } | null;
  readonly missing: { biller: string; days: string[] }[] | null;
}

/** Which days of which biller came, and which did not? (CONTRACT 5c) */
function daysOf(groups: readonly Group[], { asOf, noFileOn }: Run): Days {
  const byBiller = new Map<string, string[]>();
  for (const { billerCode, createdDate } of groups)
    if (billerCode !== null && createdDate !== null) byBiller.set(bare(billerCode), [...(byBiller.get(bare(billerCode)) ?? []), createdDate].sort());
  const ends = (days: readonly string[]) => ({ from: days[0]!, through: days.at(-1)! });
  const all = [...byBiller.values()].map(ends);
  const anyone = all.length === 0 ? null : { from: greatest(all.map(({ from }) => from))!, through: least(all.map(({ through }) => through))! };
  const between = (from: string, through: string): string[] => {
    const days = [];
    for (let at = from; at <= through; at = plus(at, 1)) days.push(at);
    return days;
  };
  const missing = [...byBiller]
    .sort(([a], [b]) => byCode(a, b))
    .map(([biller, created]) => {
      const { from, through } = ends(created);
      const atRest = between(from, through).filter((at) => !isBusinessDay(at));
      const worked = atRest.filter((at) => created.includes(at)).length;
      const everyDay = worked >= 2 && worked * 2 >= atRest.length;
      const expected = between(from, plus(asOf, -1)).filter((at) => everyDay || isBusinessDay(at));
      return { biller, days: expected.filter((at) => !created.includes(at) && !noFileOn.includes(at)) };
    });
  return {
    reach: (biller) => (biller === null ? anyone : byBiller.has(biller) ? ends(byBiller.get(biller)!) : null),
    missing: asOf > CALENDAR_END ? null : missing.filter(({ days }) => days.length > 0),
  };
}

/** Everything known of one slip. */
interface Known {
  readonly biller: string | null;
  readonly year: string;
  readonly number: string;
  row: LedgerRow | null;
  readonly payments: Payment[];
  readonly receipts: Receipt[];
  held: boolean;
  review: boolean;
  doubled: boolean;
}

const effective = ({ payments: paid }: Known): Payment[] => paid.filter((payment) => !isCancelled(payment));

interface Circumstances {
  readonly run: Run;
  readonly days: Days;
  readonly complete: boolean;
  readonly otherChannels: string;
  /** Is there a payment, a held notice or a receipt of its year and number under another biller? */
  readonly elsewhere: (slip: Known) => boolean;
}

/** State, flags and figures of a slip. (CONTRACT 4) */
function judge(slip: Known, { run, days, complete, otherChannels, elsewhere }: Circumstances): Omit<Slip, 'billerCode' | 'fiscalYear' | 'slipNumber'> {
  const { row, payments: paid, receipts, held } = slip;
  const billed = row?.billed ?? null;
  const standing = effective(slip);
  const confirmed = paid.filter((payment) => payment.confirmed !== null);
  const e = sum(standing.map(({ first }) => first.amount));
  const o = sum(receipts.map(({ amount }) => amount));
  const due = row ? row.due : greatest(paid.map(({ first }) => first.due));
  const newer = ({ first }: Payment): boolean => row !== null && first.reissue !== null && first.reissue > row.reissue;
  const older = ({ first }: Payment): boolean => row !== null && first.reissue !== null && first.reissue < row.reissue;
  const late = (payment: Payment): boolean => {
    const limit = newer(payment) ? payment.first.due : due;
    return limit !== null && payment.first.paidDate! > limit;
  };

  let state = 'unpaid';
  if (confirmed.length > 0) state = 'paid';
  else if (o > 0 && (billed === null || o >= billed)) state = 'paidElsewhere';
  else if (standing.length > 0) state = 'preliminary';
  else if (billed === 0) state = 'notOwed';
  else if (paid.length > 0) state = 'cancelled';
  const open = state === 'unpaid' || state === 'cancelled';

  const reach = days.reach(slip.biller);
  const alone = row !== null && paid.length === 0 && receipts.length === 0;
  const needsReview = slip.review || slip.doubled || row?.bad === true || paid.some(({ review }) => review) || (alone && elsewhere(slip));
  const overdue = open && due !== null && due < run.asOf && reach !== null && due < reach.through && !held && !elsewhere(slip);
  const remindFrom = !open || due === null ? null : run.grace === 0 ? plus(due, 1) : nthBusinessDay(due, run.grace);
  const remindOn = remindFrom !== null && remindFrom <= CALENDAR_END ? remindFrom : null;
  const remindable = (): boolean => {
    if (!row || o > 0 || !overdue || needsReview || held || paid.some(newer) || !complete || otherChannels === 'unknown') return false;
    if (remindOn === null || remindOn > run.asOf || reach === null || reach.through < remindOn || days.missing === null) return false;
    const begins = row.issued === null ? plus(due!, -14) : nthBusinessDay(row.issued, 1);
    if (begins === null || reach.from > begins) return false;
    const recent = nthBusinessDay(run.asOf, 5, -1)!;
    const missed = days.missing.filter(({ biller }) => slip.biller === null || biller === slip.biller).flatMap((one) => one.days);
    return run.emptyDaysNotSent || !missed.some((at) => at < recent);
  };
  const flags = {
    reissued: (row?.reissue ?? 0) > 0 || paid.some(({ first }) => (first.reissue ?? 0) > 0),
    paidTwice: standing.length >= 2 || (standing.length === 1 && o > 0 && (billed === null || e + o > billed)),
    amountDiffers: billed !== null && ((standing.some(({ first }) => first.amount !== billed) && !(o > 0 && e + o === billed)) || o > billed),
    partlyPaid: billed !== null && o > 0 && e + o < billed,
    paidLate: standing.some(late) || receipts.some(({ date }) => date !== null && date > (row?.due ?? '9999')),
    overdue,
    remindable: remindable(),
    paidOnOldSlip: standing.some(older),
    ledgerBehind: standing.some(newer),
    notInLedger: run.ledger !== null && row === null,
    noticeHeld: held,
    needsReview,
  };
  const reissues = [...(row ? [row.reissue] : []), ...paid.map(({ first }) => first.reissue).filter((reissue) => reissue !== null)];
  return {
    state,
    flags: Object.entries(flags)
      .filter(([, on]) => on)
      .map(([name]) => name)
      .sort(),
    reissueNumber: reissues.length === 0 ? null : Math.max(...reissues),
    billedAmount: billed,
    paidAmount: e,
    confirmedAmount: sum(confirmed.map(({ first }) => first.amount)),
    paidDate: least(standing.map(({ first }) => first.paidDate)),
    dueDate: due,
    otherAmount: o,
    otherDate: least(receipts.map(({ date }) => date)),
    remindFrom: remindOn,
  };
}

type Placed = Found & { readonly source: number };

/** The contract's answer, less the messages. A refusal is thrown as Refused. */
export function answer(run: Run) {
  if (run.layout) refuseLayout(run.layout, run.layouts);
  const inputs = [...run.files, ...(run.ledger ? [run.ledger] : []), ...run.receipts];
  const shownAs = names(inputs.map(({ name }) => name));
  const ledgerAt = run.files.length;
  const receiptsAt = ledgerAt + (run.ledger ? 1 : 0);
  const placed: Placed[] = [];
  const place = (source: number, list: readonly Found[]) => placed.push(...list.map((one) => ({ ...one, source })));

  // The files, each once.
  const texts = run.files.map(({ bytes }) => bytes.toString('latin1'));
  const taken = run.files.map((_, at) => at).filter((at) => texts.indexOf(texts[at]!) === at);
  run.files.forEach((_, at) => void (taken.includes(at) || place(at, [found('fileAlreadyImported', null)])));
  const readable = taken.filter((at) => unreadable(run.files[at]!.bytes) === null);
  const bytes = readable.map((at) => run.files[at]!.bytes);
  const chosen = run.layout ? bytes.map(() => run.layout!) : chooseLayouts(bytes, run.layouts);
  const read = new Map<number, ReadFile>(readable.map((at, index) => [at, readFile(bytes[index]!, chosen[index]!)]));
  for (const at of taken) place(at, read.get(at)?.found ?? [found(unreadable(run.files[at]!.bytes)!, null)]);
  if (new Set(chosen).size > 1) place(Infinity, [found('layoutDiffers', null)]);
  const sourceOf = new Map([...read].map(([at, { sha256 }]) => [sha256, at]));
  const filesInOrder = [...read.values()];
  const groups = filesInOrder.flatMap(({ groups: own, sha256 }) => own.map((group, at) => ({ group, sha256, at })));
  const earlier = (a: { group: Group; sha256: string; at: number }, b: typeof a): number =>
    byCode(a.group.createdDate, b.group.createdDate) || byCode(a.sha256, b.sha256) || a.at - b.at;
  const orderedGroups = groups.sort(earlier).map(({ group }) => group);
  const notices: Told[] = filesInOrder
    .flatMap(({ notices: own }) => own)
    .map((notice) => ({
      ...notice,
      year: bare(notice.year),
      number: bare(notice.number),
      biller: codeOf(notice.group.billerCode ?? notice.barcodeBiller),
      at: notice.record,
    }))
    .sort(earlier);

  // The slips, by biller, year and number.
  const widths = chosen.map(({ barcode }) => barcode.find(({ name }) => name === 'slipNumber')!.length);
  const width = widths.length > 0 ? Math.max(...widths) : 17;
  const ledger = run.ledger ? readLedger(run.ledger.bytes, width) : null;
  const lists = run.receipts.map((file, at) => readReceipts(file.bytes, width, at + 1));
  const ledgerRows = ledger?.rows ?? [];
  const display = new Map<string, string>();
  const firstSeen = (codes: readonly (string | null)[]) =>
    codes.forEach((code) => void (code !== null && !display.has(bare(code)) && display.set(bare(code), code)));
  firstSeen(orderedGroups.map(({ billerCode }) => billerCode));
  firstSeen(notices.map(({ barcodeBiller }) => barcodeBiller));
  firstSeen(ledgerRows.map(({ biller }) => biller));
  const onlyBiller = display.size === 1 ? [...display.keys()][0]! : null;
  firstSeen(lists.flatMap(({ rows }) => rows.map(({ biller }) => biller)));

  const slips = new Map<string, Known>();
  const numbered = new Map<string, Known[]>();
  const billersOf = new Map<string, Set<string | null>>();
  const both = ({ year, number }: { year: string; number: string }): string => `${bare(year)} ${bare(number)}`;
  const carry = (of: { year: string; number: string }, biller: string | null) => billersOf.set(both(of), (billersOf.get(both(of)) ?? new Set()).add(biller));
  const slipOf = (of: { year: string; number: string }, biller: string | null): Known => {
    const key = JSON.stringify([biller, both(of)]);
    const known = slips.get(key);
    if (known) return known;
    const fresh: Known = {
      biller,
      year: bare(of.year),
      number: bare(of.number),
      row: null,
      payments: [],
      receipts: [],
      held: false,
      review: false,
      doubled: false,
    };
    slips.set(key, fresh);
    numbered.set(both(of), [...(numbered.get(both(of)) ?? []), fresh]);
    return fresh;
  };
  const ambiguous = new Set<string>();
  const resolve = (source: number, of: { year: string; number: string; record: number; biller: string | null }): string | null => {
    if (of.biller !== null) return bare(of.biller);
    const candidates = [...(billersOf.get(both(of)) ?? [])].sort(byCode);
    if (candidates.length === 0) return onlyBiller;
    if (candidates.length > 1) {
      place(source, [found('billerAmbiguous', of.record)]);
      ambiguous.add(both(of));
    }
    return candidates[0]!;
  };

  const clearing = payments(notices.filter(({ held }) => !held));
  for (const { sha256, ...one } of clearing.found) place(sourceOf.get(sha256)!, [one]);
  for (const payment of clearing.payments) slipOf(payment.first, payment.first.biller).payments.push(payment);
  for (const notice of notices.filter(({ held, year, number }) => held && isDigits(year) && isDigits(number))) slipOf(notice, notice.biller).held = true;
  for (const { year, number, biller } of slips.values()) carry({ year, number }, biller);
  const claims = ledgerRows.map((row) => ({ row, biller: resolve(ledgerAt, row) }));
  for (const { row, biller } of claims) {
    const slip = slipOf(row, biller);
    if (slip.row) {
      place(ledgerAt, [found('ledgerDuplicate', row.record)]);
      slip.doubled = true;
    }
    slip.row ??= row;
  }
  for (const { row, biller } of claims) carry(row, biller);

  // The receipts. (CONTRACT 5b)
  const tally = { used: 0, ownChannel: 0, duplicate: 0, unclear: 0, refused: sum(lists.map(({ lost }) => lost)) };
  const use = (receipt: Receipt, source: number, biller: string | null): void => {
    const known = slips.get(JSON.stringify([biller, both(receipt)]));
    const standing = known !== undefined && effective(known).length > 0;
    if (/コンビニ|電子マネー|スマホ|バーコード|CVS/i.test(receipt.method.normalize('NFKC'))) {
      tally.ownChannel += 1;
      if (standing) return;
      place(source, [found('receiptWithoutNotice', receipt.record, '収納方法')]);
      later.add(JSON.stringify([biller, both(receipt)]));
    } else if (receipt.source === 0 && receipt.method === '' && standing) {
      tally.unclear += 1;
      place(source, [found('receiptUnclear', receipt.record, '収納方法')]);
      known.review = true;
    } else {
      const slip = slipOf(receipt, biller);
      if (slip.receipts.some(({ date, amount }) => date === receipt.date && amount === receipt.amount)) {
        tally.duplicate += 1;
        place(source, [found('receiptDuplicate', receipt.record)]);
        repeated.add(slip);
      } else {
        tally.used += 1;
        slip.receipts.push(receipt);
      }
    }
  };
  const later = new Set<string>();
  const repeated = new Set<Known>();
  for (const { row, biller } of claims) if (row.receipt) use(row.receipt, ledgerAt, biller);
  lists.forEach(({ rows, found: list }, at) => {
    place(receiptsAt + at, list);
    const told = rows.map((receipt) => ({ receipt, biller: resolve(receiptsAt + at, receipt) }));
    const distinct = new Set(told.map(({ receipt, biller }) => JSON.stringify([biller, both(receipt)])));
    const strange = [...distinct].filter((key) => !slips.get(key)?.row).length;
    if (ledger && distinct.size >= 4 && strange * 2 > distinct.size) place(receiptsAt + at, [found('ledgerUnrelated', null, null, distinct.size, strange)]);
    for (const { receipt, biller } of told) use(receipt, receiptsAt + at, biller);
  });
  for (const key of later) if (slips.has(key)) slips.get(key)!.review = true;
  for (const slip of repeated) if (sum(slip.receipts.map(({ amount }) => amount)) < (slip.row?.billed ?? 0)) slip.review = true;
  for (const key of ambiguous) for (const slip of numbered.get(key) ?? []) slip.review = true;

  // Does the ledger belong to the files? (CONTRACT 5)
  if (ledger) {
    place(ledgerAt, ledger.found);
    for (const biller of [...new Set([...slips.values()].map((slip) => slip.biller))].sort(byCode)) {
      const own = [...slips.values()].filter((slip) => slip.biller === biller && (slip.payments.length > 0 || slip.held));
      const strange = own.filter(({ row }) => row === null).length;
      if (own.length >= 4 && strange * 2 > own.length) place(ledgerAt, [found('ledgerUnrelated', null, null, own.length, strange)]);
    }
  }

  const findings = placed
    .sort(
      (a, b) =>
        compare(a.source, b.source) || compare(a.record ?? Infinity, b.record ?? Infinity) || compare(a.code, b.code) || compare(a.field ?? '', b.field ?? ''),
    )
    .map(({ source, code, ...one }) => ({ code, severity: WARNINGS.includes(code) ? 'warning' : 'error', file: shownAs[source] ?? null, ...one }));
  const complete =
    taken.every((at) => read.get(at)?.whole === true) &&
    !findings.some(({ code }) => code === 'ledgerUnrelated' || code === 'ledgerRounded') &&
    tally.refused === 0 &&
    (ledger?.lost ?? 0) === 0;
  const given = run.receipts.length > 0 || ledger?.otherChannels === true;
  const otherChannels = given ? 'given' : run.noOtherChannels ? 'none' : 'unknown';
  const days = daysOf(orderedGroups, run);
  const elsewhere = (slip: Known): boolean =>
    numbered.get(both(slip))!.some((other) => other.biller !== slip.biller && (other.payments.length > 0 || other.held || other.receipts.length > 0));
  const circumstances = { run, days, complete, otherChannels, elsewhere };
  const bySlip = (a: Slip, b: Slip): number =>
    Number(a.fiscalYear) - Number(b.fiscalYear) ||
    compare(BigInt(a.slipNumber), BigInt(b.slipNumber)) ||
    compare(codeOf(a.billerCode) ?? '', codeOf(b.billerCode) ?? '');
  const answered: Slip[] = [...slips.values()]
    .map((slip) => ({
      billerCode: slip.biller === null ? null : display.get(slip.biller)!,
      fiscalYear: slip.year.padStart(4, '0'),
      slipNumber: slip.number.padStart(width, '0'),
      ...judge(slip, circumstances),
    }))
    .sort(bySlip);
  const dates = orderedGroups.map(({ createdDate }) => createdDate);
  return {
    asOf: run.asOf,
    dataFrom: least(dates),
    dataThrough: greatest(dates),
    paidThrough: greatest(
      notices.filter(({ held, paidDate, group }) => !held && (group.createdDate === null || paidDate! <= group.createdDate)).map(({ paidDate }) => paidDate),
    ),
    complete,
    grace: run.grace,
    otherChannels,
    missingDays: days.missing?.map(({ biller, days: missed }) => ({ billerCode: display.get(biller)!, days: missed })) ?? null,
    receipts: tally,
    changes: run.since ? changes(run.since.slips, answered, bySlip) : null,
    files: taken.map((at) => {
      const file = read.get(at);
      return {
        name: shownAs[at]!,
        sha256: file?.sha256 ?? hash(run.files[at]!.bytes),
        layout: file?.layout?.id ?? null,
        lineEnding: file?.lineEnding ?? null,
        recordCount: { counted: file?.counted ?? null, declared: file?.declared ?? null },
        groups: file?.groups ?? [],
        unchecked: file?.unchecked ?? [],
      };
    }),
    findings,
    slips: answered,
  };
}

/** What is not the same as in an earlier answer? (CONTRACT 5c) */
function changes(before: readonly Slip[], after: readonly Slip[], bySlip: (a: Slip, b: Slip) => number) {
  const key = ({ billerCode, fiscalYear, slipNumber }: Slip): string => JSON.stringify([codeOf(billerCode), bare(fiscalYear), bare(slipNumber)]);
  const [old, fresh] = [before, after].map((list) => new Map(list.map((slip) => [key(slip), slip]))) as [Map<string, Slip>, Map<string, Slip>];
  const told = (slip: Slip | undefined) => (slip ? { state: slip.state, paidAmount: slip.paidAmount, otherAmount: slip.otherAmount, flags: slip.flags } : null);
  const lasting = (slip: Slip | undefined): string => {
    const one = told(slip);
    return JSON.stringify(one && { ...one, flags: one.flags.filter((flag) => flag !== 'overdue' && flag !== 'remindable') });
  };
  return [...after, ...before.filter((slip) => !fresh.has(key(slip)))]
    .sort(bySlip)
    .filter((slip) => lasting(old.get(key(slip))) !== lasting(fresh.get(key(slip))))
    .map(({ billerCode, fiscalYear, slipNumber, ...slip }) => {
      const same = key({ billerCode, fiscalYear, slipNumber, ...slip });
      return { billerCode, fiscalYear, slipNumber, before: told(old.get(same)), after: told(fresh.get(same)) };
    });
}
