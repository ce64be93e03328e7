/** What 他の収納 says in the pane, in English. */
import type { ReceiptsProblem } from '../../engine/workbookPort';
import { termsEn } from '../../words/terms.en';
import type { ReceiptsWords } from './words';

const { number } = termsEn;
const many = (count: number, one: string): string => `${number(count)} ${one}${count === 1 ? '' : 's'}`;

function problem(found: ReceiptsProblem): string {
  switch (found.code) {
    case 'sheetProtected':
      return `The sheet "${found.sheet}" is protected. Unprotect it, then try again. Nothing was changed.`;
    case 'workbookProtected':
      return "The workbook's structure is protected, so no sheet can be added. Unprotect it, then try again.";
    case 'countsFrom1904':
      return 'This workbook counts days from 1904: dates would be four years off. Nothing was changed. Use a new workbook.';
    case 'nameTaken':
      return `The name "${found.sheet}" is in use. Rename what has it, then try again. Nothing was changed.`;
    case 'columnsLost':
      return `The table 他の収納 has lost ${found.columns.join(', ')}. Restore the headers, then try again. Nothing was changed.`;
    case 'rowGone':
      return 'The row of this receipt is not in the table 他の収納 any more. Look at the sheet. Nothing was changed.';
    case 'failed':
      return 'The table 他の収納 could not be written. Look at the sheet, then try again. Rows that are in already are not added twice.';
  }
}

export const receiptsEn: ReceiptsWords = {
  sheet: { name: 'Other receipts', note: 'Receipts of other channels (counter, direct debit). Read at every run and never overwritten. Type or paste rows.' },
  title: 'Other receipts',
  none: 'No receipts of counters or direct debits yet.',
  held: (rows) => `${many(rows, 'receipt')} · the workbook's own table is used`,
  addFile: 'Add from a CSV',
  addTable: 'Add from a table',
  open: 'Open the table',
  reading: 'Reading',
  recognised: (names) =>
    `${names.join(', ')}: it has the columns 収納日 and 収納額 and bills nothing, so it was read as receipts of other channels and not as a ledger.`,
  added: (name, added, standing) =>
    `${many(added, 'receipt')} of ${name} added.${standing > 0 ? ` ${many(standing, 'receipt')} stood there already and were not added.` : ''} The next run uses them.`,
  refused: (name, sentence) => `${name}: ${sentence}`,
  problem,
  matchNote: "Choose the list's column for each item.",
  columns: {
    fiscalYear: 'Fiscal year',
    slipNumber: 'Slip number',
    receivedDate: 'Received on',
    receivedAmount: 'Amount received',
    billerCode: 'Biller code',
    receivedBy: 'Method',
  },
  ofSlip: (count) => many(count, 'other receipt'),
  uses: {
    used: '',
    ownChannel: 'Not used: it is of the convenience stores themselves',
    duplicate: 'Not used: it repeats another receipt',
    unclear: 'Not used: it may be the payment at the convenience store',
  },
  noMethod: 'No method given',
  place: (file, record) => `${file}, row ${number(record)}`,
  takeBack: 'Take back',
  takeBackOf: (day, amount) => `Take back the receipt of ${amount} on ${day}`,
  mark: 'Mark as paid at a counter or elsewhere',
  markNote: 'Adds a row to the table 他の収納 and reconciles again.',
  day: 'Received on',
  dayWrong: 'Enter a day up to today, e.g. 2027-05-10.',
  amount: 'Amount received (yen)',
  amountWrong: 'Enter an amount of 1 yen or more, in digits.',
  method: 'Method',
  methods: ['窓口', '特別出張所', '金融機関', '口座振替'],
  otherMethod: 'Another one',
  methodMissing: 'Enter the method.',
  methodOwn: 'Receipts of convenience stores and e-money are read from the settlement data and cannot be entered here.',
  save: 'Mark as paid',
  cancel: 'Cancel',
};
