/** The words of the calendar of files, in English. */
import type { CalendarWords } from './words';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const calendarEn: CalendarWords = {
  intro: 'The days of which a settlement file came, and those of which none did: the payment of somebody may stand in a file that is not here.',
  emptyDaysNotSent: 'It is set that no file is made for a day without notices: missing days hold no reminder back.',
  biller: 'Biller',
  lastCreated: 'Last created',
  paidThrough: 'Last paid date',
  asOf: 'As of',
  noResult: 'It is shown after a run.',
  noDays: 'No settlement file with a readable created date.',
  unknown: 'The dates lie beyond the calendar of holidays: nobody can tell which days are missing.',
  month: (year, month) => `${MONTHS[month - 1]!} ${year}`,
  weekdays: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
  marks: { received: '', missing: 'none', told: 'noted', rest: '', open: '' },
  files: (count) => `${count}`,
  meanings: {
    received: 'Number of files that came (by created date)',
    missing: 'No file came (can be chosen)',
    told: 'Noted to have no file (can be chosen)',
    rest: 'No file expected (weekends, holidays, turn of the year)',
  },
  legend: 'Legend',
  choose: (day, standing) => `${day}: ${standing === 'missing' ? 'no file came' : 'noted to have no file'}`,
  chosen: (days) => (days.length > 3 ? `${days.slice(0, 3).join(', ')} and ${days.length - 3} more` : days.join(', ')),
  by: 'Your name (optional)',
  noFile: 'There is no file of this day',
  takeBack: 'Take the note back',
  afterwards: 'It is written down in the history, and what the workbook holds is reconciled again.',
};
