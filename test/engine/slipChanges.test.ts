/** Is what has changed since the run before told from what stands in 消込一覧, and kept while no file comes in? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineCore } from '../../src/engine/engineCore';
import type { EarlierRecords, PickedFile, PickedLedger, RunRequest, RunView } from '../../src/engine/protocol';
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { kindsOf, type ChangeKind } from '../../src/reconcile/changeKinds';
import type { SlipStanding } from '../../src/reconcile/changes';
import { heldBy } from './heldTables';

const CASE = join(__dirname, '../golden/since-first-days');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(CASE, name)));
const FILES = readdirSync(CASE).filter((name) => name.endsWith('.dat'));
/** The files of the earlier answer. */
const FIRST = (JSON.parse(readFileSync(join(CASE, 'since.json'), 'utf8')) as { files: { name: string }[] }).files.map(({ name }) => name);
const file = (name: string): PickedFile => ({ name, bytes: bytesOf(name) });
const LEDGER: PickedLedger = { kind: 'csv', name: 'ledger.csv', bytes: bytesOf('ledger.csv') };
const NOTHING: EarlierRecords = { originals: [], history: [], undone: [] };

type Asked = Pick<RunRequest, 'files'> & Partial<RunRequest>;
let runs = 0;

/** Read while it is pending, then written. */
async function runAndRead(core: EngineCore, request: Asked): Promise<{ readonly view: RunView; readonly held: EarlierRecords }> {
  const runAt = `2027/05/10 14:32:0${++runs}`;
  const facts = { ledger: LEDGER, layout: null, asOf: 20270510, lang: 'ja', withNames: false, dress: USUAL_DRESS, runAt, version: '0' } as const;
  const view = await core.run({ ...facts, earlier: NOTHING, ...request }, () => undefined);
  if ('refusal' in view) throw new Error(view.refusal.code);
  const held = heldBy(core);
  core.stand();
  return { view, held };
}

const run = async (core: EngineCore, request: Asked): Promise<RunView> => (await runAndRead(core, request)).view;

const slipsOf = (core: EngineCore, change: ChangeKind): string[] =>
  core.slips({ change, from: 0, count: 1000 }).rows.map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${slipNumber}`);

interface Told {
  readonly fiscalYear: string;
  readonly slipNumber: string;
  readonly before: SlipStanding | null;
  readonly after: SlipStanding | null;
}
const EXPECTED = (JSON.parse(readFileSync(join(CASE, 'expected.json'), 'utf8')) as { changes: Told[] }).changes;
const expectedIn = (before: string, after: string): string[] =>
  EXPECTED.filter((told) => told.before?.state === before && told.after?.state === after).map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${slipNumber}`);

test('the slips that an independent program finds changed are told, by what has become of them', async () => {
  const core = new EngineCore();
  const first = await runAndRead(core, { files: FIRST.map(file) });
  expect(first.view.changes).toBeNull();
  expect(first.view.intake).toMatchObject({ isNow: true, files: FIRST });
  const { view, held } = await runAndRead(core, { files: FILES.filter((name) => !FIRST.includes(name)).map(file), earlier: first.held });
  const column = held.slips![0]!.indexOf('変化');
  expect(held.slips!.slice(1).filter((row) => row[column] !== '')).toHaveLength(EXPECTED.filter(({ after }) => after !== null).length);
  expect(slipsOf(core, 'confirmed')).toEqual(expectedIn('preliminary', 'paid'));
  expect(slipsOf(core, 'newlyPaid')).toEqual(expect.arrayContaining(expectedIn('unpaid', 'paid')));
  expect(expectedIn('unpaid', 'paid')).not.toEqual([]);
  expect(view.changes!.counts.find(({ kind }) => kind === 'confirmed')!.count).toBe(expectedIn('preliminary', 'paid').length);

  // The pane is closed and opened again: the same day is told, and the last import with it.
  const again = await runAndRead(core, { files: [], earlier: held });
  expect(again.view.changes!.counts).toEqual(view.changes!.counts);
  expect(again.view.intake).toEqual({ ...view.intake, isNow: false });
  // The next import begins a new day.
  const undone = held.history.slice(1).find((row) => row[2] === FILES.at(-1))![15]!;
  const taken = await runAndRead(core, { files: [], earlier: { ...held, undone: [undone] } });
  expect(taken.view.changes!.counts).not.toEqual(view.changes!.counts);
});

test('a slip that was reminded and is paid now comes first', async () => {
  const core = new EngineCore();
  const first = await runAndRead(core, { files: FIRST.map(file) });
  const { fiscalYear, slipNumber } = EXPECTED.find(({ before, after }) => before?.state === 'unpaid' && after?.state === 'paid')!;
  const remarks = [{ biller: '13104', fiscalYear, slipNumber, text: '', disposition: '督促済', dispositionDate: '2027/04/12' }];
  const { view } = await runAndRead(core, { files: FILES.filter((name) => !FIRST.includes(name)).map(file), earlier: first.held, remarks });
  expect(view.changes!.counts[0]).toEqual({ kind: 'paidAfterReminder', count: 1 });
  expect(slipsOf(core, 'paidAfterReminder')).toEqual([`${fiscalYear} ${slipNumber}`]);
});

test('a row whose state a person has changed tells nothing of its slip; a slip that the ledger lost is named', async () => {
  const core = new EngineCore();
  const { held } = await runAndRead(core, { files: FIRST.map(file) });
  const [header, ...rows] = held.slips!;
  const touched = { ...held, slips: [header!, ['済み', ...rows[0]!.slice(1)], ...rows.slice(1)] };
  expect((await run(core, { files: [], earlier: touched })).changes).toMatchObject({ counts: [], goneCount: 0 });
  const more = { ...held, slips: [...held.slips!, rows[0]!.map((text, place) => (header![place] === '納付書番号' ? '9' : text))] };
  expect((await run(core, { files: [], earlier: more })).changes).toMatchObject({ counts: [], goneCount: 1, gone: [{ slipNumber: '9' }] });
  const old = { ...held, slips: held.slips!.map((row) => row.filter((_, place) => header![place] !== '他の収納額（円）')) };
  expect((await run(core, { files: [], earlier: old })).changes).toBeNull();
});

describe('what a change means', () => {
  const standing = (change: Partial<SlipStanding>): SlipStanding => ({ state: 'unpaid', paidAmount: 0, otherAmount: 0, flags: [], ...change });
  const paid = standing({ state: 'paid', paidAmount: 3000 });
  test.each([
    [standing({}), paid, null, ['newlyPaid']],
    [standing({ state: 'preliminary', paidAmount: 3000 }), paid, null, ['confirmed']],
    [paid, standing({ ...paid, paidAmount: 6000, flags: ['paidTwice', 'amountDiffers'] }), null, ['paidTwice', 'amountDiffers']],
    [standing({}), standing({ ...paid, flags: ['paidTwice'] }), null, ['paidTwice', 'newlyPaid']],
    [paid, standing({ state: 'cancelled' }), null, ['cancelled']],
    [paid, standing({}), null, ['openAgain']],
    [null, standing({}), null, ['listed']],
    [paid, standing({ ...paid, paidAmount: 2000 }), null, ['other']],
    [standing({}), paid, 'reminded', ['paidAfterReminder', 'newlyPaid']],
    [standing({ ...paid, flags: ['paidTwice'] }), paid, 'refunded', ['changedAfterDeed', 'other']],
    [standing({}), null, null, []],
  ] as const)('%j, then %j, noted %s: %j', (before, after, deed, kinds) => {
    expect(kindsOf({ before, after }, deed)).toEqual(kinds);
  });
});
