/** Reconciling is a partition: no slip, no notice and no yen is lost or counted twice, whatever comes in whatever order. */
import fc from 'fast-check';
import { buildFile, type FileInput, type NoticeInput } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { SLIP_STATES } from '../../src/reconcile/slips';
import { settle, type Settlement } from '../../src/settle';
import { answerIn, answered, sourceOf, tableOf, type Answer, type AnsweredFinding } from '../reconcile/run';
import { ledgerCsv, run, sound, type Run } from './arbitrary';
import { LIFE_CODES, modelAnswer } from './model';

const AS_OF = 20270510;
const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** The files of a run in some order; each keeps its name. */
function settledIn({ layout, files, ledger }: Run, order: readonly number[] = [...files.keys()]): Settlement {
  const sources = order.map((index) => sourceOf(`${index + 1}.dat`, buildFile(files[index]!)));
  const table = ledger === null ? null : tableOf(ledgerCsv(ledger));
  const settlement = settle({ files: sources, ledger: table, layouts: [layout], asOf: AS_OF, codec });
  if ('refusal' in settlement) throw new Error('no ledger of these is refused');
  return settlement;
}
const noticesIn = (files: readonly FileInput[]): NoticeInput[] => files.flatMap(({ groups }) => groups.flatMap(({ notices }) => notices));
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const keyOf = ({ billerCode, fiscalYear, slipNumber }: Answer['slips'][number]): string => [billerCode, fiscalYear, slipNumber].join(' ');

