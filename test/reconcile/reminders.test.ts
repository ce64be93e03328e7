/** docs/format.md, "Days of files, and when a reminder may go": which days are missing, how far a biller reaches, and who may be reminded. */
import type { GroupInput, NoticeInput } from '../../scripts/buildFile';
import { dayNumber, dayOfIso, dayOfNumber, isoOf } from '../../src/file/calendar';
import { isBusinessDay } from '../../src/file/businessDays';
import { answered, cancelled, confirmed, day, ledgerOf, preliminary, type Answer, type AnsweredSlip, type Given } from './run';

const compact = (iso: string): string => iso.replaceAll('-', '');
const fileOf = (iso: string, ...notices: NoticeInput[]): Given['files'][number] => day(compact(iso), ...notices);
/** Every day, or every business day, from one to another, both included. */
function daysFrom(from: string, to: string, every = false): string[] {
  const days: string[] = [];
  for (let number = dayNumber(dayOfIso(from)!); number <= dayNumber(dayOfIso(to)!); number++) {
    if (every || isBusinessDay(dayOfNumber(number))) days.push(isoOf(dayOfNumber(number)));
  }
  return days;
}
const missing = (days: readonly string[], more: Partial<Given> = {}): Answer['missingDays'] =>
  answered({ files: days.map((iso) => fileOf(iso)), asOf: '2027-04-20', ...more }).missingDays;

describe('missing days are', () => {
  test('the business days from the first created date on, before the as-of date, without a file', () => {
    expect(missing(['2027-04-07', '2027-04-09', '2027-04-14'])).toEqual([
      { billerCode: '13104', days: ['2027-04-08', '2027-04-12', '2027-04-13', '2027-04-15', '2027-04-16', '2027-04-19'] },
    ]);
    expect(missing(daysFrom('2027-04-07', '2027-04-19'))).toEqual([]);
  });

  test('never holidays, weekends, or the turn of the year', () => {
    expect(missing([...daysFrom('2027-04-28', '2027-04-30'), '2027-05-06'], { asOf: '2027-05-07' })).toEqual([]);
    expect(missing(['2027-12-28', '2028-01-04'], { asOf: '2028-01-05' })).toEqual([]);
  });

  test('not those that the office tells to be without a file', () => {
    const terms = { noFileOn: new Set([20270408, 20270412]) };
    expect(missing(['2027-04-07', '2027-04-09'], { asOf: '2027-04-14', terms })).toEqual([{ billerCode: '13104', days: ['2027-04-13'] }]);
  });

  test('all days where files come on at least two, and at least half, of the days of rest', () => {
    const weekend = (count: number): string[] => ['2027-04-10', '2027-04-11', '2027-04-17', '2027-04-18'].slice(0, count);
    const with_ = (count: number): string[] => [...new Set([...daysFrom('2027-04-07', '2027-04-19'), ...weekend(count)])].sort();
    expect(missing(with_(4), { asOf: '2027-04-20' })).toEqual([]);
    expect(missing(with_(2), { asOf: '2027-04-20' })).toEqual([{ billerCode: '13104', days: ['2027-04-17', '2027-04-18'] }]);
    expect(missing(with_(1), { asOf: '2027-04-20' })).toEqual([]);
    expect(missing(['2027-04-09', '2027-04-10', '2027-04-12'], { asOf: '2027-04-13' })).toEqual([]);
  });

  test('told for each biller that misses some, in code order without leading zeros', () => {
    const group = (billerCode: string, created: string): GroupInput => ({ billerCode, createdDate: created, notices: [] });
    const files = [
      { groups: [group('00020', '20270412'), group('13104', '20270412'), group('00003', '20270412'), group('     ', '20270407')] },
      { groups: [group('13104', '20270413')] },
    ];
    expect(answered({ files, asOf: '2027-04-14' }).missingDays).toEqual([
      { billerCode: '00020', days: ['2027-04-13'] },
      { billerCode: '00003', days: ['2027-04-13'] },
    ]);
  });

  test('none without created dates; null beyond the calendar', () => {
    expect(missing([])).toEqual([]);
    expect(missing(['2027-04-07'], { asOf: '2051-01-01' })).toBeNull();
    expect(missing(['2050-12-28'], { asOf: '2050-12-31' })).toEqual([]);
  });
});

