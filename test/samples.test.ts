/** Are the samples what their script makes, and do they show a newcomer everything? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../scripts/samples';
import { reconcile } from '../src/cli/reconcile';
import { SLIP_FLAGS, SLIP_STATES } from '../src/reconcile/slips';

const FOLDER = join(__dirname, '..', 'assets', 'samples');

interface Answer {
  readonly complete: boolean;
  readonly slips: readonly { readonly state: string; readonly flags: readonly string[] }[];
}

async function answer(files: readonly string[]): Promise<Answer & { code: number }> {
  const paths = files.map((file) => join(FOLDER, file));
  const { code, stdout } = await reconcile([...paths, '--ledger', join(FOLDER, 'ledger.csv'), '--as-of', '2026-11-20', '--json'], () => undefined);
  return { ...(JSON.parse(stdout) as Answer), code };
}

const DAYS = Object.keys(SAMPLES).filter((name) => name.startsWith('2026'));

test('the sample files are those that npm run samples writes', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(SAMPLES).sort());
  for (const [name, bytes] of Object.entries(SAMPLES)) expect({ name, bytes: readFileSync(join(FOLDER, name)).equals(bytes) }).toEqual({ name, bytes: true });
});

test('three days agree and are complete', async () => {
  const { code, complete } = await answer(DAYS);
  expect({ code, complete }).toEqual({ code: 0, complete: true });
});

/** The samples' ledger knows no other channel; test/golden has cases of each. */
const OF_OTHER_CHANNELS = { states: ['notOwed', 'paidElsewhere'], flags: ['partlyPaid', 'remindable'] };

test('with the fourth day every state and every flag of this channel is among the slips', async () => {
  const { code, slips } = await answer([...DAYS, 'trouble-20261009.dat']);
  expect(code).toBe(1);
  expect([...SLIP_STATES].filter((state) => !slips.some((slip) => slip.state === state)).sort()).toEqual(OF_OTHER_CHANNELS.states);
  expect([...SLIP_FLAGS].filter((flag) => !slips.some(({ flags }) => flags.includes(flag))).sort()).toEqual(OF_OTHER_CHANNELS.flags);
});
