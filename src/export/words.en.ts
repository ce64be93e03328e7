/** Every word of the exports, in English. */
import type { ExportWords } from './words';

export const exportEn: ExportWords = {
  fileNames: { book: 'reconciled', finance: 'finance', csv: 'reconciled-data', unpaid: 'unpaid', deletionReport: 'deletion-report' },
  mismatch: 'totals-differ',
  finance: {
    workbookTitle: 'Convenience-store receipts for finance',
    deposits: 'Deposits',
    depositsNote: 'Enter into the yellow cells what the bank really credited. Difference and judgement follow by themselves.',
    depositColumns: {
      transferDate: 'Money due on',
      count: 'Confirmed',
      expected: 'Expected (yen)',
      credited: 'Credited (yen)',
      difference: 'Difference (yen)',
      judgement: 'Judgement',
      note: 'Note',
    },
    judgements: { agrees: 'agrees', differs: 'differs', missing: 'not entered' },
    daysNotEntered: 'Days not entered',
    total: 'Total',
    noDate: 'No date',
    nothingExpected: 'No confirmed notice was used. No money is expected.',
    signatures: 'Signatures',
    signatureColumns: ['Role', 'Section', 'Name', 'Date', 'Seal'],
    signatureRoles: ['Made by', 'Checked by', 'Approved by'],
    byBiller: 'Expected money by biller (confirmed)',
    byChain: 'Expected money by chain (confirmed)',
    byFee: 'Expected money by fee (confirmed)',
    bySection: 'Expected money by section (confirmed)',
    slipLastFour: 'Slip number (last four)',
    slipRow: 'Row of the slip list',
    leftOut: 'For finance: what may lead to a person is left out, such as parts of slip numbers, barcodes, times at the till and shops.',
    asOfExport: 'The figures by state are those of the time of export.',
    numberLeftOut: '(number left out)',
  },
};
