/** How do columns line up in a terminal where a Japanese character is two cells wide? */

import { visible } from '../words/visible';

/** East Asian wide and full-width characters, by the ranges that this product's words and file names use. */
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/;

export const displayWidth = (text: string): number => [...text].reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0);

/** Lines of cells; `right` tells which columns are aligned right. */
export function textTable(given: readonly (readonly string[])[], right: readonly boolean[] = []): string[] {
  const rows = given.map((row) => row.map(visible));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - displayWidth(cell));
        return right[column] === true ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}
