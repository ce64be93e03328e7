/** Do all places name the same version? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../src/version';

const read = (name: string): string => readFileSync(join(__dirname, '..', name), 'utf8');

test('package.json and manifest.xml name the version of the source', () => {
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
  expect(/<Version>(.*)<\/Version>/.exec(read('manifest.xml'))?.[1]).toBe(`${VERSION}.0`);
});
