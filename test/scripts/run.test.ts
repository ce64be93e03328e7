/** Is an entry bundled when a source has changed, and only then; and does it run where nothing can be kept? */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
let project: string;
const at = (...names: string[]): string => path.join(project, ...names);
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'src/entry.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, TMPDIR: at('tmp') },
  });

beforeEach(() => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), 'run-')));
  for (const folder of ['scripts', 'src', 'tmp', 'node_modules']) mkdirSync(at(folder));
  cpSync(path.join(ROOT, 'scripts/run.mjs'), at('scripts/run.mjs'));
  for (const name of ['esbuild', '@esbuild', 'iconv-lite']) symlinkSync(path.join(ROOT, 'node_modules', name), at('node_modules', name));
  writeFileSync(at('package.json'), '{"type":"module"}');
  writeFileSync(at('src/word.ts'), "export const word: string = 'first';\n");
  writeFileSync(
    at('src/entry.ts'),
    "import iconv from 'iconv-lite';\nimport { word } from './word';\nconsole.log(word, iconv.encodingExists('cp932'), process.argv.slice(2).join());\nif (process.argv[2] === 'throw') throw new Error('x');\n",
  );
  // Written before the first run begins, as sources are.
  for (const name of ['src/word.ts', 'src/entry.ts', 'package.json', 'scripts/run.mjs']) utimesSync(at(name), 1_700_000_000, 1_700_000_000);
});
afterEach(() => rmSync(project, { recursive: true }));

test('nothing changed: it is not bundled again', () => {
  expect(run('a', 'b').stdout).toBe('first true a,b\n');
  rmSync(at('node_modules/esbuild'));
  expect(run('c')).toMatchObject({ status: 0, stdout: 'first true c\n', stderr: '' });
});

test('a source changed, or is gone: it is', () => {
  run();
  writeFileSync(at('src/word.ts'), "export const word: string = 'other';\n");
  expect(run().stdout).toBe('other true \n');
  rmSync(at('src/word.ts'));
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('./word') });
});

test('a source that was written while it was bundled is looked at again', () => {
  const soon = Date.now() / 1000 + 60;
  utimesSync(at('src/word.ts'), soon, soon);
  run();
  writeFileSync(at('src/word.ts'), "export const word: string = 'later';\n");
  utimesSync(at('src/word.ts'), soon, soon);
  expect(run().stdout).toBe('later true \n');
});

test('where no cache can be, it runs without one and leaves nothing', () => {
  // Root may write anywhere, so that something else must stand in the way.
  writeFileSync(at('node_modules/.cache'), '');
  expect(run('a')).toMatchObject({ status: 0, stdout: 'first true a\n', stderr: '' });
  expect(readdirSync(at('tmp'))).toEqual([]);
});

test('an error names the source and its line', () => {
  expect(run('throw').stderr).toContain(`${at('src/entry.ts')}:4:`);
});
