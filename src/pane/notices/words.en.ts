/** English */
import type { AtWork, WriteNote } from '../../engine/workbookPort';
import type { Message } from '../words';
import { atWorkEn } from '../atWork';
import type { NoticeWords } from './words';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

function note(said: WriteNote): Message {
  switch (said.code) {
    case 'formulasAsValues':
      return {
        title: 'Values stand in place of formulas',
        body: `On the sheet “${said.sheet}”, ${quoted(said.columns)} hold values, because this Excel makes other formulas of ours. Amounts and counts are right; they do not follow changes of other cells.`,
      };
    case 'filtersCleared':
      return {
        title: 'Filters were taken off',
        body: `On the sheet “${said.sheet}”, Excel does not tell how ${quoted(said.columns)} were filtered, so the filters could not be put on again.`,
      };
    case 'otherFiltersCleared':
      return {
        title: 'Filters of other columns were taken off',
        body: `So that the sheet “${said.sheet}” shows what this pane has counted, the filters of ${quoted(said.columns)} were taken off.`,
      };
    case 'notFrozen':
      return {
        title: 'Headers could not be frozen',
        body: `Excel refused to freeze panes on ${quoted(said.sheets)}. The result is written correctly. If you need it, choose View > Freeze Panes.`,
      };
    case 'notFitted':
      return {
        title: 'The print width could not be set',
        body: `Excel refused to fit ${quoted(said.sheets)} to the width of one page. Before printing, set Page Layout > Width to 1 page.`,
      };
    case 'notSorted':
      return {
        title: 'The rows could not be sorted as before',
        body: `The rows of ${quoted(said.sheets)} stand in the order of the add-in. Excel did not take the order in which they were sorted before. Sort them again if you need to.`,
      };
    case 'rowsShown':
      return {
        title: 'Hidden rows are shown again',
        body: `The rows of ${quoted(said.sheets)} hold other slips now, so all rows that were hidden are shown. Hide them again if you need to.`,
      };
    case 'manualCalculation':
      return {
        title: 'This workbook calculates by hand',
        body: 'Every formula that was written has been calculated. When you change a cell later, checks and summary keep their values until you press F9. Formulas > Calculation Options > Automatic changes that.',
      };
    case 'tidyingLeft':
      return {
        title: 'Some tidying is left',
        body: 'The whole result is written. Hidden working sheets are still there; they go when this pane is opened next.',
      };
    case 'interrupted':
      return { title: 'The last run ended in the middle', body: `${before(said.atWork)}${interrupted(said)}` };
    case 'journalDamaged':
      return {
        title: 'The record of the last run is damaged',
        body: `It ended in the middle and cannot be taken back. ${keptSheets(said.kept)}Look at the sheets, then run again.`,
      };
    case 'remains':
      return {
        title: 'What was deleted stands elsewhere in this workbook',
        body: `It is gone from the tables of this add-in, but the same values stand here: ${said.places.map(({ place, cells, count }) => `${place} (${count}${cells.length === 0 ? '' : `: ${cells.join(', ')}`})`).join('; ')}. Remove by hand what is not needed, then save the workbook.`,
      };
    case 'recordDamaged':
      return {
        title: 'What was kept of the last run is damaged',
        body: 'The name of the ledger in this workbook, and the colours set before, are not known. Choose the ledger again and run again. The import log and the originals are used as they are.',
      };
  }
}

const before = ({ work, since }: AtWork): string =>
  since === '' ? '' : `The ${work === 'deletion' ? 'deletion' : 'run'} that began at ${since} ended in the middle. `;
const keptSheets = (kept: readonly string[]): string => (kept.length === 0 ? '' : `What stood there before is kept on ${quoted(kept)}. `);

function interrupted({ end, lost, kept }: Extract<WriteNote, { code: 'interrupted' }>): string {
  if (end === 'untouched') return 'The sheets are as they were before. Run again.';
  if (end === 'written') return 'The whole result had been written.';
  if (lost.length === 0) return 'The sheets are as they were before. Run again.';
  return `${quoted(lost)} could not be restored, because what was kept of them is gone or damaged. ${keptSheets(kept)}The other sheets are as they were before. A run makes the tables again.`;
}

export const noticesEn: NoticeWords = {
  note,
  coloursLost: (sheets) => `Colours and bold set by hand in ${quoted(sheets)} go when you run. Those in 消込一覧 move with their slips.`,
  atWork: (atWork) => ({
    title: 'Another pane is writing',
    body: `Another pane on this workbook, perhaps another person's, ${atWorkEn(atWork)}. Nothing can be written until it has ended; this pane then reads the workbook again.`,
  }),
};
