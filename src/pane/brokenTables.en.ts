/** What has become of tables of ours, in English? */
import type { TableFault } from '../engine/workbookPort';
import type { Message } from './words';

export const brokenEn = (faults: readonly TableFault[]): Message => ({
  title: 'Tables of this add-in have changed',
  body: `${faults.map(faultEn).join(' ')} Nothing was changed.${faults.some(({ isMendable }) => isMendable) ? ' They can be made again with all of their rows.' : ''}`,
});

function faultEn(fault: TableFault): string {
  switch (fault.fault) {
    case 'converted':
      return `The table "${fault.table}" on "${fault.sheet}" was converted to a range.`;
    case 'renamed':
      return `The table "${fault.table}" on "${fault.sheet}" is called "${fault.as}" now.`;
    case 'gone':
      return `There is no table "${fault.table}" on "${fault.sheet}". Bring that sheet back from a saved workbook; if you cannot, delete the sheet, and a run makes it anew.`;
    case 'columnsLost':
      return `The table "${fault.table}" on "${fault.sheet}" has no ${fault.columns.map((column) => `"${column}"`).join(', ')}. Restore the headers.`;
  }
}
