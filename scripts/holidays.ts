/** Which days are national holidays, by year, as `mmdd mmdd …`? Of the package only the dates are taken: the product needs no names of holidays. */
import holidayJp from '@holiday-jp/holiday_jp';

export function holidaysByYear(): Record<string, string> {
  const byYear: Record<string, string> = {};
  for (const date of Object.keys(holidayJp.holidays).sort()) {
    const [year, month, day] = date.split('-') as [string, string, string];
    byYear[year] = `${byYear[year] === undefined ? '' : `${byYear[year]} `}${month}${day}`;
  }
  return byYear;
}
