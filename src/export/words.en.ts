/** Every word of the exports, in English. */
import { CSV_CHARSETS, CSV_COLUMNS, CSV_DATES, type TemplateProblem } from './csvTemplate';
import type { ExportWords } from './words';
import { number } from '../words/number';

const slipText = (padded: string): string => padded.replace(/^0+(?=\d)/, '');

const TEMPLATE_NEEDS: Record<Exclude<TemplateProblem['needs'], 'knownKey'>, string> = {
  object: 'must be an object in { }',
  text: 'must be a text that is not empty',
  boolean: 'must be true or false',
  charset: `must be one of ${CSV_CHARSETS.join(', ')}`,
  dates: `must be one of ${CSV_DATES.join(', ')}`,
  states: 'must be a list in [ ] of paid, preliminary, cancelled, unpaid',
  columns: 'must be a list in [ ] of at least one column',
  column: `must be one of ${CSV_COLUMNS.join(', ')}`,
};

export const exportEn: ExportWords = {
  limits: {
    tooLarge: ({ sheet, rows, limit }) => `The sheet “${sheet}” would have ${number(rows)} rows, ${number(rows - limit)} more than Excel's ${number(limit)}.`,
    cellTooLong: ({ sheet, row, column, characters, limit }) =>
      `“${column}” in row ${number(row)} of the sheet “${sheet}” has ${number(characters)} characters, ${number(characters - limit)} more than the ${number(limit)} that Excel keeps.`,
  },
  fileNames: { book: 'reconciled', finance: 'finance', slips: 'slips', csv: 'reconciled-data', unpaid: 'unpaid' },
  mismatch: 'totals-differ',
  signatures: { title: 'Signatures', columns: ['Role', 'Section', 'Name', 'Date', 'Seal'], roles: ['Made by', 'Checked by', 'Approved by'] },
  chosenSheets: {
    filtered: (only, shown, all) => `Only ${only} (${number(shown)} of ${number(all)})`,
    shownOnly: (states, section) => [...(section === null ? [] : [section]), ...(states ?? [])].join(', '),
    figures: 'The slip list holds only some slips: the figures of slips here are those of all of them, and no formulas.',
  },
  deletion: {
    title: 'Deletion report',
    afterwards: {
      line: (verdict) => `Checks on what remains after the deletion: ${verdict}`,
      noFiles: 'No settlement file remains after the deletion. No totals were checked.',
      short: (verdict) => `After the deletion: ${verdict}`,
      shortNoFiles: 'After the deletion: no settlement file',
    },
    about: 'What was deleted',
    what: 'Subject',
    fiscalYear: (year) => `Details, slips and ledger rows of fiscal year ${year}`,
    chosenFiles: (files) => `${number(files)} chosen settlement ${files === 1 ? 'file' : 'files'}`,
    when: 'Deleted at',
    by: 'Deleted by',
    reason: 'Reason, rule',
    version: 'Version of the add-in',
    verdictBefore: 'Checks before the deletion',
    counts: 'How many were deleted',
    countColumns: ['Kind', 'Before', 'Deleted', 'Kept', 'Kept, year unknown'],
    slips: 'Slips of the slip list',
    details: 'Details',
    ledgerRows: 'Rows of the ledger',
    files: 'Settlement files',
    fileColumns: ['File', 'Fate', 'Details deleted', 'Details kept', 'Kept, year unknown', 'SHA-256 as received'],
    fates: { kept: 'not deleted', whole: 'deleted', records: 'partly deleted' },
    noFiles: 'There are no settlement files.',
    ledger: 'Ledger',
    ledgerColumns: ['Ledger', 'Fate', 'Rows deleted', 'Rows kept', 'Kept, year unknown', 'SHA-256 as loaded'],
    unknownSha256: 'unknown (a table of the workbook, or imported by a version that did not note it)',
    totals: 'Totals of these files, as they were before',
    totalsColumns: ['File', 'Item', 'Declared', 'Counted', 'Difference', 'Judgement'],
    groupItem: (group, kind, measure) => `Group ${group} ${kind}, ${measure === 'count' ? 'count' : 'yen'}`,
    separator: ': ',
    remainingKinds: 'Details deleted and kept, by kind',
    states: 'Slips deleted and kept, by state',
    slipMeasures: { count: 'slips', billed: 'billed (yen)', paid: 'paid (yen)' },
    stateColumns: ['State', 'Before', 'Deleted', 'Changed', 'Kept'],
    changedNote: '“Changed” is what became different in slips that are kept, in their state or what was paid, because notices of them were deleted.',
    kindColumns: ['Kind', 'Deleted', 'Deleted (yen)', 'Kept', 'Kept (yen)'],
    total: 'Total',
    partly:
      'A partly deleted file is kept with blanks for the deleted details: all others keep their place and number. The totals of those groups are shown as not checked from now on.',
    undecidedNote:
      'Details and ledger rows whose year cannot be read, and records that were skipped, are kept. To delete them choose the whole file, or correct the ledger row.',
    receiptsNote: 'The table 他の収納 (other receipts) is the office’s own and was not deleted. Delete its rows of the deleted year on its sheet.',
    copiesNote:
      'This report tells of this workbook alone. Delete the received files, the ledger CSV, exported files, backups and earlier versions of the workbook (version history, AutoRecover) on their own.',
  },
  operations: { book: 'exported', finance: 'for finance', csv: 'CSV' },
  unconfirmed: (operation) => `${operation} (not confirmed as saved)`,
  finance: {
    workbookTitle: 'Convenience-store receipts for finance',
    deposits: 'Deposits',
    depositsNote: 'Enter into the yellow cells what the bank really credited. Difference and judgement follow by themselves.',
    heldNote: 'Held notices have an error and are not used. The expected money is without them: if the bank credits them, the difference is their amount.',
    depositColumns: {
      transferDate: 'Money due on',
      count: 'Confirmed',
      expected: 'Expected (yen)',
      heldCount: 'Held, confirmed',
      held: 'Held, confirmed (yen)',
      credited: 'Credited (yen)',
      difference: 'Difference (yen)',
      judgement: 'Judgement',
      note: 'Note',
    },
    judgements: { agrees: 'agrees', differs: 'differs', missing: 'not entered' },
    notEntered: ['Not entered: ', ''],
    total: 'Total',
    noDate: 'No date',
    nothingExpected: 'No confirmed notice was used. No money is expected.',
    breakdown: 'By',
    breakdownName: 'Day, code or name',
    slipLastFour: 'Slip number (last four)',
    slipRow: 'Row of the slip list',
    leftOut: 'For finance: what may lead to a person is left out, such as parts of slip numbers, barcodes, times at the till and shops.',
    asOfExport: 'The figures by state are those of the time of export.',
    numberLeftOut: '(number left out)',
  },
  csv: {
    columns: {
      fiscalYear: 'fiscal year',
      slipNumber: 'slip number',
      biller: 'biller',
      reissueNumber: 'reissue',
      state: 'state',
      flags: 'flags',
      fee: 'fee',
      section: 'section',
      dueDate: 'due date',
      billedAmount: 'billed',
      paidAmount: 'paid',
      difference: 'difference',
      confirmedAmount: 'confirmed',
      overpaidAmount: 'overpaid',
      paidDate: 'paid on',
      otherAmount: 'received elsewhere',
      otherDate: 'date received elsewhere',
      remindFrom: 'remind from',
      paymentCount: 'payments',
      toCheck: 'to check',
      noticeFiles: 'files of the notices',
      asOf: 'as of',
      dataPeriod: 'data period',
      paidThrough: 'payments until',
      dataCompleteness: 'data completeness',
      missingDays: 'days without a file',
      otherChannels: 'other channels',
      verdict: 'totals',
      payerNumber: 'payer number',
      payerName: 'payer name',
    },
    period: (from, through) => (from === through ? from : `${from} to ${through}`),
    noPeriod: 'unknown',
    missingDays: (first, count) => (count === 0 ? 'none' : `${first.join(', ')}${count > first.length ? ` and ${count - first.length} more` : ''}`),
    otherChannels: {
      given: 'receipts of counters, banks and direct debit are in',
      none: 'no receipts of other channels, as the office says',
      unknown: 'receipts of counters, banks and direct debit are not in',
    },
    completeness: {
      complete: 'nothing found incomplete',
      incomplete: 'incomplete: the unpaid cannot be settled',
      noLedger: 'no ledger: the unpaid are not known',
    },
    templateProblem: ({ place, needs, found }) =>
      needs === 'knownKey'
        ? `"${place}" is not known.`
        : `${place === '' ? 'the whole' : `"${place}"`} ${TEMPLATE_NEEDS[needs]}${found === '' ? ', but is missing' : `, not ${found}`}.`,
    misfits: ({ charset, count, first }) => {
      const places = first.map(
        ({ slip, column, characters }) =>
          `"${column}" of ${slip === null ? 'the header' : `slip ${slipText(slip.slipNumber)} of ${slip.fiscalYear}`} has ${characters.join(' ')}`,
      );
      const more = count - first.length;
      return `${number(count)} ${count === 1 ? 'cell holds' : 'cells hold'} characters that ${charset} lacks (${places.join('; ')}${more > 0 ? `; ${number(more)} more` : ''}).`;
    },
  },
};
