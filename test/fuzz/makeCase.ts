/** What may happen in an office in a few weeks? A whole case from a seed. */
import { answer } from '../reference/answer';
import { Layout, Refused } from '../reference/layout';
import { BUILT_IN, Case, CaseFile, runOf } from './case';
import { LINE_ENDS, MadeGroup, MadeNotice, MadeSlip, fileText, records, strangeFile } from './makeFile';
import { makeLayout, spoilLayout } from './makeLayout';
import { makeLedger, makeReceipts } from './makeTable';
import { Chance } from './random';

const compact = (date: string): string => date.replaceAll('-', '');
const plus = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

function makeSlips(chance: Chance, billers: readonly string[], from: string, calm: boolean): MadeSlip[] {
  const base = chance.pick(['', '1', '10000000', '1234567890123']);
  const numbers = Array.from({ length: chance.int(1, 9) }, () => base + chance.digits(chance.percent(30) ? 4 : 2));
  return Array.from({ length: chance.int(1, 12) }, () => ({
    biller: chance.pick(billers),
    year: chance.weighted([
      [8, '2027'],
      [1, '2026'],
      [0.2, '0027'],
    ]),
    number: chance.pick(numbers).padStart(17, '0'),
    reissue: chance.weighted([
      [7, '0'],
      [2, '1'],
      [1, '2'],
    ]),
    due:
      calm && chance.percent(60)
        ? compact(plus(from, chance.int(12, 25))).slice(2)
        : calm || chance.percent(90)
          ? compact(plus(from, chance.int(-10, 40))).slice(2)
          : chance.pick(['999999', '270230', '501231', '501220', '000000']),
    amount: chance.weighted([
      [6, 3000],
      [4, 1500],
      [1, 300_000],
      [0.5, 300_001],
      [0.5, 0],
    ]),
  }));
}

function makeNotices(chance: Chance, slips: readonly MadeSlip[], created: string): MadeNotice[] {
  const list: MadeNotice[] = [];
  for (let left = chance.int(0, 7); left > 0; left -= 1) {
    const slip = chance.pick(slips);
    const notice: MadeNotice = {
      kind: chance.weighted([
        [5, 'preliminary' as const],
        [5, 'confirmed' as const],
        [3, 'preliminaryCancelled' as const],
      ]),
      // Few days, times and shops, so that identities meet.
      paidDate: chance.weighted([
        [8, compact(plus('2027-04-08', chance.int(0, 1)))],
        [2, compact(plus(created, -chance.int(0, 3)))],
        [0.3, compact(plus(created, chance.pick([1, -400, -401, 30])))],
      ]),
      time: chance.pick(['0930', '0930', '1015', '0000', '    ', '2359']),
      store: chance.weighted([
        [8, '0000001'],
        [2, '0000002'],
        [1, '       '],
      ]),
      slip: chance.percent(12) ? { ...slip, reissue: chance.pick(['0', '1', '2']), due: chance.pick([slip.due, '270520']) } : slip,
      stamp: chance.percent(97) ? '0' : '1',
    };
    list.push(notice);
    if (chance.percent(15)) list.push(notice);
    // The life of a payment: what was scanned is settled or undone.
    if (chance.percent(30))
      list.push({ ...notice, kind: chance.pick(['confirmed', 'preliminaryCancelled']), time: chance.pick([notice.time, '0000', '    ']) });
  }
  return chance.percent(70) ? list : chance.shuffle(list);
}

/** An orderly day: each payment scanned and, mostly in a later file, settled or undone; a few days in all. */
function calmNotices(chance: Chance, slips: readonly MadeSlip[], created: string, waiting: MadeNotice[]): MadeNotice[] {
  const settled = waiting.splice(0, chance.int(0, waiting.length)).map((notice): MadeNotice => {
    const time = chance.weighted([
      [8, notice.time],
      [1, '0000'],
      [1, '    '],
    ]);
    return { ...notice, kind: chance.percent(85) ? 'confirmed' : 'preliminaryCancelled', time };
  });
  const scanned = slips
    .filter(() => chance.percent(6))
    .map((slip): MadeNotice => {
      const [paidDate, time] = [compact(plus(created, -1)), chance.pick(['0930', '1015', '2359'])];
      return { kind: 'preliminary', paidDate, time, store: '0000001', slip, stamp: '0' };
    });
  waiting.push(...scanned);
  return [...scanned, ...settled];
}

function nextWorkday(day: string, restless: boolean, step: number, chance: Chance): string {
  let at = plus(day, chance.int(1, step));
  while (!restless && (new Date(at).getUTCDay() % 6 === 0 || chance.percent(3))) at = plus(at, 1);
  return at;
}

