/** Is a CSV file of an agent kept, read again, and partly deleted in the workbook like any other? */
import { EngineCore } from '../../src/engine/engineCore';
import type { EarlierRecords, RunRequest, RunView } from '../../src/engine/protocol';
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { codec } from '../../src/charset';
import { unpacked } from '../../src/packing';
import { dskFile, dskRow } from '../file/dsk';
import { heldBy } from './heldTables';

const FACTS = {
  ledger: null,
  layout: null,
  asOf: 20270510,
  lang: 'ja',
  withNames: false,
  dress: USUAL_DRESS,
  runAt: '2027/05/10 14:32',
  version: '0.1.0',
} as const;
const NOTHING: EarlierRecords = { originals: [], history: [], undone: [] };

async function run(core: EngineCore, request: Partial<RunRequest>): Promise<RunView> {
  const answer = await core.run({ ...FACTS, files: [], earlier: NOTHING, ...request }, () => undefined);
  if ('refusal' in answer) throw new Error(answer.refusal.code);
  return answer;
}

const FILE = dskFile(dskRow('02', { fiscalYear: '2026' }), dskRow('02', { slipNumber: '000001000383', amount: 4000 }));
/** As it stands in 取込原本. */
async function keptIn({ originals }: EarlierRecords): Promise<string> {
  const [, row] = originals;
  return codec.decode((await unpacked([row![6]!], Number(row![2]!.replaceAll(',', ''))))!, 'shift_jis');
}

test('its bytes are kept as they came, quotes and all, and read again the same', async () => {
  const quoted = codec.encode(codec.decode(FILE, 'shift_jis').replace('20270405', '"20270405"'), 'shift_jis')!;
  const core = new EngineCore();
  const first = await run(core, { files: [{ name: 'a.csv', bytes: quoted }] });
  const held = heldBy(core);
  expect(await keptIn(held)).toBe(codec.decode(quoted, 'shift_jis'));
  const again = await run(core, { earlier: held });
  expect(again.files).toEqual(first.files);
  expect(again.states).toEqual(first.states);
  expect(again.findings).toEqual(first.findings);
});

test('a year is deleted from it: its rows are blanks, the others keep their numbers, and nothing is missed', async () => {
  const core = new EngineCore();
  await run(core, { files: [{ name: 'a.csv', bytes: FILE }] });
  const survey = await core.surveyDeletion({ ...FACTS, files: [], earlier: heldBy(core) });
  if ('refusal' in survey) throw new Error(survey.refusal.code);
  const what = { fiscalYear: '2026' };
  const shown = core.previewDeletion(what);
  expect(shown.details).toEqual({ deleted: 1, kept: 1 });
  const left = await run(core, { earlier: heldBy(core), deletion: { what, shown, by: null, reason: null, sheetNames: [] } });
  expect(left.findings).toEqual([]);
  const [heading, gone, stays] = (await keptIn(heldBy(core))).split('\r\n');
  expect(heading).toContain('収納日');
  expect(gone).toMatch(/^ +$/);
  expect(stays).toContain('000001000383');
  const again = await run(core, { earlier: heldBy(core) });
  expect([again.findings, again.states]).toEqual([[], left.states]);
});
