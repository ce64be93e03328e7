/** Which workbook shows whether this Excel opens one, and whether the clerk can save one? It holds nothing of anybody. */
import type { Workbook } from '../sheet/workbook';
import { writeWorkbook } from '../xlsx';

const TEXT = 'コンビニ収納 消込：確認用のブックです。保存せずに閉じてください。 / Keshikomi: a workbook to try. Close it without saving.';

const TRIAL: Workbook = {
  title: 'Keshikomi',
  writtenAt: '',
  sheets: [
    {
      name: '確認',
      tabColour: null,
      cells: [{ row: 0, column: 0, cell: TEXT, style: {} }],
      table: null,
      columnWidths: [80],
      rowHeights: new Map(),
      frozen: { rows: 0, columns: 0 },
      highlights: [],
      charts: [],
      print: { pages: 'one', repeatedRows: 0, columns: 1, header: { left: '', centre: '', right: '' } },
    },
  ],
  activeSheet: 0,
};

export const trialFile = (): Promise<Uint8Array> => writeWorkbook(TRIAL);