function makeFiles(
  chance: Chance,
  slips: readonly MadeSlip[],
  billers: readonly string[],
  from: string,
  layouts: readonly Layout[],
  calm: boolean,
): CaseFile[] {
  const broken = !calm && chance.percent(45);
  const waiting = new Map<string, MadeNotice[]>(billers.map((biller) => [biller, []]));
  const restless = chance.percent(25);
  const step = chance.pick([1, 7, 9, 9]);
  const end = chance.weighted(LINE_ENDS);
  const files: CaseFile[] = [];
  const days = calm ? chance.int(4, 9) : chance.int(1, chance.percent(15) ? 15 : 6);
  let created = from;
  const earlier: MadeGroup[] = [];
  for (let day = 0; day < days; day += 1) {
    const groups: MadeGroup[] = [];
    const senders = calm
      ? billers
      : Array.from(
          {
            length: chance.weighted([
              [7, 1],
              [3, 2],
              [1, 3],
            ]),
          },
          () => chance.pick(billers),
        );
    for (const biller of senders) {
      const own = slips.filter((slip) => slip.biller === biller || (!calm && chance.percent(5)));
      const fresh = (): MadeNotice[] =>
        calm ? calmNotices(chance, own, created, waiting.get(biller)!) : makeNotices(chance, own.length > 0 ? own : slips, created);
      const again = !calm && chance.percent(10) && earlier.length > 0;
      groups.push({ created: compact(created), biller, notices: again ? chance.pick(earlier).notices : fresh() });
    }
    earlier.push(...groups);
    const list = records(chance.pick(layouts), groups, chance, calm ? 0 : 3);
    const bytes =
      !calm && chance.percent(1)
        ? strangeFile(chance)
        : fileText(list, calm || chance.percent(90) ? end : chance.weighted(LINE_ENDS), chance, broken && chance.percent(50) ? chance.int(1, 3) : 0);
    files.push({ name: `${chance.percent(3) ? `${day}/${compact(created)}` : `${compact(created)}-${day}`}.dat`, bytes });
    created = calm ? nextWorkday(created, restless, step, chance) : plus(created, chance.pick([1, 1, 1, 1, 0, 2, 2, 5, 25]));
  }
  if (!calm && chance.percent(5)) files.push({ name: 'again.dat', bytes: chance.pick(files).bytes });
  if (chance.percent(4)) files.push({ name: `sent/${files[0]!.name}`, bytes: files.at(-1)!.bytes });
  return chance.percent(80) ? files : chance.shuffle(files);
}

/** An earlier answer: the same run with fewer files, as other options would have it. */
function makeSince(chance: Chance, one: Case): Case['since'] {
  try {
    const before = answer(runOf({ ...one, files: one.files.slice(0, Math.ceil(one.files.length / 2)) }, (name) => name));
    if (chance.percent(30)) before.slips.splice(chance.int(0, before.slips.length), 1);
    return chance.percent(80) ? before : { ...before, slips: before.slips.map((slip) => ({ ...slip, slipNumber: slip.slipNumber.replace(/^0+(?=\d)/, '') })) };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

export function makeCase(seed: number): Case {
  const chance = new Chance(seed);
  const calm = chance.percent(45);
  const from = plus(
    chance.weighted([
      [8, '2027-04-05'],
      [1, '2026-12-24'],
      [1, '2027-04-26'],
      [0.3, '2050-12-01'],
    ]),
    chance.int(0, 6),
  );
  const billers = chance.weighted([
    [5, ['13104']],
    [3, ['13104', '13105']],
    [1, ['13104', '00104', '13105']],
    [calm ? 0 : 1, ['13104', '     ']],
    [calm ? 0 : 0.5, ['AB104', '13104']],
  ]);
  const user = chance.percent(18) ? makeLayout(chance) : null;
  const layouts = user
    ? [user]
    : chance.weighted<Layout[]>([
        [10, [BUILT_IN[0]!]],
        [2, [BUILT_IN[1]!]],
        [3, [BUILT_IN[2]!]],
        [2, [...BUILT_IN]],
      ]);
  const slips = makeSlips(chance, billers, from, calm);
  const files = makeFiles(chance, slips, billers, from, layouts, calm);
  const faults = (): number => (chance.percent(calm ? 7 : 45) ? chance.int(1, 5) : 0);
  const rounded = chance.percent(calm ? 1 : 5);
  const related = rounded ? slips.map((slip) => ({ ...slip, number: `${chance.int(1, 9)}${chance.digits(14)}${chance.percent(85) ? '00' : '01'}` })) : slips;
  const others = chance.percent(calm ? 1 : 6)
    ? makeSlips(chance, billers, from, calm)
    : [...related.filter(() => chance.percent(85)), ...(chance.percent(50) ? makeSlips(chance, billers, from, calm) : [])];
  const ledgerSlips = chance.percent(90) ? [...new Map(others.map((slip) => [slip.biller + slip.year + slip.number, slip])).values()] : others;
  const receipts = Array.from(
    {
      length: chance.weighted([
        [6, 0],
        [4, 1],
        [1, 2],
      ]),
    },
    (_, at): CaseFile => {
      const paid = [chance.pick(related), ...(chance.percent(5) ? related : slips.filter(() => chance.percent(25)))];
      return {
        name: `receipts${at}.csv`,
        bytes: latin1(makeReceipts([...paid, ...(chance.percent(10) ? makeSlips(chance, billers, from, calm) : [])], chance, faults())),
      };
    },
  );
  const spoilt = user !== null && chance.percent(calm ? 1 : 4);
  const one: Case = {
    files,
    ledger: chance.percent(88) ? { name: 'ledger.csv', bytes: latin1(makeLedger(ledgerSlips.length > 0 ? ledgerSlips : slips, chance, faults())) } : null,
    receipts,
    layout: user ? (spoilt ? spoilLayout(chance, user) : user) : !calm && chance.percent(8) ? chance.pick(['ward', 'mizuho', 'muf']) : null,
    ...(spoilt ? { spoilt } : {}),
    asOf: plus(
      from,
      chance.weighted([
        [6, chance.int(25, 80)],
        [3, chance.int(-3, 20)],
        [0.2, 12_000],
      ]),
    ),
    noFileOn: chance.percent(20) ? [plus(from, chance.int(0, 9)), plus(from, chance.int(0, 20))] : [],
    emptyDaysNotSent: chance.percent(calm ? 80 : 35),
    noOtherChannels: chance.percent(60),
    grace: chance.weighted([
      [calm ? 2 : 4, null],
      [2, 0],
      [3, 1],
      [2, 5],
      [1, 60],
    ]),
    since: null,
  };
  return chance.percent(12) ? { ...one, since: makeSince(chance, one) } : one;
}
