/** Does the page for the agent say which records and bytes do not fit, and name nobody? */
import { EngineCore } from '../../../src/engine/engineCore';
import type { LayoutData } from '../../../src/file/layout';
import { draftOfLayout } from '../../../src/pane/bench/draft';
import { inquiryText } from '../../../src/pane/bench/inquiry';
import { benchEn } from '../../../src/pane/bench/words.en';
import { benchJa } from '../../../src/pane/bench/words.ja';
import { buildFile } from '../../../scripts/buildFile';
import { changedWard, soundLayout } from '../../file/layouts';

const ward = changedWard(() => undefined) as LayoutData;
/** 収納日付 and all that follows stand two bytes later. */
const shifted = soundLayout(
  changedWard((data) => {
    data.records.data.splice(2, 0, { name: 'filler', title: '予備', length: 2, kind: 'filler' });
    data.records.data.at(-1)!.length -= 2;
  }),
);
const notice = { kind: 'preliminary' as const, paidDate: '20270405', slipNumber: '81234567', amount: 3190 };
const file = { name: '1.dat', bytes: buildFile({ groups: [{ createdDate: '20270406', notices: [notice] }], layout: shifted }) };
const draft = draftOfLayout(ward);

test.each([
  [benchJa, '・収納日付（4〜11桁目）：日付のはずですが、「  999999」です。1件（1.dat レコード2）', '[データ]'],
  [benchEn, '・収納日付 (bytes 4 to 11): expected date, found “  999999”. 1 (1.dat record 2)', '[data]'],
] as const)('records, bytes, what was expected and found; digits masked', async (own, fault, heading) => {
  const proof = await new EngineCore().prove({ files: [file], layout: ward });
  const text = inquiryText(own, draft, proof, ['1.dat']);
  expect(text).toContain(fault);
  expect(text).toContain(heading);
  expect(text).not.toMatch(/81234567|20270405|3190/);
  expect(text.endsWith('\r\n')).toBe(true);
});

test('a shift against a built-in layout is one sentence', async () => {
  const proof = await new EngineCore().prove({ files: [file], layout: { ...shifted, id: 'own' } });
  expect(inquiryText(benchJa, draft, proof, ['1.dat'])).toContain(
    '・データの収納日付、収納時間、バーコード情報、収納店舗コード、支払い予定日、経理処理日、小売業企業コードが2桁後ろにずれています。',
  );
});
