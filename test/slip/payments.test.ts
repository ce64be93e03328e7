/** docs/format.md, "The life of a payment": the table of state and notice, the second pass, and what becomes of it. */
import fc from 'fast-check';
import type { NoticeInput } from '../../scripts/buildFile';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { NO_TEXT } from '../../src/file/notices';
import { paymentState, type PaymentState } from '../../src/slip/payments';
import { answerIn, BLANK, cancelled, confirmed, day, placed, preliminary, settled, type Given } from '../reconcile/run';

interface Life {
  /** State and time of each payment, in the order in which they were opened. */
  readonly payments: readonly string[];
  /** Code and notice of each finding; the notices are numbered from 1. */
  readonly findings: readonly string[];
  readonly needsReview: boolean;
}

function lifeIn(given: Given): Life {
  const settlement = settled({ layouts: [WARD_LAYOUT], ...given });
  const { payments, notices } = settlement;
  const timeOf = (payment: number): string => {
    const time = payments.paidTime[payment]!;
    return time === NO_TEXT ? 'no time' : notices.texts.textOf(time);
  };
  const { findings, slips } = answerIn(settlement);
  return {
    payments: Array.from({ length: payments.count }, (_, payment) => `${paymentState(payments, payment)} ${timeOf(payment)}`),
    findings: findings.filter(({ code }) => code !== 'totalMismatch').map(({ code, record }) => `${code} ${record! - 1}`),
    needsReview: slips.some(({ flags }) => flags.includes('needsReview')),
  };
}

const NO_COUNT = '000999';
const UNTRUE = { preliminaryCount: NO_COUNT, confirmedCount: NO_COUNT, preliminaryCancelledCount: NO_COUNT };
/** The life of these notices of one file, in their order; its totals do not agree, so that what stands twice is a repetition. */
const life = (...notices: NoticeInput[]): Life => lifeIn({ files: [{ groups: [{ createdDate: '20270406', notices, trailer: UNTRUE }] }] });
/** The same where the totals agree: what stands twice is real. */
const counted = (...notices: NoticeInput[]): Life => lifeIn({ files: [day('20270406', ...notices)] });
const at = (paidTime: string): Partial<NoticeInput> => ({ paidTime });

const NOTICES = { P: preliminary(), C: confirmed(), X: cancelled() };
type Letter = keyof typeof NOTICES;
const ofLetters = (letters: string): Life => life(...[...letters].map((letter) => NOTICES[letter as Letter]));

