/** Does the engine settle what the workbook holds with what is new, each file by the layout that it came with? */
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codec } from '../../src/charset';
import { EngineCore } from '../../src/engine/engineCore';
import { packed } from '../../src/packing';
import type { EarlierRecords, PickedFile, RunRequest, RunView } from '../../src/engine/protocol';
import { heldBy } from './heldTables';

const golden = (name: string, file: string): PickedFile => ({ name: file, bytes: new Uint8Array(readFileSync(join(__dirname, '../golden', name, file))) });
const ward = JSON.parse(readFileSync(join(__dirname, '../../src/file/layouts/ward.json'), 'utf8')) as Record<string, unknown>;

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

async function run(core: EngineCore, request: Pick<RunRequest, 'files'> & Partial<RunRequest>): Promise<RunView> {
  const answer = await core.run({ ...FACTS, earlier: NOTHING, ...request }, () => undefined);
  if ('refusal' in answer) throw new Error(answer.refusal.code);
  return answer;
}

test('a file keeps the layout of its import, a built-in one or a user’s own, whatever is chosen later', async () => {
  const own = { ...ward, id: 'own', title: '自作の様式' };
  const core = new EngineCore();
  await run(core, { files: [golden('week', '20270408.dat')], layout: own });
  const alone = await run(core, { files: [golden('week', '20270409.dat')], earlier: heldBy(core), layout: 'muf' });
  expect(alone.files.map(({ layoutTitle }) => layoutTitle)).toEqual(['自作の様式', expect.stringContaining('三菱UFJ') as unknown]);
  const anew = await run(core, { files: [], earlier: heldBy(core) });
  expect(anew.files).toEqual(alone.files);
  expect(
    heldBy(core)
      .originals.slice(1)
      .map((row) => row[3]!.slice(0, 5)),
  ).toEqual(['{"id"', 'muf']);
});

test('bytes that stand already are a finding, and counted once', async () => {
  const core = new EngineCore();
  const first = await run(core, { files: [golden('week', '20270408.dat')] });
  const { findings, files } = await run(core, { files: [{ ...golden('week', '20270408.dat'), name: 'copy.dat' }], earlier: heldBy(core) });
  expect(findings.map(({ code, file }) => [code, file])).toEqual([
    ...first.findings.map(({ code, file }) => [code, file]),
    ['fileAlreadyImported', 'copy.dat'],
  ]);
  expect(files).toEqual(first.files);
  expect(
    heldBy(core)
      .history.slice(1)
      .map((row) => row[1]),
  ).toEqual(['取込', '再消込']);
});

test('a file of which no record can be read is recorded and not kept: with the right layout it is a new file', async () => {
  const core = new EngineCore();
  const csv = { name: 'ledger.csv', bytes: codec.encode('年度,氏名\n2027,見本\n', 'utf-8')! };
  await run(core, { files: [csv, { name: 'empty.dat', bytes: new Uint8Array() }] });
  const { originals, history } = heldBy(core);
  expect(originals.slice(1).map((row) => row[0])).toEqual(['empty.dat']);
  expect(history.slice(1).map((row) => [row[2], row[5]])).toEqual([
    ['ledger.csv', ''],
    ['empty.dat', '0'],
  ]);
});

test('an original that is gone is refused until its import is undone; a lost history loses no file', async () => {
  const core = new EngineCore();
  await run(core, { files: [golden('week', '20270408.dat'), golden('week', '20270409.dat')] });
  const held = heldBy(core);
  const sha256 = held.history[1]![15]!;
  const without = { ...held, originals: held.originals.filter((row) => row[1] !== sha256) };
  const refused = await core.run({ ...FACTS, files: [], earlier: without }, () => undefined);
  expect(refused).toEqual({ refusal: { code: 'originalsChanged', files: ['20270408.dat'] } });
  expect((await run(core, { files: [], earlier: { ...without, undone: [sha256] } })).files.map(({ name }) => name)).toEqual(['20270409.dat']);
  expect((await run(core, { files: [], earlier: { ...held, history: [] } })).files.map(({ name }) => name)).toEqual(['20270408.dat', '20270409.dat']);
});

