/** Does docs/dependencies.md say which packages are installed, and why each? `npm run licences` writes it. */
import { readFileSync } from 'node:fs';
import { daysIn, dependenciesPage, PAGE } from '../scripts/dependencies';

/** Less the width of columns, which is the formatter's. */
const squeezed = (page: string): string => page.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ');

test('the page is of today', () => {
  const page = readFileSync(PAGE, 'utf8');
  const days = daysIn(page);
  expect(squeezed(page)).toBe(squeezed(dependenciesPage((name, version) => days.get(`${name} ${version}`) ?? 'unknown')));
});
