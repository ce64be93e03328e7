/** Which workbooks does a clerk have before and after our first run, and what comes next? */
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { clerk, now, open, write } from './excel';
import { smallBook, withColumns } from './plans';

export const FIRST = smallBook([
  { slip: '1', state: '未納', paid: null },
  { slip: '2', state: '収納済', paid: 1000 },
  { slip: '3', state: '収納済', paid: 900 },
]);

/** One slip has gone, three have come: the table grows over what stands below. */
export const MORE = smallBook(
  [
    { slip: '2', state: '収納済', paid: 1000 },
    { slip: '3', state: '未納', paid: null },
    { slip: '4', state: '未納', paid: null },
    { slip: '5', state: '収納済', paid: 1000 },
    { slip: '6', state: '収納済', paid: 1000 },
  ],
  '合計不一致あり',
);

export const SHORTER = smallBook([{ slip: '3', state: '収納済', paid: 900 }], '合計一致（2回目）');

/** 氏名 comes in between, 状態 goes. */
export const OTHER_COLUMNS = withColumns(MORE, { drop: 'state', add: { key: 'payerName', header: '氏名', before: 'remarks' } });

/** A workbook of the clerk's own, before our first run. */
export async function clerksBook(): Promise<WorkbookSnapshot> {
  open();
  await clerk(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B2').values = [
      ['番号', '名前'],
      [1, '甲'],
    ];
    sheet.tables.add('A1:B2', true).name = '名簿';
    workbook.names.add('率', '=0.1');
  });
  return now();
}

/** After our first run the clerk has worked in it. */
export async function usedBook(): Promise<WorkbookSnapshot> {
  open(await clerksBook());
  expect(await write(FIRST)).toBeNull();
  await clerk(({ workbook }) => {
    const list = workbook.worksheets.getItem('消込一覧');
    list.getRange('G5:G6').values = [['電話済み'], ['=1+1']];
    list.getRange('A6').format.fill.color = '#00FF00';
    list.getRange('A10').values = [['担当者のメモ']];
    const { columns } = workbook.tables.getItem('消込一覧');
    columns.getItem('状態').filter.applyValuesFilter(['収納済']);
    columns.getItem('請求額（円）').filter.applyCustomFilter('>=100');
    workbook.worksheets.getItem('Sheet1').getRange('D1:D4').formulas = [
      ['=COUNTIF(消込一覧[状態],"収納済")'],
      ['=消込一覧!C6'],
      ['=SUM(消込一覧!E5:E7)'],
      ['=消込一覧!A10'],
    ];
    workbook.worksheets.getItem('集計').getRange('A20').values = [['集計の下のメモ']];
  });
  return now();
}