describe('first pass: notices with one and the same time (P preliminary, C confirmed, X cancelled)', () => {
  test.each<[string, PaymentState, string[]]>([
    ['P', 'preliminary', []],
    ['C', 'confirmed', []],
    ['X', 'cancelled', ['cancellationWithoutPreliminary 1']],

    ['PP', 'preliminary', ['duplicateNotice 2']],
    ['PC', 'confirmed', []],
    ['PX', 'cancelled', []],

    ['CP', 'confirmed', []],
    ['CC', 'confirmed', ['duplicateNotice 2']],
    ['CX', 'confirmed', ['confirmedAndCancelled 2']],

    ['XP', 'cancelled', []],
    ['XC', 'confirmed', ['confirmedAndCancelled 1']],
    ['XX', 'cancelled', ['cancellationWithoutPreliminary 1', 'duplicateNotice 2']],

    ['PXP', 'cancelled', ['duplicateNotice 3']],
    ['PXC', 'confirmed', ['confirmedAndCancelled 2']],
    ['PXX', 'cancelled', ['duplicateNotice 3']],
    ['PCX', 'confirmed', ['confirmedAndCancelled 3']],
    ['PCCX', 'confirmed', ['duplicateNotice 3', 'confirmedAndCancelled 4']],
    ['PPCC', 'confirmed', ['duplicateNotice 2', 'duplicateNotice 4']],
  ])('%s is one payment: %s', (letters, state, findings) => {
    expect(ofLetters(letters)).toMatchObject({ payments: [`${state} 1207`], findings });
  });

  test('only a contradiction asks for a review, or a scan repeated where it was undone', () => {
    const reviewed = ['P', 'C', 'PP', 'PC', 'PX', 'CC', 'X', 'XP', 'CX', 'XC', 'PXC', 'PXP', 'PPX', 'PPXC', 'PPC'].filter(
      (letters) => ofLetters(letters).needsReview,
    );
    expect(reviewed).toEqual(['X', 'CX', 'XC', 'PXC', 'PXP', 'PPX', 'PPXC']);
  });

  test.each<[string, Partial<NoticeInput>]>([
    ['another time', { paidTime: '1208' }],
    ['another paid date', { paidDate: '20270404' }],
    ['another store', { storeCode: '9' }],
    ['another amount in the barcode', { amount: 3001 }],
    ['another reissue number', { reissueNumber: 1 }],
    ['another due date', { paymentDueDate: '270531' }],
    ['another revenue stamp flag', { also: { revenueStamp: '1' } }],
    ['another maker code', { also: { makerCode: '912346' } }],
  ])('a notice with %s is of another payment', (_, more) => {
    expect(life(preliminary(), confirmed(more)).payments.map((payment) => payment.split(' ')[0])).toEqual(['preliminary', 'confirmed']);
  });

  test('a notice under another biller is of another payment', () => {
    const groups = [
      { createdDate: '20270406', billerCode: '13104', notices: [preliminary()] },
      { createdDate: '20270406', billerCode: '13112', notices: [confirmed()] },
    ];
    expect(lifeIn({ files: [{ groups }] }).payments).toEqual(['preliminary 1207', 'confirmed 1207']);
  });

  test('a notice in another file joins just as well', () => {
    expect(lifeIn({ files: [day('20270406', preliminary()), day('20270407', confirmed())] }).payments).toEqual(['confirmed 1207']);
  });

  test('a cancellation with a time of its own is not joined', () => {
    expect(life(preliminary(), cancelled(at('1210')))).toEqual({
      payments: ['preliminary 1207', 'cancelled 1210'],
      findings: ['cancellationWithoutPreliminary 2'],
      needsReview: true,
    });
    expect(life(confirmed(), cancelled(at('1210'))).payments).toEqual(['confirmed 1207', 'cancelled 1210']);
  });

  test('times are compared as they are written', () => {
    expect(life(preliminary(at('0000')), preliminary(at('    '))).payments).toEqual(['preliminary 0000', 'preliminary no time']);
    expect(life(preliminary(at('0000')), preliminary(at('0000'))).findings).toEqual(['duplicateNotice 2']);
  });
});

