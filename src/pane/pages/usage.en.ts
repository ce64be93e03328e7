/** What 使い方 says, in English. Terms: docs/glossary.md. */
import type { UsageWords } from './usage';

export const usageEn: UsageWords = {
  usage: [
    {
      title: 'Every day',
      sentences: [
        'In Load, choose the settlement data from the agent; several days at once if you like.',
        'Choose the slip ledger (CSV, or a table of the workbook). Once loaded, the workbook keeps it.',
        'Check the as-of date and run.',
      ],
    },
    {
      title: 'Received at a counter or by direct debit',
      sentences: [
        'In Load, under Other receipts, add a list (CSV, or a table of the workbook). You may type or paste into the sheet 他の収納 as well.',
        'For a single one, open the slip in Result and choose Mark as paid at a counter or elsewhere. It can be taken back.',
        'The sheet is read at every run and never overwritten.',
      ],
    },
    {
      title: 'Reading the result',
      sentences: [
        'First the totals. If they differ, do not settle receipts; ask the agent.',
        'Then states and flags. Each row opens its list of slips.',
        'The same stands on the sheets, where you sort and print.',
      ],
    },
    { title: 'If you loaded the wrong file', sentences: ['Undo that import in History. A file chosen twice is never counted twice.'] },
  ],
  statesLegend: 'What states and flags mean',
  stateMeanings: {
    paid: 'A confirmed payment',
    paidElsewhere: 'Received in full by another channel',
    preliminary: 'Only preliminary notices so far',
    notOwed: 'Nothing billed, nothing paid',
    cancelled: 'Paid, undone, not paid since',
    unpaid: 'In the ledger, no payment',
  },
  flagMeanings: {
    needsReview: 'Notices or ledger row contradict',
    noticeHeld: 'A faulty notice was held back',
    paidTwice: 'Paid two or more times',
    amountDiffers: 'A payment is not the billed amount',
    partlyPaid: 'Received less than the billed amount',
    notInLedger: 'Paid, but the ledger lacks it',
    ledgerBehind: 'Paid with a newer slip than the ledger knows',
    paidOnOldSlip: 'Paid with a replaced slip',
    remindable: 'All conditions of a reminder are met',
    overdue: 'Due date passed without payment',
    paidLate: 'Paid after the due date',
    reissued: 'The slip was reissued',
  },
};
