/** Every word of the export view, in English. The Japanese text leads. */
import type { ExportFailure } from './exportFile';
import { atWorkEn } from '../atWork';
import type { ExportPageWords } from './words';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

function failure(failed: ExportFailure): string {
  switch (failed.code) {
    case 'misfits':
      return `${failed.sentence} Choose UTF-8. Nothing was exported.`;
    case 'tooLarge':
      return `${failed.sentence} Choose fewer states or one section. Nothing was exported.`;
    case 'cellTooLong':
      return `${failed.sentence} Check the value. Nothing was exported.`;
    case 'sheetProtected':
      return `${quoted(failed.sheets)} is protected, so the export cannot be written down in the import history. Unprotect the sheet (Review) and export again. Nothing was exported.`;
    case 'otherPane':
      return `Another pane on this workbook ${atWorkEn(failed)}. Export again when it has ended. Nothing was exported.`;
    case 'running':
      return 'Nothing can be exported while the reconciliation runs. Export again when it has ended. Nothing was exported.';
    case 'noHistory':
      return 'The table of the import history is not there, so the export cannot be written down. Running the reconciliation again makes it anew. Nothing was exported.';
    case 'recordFailed':
      return `The export could not be written down in the import history. Check the space for the workbook and the network, and export again. Nothing was exported. (${failed.detail})`;
    case 'noRemarks':
      return 'The table of the slip list, or its column of remarks or of slip numbers, is not there, so the remarks cannot be read. If it was renamed, give it its name back; if it was deleted, running the reconciliation again makes it anew. Nothing was exported.';
    case 'readFailed':
      return `The remarks and the import history of the workbook could not be read. Export again. Nothing was exported. (${failed.detail})`;
    case 'engineFailed':
      return `The export failed. Run the reconciliation again, then export. (${failed.detail})`;
  }
}

