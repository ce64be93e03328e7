/** The command's sentences in English. */
import { isoOf } from '../file/calendar';
import { SLIP_STATES } from '../reconcile/slips';
import type { CommandWords, EdgeProblem, FileReason, UsageProblem, UsageReason } from './words';
import { number } from '../words/number';

const many = (value: number, one: string): string => `${number(value)} ${one}${value === 1 ? '' : 's'}`;

const USAGE: Record<UsageReason, (value: string, problem: UsageProblem) => string> = {
  noFile: () => 'Name at least one settlement file.',
  unknownOption: (value) => `There is no option "${value}".`,
  missingValue: (value) => `${value} needs a value.`,
  unexpectedValue: (value) => `${value} takes no value.`,
  repeated: (value) => `${value} is given twice: give it once.`,
  asOf: (value) => `--as-of must be a day of the calendar such as 2027-04-30, not "${value}".`,
  noFileOn: (value) => `--no-file-on must be a list of days such as 2027-04-30 with commas, not "${value}".`,
  grace: (value) => `--grace must be a whole number from 0 to 60 (business days), not "${value}".`,
  lang: (value) => `--lang must be ja or en, not "${value}".`,
  financeSlips: (value) => `--finance-slips must be last4 or rows, not "${value}".`,
  csvCharset: (value) => `--csv-charset must be cp932 or utf-8, not "${value}".`,
  csvStates: (value) => `--csv-states must be a list of ${SLIP_STATES.join(', ')} with commas, not "${value}".`,
  dates: (value) => `--dates must be western or wareki, not "${value}".`,
  print: (value) => `--print must be colour or mono, not "${value}".`,
  keepColumns: (value) => `--keep-columns names ${value}, which names a person: that column needs --with-names.`,
  needsWorkbook: (value) => `${value} needs --out or --finance: it has no effect on a CSV.`,
  needsOption: (value, { other }) => `${value} needs ${other}.`,
  outName: (value, { option, ending }) => `The name after ${option} must end in ${ending}, not "${value}".`,
  outIsInput: (value, { option }) => `${option} "${value}" is a file to be read: give it another name.`,
  outTwice: (value, { option, other }) => `${option} "${value}" is the same file as ${other}: give it another name.`,
};

const FILE: Record<FileReason, string> = {
  missing: 'there is no such file',
  isFolder: 'it is a folder',
  forbidden: 'permission is denied, or another program has it open',
  tooLarge: 'it is larger than 2 GB',
  noSpace: 'there is no space left',
  noFolder: 'its folder does not exist',
  nameTooLong: 'the name is too long; choose a shorter one',
  closed: 'whoever receives it has closed it',
  busy: 'another run is writing the same files; run again when it has ended',
  other: 'it cannot be read or written; close it in other programs',
};

type PasswordRefused = Extract<EdgeProblem, { code: 'passwordRefused' }>;
const PASSWORD: Record<PasswordRefused['reason'], (found: PasswordRefused) => string> = {
  empty: () => 'it is empty',
  emptyLine: () => 'its first line is empty, and the first line is the password',
  tooLong: ({ characters, limit }) => `its first line has ${number(characters)} characters, more than the ${number(limit)} that Excel takes`,
  notUtf8: () => 'it is not UTF-8',
};

function problem(found: EdgeProblem): string {
  switch (found.code) {
    case 'usage':
      return `${USAGE[found.reason](found.value, found)} (See --help.)`;
    case 'cannotOpen':
      return `Cannot open ${found.path}: ${FILE[found.reason]}.`;
    case 'cannotWrite':
      return `Cannot write ${found.path}: ${FILE[found.reason]}. Nothing was changed.`;
    case 'layoutNotJson':
      return `Cannot read the layout ${found.path}: it is no JSON, and no built-in layout (ward, mizuho, muf, dsk) has that name.`;
    case 'layoutRefused':
      return `Cannot use the layout ${found.path}: ${found.sentence}`;
    case 'ledgerRefused':
      return `Cannot read the ledger ${found.path}: ${found.sentence}`;
    case 'receiptsRefused':
      return `Receipts ${found.path} cannot be used: ${found.sentence}`;
    case 'sinceRefused':
      return `Earlier answer ${found.path} cannot be used: ${found.at === '' ? 'it is not JSON' : `${found.at} is not as --json answers`}. Give an answer of this program's --json.`;
    case 'templateNotJson':
      return `Cannot read the CSV template ${found.path}: it is no JSON, and no built-in template (reconciled, unpaid) has that name.`;
    case 'templateRefused':
      return `Cannot use the CSV template ${found.path}: ${found.sentence}`;
    case 'csvPersonal':
      return `The CSV template ${found.template} has columns that name a person (${found.columns.join(', ')}): they need --with-names. Nothing was written.`;
    case 'csvMisfits':
      return `Cannot write ${found.path}: ${found.sentence} Correct the values or use --csv-charset utf-8. Nothing was written.`;
    case 'passwordRefused':
      return `Cannot use the password file ${found.path}: ${PASSWORD[found.reason](found)}. Nothing was written.`;
    case 'cellTooLong':
      return `${found.sentence} Check the value. Nothing was written.`;
    case 'tooLarge':
      return `${found.sentence} Run with fewer files. Nothing was written.`;
  }
}