test('paidThrough is the latest paid date of a notice that is not held, not after its created date', () => {
  const paid = (paidDate: string, more: Partial<NoticeInput> = {}): NoticeInput => confirmed({ paidDate, ...more });
  const through = (...notices: NoticeInput[]): string | null => answered({ files: [fileOf('2027-04-12', ...notices)] }).paidThrough;
  expect([through(), through(paid('20270405'), paid('20270409'), preliminary({ paidDate: '20270407' }))]).toEqual([null, '2027-04-09']);
  expect([through(paid('20270412')), through(paid('20270413')), through(paid('20270410', { also: { checkDigit: 'X' } }))]).toEqual(['2027-04-12', null, null]);
});

test('otherChannels is given by columns or a list, else none when the office says so, else unknown', () => {
  const given = (ledger: string | undefined, noOtherChannels: boolean, receipts: readonly string[] = []): string =>
    answered({ files: [], ...(ledger === undefined ? {} : { ledger }), receipts, terms: { noOtherChannels } }).otherChannels;
  const plain = ledgerOf(['2027,1,2027-04-30,3000']);
  const list = ledgerOf(['2027,1,2027-04-12,1'], '年度,納付書番号,収納日,収納額');
  expect([given(undefined, false), given(plain, false), given(plain, true), given(plain, true, [list])]).toEqual(['unknown', 'unknown', 'none', 'given']);
  for (const column of ['収納日', '収納額'])
    expect(given(ledgerOf(['2027,1,2027-04-30,3000,'], `年度,納付書番号,納期限,請求金額,${column}`), false)).toBe('given');
  expect(given(ledgerOf(['2027,1,2027-04-30,3000,'], '年度,納付書番号,納期限,請求金額,収納方法'), false)).toBe('unknown');
});

/** Slip 1 is due on 2027/04/30; its tenth business day after is 2027/05/19. Files of every business day from 2027/04/01 to the day before. */
const FIRST = '2027-04-01';
const AS_OF = '2027-05-20';
const files = (notices: readonly NoticeInput[] = [], from = FIRST, to = '2027-05-19', without: readonly string[] = []): Given['files'] =>
  daysFrom(from, to)
    .filter((iso) => !without.includes(iso))
    .map((iso, index) => fileOf(iso, ...(index === 0 ? [confirmed({ slipNumber: '2', paidDate: compact(iso) }), ...notices] : [])));
const ledger = (first = '2027,1,2027-04-30,3000', header = '年度,納付書番号,納期限,請求金額'): string =>
  ledgerOf([first, `2027,2,2027-04-30,3000${','.repeat(header.split(',').length - 4)}`], header);
const NONE = { noOtherChannels: true };
function slip(more: Partial<Given> = {}): AnsweredSlip {
  return answered({ files: files(), ledger: ledger(), asOf: AS_OF, terms: NONE, ...more }).slips[0]!;
}
const isRemindable = (more?: Partial<Given>): boolean => slip(more).flags.includes('remindable');

describe('remindFrom', () => {
  test.each<[number, string]>([
    [0, '2027-05-01'],
    [1, '2027-05-06'],
    [10, '2027-05-19'],
    [60, '2027-07-29'],
  ])('is with %p business days of grace %s', (grace, from) => {
    expect(slip({ terms: { ...NONE, grace } }).remindFrom).toBe(from);
  });

  test('is told of unpaid and cancelled slips with a due date, of no others', () => {
    expect(slip({ files: files([preliminary(), cancelled()]) })).toMatchObject({ state: 'cancelled', remindFrom: '2027-05-19' });
    expect(
      [slip({ files: files([preliminary()]) }), slip({ files: files([confirmed()]) }), slip({ ledger: ledger('2027,1,,3000') })].map(
        ({ remindFrom }) => remindFrom,
      ),
    ).toEqual([null, null, null]);
    expect(slip({ ledger: ledger('2027,1,2027-04-30,0') }).remindFrom).toBeNull();
  });

  test('is not told beyond the calendar', () => {
    const of = (due: string, grace: number): string | null => slip({ ledger: ledger(`2027,1,${due},3000`), terms: { ...NONE, grace } }).remindFrom;
    expect([of('2050-12-27', 1), of('2050-12-28', 1), of('2050-12-30', 0), of('2050-12-31', 0), of('2060-01-01', 10)]).toEqual([
      '2050-12-28',
      null,
      '2050-12-31',
      null,
      null,
    ]);
  });
});

