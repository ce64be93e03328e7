/** docs/format.md, "The barcode": the published examples and what a wrong one is called. */
import { buildNotice } from '../../scripts/buildFile';
import { asciiBytes } from '../../src/file/bytes';
import { checkDigitOfDigits } from '../../src/file/barcode';
import { withCheckDigit } from '../../src/file/encode';
import { answered, confirmed, day, type AnsweredFinding } from '../reconcile/run';
import type { NoticeInput } from '../../scripts/buildFile';

const PUBLISHED = [
  '91912345012345678901234567890101033101230003',
  '91942386178953917853935692730103073110312903',
  '91929023252070000010123499900199999900106050',
  '91929023252070000010123499900899999910600008',
];

test.each(PUBLISHED)('the published example %s ends in its check digit', (digits) => {
  expect(checkDigitOfDigits(asciiBytes(digits), 0)).toBe(Number(digits.slice(-1)));
  expect(withCheckDigit(digits.slice(0, -1))).toBe(digits);
});

test('a sum that is a multiple of ten needs no more: its digit is 0', () => {
  expect(withCheckDigit('0'.repeat(43)).slice(-1)).toBe('0');
  expect(withCheckDigit(`1${'0'.repeat(42)}`).slice(-1)).toBe('7');
  expect(withCheckDigit(`01${'0'.repeat(41)}`).slice(-1)).toBe('9');
});

test('there is no check digit of anything but 44 digits', () => {
  const [digits] = PUBLISHED;
  for (let place = 0; place < 44; place++) {
    for (const byte of [0x2f, 0x3a, 0x20, 0xb1]) {
      const bytes = asciiBytes(digits!);
      bytes[place] = byte;
      expect(checkDigitOfDigits(bytes, 0)).toBe(-1);
    }
  }
});

/** What is found about a confirmed notice with these parts; less the message. */
function found(also: NonNullable<NoticeInput['also']>): Pick<AnsweredFinding, 'code' | 'field' | 'expected' | 'actual'>[] {
  const { findings } = answered({ files: [day('20270406', confirmed({ also }))] });
  return findings.filter(({ code }) => code !== 'totalMismatch').map(({ code, field, expected, actual }) => ({ code, field, expected, actual }));
}
const flagsWith = (also: NonNullable<NoticeInput['also']>): readonly string[] =>
  answered({ files: [day('20270406', confirmed({ also }))] }).slips.flatMap(({ flags }) => flags);

describe('a barcode that is not all digits', () => {
  test('has one finding for each part that is not, and neither identifier nor check digit is judged', () => {
    expect(found({ applicationIdentifier: '92', makerCode: '91234X', amount: '00300 ', checkDigit: '0' })).toEqual([
      { code: 'fieldValue', field: 'amount', expected: null, actual: '00300 ' },
      { code: 'fieldValue', field: 'makerCode', expected: null, actual: '91234X' },
    ]);
  });

  test('expects 91 of an identifier that is no digits', () => {
    expect(found({ applicationIdentifier: '9X' })).toEqual([{ code: 'fieldValue', field: 'applicationIdentifier', expected: '91', actual: '9X' }]);
  });

  test('says so of a check digit that is none', () => {
    expect(found({ checkDigit: 'X' })).toEqual([{ code: 'fieldValue', field: 'checkDigit', expected: null, actual: 'X' }]);
  });

  test('judges a due date by its digits only', () => {
    expect(found({ paymentDueDate: '27AB30' })).toEqual([{ code: 'fieldValue', field: 'paymentDueDate', expected: null, actual: '27AB30' }]);
  });

  test('still judges a due date that is digits by the calendar', () => {
    expect(found({ paymentDueDate: '270431', makerCode: '      ' }).map(({ field }) => field)).toEqual(['makerCode', 'paymentDueDate']);
  });

  test('shows bytes that are not printable as hex', () => {
    const { findings } = answered({ files: [day('20270406', confirmed({ also: { makerCode: 'ｱｲｳｴｵｶ' } }))] });
    expect(findings.find(({ field }) => field === 'makerCode')?.actual).toBe('0xb1b2b3b4b5b6');
  });
});

describe('a barcode of digits', () => {
  test('is held back for another identifier', () => {
    expect(found({ applicationIdentifier: '92' })).toEqual([{ code: 'barcodeIdentifier', field: 'applicationIdentifier', expected: '91', actual: '92' }]);
    expect(flagsWith({ applicationIdentifier: '92' })).toContain('noticeHeld');
  });

  test('is held back for another check digit', () => {
    expect(found({ checkDigit: '0' })).toEqual([
      { code: 'barcodeCheckDigit', field: 'checkDigit', expected: expect.stringMatching(/^[1-9]$/) as string, actual: '0' },
    ]);
    expect(flagsWith({ checkDigit: '0' })).toContain('noticeHeld');
  });

  test('is held back for a due date off the calendar', () => {
    expect(found({ paymentDueDate: '270229' })).toEqual([{ code: 'fieldValue', field: 'paymentDueDate', expected: null, actual: '270229' }]);
    expect(flagsWith({ paymentDueDate: '270229' })).toContain('noticeHeld');
  });

  test('may have no due date', () => {
    expect(found({ paymentDueDate: '999999' })).toEqual([]);
  });

  test.each(['1', '9'])('clears with a stamp flag of %s, which is a warning', (flag) => {
    expect(found({ revenueStamp: flag })).toEqual([{ code: 'revenueStamp', field: 'revenueStamp', expected: '0', actual: flag }]);
    expect(flagsWith({ revenueStamp: flag })).not.toContain('noticeHeld');
  });

  test('judges the stamp flag only when it is a digit', () => {
    expect(found({ revenueStamp: 'X' }).map(({ code }) => code)).toEqual(['fieldValue']);
  });
});

describe('the amount', () => {
  const codes = (amount: number, also = {}): string[] => answered({ files: [day('20270406', confirmed({ amount, also }))] }).findings.map(({ code }) => code);

  test('may be 1 to 300,000 yen', () => {
    expect([codes(1), codes(300_000)]).toEqual([[], []]);
  });

  test('is a warning at 0 and from 300,001 on', () => {
    expect([codes(0), codes(300_001), codes(999_999)]).toEqual([['zeroAmount'], ['amountLimit'], ['amountLimit']]);
  });

  test('is judged in notices held back too, as long as its digits are digits', () => {
    expect(codes(300_001, { checkDigit: 'X' })).toEqual(['amountLimit', 'fieldValue']);
    expect(codes(300_001, { amount: '30000X' })).not.toContain('amountLimit');
  });
});

test('the builder gives a record its right check digit', () => {
  const record = buildNotice(confirmed());
  expect(checkDigitOfDigits(record, 15)).toBe(record[58]! - 0x30);
});