test('every slip of either side is there once, in one state', () => {
  fc.assert(
    fc.property(run(), (given) => {
      const { slips } = answerIn(settledIn(given));
      const numbers = [
        ...noticesIn(given.files).map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${slipNumber}`),
        ...(given.ledger?.rows ?? []).map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${withoutZeros(slipNumber)}`),
      ];
      expect(new Set(slips.map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${withoutZeros(slipNumber)}`))).toEqual(new Set(numbers));
      expect(new Set(slips.map(keyOf)).size).toBe(slips.length);
      for (const { state } of slips) expect(SLIP_STATES).toContain(state);
      expect([...slips].sort(inSlipOrder)).toEqual(slips);
    }),
    { numRuns: 120 },
  );
});

/** By fiscal year, slip number, biller (null first). */
function inSlipOrder(a: Answer['slips'][number], b: Answer['slips'][number]): number {
  const key = ({ fiscalYear, slipNumber, billerCode }: typeof a): string => `${fiscalYear} ${slipNumber} ${billerCode ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}

const KINDS = ['preliminary', 'confirmed', 'preliminaryCancelled'] as const;

test('every notice is in one payment or a duplicate, and not a yen of theirs is lost', () => {
  fc.assert(
    fc.property(run(sound), (given) => {
      const settlement = settledIn(given);
      const { payments, notices, findings } = settlement;
      const input = new Map(given.files.map((file, index) => [`${index + 1}.dat`, recordsOf(file)]));
      for (const kind of KINDS) {
        const given3 = noticesIn(given.files).filter((notice) => notice.kind === kind);
        const column = { preliminary: payments.preliminary, confirmed: payments.confirmed, preliminaryCancelled: payments.cancelled }[kind];
        const joined = [...column.subarray(0, payments.count)].filter((notice) => notice >= 0);
        const duplicates = findings.flatMap((finding) =>
          finding.code === 'duplicateNotice' && finding.detail.kind === kind && !finding.detail.isReal ? [finding] : [],
        );
        expect(new Set(joined).size).toBe(joined.length);
        expect(joined.length + duplicates.length).toBe(given3.length);
        const amounts = [
          ...joined.map((notice) => notices.barcodes.amount[notices.barcode[notice]!]!),
          ...duplicates.map(({ file, record }) => input.get(file!)!.get(record!)!.amount),
        ];
        expect(sum(amounts)).toBe(sum(given3.map(({ amount }) => amount)));
      }
    }),
    { numRuns: 120 },
  );
});

/** The notices of a file by their record. */
function recordsOf({ groups }: FileInput): Map<number, NoticeInput> {
  const records = new Map<number, NoticeInput>();
  let record = 0;
  for (const { notices } of groups) {
    for (const notice of notices) records.set(++record + 1, notice);
    record += 2;
  }
  return records;
}

test('confirmed yen of the slips and of the repetitions are the confirmed yen of the trailers', () => {
  fc.assert(
    fc.property(run(sound), (given) => {
      const settlement = settledIn(given);
      const { slips } = answerIn(settlement);
      const input = new Map(given.files.map((file, index) => [`${index + 1}.dat`, recordsOf(file)]));
      const duplicates = settlement.findings.flatMap((finding) =>
        finding.code === 'duplicateNotice' && !finding.detail.isReal ? [input.get(finding.file!)!.get(finding.record!)!] : [],
      );
      const confirmed = (notices: readonly NoticeInput[]): number => sum(notices.filter(({ kind }) => kind === 'confirmed').map(({ amount }) => amount));
      expect(sum(slips.map(({ confirmedAmount }) => confirmedAmount)) + confirmed(duplicates)).toBe(confirmed(noticesIn(given.files)));
    }),
    { numRuns: 120 },
  );
});

test('billed yen of the slips and of the rows listed twice are the billed yen of the ledger', () => {
  fc.assert(
    fc.property(run(), (given) => {
      fc.pre(given.ledger !== null);
      const { slips, findings } = answerIn(settledIn(given));
      const rows = given.ledger!.rows;
      const doubled = findings.filter(({ code }) => code === 'ledgerDuplicate').map(({ record }) => rows[record! - 2]!);
      const billed = sum(slips.map(({ billedAmount }) => billedAmount ?? 0));
      expect(billed + sum(doubled.map(({ billedAmount }) => billedAmount))).toBe(sum(rows.map(({ billedAmount }) => billedAmount)));
      expect(slips.filter(({ billedAmount }) => billedAmount !== null).length + doubled.length).toBe(rows.length);
    }),
    { numRuns: 120 },
  );
});

test('the order in which files are given changes no answer', () => {
  const cases = run().chain((given) =>
    fc.record({ given: fc.constant(given), order: fc.shuffledSubarray([...given.files.keys()], { minLength: given.files.length }) }),
  );
  fc.assert(
    fc.property(cases, ({ given, order }) => {
      const sorted = (answer: Answer): Answer => ({
        ...answer,
        files: [...answer.files].sort((a, b) => (a.name < b.name ? -1 : 1)),
        findings: [...answer.findings]
          .map((finding) => JSON.stringify(finding))
          .sort()
          .map((text) => JSON.parse(text) as AnsweredFinding),
      });
      expect(sorted(answerIn(settledIn(given, order)))).toEqual(sorted(answerIn(settledIn(given))));
    }),
    { numRuns: 120 },
  );
});

test('a file given twice changes nothing but that it says so', () => {
  fc.assert(
    fc.property(run(), ({ layout, files }) => {
      const bytes = files.map(buildFile);
      const once = answered({ files: bytes, layouts: [layout] });
      const twice = answered({ files: [...bytes, bytes[0]!], layouts: [layout] });
      expect(twice.findings.filter(({ code }) => code === 'fileAlreadyImported').map(({ file }) => file)).toEqual([`${files.length + 1}.dat`]);
      expect({ ...twice, findings: twice.findings.filter(({ code }) => code !== 'fileAlreadyImported') }).toEqual(once);
    }),
    { numRuns: 60 },
  );
});

test('every slip is judged as docs/format.md says, sentence by sentence', () => {
  fc.assert(
    fc.property(run(), (given) => {
      const { layout, files, ledger } = given;
      const settlement = settledIn(given);
      const { slips, findings } = answerIn(settlement);
      const sources = settlement.settlements.map(({ name, sha256 }, index) => ({ name, sha256, input: files[index]! }));
      const expected = modelAnswer(sources, layout, ledger, AS_OF);
      // When a reminder may go is judged apart: test/reconcile/reminders.test.ts.
      const plain = slips.map(({ remindFrom: _remindFrom, ...slip }) => ({
        ...slip,
        flags: slip.flags.filter((flag) => flag !== 'remindable'),
        slipNumber: withoutZeros(slip.slipNumber),
        billerCode: slip.billerCode === null ? null : withoutZeros(slip.billerCode),
      }));
      const order = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      expect([...plain].sort(order)).toEqual([...expected.slips].sort(order));
      const places = findings.filter(({ code }) => LIFE_CODES.includes(code)).map(({ code, file, record }) => [code, file, record]);
      expect(places.sort(order)).toEqual([...expected.findings].sort(order));
    }),
    { numRuns: 300 },
  );
});
