/** Can the paid date be true, seen from the day on which the file was made? */
import { daysBetween } from '../file/calendar';
import type { Check } from './check';
import { finding } from './finding';

const MOST_DAYS_BEFORE = 400;
/** From a day, as yyyymmdd, back to its day of the year before: never too long. */
const YEAR = 1_00_00;

export const checkPaidDate: Check = ({ file, notices, from, to }, report) => {
  for (let notice = from; notice < to; notice++) {
    const paidDate = notices.paidDate[notice]!;
    const { createdDate } = file.groups[notices.group[notice]!]!;
    if (paidDate === 0 || createdDate === null || (paidDate <= createdDate && paidDate >= createdDate - YEAR)) continue;
    const days = daysBetween(createdDate, paidDate);
    if (days <= 0 && days >= -MOST_DAYS_BEFORE) continue;
    report(
      finding(
        'paidDateImplausible',
        { file: file.name, record: notices.record[notice]! + 1, field: file.layout.paidDate.name },
        { paidDate, createdDate, days },
      ),
    );
  }
};