export const exportPageEn: ExportPageWords = {
  title: 'Export',
  what: 'What to export',
  kinds: {
    finance: { name: 'Copy for finance (.xlsx)', holds: 'Deposits, summary and checks, without personal data.' },
    book: { name: 'Reconciled workbook (.xlsx)', holds: 'The sheets you choose, with your remarks; formulas stay live.' },
    slips: { name: 'Slip list (CSV)', holds: 'State and amounts of all slips.' },
    unpaid: { name: 'Unpaid slips (CSV)', holds: 'The unpaid, with as-of date and data period in each row.' },
    csv: { name: 'Data for the fee system (CSV)', holds: 'Columns as a template says that this workbook keeps.' },
  },
  mask: 'Slip numbers',
  masks: { lastFour: 'Last four digits only', rows: 'Row of the slip list' },
  sheets: 'Sheets',
  sheetsNote: 'Checks bring the details along, the summary brings the slip list and the details.',
  states: 'States (slip list)',
  section: 'Section (slip list)',
  everySection: 'All',
  charset: 'Encoding',
  charsets: { 'utf-8': 'UTF-8 (with BOM)', cp932: 'Shift_JIS' },
  names: 'Include names and payer numbers',
  namesNote: 'Only where needed. Who is not in the ledger stays empty.',
  password: 'Add a password',
  passwordNote: 'The password is kept nowhere. Without it nobody can open the file.',
  passwordFirst: 'Password',
  passwordAgain: 'Password once more',
  passwordTyped: 'The box in which Excel asks for it takes no input method. Use letters without accents, digits and signs only.',
  mismatch: 'Totals do not agree. The file name will say so.',
  recorded: 'Each export is written down in the import history.',
  export: 'Export',
  problems: {
    noSheet: 'Choose at least one sheet.',
    noState: 'Choose at least one state.',
    noTemplate: 'Choose a template, or make one.',
    personalTemplate: 'This template has names or payer numbers. Choose “Include names and payer numbers” to export them.',
    passwordEmpty: 'Enter a password.',
    passwordTooLong: 'A password has at most 255 characters.',
    passwordDiffers: 'The two passwords differ.',
  },
  working: 'Exporting',
  steps: { make: 'Making the file', encrypt: 'Encrypting' },
  progress: 'Progress of the export',
  stop: 'Stop',
  stopped: 'Stopped. Nothing was exported.',
  opened: 'A new workbook is open. Save it under a name.',
  openedNote: 'Please use this file name.',
  fileName: 'File name',
  copyName: 'Copy the file name',
  toSave: 'The file is ready.',
  download: (name) => `Save ${name}`,
  downloadNote: 'If saving does not begin, press the link above.',
  noDownloadNote: 'This Excel may not be able to save it. If so, export in Excel on Windows or on the web.',
  notOpened: 'Excel could not open a new workbook, so it is saved as a file.',
  encrypted: 'Save a workbook with a password first, then open it.',
  added: (sheets) => `${quoted(sheets)} came along because formulas need them.`,
  remarksLeft: (count) => `${count} remark(s) are of slips that the slip list does not have. They are not in the exported workbook.`,
  notThere: 'If you see no new workbook, save the file with the link above.',
  saveAs: 'Save to a place of your choice',
  copyCsv: 'Copy the content',
  saving: {
    saved: 'Saved, and noted in the import log.',
    notSaved: 'Not saved.',
    notNoted: 'The import log still says that it is not confirmed. Press “Saved” again.',
  },
  isSaved: 'Is it saved?',
  saved: 'Saved',
  again: 'Export once more',
  failure,
  nothing: 'There is nothing to export. Choose settlement data under Import and run.',
  toImport: 'Open Import',
  notThisTime: 'Nothing was reconciled since the pane was opened. Reconcile the files of this workbook again to export.',
  picked: 'Files are chosen under Import. Run the reconciliation to export.',
  reconcileAgain: 'Reconcile again',
  template: 'Template',
  readingTemplates: 'Reading the templates.',
  unread: {
    title: 'The templates could not be read',
    body: 'Those that the workbook keeps are as they were. Until they are read, none can be made.',
    again: 'Read again',
  },
  noTemplates: 'This workbook has no template yet.',
  chooseTemplate: 'Choose one',
  newTemplate: 'Make a template',
  newTemplateName: 'Fee system',
  editTemplate: 'Change the template',
  unreadable: (count) => `${count} template(s) cannot be read: made by a newer version, or changed by somebody.`,
  doubts: { mismatch: 'Totals do not agree. ', incomplete: 'Data are incomplete: nobody can say for certain what is unpaid. ' },
  lacksTrust: (columns) =>
    `This template lists unpaid slips without ${quoted(columns)}. From the file alone nobody can tell whether totals agree and how far the unpaid can be trusted.`,
  editorTitle: 'Template',
  name: 'Name',
  headerRow: 'With a header row',
  headerRowNote: 'Without it the first line is data.',
  dates: 'Dates',
  dateForms: { 'yyyy/mm/dd': '2027/04/30', 'yyyy-mm-dd': '2027-04-30', yyyymmdd: '20270430' },
  columns: 'Columns (from the left)',
  columnsNote: 'Enter a header only to change it.',
  header: (column) => `Header of “${column}”`,
  up: (column) => `Move “${column}” forward`,
  down: (column) => `Move “${column}” back`,
  remove: (column) => `Leave out “${column}”`,
  addColumn: 'Add a column',
  addColumnChoice: 'Choose a column',
  keep: 'Keep in the workbook',
  kept: 'The template is kept in the workbook. Save the workbook.',
  notKept: 'The template could not be kept in the workbook. Try again.',
  drop: 'Delete this template',
  dropped: (name) => `The template “${name}” is deleted.`,
  leave: 'Cancel',
  faults: {
    noName: 'Enter a name.',
    nameTaken: 'There is a template of this name.',
    noColumns: 'Add at least one column.',
    noStates: 'Choose at least one state.',
  },
};
