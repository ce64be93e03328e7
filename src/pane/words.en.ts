/** Every word of the pane that an auditor or engineer reads, in English. Terms: docs/glossary.md. */
import { isoOf } from '../file/calendar';
import type { NoticeKind } from '../file/layout';
import { termsEn as product, termsEnIn } from '../words/terms.en';
import { comparedNothing } from '../verdict';
import { markLabel } from './marks';
import { countedFlag } from './result/flagCounts';
import { differs } from './result/totals';
import type { RunRefusal, RunView, TotalView } from '../engine/protocol';
import { atWorkEn } from './atWork';
import { brokenEn } from './brokenTables.en';
import type { Failure } from './state/state';
import type { WriteProblem } from '../engine/workbookPort';
import type { StageName } from './state/stages';
import type { Message, PaneWords } from './words';

const { number, yen } = product;
const many = (value: number, one: string): string => `${number(value)} ${one}${value === 1 ? '' : 's'}`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const short = (title: string): string => title.replace(/（[^（）]*）$/, '');
const megabytes = (bytes: number): string => (bytes < 100_000 ? `${number(Math.max(1, Math.round(bytes / 1000)))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

const KINDS: Record<NoticeKind, string> = { preliminary: 'Preliminary', confirmed: 'Confirmed', preliminaryCancelled: 'Cancelled' };

const STAGES: Record<StageName, string> = {
  read: 'Reading',
  cut: 'Cutting records',
  check: 'Checking',
  match: 'Matching with the ledger',
  write: 'Writing the sheets',
};

const differenceSentence = (difference: number, measure: 'count' | 'amount'): string =>
  `${measure === 'amount' ? yen(Math.abs(difference)) : number(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'} in the records`;

function writeFailure(problem: Exclude<WriteProblem, { code: 'stopped' }>): Message {
  switch (problem.code) {
    case 'sheetProtected':
      return {
        title: 'Sheets are protected',
        body: `Cannot write to ${quoted(problem.sheets)}. Choose Review > Unprotect Sheet, then run again. Nothing was changed.`,
      };
    case 'workbookProtected':
      return { title: 'The workbook is protected', body: 'Cannot add sheets. Turn off Review > Protect Workbook, then run again. Nothing was changed.' };
    case 'readOnly':
      return {
        title: 'The workbook cannot be changed',
        body: 'It is read-only, or changing it is not allowed. Choose Enable Editing, or save it under another name, then run again. Nothing was changed.',
      };
    case 'nameTaken':
      return { title: 'A sheet has the same name', body: `"${problem.sheet}" was not made by this add-in and will not be overwritten. Rename that sheet.` };
    case 'columnsRenamed':
      return {
        title: 'Headers have changed',
        body: `"${problem.sheet}" has no ${quoted(problem.columns)}. Nobody could say any more which slip a remark belongs to, so nothing was changed. Restore the headers, then run again.`,
      };
    case 'countsFrom1904':
      return {
        title: 'This workbook counts days from 1904',
        body: 'Dates would be four years off. Nothing was changed. Use a new workbook.',
      };
    case 'writeFailed':
      return {
        title: 'The sheets could not be written',
        body: `Failed at row ${number(problem.rows)} of ${number(problem.of)} of "${problem.sheet}". The sheets are as they were before. ${problem.perhaps === undefined ? 'Check free space and network' : 'If several sheets are selected, click one sheet tab'}, then run again.`,
      };
    case 'tablesBroken':
      return brokenEn(problem.faults);
    case 'otherPane':
      return {
        title: 'Another pane is writing',
        body: `Another pane on this workbook, perhaps another person's, ${atWorkEn(problem)}. Run again when it has ended. This pane has changed nothing.`,
      };
    case 'endUnknown':
      return {
        title: 'Nobody can say whether everything was written',
        body: 'Excel has not answered since the last request. Save the workbook and open it again: either the result is there, or the sheets are as they were before.',
      };
    case 'rollbackFailed':
      return {
        title: 'The sheets could not be restored',
        body: `"${problem.sheet}" is half written. ${problem.perhaps === undefined ? '' : 'If several sheets are selected, click one sheet tab. '}Close the workbook without saving and open it again. No settlement data is lost.`,
      };
  }
}

function refused(refusal: RunRefusal): Message {
  switch (refusal.code) {
    case 'originalsChanged':
      return {
        title: 'The originals have changed',
        body: `On "Originals", ${quoted(refusal.files)} differs from what was imported, or is gone. Nothing was changed. Undo this import in the history, then import the file again.`,
      };
    case 'deletionChanged':
      return {
        title: 'There is something else to delete now',
        body: 'The workbook has changed since you looked. Nothing was changed. Look again at what would be deleted.',
      };
    case 'ledgerRefused':
      return { title: 'The ledger cannot be read', body: `${refusal.name}: ${product.ledgerRefusal(refusal.refusal)} Nothing was changed.` };
    case 'ledgerUnreadable':
      return { title: 'The ledger cannot be read', body: `${refusal.name}: ${product.csvProblem(refusal.problem)} Nothing was changed.` };
    case 'receiptsRefused':
      return { title: 'The list of other receipts cannot be read', body: `${refusal.name}: ${product.ledgerRefusal(refusal.refusal)} Nothing was changed.` };
    case 'receiptsUnreadable':
      return { title: 'The list of other receipts cannot be read', body: `${refusal.name}: ${product.csvProblem(refusal.problem)} Nothing was changed.` };
  }
}

function failure(failed: Failure): Message {
  switch (failed.code) {
    case 'fileUnreadable':
      return {
        title: 'The file cannot be read',
        body: `${failed.name} could not be opened. If another program has it open, close it there and choose it again.`,
      };
    case 'layoutRefused':
      return { title: 'The layout cannot be used', body: product.layoutProblem(failed.problem) };
    case 'layoutNotJson':
      return { title: 'The layout cannot be used', body: `${failed.name} is not JSON. Check the file.` };
    case 'tooLarge':
      return { title: 'Too many rows for Excel', body: 'A sheet holds 1,048,576 rows. Split the settlement data over several workbooks. Nothing was changed.' };
    case 'engineFailed':
      return {
        title: 'The work could not go on',
        body: 'The sheets are as they were before. Run again. If it happens again, give the details to your IT department.',
      };
    case 'run':
      return refused(failed.refusal);
    case 'sheetGone':
      return { title: 'The sheet is not there', body: `"${failed.sheet}" is not in this workbook. If it was deleted, running again makes it anew.` };
    case 'manyLedgers':
      return { title: 'Only one ledger can be used', body: `"${failed.used}" is used, ${quoted(failed.left)} not.` };
    case 'write':
      return writeFailure(failed.problem);
  }
}

const someOfThemPerhaps = (count: number): string => `${number(count)} not yet certain`;

function differenceSaid({ item, measure, declared, counted }: TotalView): string {
  const difference = differenceSentence(counted - declared!, measure);
  return `${product.totals[item] ?? item}: file's total ${number(declared!)}, sum of records ${number(counted)}. ${difference}.`;
}

/** Without a ledger nobody knows the unpaid: no zero is said. */
function slipsSaid({ verdict, trustSentence, ledger, states, flags }: RunView): string {
  const flagged = flags.map(countedFlag).map(({ mark, count, perhaps }) => {
    const some = perhaps === 0 ? '' : ` (${someOfThemPerhaps(perhaps)})`;
    return `${markLabel(mark, product)} ${number(count)}${some}`;
  });
  const isKnown = ledger !== null && !comparedNothing(verdict);
  const unknown = ledger === null ? 'Without a ledger the unpaid are unknown.' : trustSentence;
  const unpaid = states.find(({ state }) => state === 'unpaid')?.count ?? 0;
  const counted = [...(isKnown ? [`Unpaid ${number(unpaid)}`] : []), ...flagged].join(', ');
  return [...(isKnown ? [] : [unknown]), ...(counted === '' ? [] : [`${counted}.`])].join(' ');
}

export const paneEn: PaneWords = {
  product,
  productName: 'Convenience store reconciliation',
  tabs: { import: 'Load', result: 'Result', history: 'History' },
  screens: 'Views',
  menu: 'More',
  pages: {
    export: 'Export',
    finance: 'Copy for finance',
    deletion: 'Delete personal data',
    reminders: 'Reminders',
    calendar: 'Calendar of files',
    settings: 'Settings',
    bench: 'Make a layout',
    usage: 'How to use',
    trials: 'Check this Excel',
    about: 'About this add-in',
  },
  back: 'Back',
  close: 'Close',
  notKnown: 'unknown',
  minus: (text) => `minus ${text}`,
  between: ' · ',
  count: (value) => number(value),
  countUnit: '',
  yenUnit: ' yen',
  files: (value) => many(value, 'file'),
  details: (value) => many(value, 'data record'),

  firstTitle: 'Reconcile convenience store receipts',
  steps: ['Choose settlement data', 'Choose the slip ledger (CSV)', 'Run the reconciliation'],
  staysHere: 'Files are processed on this PC only and sent nowhere.',
  practice: 'Try with practice data',
  practiceNote: 'Chooses invented settlement data and a ledger.',
  chooseFiles: 'Choose settlement data',
  addFiles: 'Add files',
  dropHere: 'Drop to add',
  settlementData: 'Settlement data',
  ledger: 'Slip ledger',
  inspecting: 'Looking into the files',
  removeFile: (name) => `Remove ${name}`,
  removeLedger: (name) => `Remove the ledger ${name}`,
  fileList: 'Chosen settlement data',
  fileAbout: ({ layout, createdDates, details }, day) => [
    ...(layout === null ? [] : [short(layout.title)]),
    ...(createdDates.length === 0
      ? ['date unknown']
      : [`created ${day(createdDates[0]!)}${createdDates.length > 1 ? ` and ${createdDates.length - 1} more` : ''}`]),
    many(details, 'record'),
  ],
  unverified: 'unverified',
  unverifiedNote: "The layout's widths have not been confirmed by the agent's documents.",
  standings: {
    alreadyImported: 'Already imported: will not be read',
    chosenTwice: 'The same content is chosen twice: it will be read once',
    emptyFile: 'Empty file. Choose one that was received anew.',
    ebcdicFile: 'EBCDIC file. Ask the agent for Shift_JIS.',
    notASettlementFile: 'No settlement file. Choose the file as it came from the agent.',
  },
  goesIntoResult: ' If you run now, the result records it as an error.',
  badlyRead: (layout, misfits) => `No layout reads it well (nearest: ${short(layout)}, ${many(misfits, 'error')}). `,
  chooseLayout: 'Choose the layout',
  studyLayout: 'Study this format',
  noLedger: 'Without a ledger, unpaid, amount differs, paid on old slip, ledger behind and not in ledger cannot be judged.',
  chooseLedger: 'Choose the slip ledger',
  chooseTable: 'Use a table of the workbook',
  replaceLedger: 'Replace',
  heldLedger: (slips) => `${many(slips, 'slip')} · the workbook's own ledger is used`,
  tableChoice: (name, sheet) => `${name} (sheet "${sheet}")`,
  ledgerAbout: ({ rows, billed, charset }) =>
    `${many(rows, 'slip')} · ${yen(billed)} · ${charset === 'utf-8' ? 'UTF-8' : charset === 'shift_jis' ? 'Shift_JIS' : 'table of the workbook'}`,
  ledgerRefused: 'The ledger cannot be used',
  ledgerUnfit: (unfit) =>
    unfit.code === 'rounded'
      ? `The slip numbers of ${number(unfit.rounded)} of ${many(unfit.rows, 'row')} are rounded (zeros at the end, or 1.00E+16). A CSV that was saved from Excel cannot be used: export it anew and choose it without opening it in Excel.`
      : unfit.code === 'otherYear'
        ? `This ledger is of ${unfit.ledger.join(', ')}; it has no slip of the fiscal years of the chosen data (${unfit.files.join(', ')}). Choose the ledger of the same year.`
        : `None of ${many(unfit.rows, 'row')} has a fiscal year and a slip number that can be read. Check columns and file, then choose again.`,
  chooseLedgerAgain: 'Choose another ledger',
  matchColumns: 'Match columns',
  matchNote: "Choose the ledger's column for each item.",
  noColumn: '(none)',
  required: ' (required)',
  useMatch: 'Read with these columns',
  chosenForTwo: (column) => `"${column}" is chosen for two items.`,
  ledgerColumns: {
    fiscalYear: 'Fiscal year',
    slipNumber: 'Slip number',
    dueDate: 'Due date',
    billedAmount: 'Billed amount',
    billerCode: 'Biller code',
    reissueNumber: 'Reissue number',
    fee: 'Fee',
    section: 'Section',
    payerNumber: 'Payer number',
    payerName: 'Payer name',
    issuedDate: 'Issue date',
    receivedDate: 'Date received',
    receivedAmount: 'Amount received',
    receivedBy: 'Method',
  },
  asOf: 'As-of date',
  asOfNote: 'Used to judge what is overdue.',
  asOfMissing: 'Enter a day like 2027-05-10.',
  asOfOther: (today) => `Not today (${today}).`,
  useToday: 'Use today',
  together: (files, details) => `Reconciled together with the ${many(files, 'file')} (${many(details, 'record')}) already imported.`,
  alreadyIn: 'Already in this workbook',
  lastRun: (runAt, verdict) => `Last run ${runAt} (${verdict})`,
  run: (files) => `Run with ${many(files, 'file')}`,
  runAgain: 'Run with the other ledger',
  rerun: 'Run again',
  nothingToRead: 'No file to read',
  practiceMixed: 'Practice data and real data would be mixed: this cannot be run. Load real data into a new workbook that holds no practice data.',
  chosenSaid: (all, files, loaded) => `${many(all, 'file')}. ${number(files)} will be read. ${loaded > 0 ? `${number(loaded)} already imported.` : ''}`,
  removedSaid: (name) => `${name} removed.`,

  running: 'Reconciling',
  deleting: 'Deleting',
  progress: 'Progress of the reconciliation',
  elapsed: (seconds) => `${number(seconds)} s`,
  stages: STAGES,
  stageNow: STAGES,
  stageSaid: (stage, place, of) => `${STAGES[stage]}. Stage ${place} of ${of}.`,
  stageAmount: (stage, amount, bytes) => (stage === 'read' ? `${many(amount, 'file')}${bytes === 0 ? '' : ` ${megabytes(bytes)}`}` : number(amount)),
  writing: (sheet, rows, of) => (of === 0 ? `"${sheet}"` : `"${sheet}" ${number(rows)}/${number(of)}`),
  restoring: 'Restoring the sheets',
  waits: {
    cell: { title: 'Waiting for the end of cell editing', body: 'Press Enter or select another cell to go on.' },
    book: {
      title: 'Come back to this workbook',
      body: 'Another workbook is in front, and Excel refuses to go on. It goes on as soon as this workbook is in front.',
    },
  },
  mend: 'Make the tables again',
  mended: 'The tables are made again. You can run now.',
  stayInFront: 'Keep this workbook in front while it runs.',
  stopNote: 'Stopping leaves the sheets as before.',
  stopNoteWriting: 'Stopping puts the sheets back as they were before.',
  stop: 'Stop',
  stopping: 'Stopping',
  startedSaid: 'Reconciliation started.',
  endedSaid: (result) => {
    const { verdict, verdictSentence, totals, complete } = result;
    const first = totals.find(differs);
    const doubt = complete || comparedNothing(verdict) ? [] : ['The data is incomplete.'];
    return ['Reconciliation done.', verdictSentence, first === undefined ? slipsSaid(result) : differenceSaid(first), ...doubt].join(' ');
  },

  failure,
  openHistory: 'Open the history',
  runOnceMore: 'Run again',
  chooseAgain: 'Choose again',
  copyDetails: 'Copy details',
  copied: 'Copied.',
  notCopied: 'Could not be copied. Select and copy the text below.',
  stopped: (holdsChoice) => ({ title: 'Stopped', body: `The sheets are as they were before.${holdsChoice ? ' The chosen files are still chosen.' : ''}` }),
  crash: { title: 'Something unexpected happened', body: 'Load the pane again. The workbook is unchanged.' },
  reload: 'Load again',
  oldExcel: (needs, has) => ({
    title: 'This Excel is too old',
    body: `Needed: ExcelApi ${needs} or later. This Excel: ${has}. Use Excel 2021 or later, or Microsoft 365. Give the following to your IT department.`,
  }),

  oldBrowser: (lacks) => ({
    title: 'This Excel cannot run the add-in',
    body: `The system's browser lacks ${lacks}. Update the operating system. Please give your IT department the following.`,
  }),
  showSelected: 'Show the selected row',
  noneSelected: 'Select a row of the list first.',
  noResult: 'No result yet. Choose settlement data and run the reconciliation.',
  noResultYet: (runAt, verdict) => `The last run was ${runAt} (${verdict}). Its result stands on the sheets of the workbook. Run again to see it here.`,
  goToImport: 'Go to Load',
  verdictCounts: (details, errors, warnings) => `${many(details, 'data record')}, ${many(errors, 'error')}, ${many(warnings, 'warning')}`,
  findingsLink: (count) => `Open ${many(count, 'finding')}`,
  totalsTitle: "Comparison with the files' totals",
  totalsHead: { kind: 'Kind', count: 'Count', amount: 'Amount (yen)', judgement: 'Verdict' },
  kinds: KINDS,
  recordCount: 'Records',
  agrees: 'Agrees',
  differs: 'Differs',
  unchecked: 'Unchecked',
  declared: "File's total",
  counted: 'Sum of records',
  difference: 'Difference',
  differenceSentence,
  differingPlace: (file, group) => [...(file === null ? [] : [file]), ...(group === null ? [] : [`group ${group}`])].join(' '),
  moreDiffering: (count) => `${number(count)} more`,
  uncheckedItems: (count) => `${many(count, 'item')} unchecked: `,
  nothingRead: 'No file could be read: no total was compared.',
  layoutUnverified: (layout) => `The layout "${short(layout)}" is unverified.`,
  statesTitle: 'State of the slips',
  statesAbout: (slips, amount, kind) => `${many(slips, 'slip')} · ${kind} ${yen(amount)}`,
  amountKinds: { billed: 'billed', paid: 'paid', overpaid: 'overpaid' },
  openList: 'open the list',
  flagsTitle: 'Flags',
  flagsNote: 'One slip may carry several',
  noFlags: 'No slip is flagged.',
  someOfThemPerhaps,
  cannotJudge: 'Cannot be judged: unpaid, amount differs, paid on old slip, ledger behind, not in ledger',
  findingsTitle: 'Findings',
  findingCounts: (errors, warnings) => `${many(errors, 'error')}, ${many(warnings, 'warning')}`,
  openFindings: 'open the findings',
  runFacts: (asOf, ledger, runAt) => [`as of ${asOf}`, ledger === null ? 'no ledger' : `ledger ${ledger} slips`, `run ${runAt}`],
  openReconciliation: 'Open the list of slips',
  openChecks: 'Open the check sheet',

  severities: { error: 'Error', warning: 'Warning' },
  noFindings: 'No findings.',
  sameContent: (count) => `Show ${number(count)} more like this`,
  foldSame: 'Fold them again',
  openCheckRow: 'Open the row on the check sheet',

  search: 'Search by slip number',
  noMatch: 'No slip has this number here. Check the number.',
  noSlipInList: 'There is no such slip.',
  clearSearch: 'Clear the search',
  filterSheet: 'Filter on the sheet',
  listAbout: (count, amount, kind) => `${many(count, 'slip')} · ${kind} ${yen(amount)}`,
  found: (count) => many(count, 'slip'),
  due: (day) => `Due ${day}`,
  noDue: 'Due date unknown',
  paidOn: (day) => `Paid ${day}`,
  loading: 'Loading',

  missingDaysTitle: (days) => `Settlement files of ${days === 1 ? 'one day' : `${days} days`} are not here`,
  missingDaysBody: (days, more) => `${days.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Who paid on these days may be listed as unpaid.`,
  handled: 'Handled',
  dispositionFaults: (faults) => `Look at what was handled (${faults})`,
  showAll: (count) => `Show all ${count}`,
  openCalendar: 'Open the calendar of files',
  channelsQuestion: 'Can the fees also be paid at a counter, a bank or by direct debit?',
  channelsWhy: 'Settlement files do not tell of payments other than at shops and by e-money. Until this is answered, no slip is said to be due for a reminder.',
  channelsNone: 'No (or the ledger leaves out who has paid there)',
  channelsSome: 'Yes',
  channelsHint:
    'Import the other receipts under "Import", or add the columns 収納日 and 収納額 to the ledger. Until then no slip is said to be due for a reminder.',
  grace: 'Days before a reminder',
  graceNote: 'Business days after the due date (0 to 60). Payments by e-money may reach the office two weeks later.',
  emptyDays: 'The agent makes no file for a day without notices',
  emptyDaysNote: 'When on, days without a file hold no reminder back. Ask the agent before you switch it on.',
  businessDays: 'business days',
  trust: (trust, dates) => termsEnIn(dates).trust(trust),
  westernDay: isoOf,
  eraYear: ({ letter }, year) => `${letter}${year}`,
  fiscalYear: (year) => `FY ${year}`,
  biller: (code) => `biller ${code}`,
  placeInList: (place, total) => `${number(place)}/${number(total)}`,
  previous: 'Previous slip',
  next: 'Next slip',
  slipSaid: (year, slipNumber, marks) => `Fiscal year ${year}, ${slipNumber}, ${marks.join(', ')}.`,
  toCheck: 'To check',
  facts: { billed: 'Billed', paid: 'Paid', received: 'Other receipts', difference: 'Diff.', due: 'Due', reissue: 'Reissue', section: 'Section', fee: 'Fee' },
  reissue: (reissued, inLedger) => (inLedger !== null && inLedger !== reissued ? `${reissued} (ledger ${inLedger})` : String(reissued)),
  payments: (count) => many(count, 'payment'),
  noPayments: 'No notice of a payment.',
  payment: (place) => `${place}.`,
  cancelledPayment: 'cancelled',
  noDate: 'date unknown',
  noticeAt: (kind, file, record) => `${kind === null ? 'Unknown kind' : KINDS[kind]} ${file} record ${record}`,
  transferDate: (day) => `money due ${day}`,
  store: (code) => `store ${code}`,
  heldNotices: 'Notices held back',
  showOnSheet: 'Show on the sheet',

  historyEmpty: 'No history yet. Each run is listed here.',
  historyFiles: (first, more) => (more === 0 ? first : `${first} and ${number(more)} more`),
  undo: 'Undo this import',
  undoTitle: 'Undo this import?',
  undoBody: (name, details) => `Takes out ${many(details, 'data record')} of ${name} and reconciles again. The history will say so.`,
  undoYes: 'Undo the import',
  undoNo: 'Keep it',
  undone: 'Undone',
  deleted: 'Deleted',
  deletedBefore: (runAt) => `Deleted at ${runAt}. Importing it brings the deleted records back.`,

  layout: 'Layout',
  automatic: 'Found automatically',
  addLayout: 'Add a layout (JSON)',
  addedLayout: (title) => `${title} added.`,
  dates: 'Dates',
  datesNote: 'Applies to this pane, and to the sheets from the next run on.',
  names: 'Write payer names and numbers on the sheet',
  namesMissing: (columns) => `The workbook does not keep ${quoted(columns)}. Choose the ledger again to have them on the sheets.`,
  keptColumns: 'Columns kept on the ledger sheet',
  keptColumnsNote: 'Choose only columns that name nobody. ',
  namesNote: 'All columns of the ledger are written. Treat such a workbook as personal data. ',
  colours: 'Colours',
  coloursStandard: 'Standard',
  coloursPrint: 'For black-and-white printing',
  nextRun: 'Reaches the sheets at the next run.',
  language: 'Language',
  languageOfExcel: 'As in Excel',
  reset: 'Reset the settings',
  resetDone: 'The settings were reset.',
  about: [
    'Reconciles convenience store notices with the slip ledger and writes the result on the sheets of this workbook.',
    'Files are processed on this PC only. Nothing is sent, no use is recorded.',
    "Built-in layouts are called unverified until the agent's documents confirm them.",
  ],
  versionLine: (version) => `Version ${version}`,
};
