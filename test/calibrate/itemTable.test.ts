/** What is read from an agent's 項目表 as it was pasted, and is what does not add up said with both numbers? */
import { itemsOf, readItemTable, type TableItem } from '../../src/calibrate/itemTable';

const made = (text: string, total: number, recordType: string | null = '2') => {
  const { places, remarks } = readItemTable(text, 'data');
  const read = places.map((one) => ({ place: one.place, ...itemsOf(one, recordType, total) }));
  return { places: read, remarks: [...remarks, ...read.flatMap((one) => one.remarks)] };
};
const brief = (items: readonly TableItem[]): string[] => items.map(({ name, length, kind }) => `${name} ${length} ${kind}`);

test('columns in any order, full-width digits, titles in other words, its own words kept', () => {
  const { places, remarks } = made('No\t桁数\t項目名\n1\t１\tレコード区分\n2\t２\tデータ識別コード\n3\t８\t収納日\n4\t５\t社内整理番号\n5\t４\t予備', 20);
  expect(brief(places[0]!.items)).toEqual(['recordType 1 constant', 'noticeKind 2 noticeKind', 'paidDate 8 date', 'filler 5 filler', 'filler 4 filler']);
  expect(places[0]!.items[3]).toMatchObject({ title: '社内整理番号', isOwn: true });
  expect(remarks).toEqual([]);
});

test('positions alone give the lengths; the last item goes to the end', () => {
  const { places, remarks } = made('開始位置,項目名\n1,レコード区分\n2,データ識別コード\n4,収納日付\n12,予備', 20);
  expect(brief(places[0]!.items)).toEqual(['recordType 1 constant', 'noticeKind 2 noticeKind', 'paidDate 8 date', 'filler 9 filler']);
  expect(remarks).toEqual([]);
});

test('a sum that differs is said with both numbers, and the rest is kept unread', () => {
  const { places, remarks } = made('項目名　　桁数\nレコード区分　　1\n収納日付　　8', 12);
  expect(remarks).toEqual([{ code: 'sumDiffers', place: 'data', expected: 12, actual: 9 }]);
  expect(brief(places[0]!.items).at(-1)).toBe('filler 3 filler');
});

test('positions that leave a gap, or overlap, are said with both numbers', () => {
  expect(made('項目名\t開始位置\t桁数\nレコード区分\t1\t1\n収納日付\t4\t8', 11).remarks).toEqual([
    { code: 'gap', place: 'data', title: '収納日付', expected: 2, actual: 4 },
  ]);
  expect(made('項目名\t開始位置\t桁数\nレコード区分\t1\t3\n収納日付\t2\t8', 11).remarks).toEqual([
    { code: 'overlap', place: 'data', title: '収納日付', expected: 4, actual: 2 },
  ]);
});

test('a date of six digits is no date that the product reads: said, and kept', () => {
  const { places, remarks } = made('項目名\t桁数\nレコード区分\t1\n収納日付\t6', 7);
  expect(remarks).toEqual([{ code: 'widthDiffers', place: 'data', title: '収納日付', expected: 8, actual: 6 }]);
  expect(places[0]!.items[1]).toMatchObject({ kind: 'filler', title: '収納日付', length: 6 });
});

test('headings between the lines lead to the other records', () => {
  const { places } = made(
    'ヘッダレコード\n項目名\t桁数\nデータ区分\t1\nファイル作成日\t8\n\n２．データレコード\n項目名\t桁数\nデータ区分\tX(1)\n収納時刻\t9(04)',
    9,
  );
  expect(places.map(({ place, items }) => [place, items[1]!.name])).toEqual([
    ['header', 'createdDate'],
    ['data', 'paidTime'],
  ]);
});

test('without headings nothing is guessed', () => {
  expect(readItemTable('レコード区分\t1\n収納日付\t8', 'data')).toEqual({ places: [], remarks: [{ code: 'noColumns' }] });
});

test('a line without a number is named by its line', () => {
  expect(readItemTable('項目名\t桁数\n収納日付\t八\n合計\t120', 'data').remarks).toEqual([{ code: 'noNumber', line: 2, title: '収納日付' }]);
});
