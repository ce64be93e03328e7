/** Does 検査 tell for each biller which days have no file, and what a person has said of them? */
import { valueOf } from '../../src/sheet/workbook';
import { USUAL_TERMS, type RunTerms } from '../../src/settle';
import { goldenRun, workbookOf } from './runs';

const rowsWith = (asOf: string, terms: Partial<RunTerms>): string[] => {
  const { columns, rowCount } = workbookOf(goldenRun('week', { asOf, terms: { ...USUAL_TERMS, ...terms } })).sheets[2]!.table!;
  const rows = Array.from({ length: rowCount }, (_, row) => Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])));
  return rows
    .filter(({ subject }) => subject === '収納データの届いた日数')
    .map((row) => [row['judgement'], row['item'], row['expected'], row['actual'], row['explanation']].map((cell) => valueOf(cell!)).join('|'));
};

test('no day is missing before the day after the last file', () => {
  expect(rowsWith('2027-04-23', {})).toEqual(['一致|収納機関 13104|17|17|2027/04/06から2027/04/23の前日まで、抜けている日はありません。']);
});

test('a missing day is named, and counted', () => {
  const [row] = rowsWith('2027-04-24', {});
  expect(row).toMatch(/^未着\|収納機関 13104\|18\|17\|2027\/04\/23のファイルがありません。/);
});

test('a person has said that there was no file', () => {
  const [row] = rowsWith('2027-04-24', { noFileOn: new Set([20270423]) });
  expect(row).toBe('一致|収納機関 13104|17|17|2027/04/06から2027/04/24の前日まで、抜けている日はありません。ファイルがないと記録した日：2027/04/23。');
});

test('where empty days are not sent nobody has checked', () => {
  expect(rowsWith('2027-04-24', { emptyDaysNotSent: true })[0]).toMatch(/^未検査\|/);
});