export const en: CommandWords = {
  unexpected: (trace) => `Stopped by an error that nobody foresaw (${trace}). Nothing was written. Report this sentence as it is.`,
  cannotPrint: (reason, written) =>
    `Cannot write the answer to standard output: ${FILE[reason]}. ${written.length === 0 ? 'No file was written.' : `These files were written: ${written.join(', ')}`}`,
  help: `Keshikomi: checks settlement files (preliminary and confirmed receipts) and reconciles them with the ledger of issued slips.

Usage
  npm run -s reconcile -- FILE... [--ledger LEDGER.csv] [options]

Options
  --ledger LEDGER.csv   the ledger of slips (UTF-8 or Shift_JIS); without it nobody can know the unpaid
  --receipts R.csv      receipts of other channels (counter, bank, direct debit); may be repeated
  --no-other-channels   no slip of the ledger may be paid elsewhere
  --no-file-on D,...    days on which no file was made (YYYY-MM-DD); may be repeated
  --empty-days-not-sent no file is made for a day without notices: missing days hold no reminder back
  --grace N             business days before a reminder, 0 to 60; 10 without it
  --since ANSWER.json   an earlier answer of --json: shows the slips that have changed
  --layout ID|FILE.json the layout (ward, mizuho, muf, dsk or a JSON file); without it the layout is found by itself
  --as-of YYYY-MM-DD    the day on which overdue, missing days and reminders are judged; today in Japan without it
  --out BOOK.xlsx       write the reconciled workbook
  --finance FILE.xlsx   write the copy for finance: no personal data, and a sheet to check the bank's credits
  --finance-slips FORM  slip numbers in it: last4 (the last four digits, at first) or rows (rows of the slip list; needs --out)
  --csv FILE.csv        write the reconciled data as CSV for the fee system (CRLF)
  --csv-template T      its columns: reconciled (at first), unpaid, or a JSON file
  --csv-charset C       its charset: cp932 or utf-8 (with BOM); without it as the template says
  --csv-states S,...    its slips: ${SLIP_STATES.join(', ')}; without it as the template says
  --dates western|wareki how every .xlsx writes dates: 2027/04/30 (default) or R9.4.30
  --print colour|mono   the colours of every .xlsx: as on the screen (default), or for black and white paper
  --password-file FILE  encrypt every .xlsx that is written; the first line of the file (UTF-8) is the password
  --keep-columns A,B    columns of the ledger that name nobody and may stand in the workbook
  --with-names          write names and payer numbers into the workbook and the CSV too
  --json                answer in JSON
  --lang ja|en          language of the sentences (ja at first)
  --help                show this

Exit codes  0: no error finding   1: at least one   2: could not run (nothing is written)`,
  layoutHelp: `Layout: examines settlement files of an unknown layout and proposes one, each item with its evidence.

Usage
  npm run -s layout -- FILE... [--ledger LEDGER.csv] [options]

Files of several days with preliminary and confirmed notices, and a ledger that holds their slips, tell nearly everything.

Options
  --ledger LEDGER.csv   the ledger: its values show where year, slip number and biller code stand
  --out LAYOUT.json     writes the proposed layout (for npm run -s reconcile -- ... --layout LAYOUT.json)
  --json                prints the result as JSON
  --lang ja|en          language of the sentences (ja unless given)
  --help                this text

Exit code  0: a proposal  1: something must be answered first  2: cannot run (nothing is written)`,
  layoutTitle: 'ファイルから作成したレイアウト（未検証）',
  layoutNotWritten: (path) => `Something must be answered first, so ${path} was not written.`,
  layoutReport: {
    headings: ['byte', 'length', 'item', 'kind', 'sure', 'evidence'],
    frame: ({ recordLength, lineEndings, records }) =>
      `Record length ${recordLength === null ? 'unknown' : `${number(recordLength)} bytes`}, line ends ${[...new Set(lineEndings)].join(', ') || 'unknown'}, ${number(lineEndings.length)} file(s), ${number(records.fitting)} of ${number(records.all)} records fit, ${number(records.data)} data records, ${number(records.groups)} group(s)`,
    questions: (blocking, all) => `Not known (${number(all)}${blocking > 0 ? `; ${number(blocking)} must be answered before use (×)` : ''})`,
    nearest: (title, sameItems, differences) =>
      differences === 0 ? `The same as the built-in "${title}".` : `Nearest built-in: "${title}" (${number(sameItems)} items the same). Differences:`,
  },
  problem,
  layout: ({ title, verified, misfits, records }) => {
    const name = `Layout "${title}"${verified ? '' : ' (not verified)'}`;
    const first = records === 1 ? 'the first record' : `the first ${number(records)} records`;
    if (misfits === 0) return `${name}: fits ${first}.`;
    if (misfits * 2 >= records) return `${name}: does not fit well (${many(misfits, 'misfit')} in ${first}). Check the file and the layout.`;
    return `${name}: ${many(misfits, 'misfit')} in ${first}.`;
  },
  notRead: 'not read.',
  headings: {
    files: ['File', 'Created', 'Details'],
    totals: "Comparison with the files' totals",
    totalColumns: ['File', 'Group', 'Kind', 'Declared', 'Counted', 'Difference', 'Verdict'],
    states: (slips, hasLedger) => `State of slips (${number(slips)}, amounts ${hasLedger ? 'billed' : 'paid'})`,
    days: 'Days with a file',
    receipts: 'Receipts of other channels (counter, bank, direct debit)',
    reminders: 'Reminders',
    changes: (count) => `Changes since the earlier answer (${number(count)})`,
    flags: 'Flags (a slip may carry several)',
    findings: (errors, warnings) => `Findings (${many(errors, 'error')}, ${many(warnings, 'warning')})`,
  },
  noSlips: 'There are no slips.',
  unknownUnpaid: '—  Without a ledger the unpaid are not known.',
  noFlags: 'No slip carries a flag.',
  unjudged:
    'Not judged: unpaid, nothing billed, amount differs, partly paid, may be reminded, paid on old slip, ledger behind, not in ledger (there is no ledger)',
  noFileDays: 'No file with a readable created date.',
  daysWithFile: (count) => `${number(count)} ${count === 1 ? 'day' : 'days'}`,
  missingDays: (count, first) =>
    count === 0
      ? 'no day is missing'
      : `missing ${number(count)}: ${first.map(isoOf).join(', ')}${count > first.length ? ` and ${number(count - first.length)} more` : ''}`,
  missingUnknown: 'missing days cannot be told: the calendar does not reach so far',
  moreBillers: (count) => `and ${number(count)} more billers`,
  otherChannels: {
    none: 'None, as the office says (--no-other-channels).',
    unknown: 'Unknown. Give them in the ledger, or with --receipts, or --no-other-channels.',
  },
  receiptsUsed: 'used',
  receiptsNotUsed: [
    ['ownChannel', "the files' own channel (not used)"],
    ['duplicate', 'repeated (counted once)'],
    ['unclear', 'perhaps a payment of the files (not used)'],
    ['refused', 'unreadable rows (not used)'],
  ],
  remindable: ({ count, amount, grace, reason }) => {
    const why = {
      noLedger: 'Without a ledger nobody knows who may be reminded.',
      incomplete: 'The data is incomplete: nobody may be reminded.',
      otherChannels: 'Receipts of other channels are unknown: nobody may be reminded.',
    };
    return reason === null ? `May be reminded: ${number(count)} ${amount} (from ${number(grace)} business days after the due date)` : why[reason];
  },
  noChanges: 'No slip has changed.',
  noSlip: '(none)',
  noFindings: 'Nothing was found.',
  severity: { error: 'error', warning: 'warning' },
  records: (count) => number(count),
  slips: (count) => number(count),
  ofThem: (label, count) => `${number(count)} of them: ${label}`,
  more: (count) => `${number(count)} more (all of them: --json, or the check sheet of --out)`,
  asOf: (asOf, ledger) => `As of ${isoOf(asOf)}, ledger ${ledger ?? 'none'}`,
  written: (path) => `Wrote ${path}.`,
  exportedMismatch: (verdict) => `Note: ${verdict} Tell whoever gets the files.`,
  csvLacksTrust: (path, columns, trust) => `Note: ${path} lists unpaid slips without the columns ${columns.join(', ')}. Tell whoever gets it: ${trust}`,
  csvHasNoSlips: (path, trust) => `Note: ${path} lists no slip at all. Tell whoever gets it: ${trust}`,
  notRecorded: 'No workbook keeps a record of these exports. With --out its import log does.',
  encrypting: (path) => `Encrypting ${path}`,
  progress: (stage, amount) => `${stage} (${number(amount)})`,
  day: isoOf,
  difference: (value) => (value > 0 ? `+${number(value)}` : number(value).replace(/^-(.*)$/, '-$1')),
};