describe('remindable 督促可', () => {
  const ISSUED = '年度,納付書番号,納期限,請求金額,発行日';

  test.each<[string, boolean, Partial<Given>]>([
    ['all is there', true, {}],
    ['the grace is over today', true, { asOf: '2027-05-19' }],
    ['the grace is not over', false, { asOf: '2027-05-18' }],
    ['the slip is cancelled', true, { files: files([preliminary(), cancelled()]) }],
    ['other channels are unknown', false, { terms: { noOtherChannels: false } }],
    ['a list of receipts is there', true, { terms: {}, receipts: [ledgerOf(['2027,2,2027-04-12,1'], '年度,納付書番号,収納日,収納額')] }],
    ['a part is paid', false, { receipts: [ledgerOf(['2027,1,2027-04-12,1'], '年度,納付書番号,収納日,収納額')] }],
    [
      'the ledger lacks it',
      false,
      { ledger: ledgerOf(['2027,2,2027-04-30,3000']), files: files([preliminary({ slipNumber: '1' }), cancelled({ slipNumber: '1' })]) },
    ],
    ['the slip needs a review', false, { files: files([cancelled()]) }],
    ['a notice of it is held', false, { files: files([confirmed({ also: { checkDigit: 'X' } })]) }],
    ['a notice of another slip is held: the data is incomplete', false, { files: files([confirmed({ slipNumber: '2', also: { checkDigit: 'X' } })]) }],
    ['it was reissued since', false, { files: files([preliminary({ reissueNumber: 1 }), cancelled({ reissueNumber: 1 })]) }],
    ['a day is missing', false, { files: files([], FIRST, '2027-05-19', ['2027-05-10']) }],
    ['the missing day is told', true, { files: files([], FIRST, '2027-05-19', ['2027-05-10']), terms: { ...NONE, noFileOn: new Set([20270510]) } }],
    ['empty days are not sent', true, { files: files([], FIRST, '2027-05-19', ['2027-05-10']), terms: { ...NONE, emptyDaysNotSent: true } }],
    ['the fifth business day before is missing', true, { files: files([], FIRST, '2027-05-19', ['2027-05-13']) }],
    ['the sixth is missing', false, { files: files([], FIRST, '2027-05-19', ['2027-05-12']) }],
    ['the files end before the grace does', false, { files: files([], FIRST, '2027-05-18') }],
    ['the files begin two weeks before the due date', true, { files: files([], '2027-04-16') }],
    ['the files begin later', false, { files: files([], '2027-04-19') }],
    [
      'the files begin on the next business day after 発行日',
      true,
      { files: files([], '2027-04-26'), ledger: ledger('2027,1,2027-04-30,3000,2027-04-23', ISSUED) },
    ],
    ['the files begin later than that', false, { files: files([], '2027-04-27'), ledger: ledger('2027,1,2027-04-30,3000,2027-04-23', ISSUED) }],
    [
      '発行日 is early, and the files begin two weeks before the due date',
      false,
      { files: files([], '2027-04-16'), ledger: ledger('2027,1,2027-04-30,3000,2027-04-01', ISSUED) },
    ],
    ['発行日 is after the due date: a bad cell', false, { ledger: ledger('2027,1,2027-04-30,3000,2027-05-01', ISSUED) }],
    ['the as-of date is beyond the calendar', false, { asOf: '2051-01-04', terms: { ...NONE, emptyDaysNotSent: true } }],
  ])('when %s: %p', (_, holds, more) => {
    expect(isRemindable(more)).toBe(holds);
  });

  test('a bad 発行日 is an error on its cell', () => {
    const fields = (cell: string): unknown[] =>
      answered({ files: [], ledger: ledger(`2027,1,2027-04-30,3000,${cell}`, ISSUED) }).findings.map(({ code, record, field, actual }) => [
        code,
        record,
        field,
        actual,
      ]);
    expect([fields('2027-04-30'), fields('2027-05-01'), fields('x')]).toEqual([
      [],
      [['ledgerRow', 2, '発行日', '2027-05-01']],
      [['ledgerRow', 2, '発行日', 'x']],
    ]);
  });

  test('of a slip without a biller: all billers must reach, and none may miss a day', () => {
    const with_ = (billerCode: string, iso: string): GroupInput => ({ billerCode, createdDate: compact(iso), notices: [] });
    const both = (second: readonly string[]): Given['files'] => [
      { groups: [{ ...with_('13104', FIRST), notices: [confirmed({ slipNumber: '2' })] }, ...daysFrom(FIRST, '2027-05-19').map((iso) => with_('13104', iso))] },
      { groups: second.map((iso) => with_('13112', iso)) },
    ];
    const all = daysFrom(FIRST, '2027-05-19');
    expect(slip({ files: both(all) })).toMatchObject({ billerCode: null, flags: ['overdue', 'remindable'] });
    expect(isRemindable({ files: both(all.slice(0, -1)) })).toBe(false);
    expect(isRemindable({ files: both(all.slice(20)) })).toBe(false);
    expect(isRemindable({ files: both(all.filter((iso) => iso !== '2027-05-10')) })).toBe(false);
  });
});
