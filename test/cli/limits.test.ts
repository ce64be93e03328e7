/** Where the command reaches a limit, does it end with exit code 2 and one sentence, nothing half-written, and do two runs never mix their files? */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFile } from '../../scripts/buildFile';
import { reconcile, type Outcome } from '../../src/cli/reconcile';
import { temporaryBeside } from '../../src/cli/ownFiles';
import { readByOpenpyxl } from '../xlsx/independentReaders';
import { confirmed, day } from '../reconcile/run';

const ROOT = join(__dirname, '../..');
let folder: string;
let sound: string;
const path = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path(name), content);
  return path(name);
};
const run = (...args: string[]): Promise<Outcome> => reconcile(args, () => undefined);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limits-'));
  sound = put('sound.dat', buildFile(day('20270406', confirmed())));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('a name', () => {
  test('as long as the disk allows is written', async () => {
    const name = `${'a'.repeat(250)}.csv`;
    expect((await run(sound, '--csv', path(name))).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([name, 'sound.dat'].sort());
    expect((await run(sound, '--csv', path(`${'期'.repeat(80)}.csv`))).code).toBe(0);
  });

  test('that is longer is told', async () => {
    const { code, stdout, stderr } = await run(sound, '--csv', path(`${'a'.repeat(252)}.csv`));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^[^\n]+に書き込めません：名前が長すぎます。短くしてください。何も変更していません。\n$/);
    expect(readdirSync(folder)).toEqual(['sound.dat']);
  });
});

describe('a ledger', () => {
  const ledger = (columns: number, rows: number, quote = ''): string => {
    const header = ['年度', '納付書番号', '納期限', `${quote}請求金額${quote}`, ...Array.from({ length: columns - 4 }, (_, index) => `c${index}`)];
    return put('ledger.csv', `${header.join(',')}\r\n${'2027,1,2027-04-30,3000\r\n'.repeat(rows)}`);
  };
  const refused = (columns: string, over: string): string =>
    `台帳 ${path('ledger.csv')} を読み込めません：見出しに${columns}列あり、上限の16,000列を${over}列超えています。要らない列を除いてください。\n`;

  test('of 16,000 columns has room in the workbook', async () => {
    expect((await run(sound, '--ledger', ledger(16_000, 1), '--out', path('book.xlsx'))).code).toBe(0);
    // What is left out is told in one cell, which has a limit of its own.
    const [told] = readByOpenpyxl([readFileSync(path('book.xlsx'))])[0]!
      .sheets.filter(({ name }) => name === '納付書台帳')
      .map(({ cells }) => cells.A3!.value);
    expect(told).toMatch(/^個人を示すかもしれない列は除いています：c0、c1、.*、c30 ほか15,965列$/);
  }, 60_000);

  test.each(['', '"'])('of more is refused before its rows are looked at (quote: %s)', async (quote) => {
    expect(await run(sound, '--ledger', ledger(200_000, 30_000, quote))).toEqual({ code: 2, stdout: '', stderr: refused('200,000', '184,000') });
    expect((await run(sound, '--ledger', ledger(16_001, 1, quote))).stderr).toBe(refused('16,001', '1'));
    expect((await run(sound, '--ledger', path('ledger.csv'), '--lang', 'en')).stderr).toContain('16,001 columns, 1 more than the limit of 16,000');
  });
});

test('more findings than anybody reads are counted, and 100,000 of them listed', async () => {
  const record = `2${'x'.repeat(119)}\r\n`;
  const file = put('bad.dat', record.repeat(8000));
  const { code, stdout } = await run(file, '--layout', 'ward', '--json');
  const answer = JSON.parse(stdout) as { findings: readonly object[]; findingsTotal: number };
  expect([code, answer.findings.length]).toEqual([1, 100_000]);
  expect(answer.findingsTotal).toBeGreaterThan(100_000);
  expect((await run(file, '--layout', 'ward')).stdout).toContain(`エラー ${answer.findingsTotal.toLocaleString('en')}・`);
  expect(JSON.parse((await run(put('few.dat', record), '--layout', 'ward', '--json')).stdout)).not.toHaveProperty('findingsTotal');
}, 60_000);