describe('second pass: a confirmed notice or a cancellation whose time is blanked', () => {
  test.each([['    '], ['0000']])('(%j) joins the preliminary notice that waits, which keeps its time', (blank) => {
    expect(life(preliminary(), confirmed(at(blank)))).toEqual({ payments: ['confirmed 1207'], findings: [], needsReview: false });
    expect(life(preliminary(), cancelled(at(blank)))).toEqual({ payments: ['cancelled 1207'], findings: [], needsReview: false });
  });

  test('comes after the first, wherever it stands in the file', () => {
    expect(life(confirmed(BLANK), preliminary()).payments).toEqual(['confirmed 1207']);
    expect(life(cancelled(BLANK), preliminary()).payments).toEqual(['cancelled 1207']);
  });

  test('joins a preliminary notice that is itself without a time', () => {
    expect(life(preliminary(BLANK), confirmed(BLANK)).payments).toEqual(['confirmed no time']);
    expect(life(preliminary(at('0000')), confirmed(BLANK)).payments).toEqual(['confirmed 0000']);
  });

  test.each<[string, Partial<NoticeInput>]>([
    ['paid date', { paidDate: '20270404' }],
    ['store', { storeCode: '9' }],
    ['barcode', { amount: 3001 }],
  ])('does not join across another %s', (_, more) => {
    expect(life(preliminary(), confirmed({ ...BLANK, ...more })).payments).toEqual(['preliminary 1207', 'confirmed no time']);
  });

  test('chooses the earliest of several that wait, and says that it was a choice', () => {
    expect(life(preliminary(at('1530')), preliminary(at('1207')), confirmed(BLANK))).toEqual({
      payments: ['preliminary 1530', 'confirmed 1207'],
      findings: ['ambiguousPairing 3'],
      needsReview: true,
    });
  });

  test('puts a preliminary notice without a time last', () => {
    expect(life(preliminary(BLANK), preliminary(at('2359')), confirmed(BLANK)).payments).toEqual(['preliminary no time', 'confirmed 2359']);
  });

  test('is a choice when one waits while another has such a notice already', () => {
    expect(life(preliminary(at('1207')), preliminary(at('1530')), confirmed(at('1207')), confirmed(BLANK))).toEqual({
      payments: ['confirmed 1207', 'confirmed 1530'],
      findings: ['ambiguousPairing 4'],
      needsReview: true,
    });
    expect(life(preliminary(at('1207')), preliminary(at('1530')), cancelled(at('1207')), confirmed(BLANK))).toMatchObject({ findings: [], needsReview: false });
  });

  test('pairs as many as wait; the next is a duplicate', () => {
    expect(life(preliminary(at('1207')), preliminary(at('1530')), confirmed(BLANK), confirmed(BLANK), confirmed(at('0000')))).toMatchObject({
      payments: ['confirmed 1207', 'confirmed 1530'],
      findings: ['ambiguousPairing 3', 'ambiguousPairing 4', 'duplicateNotice 5'],
    });
  });

  test('joins a payment that was cancelled, or confirmed, when none waits and none has such a notice', () => {
    expect(life(preliminary(), cancelled(), confirmed(BLANK))).toEqual({
      payments: ['confirmed 1207'],
      findings: ['confirmedAndCancelled 2'],
      needsReview: true,
    });
    expect(life(preliminary(), confirmed(), cancelled(BLANK))).toEqual({
      payments: ['confirmed 1207'],
      findings: ['confirmedAndCancelled 3'],
      needsReview: true,
    });
  });

  test('takes the confirmed before the cancelled', () => {
    expect(life(preliminary(), cancelled(BLANK), confirmed(BLANK))).toEqual({
      payments: ['confirmed 1207'],
      findings: ['confirmedAndCancelled 2'],
      needsReview: true,
    });
  });

  test('is a duplicate of a confirmed notice that has a time', () => {
    expect(life(confirmed(), confirmed(BLANK))).toMatchObject({ payments: ['confirmed 1207'], findings: ['duplicateNotice 2'] });
    expect(life(confirmed(BLANK), confirmed(at('0000')))).toMatchObject({ payments: ['confirmed no time'], findings: ['duplicateNotice 2'] });
  });

  test('joins a payment that waits rather than being a duplicate', () => {
    expect(life(confirmed(), preliminary(at('1530')), confirmed(BLANK))).toMatchObject({
      payments: ['confirmed 1207', 'confirmed 1530'],
      findings: ['ambiguousPairing 3'],
    });
  });

  test('is a duplicate of a cancellation before it could contradict a confirmed notice', () => {
    expect(life(preliminary(), cancelled(), confirmed(at('1530')), cancelled(BLANK))).toMatchObject({
      payments: ['cancelled 1207', 'confirmed 1530'],
      findings: ['duplicateNotice 4'],
    });
  });

  test('a cancellation joins the first opened that is confirmed when none waits', () => {
    expect(life(confirmed(at('1530')), confirmed(at('1207')), cancelled(BLANK))).toMatchObject({
      payments: ['confirmed 1530', 'confirmed 1207'],
      findings: ['confirmedAndCancelled 3'],
    });
    expect(settled({ files: [day('20270406', confirmed(at('1530')), confirmed(at('1207')), cancelled(BLANK))] }).payments.cancelled.slice(0, 2)).toEqual(
      Int32Array.of(2, -1),
    );
  });

  test('without any candidate it is a payment of its own', () => {
    expect(life(confirmed(BLANK))).toEqual({ payments: ['confirmed no time'], findings: [], needsReview: false });
    expect(life(cancelled(at('0000')))).toEqual({ payments: ['cancelled 0000'], findings: ['cancellationWithoutPreliminary 1'], needsReview: true });
  });
});

