/** What does the proof of a layout say before anything is reconciled, and does the page for the agent name nobody? */
import { EngineCore } from '../../src/engine/engineCore';
import type { LayoutProof } from '../../src/engine/layoutProtocol';
import { masked } from '../../src/engine/layoutProof';
import type { LayoutData } from '../../src/file/layout';
import { buildFile } from '../../scripts/buildFile';
import { changedWard, soundLayout, type WritableLayout } from '../file/layouts';

const notice = { kind: 'preliminary' as const, paidDate: '20270405', slipNumber: '1234567', amount: 3000 };
const file = (change: (data: WritableLayout) => void) => ({
  name: '1.dat',
  bytes: buildFile({ groups: [{ createdDate: '20270406', notices: [notice, notice] }], layout: soundLayout(changedWard(change)) }),
});
const ward = changedWard(() => undefined) as LayoutData;
const prove = (bytes: ReturnType<typeof file>, layout: LayoutData): Promise<LayoutProof> => new EngineCore().prove({ files: [bytes], layout });

/** 収納日付 and what follows stand two bytes later. */
const shifted = file((data) => {
  data.records.data.splice(2, 0, { name: 'filler', title: '予備', length: 2, kind: 'filler' });
  data.records.data.at(-1)!.length -= 2;
});

test('a file of the layout: all records, check digits and totals', async () => {
  expect(
    await prove(
      file(() => undefined),
      ward,
    ),
  ).toMatchObject({
    problem: null,
    records: { matched: 5, of: 5 },
    checkDigits: { matched: 2, of: 2 },
    totals: { matched: 7, of: 7 },
    unchecked: 0,
    faults: [],
    nearest: { id: 'ward', differences: [] },
  });
});

test('a file that is shifted: which bytes, masked; each fault once with its records', async () => {
  const proof = await prove(shifted, ward);
  if (proof.problem !== null) throw new Error('the layout is sound');
  expect(proof.records).toEqual({ matched: 3, of: 5 });
  const fault = proof.faults.find(({ title }) => title === '収納日付')!;
  expect(fault).toMatchObject({
    code: 'fieldValue',
    from: 4,
    to: 11,
    kind: 'date',
    count: 2,
    found: ['  999999'],
    places: [
      { file: '1.dat', record: 2 },
      { file: '1.dat', record: 3 },
    ],
  });
  expect(JSON.stringify(proof)).not.toContain('1234567');
});

test('a layout that is none says why', async () => {
  const layout = { ...ward, noticeKinds: {} };
  expect(await prove(shifted, layout)).toEqual({ problem: { code: 'notALayout', at: 'noticeKinds', needs: 'object' } });
});

test('digits, letters and names are masked, blanks stay', () => {
  expect(masked('20270405 AB-')).toBe('99999999 AA-');
  expect(masked('0x8c8b')).toBe('■■');
});
