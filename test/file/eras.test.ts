/** Does each era begin on its first day, and its years with 1 January? */
import { commonYear, eraCalled, eraDate, eraDay, ERAS, eraYearOf } from '../../src/file/eras';

test.each([
  [20190501, 'R1.5.1'],
  [20190430, 'H31.4.30'],
  [19890108, 'H1.1.8'],
  [19890107, 'S64.1.7'],
  [19261225, 'S1.12.25'],
  [19261224, 'T15.12.24'],
  [19270101, 'S2.1.1'],
  [19120730, 'T1.7.30'],
  [19120729, 'M45.7.29'],
  [20270430, 'R9.4.30'],
  [18680124, null],
])('%d is %s', (day, text) => expect(eraDay(day)).toBe(text));

test('an era is called by its letter or its name', () => {
  for (const era of ERAS) {
    expect(eraCalled(era.letter)).toBe(era);
    expect(eraCalled(era.letter.toLowerCase())).toBe(era);
    expect(eraCalled(era.name)).toBe(era);
    expect(eraYearOf(era.from)).toEqual({ era, year: 1 });
  }
  expect(eraCalled('X')).toBeNull();
});

test('the years of an era count from its first', () => {
  const reiwa = eraCalled('R')!;
  expect(commonYear(reiwa, 9)).toBe(2027);
  expect(eraDate(reiwa, 9, 4, 30)).toBe(20270430);
  expect(eraDate(reiwa, 9, 2, 30)).toBeNull();
});