describe('what stands twice in one group whose totals agree is real', () => {
  const ofCounted = (letters: string): Life => counted(...[...letters].map((letter) => NOTICES[letter as Letter]));
  test.each<[string, string[], string[], boolean]>([
    ['PP', ['preliminary', 'preliminary'], ['duplicateNotice 2'], true],
    ['CC', ['confirmed', 'confirmed'], ['duplicateNotice 2'], true],
    ['XX', ['cancelled', 'cancelled'], ['cancellationWithoutPreliminary 1', 'cancellationWithoutPreliminary 2', 'duplicateNotice 2'], true],
    ['PPCC', ['confirmed', 'confirmed'], ['duplicateNotice 2', 'duplicateNotice 4'], true],
    ['PPC', ['confirmed', 'preliminary'], ['duplicateNotice 2'], true],
    ['PXP', ['cancelled', 'preliminary'], ['duplicateNotice 3'], true],
    ['PPX', ['cancelled', 'preliminary'], ['duplicateNotice 2'], true],
    ['PXPC', ['cancelled', 'confirmed'], ['duplicateNotice 3'], true],
    ['PXPCC', ['confirmed', 'confirmed'], ['confirmedAndCancelled 2', 'duplicateNotice 3', 'duplicateNotice 5'], true],
    ['PCXX', ['confirmed', 'cancelled'], ['cancellationWithoutPreliminary 4', 'confirmedAndCancelled 3', 'duplicateNotice 4'], true],
  ])('%s', (letters, states, findings, needsReview) => {
    const { payments, ...rest } = ofCounted(letters);
    expect({ ...rest, findings: [...rest.findings].sort(), payments }).toEqual({
      payments: states.map((state) => `${state} 1207`),
      findings: [...findings].sort(),
      needsReview,
    });
  });

  test('as many as in the group that has most of them; more are repetitions', () => {
    const days = [day('20270406', confirmed()), day('20270407', confirmed(), confirmed()), day('20270408', confirmed(), confirmed())];
    expect(lifeIn({ files: days }).payments).toEqual(['confirmed 1207', 'confirmed 1207']);
    expect(lifeIn({ files: [day('20270406', confirmed()), day('20270407', confirmed())] }).payments).toEqual(['confirmed 1207']);
  });

  test('no more than one where count or amount of the kind does not agree', () => {
    const twice = (trailer: Record<string, string>): Life =>
      lifeIn({ files: [{ groups: [{ createdDate: '20270406', notices: [confirmed(), confirmed()], trailer }] }], layouts: [WARD_LAYOUT] });
    expect(twice({ confirmedCount: '000001' }).payments).toHaveLength(1);
    expect(twice({ confirmedAmount: '000000003000' }).payments).toHaveLength(1);
    expect(twice({ confirmedCount: '     2' }).payments).toHaveLength(1);
    expect(twice({ preliminaryCount: '000001' }).payments).toHaveLength(2);
  });

  test('blank notices are counted with the times aside', () => {
    expect(counted(confirmed(BLANK), confirmed(at('0000')))).toEqual({
      payments: ['confirmed no time', 'confirmed 0000'],
      findings: ['duplicateNotice 2'],
      needsReview: true,
    });
    expect(counted(confirmed(), confirmed(BLANK)).payments).toEqual(['confirmed 1207', 'confirmed no time']);
    expect(lifeIn({ files: [day('20270406', confirmed(BLANK)), day('20270407', confirmed(BLANK))] }).payments).toEqual(['confirmed no time']);
  });

  test('a confirmation prefers a payment that is not cancelled, a cancellation one that is not confirmed', () => {
    expect(counted(preliminary(), cancelled(), preliminary(), confirmed()).payments).toEqual(['cancelled 1207', 'confirmed 1207']);
    expect(counted(preliminary(), confirmed(), preliminary(), cancelled()).payments).toEqual(['confirmed 1207', 'cancelled 1207']);
  });
});

describe('a notice that is held back', () => {
  test('takes no part: it neither confirms, cancels nor doubles', () => {
    const held = { also: { checkDigit: 'X' } };
    expect(life(preliminary(), confirmed(held), cancelled(held), preliminary(held)).payments).toEqual(['preliminary 1207']);
  });
});

