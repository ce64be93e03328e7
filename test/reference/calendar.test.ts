/** Do the rules of the law give the holidays that the published list gives? */
import { holidays } from '@holiday-jp/holiday_jp';
import { isHoliday, plus } from './calendar';

test('every day from 2007 to 2050', () => {
  const published = new Set(Object.keys(holidays));
  const differing: string[] = [];
  for (let day = '2007-01-01'; day <= '2050-12-31'; day = plus(day, 1)) if (isHoliday(day) !== published.has(day)) differing.push(day);
  expect(differing).toEqual([]);
});