test('other bytes of the same size, well packed, are refused by their SHA-256', async () => {
  const core = new EngineCore();
  const file = golden('week', '20270408.dat');
  await run(core, { files: [file] });
  const changed = Uint8Array.from(file.bytes);
  changed[140]! ^= 1;
  const [content] = await packed(changed);
  const held = heldBy(core);
  const originals = held.originals.map((row, index) => (index === 0 ? row : [...row.slice(0, -1), content!]));
  const refused = await core.run({ ...FACTS, files: [], earlier: { ...held, originals } }, () => undefined);
  expect(refused).toEqual({ refusal: { code: 'originalsChanged', files: ['20270408.dat'] } });
});

test.each([
  ['a size below nothing', { size: -1 }],
  ['a size that no computer holds', { size: 1e14 }],
  ['half a byte', { size: 10.5 }],
  ['a layout that is no JSON', { layout: '{' }],
  ['a layout that is no layout', { layout: '{"id":1}' }],
])('%s, well sealed, is refused as changed', async (_, change) => {
  const core = new EngineCore();
  await run(core, { files: [golden('week', '20270408.dat')] });
  const held = heldBy(core);
  const [header, first] = held.originals as [readonly string[], readonly string[]];
  const [file, sha256, size, layout] = first as [string, string, string, string];
  const about = { size: Number(size.replaceAll(',', '')), layout, ...change };
  const seal = createHash('sha256')
    .update(JSON.stringify([file, sha256, about.size, about.layout]))
    .digest('hex');
  const forged = [file, sha256, String(about.size), about.layout, seal, ...first.slice(5)];
  const refused = await core.run({ ...FACTS, files: [], earlier: { ...held, originals: [header, forged] } }, () => undefined);
  expect(refused).toEqual({ refusal: { code: 'originalsChanged', files: ['20270408.dat'] } });
});

test('a ledger in the workbook that cannot be used is told, not thrown', async () => {
  const core = new EngineCore();
  const answer = (rows: readonly (readonly string[])[]): Promise<unknown> =>
    core.run(
      { ...FACTS, files: [golden('week', '20270408.dat')], ledger: { kind: 'held', name: 'ledger.csv', sha256: null, leftOut: [], rows } },
      () => undefined,
    );
  expect(await answer([])).toMatchObject({ refusal: { code: 'ledgerUnreadable', name: 'ledger.csv' } });
  expect(await answer([['行', '年度', '納付書番号', '請求金額']])).toMatchObject({ refusal: { code: 'ledgerRefused', refusal: { missing: ['納期限'] } } });
});

test('a column matched by hand takes the name of one that was not chosen', async () => {
  const core = new EngineCore();
  const rows = [
    ['年度', '納付書番号', '納期限', '請求金額', '今期の金額'],
    ['2027', '1000047', '2027/04/25', '1', '6000'],
  ];
  const headers = { 年度: '年度', 納付書番号: '納付書番号', 納期限: '納期限', 今期の金額: '請求金額' };
  const ledger = { kind: 'table', name: '台帳', rows, headers } as const;
  const { ledger: inspected } = await core.inspect({ files: [], ledger, layout: null, imported: [], known: [] });
  expect(inspected).toMatchObject({ standing: 'ok', billed: 6000 });
  expect((await run(core, { files: [], ledger })).ledger).toEqual({ name: '台帳', slips: 1, billed: 6000 });
});

test('rows of long texts come a few at a time', async () => {
  const core = new EngineCore();
  let seed = 1;
  const bytes = Uint8Array.from({ length: 1_500_000 }, () => 0x20 + ((seed = (seed * 16_807) % 2_147_483_647) % 90));
  bytes[0] = 0x31;
  await run(core, { files: [{ ...golden('week', '20270408.dat'), bytes: Uint8Array.from([...golden('week', '20270408.dat').bytes, ...bytes]) }] });
  const index = core.workbook().sheets.findIndex(({ table }) => table?.name === '取込原本');
  const { rowCount } = core.workbook().sheets[index]!.table!;
  expect(rowCount).toBeGreaterThan(40);
  expect(core.rows(index, 0, 2000).length).toBeLessThan(rowCount);
});
