/** Every word of the deletion's view, in English. */
import type { Deleted } from '../../export/deletion';
import { termsEn } from '../../words/terms.en';
import type { DeletionViewWords } from './words';

const { number } = termsEn;
const many = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
const named = (what: Deleted): string =>
  'fiscalYear' in what ? `personal data of fiscal year ${what.fiscalYear}` : `records of ${many(what.files.length, 'chosen file')}`;

export const deletionEn: DeletionViewWords = {
  intro: 'Deletes personal data that is no longer needed, of a fiscal year or of files, from this workbook. What would go is shown before anything happens.',
  looking: 'Looking at the workbook',
  failed: { title: 'The workbook could not be looked at', body: 'Nothing was changed. Try again.' },
  again: 'Look again',
  refusal: (refusal) =>
    refusal.code === 'originalsChanged'
      ? {
          title: 'Nothing can be chosen for deletion',
          body: `${refusal.files.join(', ')} on the sheet of imported files is gone or is not what was imported, so nobody can say which records it holds. Nothing was changed. Undo that import under History to choose from the rest. To be sure, delete this whole workbook with its backups and earlier versions.`,
        }
      : {
          title: 'The ledger cannot be read',
          body: 'The ledger’s sheet cannot be read, so its years are not known. Nothing was changed. Import the ledger again.',
        },
  nothing: 'This workbook holds no record and no ledger row to delete.',
  by: 'Delete by',
  byYear: 'Fiscal year',
  byFiles: 'Files',
  years: 'Fiscal year to delete',
  files: 'Files to delete',
  year: (fiscalYear) => `Fiscal year ${fiscalYear}`,
  yearHolds: (slips, details, ledgerRows) => `${many(slips, 'slip')}, ${many(details, 'data record')}, ${many(ledgerRows, 'ledger row')}`,
  choose: { fiscalYear: 'Choose a year to see what goes and what stays.', files: 'Choose files to see what goes and what stays.' },
  amounts: 'How much is deleted',
  amountsDone: 'How much was deleted',
  amountsHead: { what: 'Kind', deleted: 'Deleted', kept: 'Kept' },
  slips: 'Slips',
  details: 'Data records',
  ledgerRows: 'Ledger rows',
  fates: { kept: 'not deleted', whole: 'deleted', records: 'partly deleted' },
  goes: 'What goes with them',
  goesToo: [
    'The imported files themselves, and the remarks of slips that leave the slip list',
    'What columns of your own hold on the sheets of details, checks and the ledger, and filters of the add-in’s tables',
  ],
  staysTitle: 'What stays',
  stays: [
    'The import history (names of files, counts, amounts, SHA-256) and the totals on the deletion report',
    'Sheets, notes, comments and pivot tables that are not the add-in’s: delete personal data there yourself',
  ],
  partly: 'In a partly deleted file the totals of groups that lose records can no longer be compared and are shown as not checked.',
  undecided: (count) => `${many(count, 'record or row')} whose year cannot be read will stay whatever year is chosen.`,
  losingNotices: (count) =>
    `${many(count, 'slip')} stay in the list without the payments that these files tell of. Paid ones will look unpaid, so this ledger can no longer tell what is unpaid.`,
  otherTables: (names) => `Not deleted: the table${names.length === 1 ? '' : 's'} ${names.join(', ')}.`,
  who: 'Deleted by (section, name)',
  whoNote: 'Written on the report alone. Leave it empty to write it on the printed report by hand.',
  reason: 'Reason, rule',
  proceed: 'Go on to delete',
  confirmTitle: (what) => `Delete the ${named(what)}?`,
  confirmBody: ({ slips, details, ledgerRows }) =>
    `${many(slips.deleted, 'slip')}, ${many(details.deleted, 'data record')}${ledgerRows === null ? '' : `, ${many(ledgerRows.deleted, 'ledger row')}`} will be deleted from this workbook.`,
  confirmWarning: 'This cannot be taken back. Saved files, backups and exported files are not reached.',
  confirm: 'Delete',
  cancel: 'Keep it',
  notWhole: {
    title: 'The deletion is not complete',
    body: 'The tables of this add-in no longer hold it, but the same values stand elsewhere in the workbook. See the places named above.',
  },
  doneTitle: 'Deleted',
  done: (what, { slips, details, ledgerRows }) =>
    `The ${named(what)} were deleted: ${many(slips.deleted, 'slip')}, ${many(details.deleted, 'data record')}${ledgerRows === null ? '' : `, ${many(ledgerRows.deleted, 'ledger row')}`}.`,
  saveNow: { title: 'Save the workbook now', body: 'Until then the saved file holds what was deleted.' },
  olderVersions: 'Version history, AutoRecover files, backups and exported files still hold what was deleted. The office has to delete them.',
  openReport: (sheet) => `Open “${sheet}”`,
  another: 'Delete something else',
};
