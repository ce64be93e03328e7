/** Does a row prove itself: the record as it came, item by item, with what is wrong in it where it stands? */
import { buildFile } from '../../scripts/buildFile';
import { EngineCore } from '../../src/engine/engineCore';
import type { RecordView } from '../../src/engine/recordProtocol';
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { confirmed, day } from '../reconcile/run';

async function recordsOf(bytes: Uint8Array): Promise<(record: number, file?: string) => RecordView | null> {
  const core = new EngineCore();
  const facts = { layout: null, asOf: 20270510, lang: 'ja', withNames: false, dress: USUAL_DRESS, runAt: '2027/05/10 14:32', version: '0.1.0' } as const;
  const restored = await core.restore({ ...facts, files: [{ name: '1.dat', bytes }], ledger: null });
  if ('refusal' in restored) throw new Error(restored.refusal.code);
  return (record, file = '1.dat') => core.record(file, record);
}

test('items have titles, positions and the characters of the file; every byte is in one of them', async () => {
  const read = await recordsOf(buildFile(day('20270406', confirmed())));
  const view = read(2)!;
  expect(view.items.reduce((sum, { length }) => sum + length, 0)).toBe(120);
  expect(view).toMatchObject({ length: 120, findings: [] });
  const item = (title: string): unknown => {
    const { from, length, text } = view.items.find((one) => one.title === title)!;
    return [from, length, text];
  };
  expect(item('収納日付')).toEqual([4, 8, '20270405']);
  expect(item('支払い金額')).toEqual([53, 6, '003000']);
  expect(item('収納店舗コード')).toEqual([60, 7, '0001234']);
  expect(read(1)!.items.map(({ title }) => title)).toContain('ファイル作成日');
});

test('a fault stands in the item that has it, a fault of the whole above', async () => {
  const read = await recordsOf(buildFile(day('20270406', confirmed({ also: { checkDigit: 'X' } }), confirmed(), confirmed({ amount: 0 }))));
  const wrong = (record: number): unknown[] => read(record)!.items.flatMap(({ title, findings }) => (findings.length === 0 ? [] : [[title, findings.length]]));
  expect(wrong(2)).toEqual([['チェックデジット', 1]]);
  expect(wrong(3)).toEqual([]);
  expect(wrong(4)).toEqual([['支払い金額', 1]]);
  const twice = await recordsOf(
    buildFile({ groups: [{ createdDate: '20270406', notices: [confirmed(), confirmed()], trailer: { confirmedCount: '000001' } }] }),
  );
  expect(twice(3)!.findings).toHaveLength(1);
});

test('what is not there, or has another length, is not cut', async () => {
  const read = await recordsOf(Buffer.concat([buildFile(day('20270406', confirmed())), Buffer.from('2 too short\r\n')]));
  expect([read(0), read(99), read(2, 'other.dat')]).toEqual([null, null, null]);
  expect(read(2)).not.toBeNull();
  expect(read(5)).toBeNull();
});
