/**
 * @jest-environment jsdom
 */
/** Is every painted cell of a long table found and painted beside its slip again, without asking cell by cell? */
import { CellsOfSnapshot } from '../../src/workbench/model/snapshot';
import { clerk, now, open, startExcel, write } from './excel';
import { smallBook } from './plans';

beforeAll(() => startExcel());
jest.setTimeout(240_000);

const ROWS = 3000;
const bookOf = (slips: readonly number[]): ReturnType<typeof smallBook> => smallBook(slips.map((slip) => ({ slip: String(slip), state: '未納', paid: null })));
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** By slip and column. */
function painted(): Record<string, string> {
  const book = now();
  const sheet = book.sheets.find(({ name }) => name === '消込一覧')!;
  const cells = new CellsOfSnapshot(book, sheet);
  const found: Record<string, string> = {};
  for (const [row, values] of sheet.values.entries()) {
    for (let column = 0; row > 3 && column < 8; column++) {
      const { fillColor } = cells.style(row, column);
      if (fillColor !== null) found[`${Number(values[2])} ${column}`] = fillColor;
    }
  }
  return found;
}

test('a whole column, single cells at the edges of what is asked at once, stripes', async () => {
  const host = open();
  expect(await write(bookOf(numbers(1, ROWS + 1)))).toBeNull();
  await clerk(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('消込一覧');
    sheet.getRange(`B5:B${ROWS + 4}`).format.fill.color = '#FFFF00';
    for (const row of [5, 504, 505, 1004, 1005, ROWS + 4]) sheet.getRange(`A${row}`).format.fill.color = '#00FF00';
    for (let row = 5; row < 705; row += 2) sheet.getRange(`G${row}:H${row}`).format.fill.color = row % 3 === 0 ? '#FF0000' : '#0000FF';
  });
  const before = painted();
  host.clearLog();
  // All move by 100 rows; the first 200 have gone.
  expect(await write(bookOf([...numbers(ROWS + 1, ROWS + 101), ...numbers(201, ROWS + 1)]))).toBeNull();
  const expected = Object.entries(before).filter(([place]) => Number(place.split(' ')[0]) > 200);
  expect(painted()).toEqual(Object.fromEntries(expected));
  expect(expected.length).toBeGreaterThan(ROWS);
  expect(host.requestCount).toBeLessThan(140);
});