describe('what a killed run has left', () => {
  const killed = spawnSync(process.execPath, ['-e', '']).pid;

  test('goes with the next run of the same file; another file’s, and a living run’s, stay', async () => {
    const leftover = temporaryBeside(path('a.csv')).replace(`-${process.pid}-`, `-${killed}-`);
    const others = temporaryBeside(path('b.csv')).replace(`-${process.pid}-`, `-${killed}-`);
    const living = temporaryBeside(path('a.csv'));
    for (const file of [leftover, others, living]) writeFileSync(file, 'half');
    expect((await run(sound, '--csv', path('a.csv'))).code).toBe(0);
    expect([leftover, others, living].map((file) => existsSync(file))).toEqual([false, true, true]);
  });

  test('of another computer goes after a day', async () => {
    const theirs = temporaryBeside(path('a.csv')).replace(/-[0-9a-f]{6}-(\d+)-/, '-ffffff-$1-');
    writeFileSync(theirs, 'half');
    await run(sound, '--csv', path('a.csv'));
    expect(existsSync(theirs)).toBe(true);
    const old = Date.now() / 1000 - 90_000;
    utimesSync(theirs, old, old);
    await run(sound, '--csv', path('a.csv'));
    expect(existsSync(theirs)).toBe(false);
  });

  test('its lock does not keep anybody out', async () => {
    const lock = temporaryBeside(path('a.csv')).replace(/-[0-9a-f]{6}-\d+-[0-9a-f]{8}\.tmp$/, '.lock');
    const [, host] = /-([0-9a-f]{6})-\d+-[0-9a-f]{8}\.tmp$/.exec(temporaryBeside(path('a.csv')))!;
    writeFileSync(lock, `${host}-${killed}`);
    expect((await run(sound, '--csv', path('a.csv'))).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });
});

const program = (args: readonly string[]) => [join(ROOT, 'scripts/run.mjs'), 'src/cli/main.ts', ...args];

test('runs at once to the same outputs leave the files of one', async () => {
  const inputs = ['20270406', '20270407', '20270408', '20270409'].map((created, index) =>
    put(`${index}.dat`, buildFile(day(created, ...Array.from({ length: index + 1 }, (_, slip) => confirmed({ slipNumber: String(slip + 1) }))))),
  );
  const outputs = ['--csv', path('out.csv'), '--finance', path('out.xlsx'), '--out', path('book.xlsx')];
  const codes = await Promise.all(
    inputs.map((file) => new Promise((resolve) => spawn(process.execPath, program([file, ...outputs]), { cwd: ROOT, stdio: 'ignore' }).on('close', resolve))),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  const sha256 = (name: string): string => spawnSync('sha256sum', [path(name)], { encoding: 'utf8' }).stdout.slice(0, 64);
  const { readByOpenpyxl } = jest.requireActual<typeof import('../xlsx/independentReaders')>('../xlsx/independentReaders');
  const history = readByOpenpyxl([readFileSync(path('book.xlsx'))])[0]!.sheets.find(({ name }) => name === '取込履歴')!.cells;
  const told = Object.values(history).map(({ value }) => value);
  expect(told).toEqual(expect.arrayContaining([sha256('out.csv'), sha256('out.xlsx')]));
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
}, 120_000);

describe('as a program', () => {
  test('standard output that is full is told, with the files that stand', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, program([sound, '--csv', path('a.csv')]), {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    expect([status, stderr]).toEqual([2, `答えを標準出力に書けません：保存先の空き容量が足りません。次のファイルには書き出しました：${path('a.csv')}\n`]);
  }, 60_000);

  test('standard output that nobody reads is told', async () => {
    const child = spawn(process.execPath, program([sound]), { cwd: ROOT });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, stderr]).toEqual([2, '答えを標準出力に書けません：受け取る側が閉じています。書き込んだファイルはありません。\n']);
  }, 60_000);

  test('standard error that is full keeps nothing from being answered', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stdout } = spawnSync(process.execPath, program([path('none.dat')]), { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', full] });
    expect([status, stdout]).toEqual([2, '']);
  }, 60_000);
});

describe('what nobody foresaw', () => {
  test('is one sentence and exit code 2', async () => {
    const { runAsProgram } = await import('../../src/cli/program');
    const said: string[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation(((text: string, done: () => void) => {
      said.push(text);
      done();
      return true;
    }) as typeof process.stderr.write);
    try {
      await runAsProgram(() => Promise.reject(new RangeError('Invalid string\u001b[31m\nlength')));
      expect(process.exitCode).toBe(2);
    } finally {
      process.exitCode = 0;
    }
    expect(said).toEqual([
      expect.stringMatching(/^予期しない誤りで止まりました（RangeError: Invalid string␛\[31m␊length, [^\n]+）。何も書き込んでいません。[^\n]+\n$/),
    ]);
  });
});