describe('notices are taken', () => {
  test('by the created date of their group, not by the order of the files', () => {
    const later = day('20270408', confirmed());
    const earlier = day('20270407', confirmed());
    for (const files of [
      [later, earlier],
      [earlier, later],
    ]) {
      const settlement = settled({ files });
      const duplicate = settlement.findings.find(({ code }) => code === 'duplicateNotice')!;
      expect(duplicate.file).toBe(`${files.indexOf(later) + 1}.dat`);
    }
  });

  test('by the SHA-256 of their file where the days are the same', () => {
    const [one, other] = [day('20270407', confirmed()), day('20270407', confirmed(), confirmed({ slipNumber: '2' }))];
    const duplicateIn = (files: Given['files']): string => {
      const settlement = settled({ files });
      const { file } = settlement.findings.find(({ code }) => code === 'duplicateNotice')!;
      return settlement.files.find(({ name }) => name === file)!.sha256;
    };
    const later = [...settled({ files: [one, other] }).files.map(({ sha256 }) => sha256)].sort()[1];
    expect([duplicateIn([one, other]), duplicateIn([other, one])]).toEqual([later, later]);
  });

  test('from files without a created date last', () => {
    const dated = day('20270407', confirmed());
    const undated = { groups: [{ createdDate: '20270231', notices: [confirmed()] }] };
    const { findings } = answerIn(settled({ files: [undated, dated], layouts: [WARD_LAYOUT] }));
    expect(findings.filter(({ code }) => code === 'duplicateNotice').map(placed)).toEqual(['duplicateNotice 1.dat 2']);
  });
});

describe('a slip with many payments', () => {
  /** Payments in stores of their own, before and after the others: more than are compared one by one. */
  const crowd = (count: number, from = 100): NoticeInput[] => Array.from({ length: count }, (_, index) => preliminary({ storeCode: String(from + index) }));
  const notice: fc.Arbitrary<NoticeInput> = fc
    .record({
      kind: fc.constantFrom(preliminary, confirmed, cancelled),
      paidTime: fc.constantFrom('1207', '1530', '0000', '    '),
      storeCode: fc.constantFrom('1', '2'),
      amount: fc.constantFrom(3000, 3000, 3000, 4000),
    })
    .map(({ kind, ...rest }) => kind(rest));

  test('is judged as one with few: payments elsewhere change nothing', () => {
    fc.assert(
      fc.property(fc.array(notice, { minLength: 1, maxLength: 10 }), fc.constantFrom(11, 12, 13, 14, 40), fc.nat(10), (notices, count, before) => {
        const few = life(...notices);
        const place = Math.min(before, notices.length);
        const many = life(...notices.slice(0, place), ...crowd(count), ...notices.slice(place));
        const moved = few.findings.map((finding) => finding.replace(/\d+$/, (record) => String(Number(record) + (Number(record) > place ? count : 0))));
        expect([...many.findings].sort()).toEqual([...moved].sort());
        expect(many.needsReview).toBe(few.needsReview);
        const others = many.payments.filter((payment) => payment !== 'preliminary 1207').sort();
        expect(others).toEqual(few.payments.filter((payment) => payment !== 'preliminary 1207').sort());
        expect(many.payments).toHaveLength(few.payments.length + count);
      }),
      { numRuns: 150 },
    );
  });

  test.each([0, 11, 12, 13, 40])('names the first of two payments as the one that a blank notice repeats, beside %p others', (count) => {
    const { findings } = settled({ files: [day('20270406', ...crowd(count), confirmed(at('1530')), confirmed(at('1207')), confirmed(BLANK))] });
    expect(findings).toMatchObject([{ code: 'duplicateNotice', record: count + 4, detail: { first: { record: count + 2 }, isReal: true } }]);
  });

  test.each([11, 12, 13, 14, 100])('finds the notices of each of %p payments', (count) => {
    const all = crowd(count);
    const confirmations = all.map((one, index) => confirmed({ ...one, kind: 'confirmed', ...(index % 2 === 0 ? BLANK : {}) }));
    expect(life(...all, ...confirmations)).toEqual({ payments: all.map(() => 'confirmed 1207'), findings: [], needsReview: false });
  });
});
