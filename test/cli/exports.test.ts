/** README, "Exports": what the command writes besides the workbook, all of it or nothing. */
import { execFileSync } from 'node:child_process';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { buildFile } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { reconcile, type Outcome } from '../../src/cli/reconcile';
import { asciiBytes } from '../../src/file/bytes';
import { confirmed, day } from '../reconcile/run';
import { readByOpenpyxl } from '../xlsx/independentReaders';

let folder: string;
const path = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path(name), content);
  return path(name);
};
const progress: string[] = [];
const run = (...args: string[]): Promise<Outcome> => reconcile([sound, '--ledger', ledger, '--as-of', '2027-05-10', ...args], (line) => progress.push(line));
const unchanged = async (args: readonly string[], stderr: string): Promise<void> => {
  const before = readdirSync(folder).map((name) => [name, readFileSync(path(name), 'hex')]);
  expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr });
  expect(readdirSync(folder).map((name) => [name, readFileSync(path(name), 'hex')])).toEqual(before);
};

let [sound, wrongTotal, ledger] = ['', '', ''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
  progress.length = 0;
  sound = put('sound.dat', buildFile(day('20270406', confirmed())));
  wrongTotal = put('wrong.dat', buildFile({ groups: [{ createdDate: '20270406', notices: [confirmed()], trailer: { confirmedAmount: '000000003001' } }] }));
  ledger = put(
    'ledger.csv',
    '年度,納付書番号,納期限,請求金額,費目,氏名\r\n2027,1,2027-04-30,3000,保育料,甲野𠮷子\r\n2027,2,2027-04-30,3000,=費目,乙野花子\r\n',
  );
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('a column that names a person is none that may be kept', async () => {
  await unchanged(
    ['--out', path('book.xlsx'), '--keep-columns', '学年, 氏名'],
    '--keep-columns の「氏名」は個人を示す列です。書くには --with-names を付けてください。（使い方：--help）\n',
  );
  await unchanged(['--keep-columns', '学年'], '--keep-columns は --out と一緒に指定してください。（使い方：--help）\n');
});

test('all exports of a run are written, told, and stand in the history of its workbook', async () => {
  const { code, stdout, stderr } = await run('--out', path('book.xlsx'), '--finance', path('finance.xlsx'), '--csv', path('data.csv'));
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd().split('\n').slice(-3)).toEqual(['data.csv', 'finance.xlsx', 'book.xlsx'].map((name) => `${path(name)} に書き出しました。`));
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const history = readByOpenpyxl([readFileSync(path('book.xlsx'))])[0]!.sheets.find(({ name }) => name === '取込履歴')!.cells;
  const row = (number: number): unknown[] => ['B', 'C', 'K', 'P'].map((column) => history[`${column}${number}`]?.value);
  const sha256 = (name: string): string =>
    execFileSync('sha256sum', [path(name)])
      .toString()
      .slice(0, 64);
  expect([row(6), row(7)]).toEqual([
    ['CSV', 'data.csv', '一致', sha256('data.csv')],
    ['財務用', 'finance.xlsx', '一致', sha256('finance.xlsx')],
  ]);
});

describe('what the files do not say themselves is said beside them', () => {
  const NOT_RECORDED = '書き出しの記録は、どのブックにも残していません。--out を付けると、そのブックの取込履歴に残ります。';

  test('a mismatch, and that no workbook keeps a record', async () => {
    const { code, stderr } = await run(wrongTotal, '--finance', path('finance.xlsx'), '--json');
    expect([code, stderr.split('\n')]).toEqual([
      1,
      ['注意：合計が合いません（1か所）。この結果で収納を確定しないでください。渡す相手にも伝えてください。', NOT_RECORDED, ''],
    ]);
  });

  test('unpaid slips without the columns that tell how far they can be trusted', async () => {
    const template = put('own.json', JSON.stringify({ name: '料金', columns: [{ column: 'slipNumber' }, { column: 'state' }, { column: 'verdict' }] }));
    const { stderr } = await run('--csv', path('a.csv'), '--csv-template', template, '--out', path('book.xlsx'));
    expect(stderr).toBe(
      `注意：${path('a.csv')} は未納の納付書を含みますが、「基準日」「データの期間」「納付の最終日」「データの完全性」「ファイルのない日」「他の収納」の列がありません。渡す相手に次のことを伝えてください：データは2027/04/06の作成分です（納付は2027/04/05まで）。2027/04/07、2027/04/08、2027/04/09ほか16日のファイルがありません。窓口・口座振替などの収納は含まれていません。\n`,
    );
  });

  test('no slip at all, which is not the same as nobody unpaid', async () => {
    const { stderr } = await run('--csv', path('a.csv'), '--csv-states', 'cancelled', '--csv-template', 'reconciled', '--out', path('book.xlsx'));
    expect(stderr).toContain('a.csv に納付書は1件もありません。');
  });
});

describe('--csv', () => {
  const text = (name: string, charset: 'utf-8' | 'shift_jis'): string => codec.decode(readFileSync(path(name)), charset);

  test('writes UTF-8 with a mark, or CP932', async () => {
    await run('--csv', path('a.csv'), '--csv-template', 'unpaid');
    expect(text('a.csv', 'utf-8').split('\r\n')).toEqual([
      '\ufeff基準日,データの期間,納付の最終日,データの完全性,ファイルのない日,他の収納,年度,納付書番号,収納機関,費目,所管課,納期限,請求額,他の収納額,督促可能日,注意,確認事項,合計の検査',
      expect.stringContaining(
        '2027/05/10,2027/04/06,2027/04/05,不完全な所はありません,2027/04/07、2027/04/08、2027/04/09ほか16日,窓口・口座振替などの収納は含まれていない,2027,00000000000000002,',
      ),
      '',
    ]);
    expect(text('a.csv', 'utf-8')).toContain(",'=費目,");
    await run('--csv', path('b.csv'), '--csv-charset', 'cp932', '--csv-states', 'paid');
    expect(text('b.csv', 'shift_jis').split('\r\n')).toEqual([expect.stringMatching(/^年度,/), expect.stringContaining(',収納済,'), '']);
  });

  const NAMES = JSON.stringify({ name: '料金', charset: 'cp932', columns: [{ column: 'slipNumber' }, { column: 'payerName', header: 'NAME' }] });

  test('writes names only when asked to, and says which characters CP932 lacks before it writes anything', async () => {
    const template = put('names.json', NAMES);
    put('data.csv', 'old');
    const args = ['--csv', path('data.csv'), '--csv-template', template];
    await unchanged(
      args,
      `CSVのテンプレート ${template} に個人を示す列（氏名）があります。書き出すには --with-names を付けてください。何も書き込んでいません。\n`,
    );
    await unchanged(
      [...args, '--with-names', '--out', path('book.xlsx')],
      `${path('data.csv')} に書き込めません：Shift_JISで表せない文字が1か所あります（2027年度の納付書1の「NAME」に「𠮷」）。元の値を直すか、--csv-charset utf-8 を指定してください。何も書き込んでいません。\n`,
    );
    expect((await run(...args, '--with-names', '--csv-charset', 'UTF-8')).code).toBe(0);
    expect(text('data.csv', 'utf-8')).toBe('\ufeff納付書番号,NAME\r\n00000000000000001,甲野𠮷子\r\n00000000000000002,乙野花子\r\n');
  });

  test.each<[string[], string]>([
    [['--csv', 'a.txt'], '--csv のファイル名は .csv で終わるはずですが、「a.txt」です。（使い方：--help）\n'],
    [['--csv', 'a.csv', '--csv-charset', 'euc'], '--csv-charset は cp932 又は utf-8 のはずですが、「euc」です。（使い方：--help）\n'],
    [
      ['--csv', 'a.csv', '--csv-states', 'paid,open'],
      '--csv-states は paid、paidElsewhere、preliminary、notOwed、cancelled、unpaid をコンマで区切った一覧のはずですが、「paid,open」です。（使い方：--help）\n',
    ],
    [['--csv-template', 'unpaid'], '--csv-template は --csv と一緒に指定してください。（使い方：--help）\n'],
    [['--finance-slips', 'rows'], '--finance-slips は --finance と一緒に指定してください。（使い方：--help）\n'],
    [['--finance', 'a.xlsx', '--finance-slips', 'rows'], '--finance-slips は --out と一緒に指定してください。（使い方：--help）\n'],
    [['--finance', 'a.xlsx', '--finance-slips', 'all'], '--finance-slips は last4 又は rows のはずですが、「all」です。（使い方：--help）\n'],
    [
      ['--password-file', 'p.txt', '--csv', 'a.csv'],
      '--password-file は --out 又は --finance と一緒に指定してください。CSVには使えません。（使い方：--help）\n',
    ],
    [['--out', 'a.xlsx', '--dates', 'reiwa'], '--dates は western 又は wareki のはずですが、「reiwa」です。（使い方：--help）\n'],
    [['--out', 'a.xlsx', '--print', 'grey'], '--print は colour 又は mono のはずですが、「grey」です。（使い方：--help）\n'],
    [['--csv', 'a.csv', '--dates', 'wareki'], '--dates は --out 又は --finance と一緒に指定してください。CSVには使えません。（使い方：--help）\n'],
    [['--finance', 'a.xlsx', '--out', './a.xlsx'], '--out の「./a.xlsx」は --finance と同じファイルです。別の名前にしてください。（使い方：--help）\n'],
  ])('%j is wrong usage', async (args, stderr) => {
    await unchanged(args, stderr);
    expect((await run(...args, '--lang', 'en')).stderr).toMatch(/^[\x20-\x7e]+\n$/);
  });

  test('a template that cannot be used is told by its path', async () => {
    const args = (name: string): string[] => ['--csv', path('a.csv'), '--csv-template', path(name)];
    put('text.json', 'columns');
    put('bad.json', JSON.stringify({ name: 'x', columns: [{ column: 'payer' }] }));
    await unchanged(args('none.json'), `${path('none.json')} を開けません：見つかりません。\n`);
    await unchanged(
      args('text.json'),
      `CSVのテンプレート ${path('text.json')} を読めません：JSONではなく、備え付けのテンプレート（reconciled、unpaid）の名前でもありません。\n`,
    );
    expect((await run(...args('bad.json'))).stderr).toMatch(/^CSVのテンプレート .*bad\.json を使えません：「columns\[0\]\.column」は/);
    expect((await run('--csv', path('text.json').replace('json', 'csv'), '--csv-template', put('text.csv', '{}'))).stderr).toContain('読み込むファイルと同じ');
  });
});

test('--dates and --print dress every workbook', async () => {
  await run('--out', path('book.xlsx'), '--finance', path('finance.xlsx'), '--dates', 'wareki', '--print', 'mono');
  const written = readByOpenpyxl([readFileSync(path('book.xlsx')), readFileSync(path('finance.xlsx'))]).flatMap(({ sheets }) => sheets);
  expect(written.map(({ header }) => header[2])).toEqual(written.map(() => '基準日 R9.5.10'));
  const formats = written.flatMap(({ cells }) => Object.values(cells).map(({ format }) => format));
  expect(formats).toContain('[$-411]ge.m.d');
  expect(formats).not.toContain('yyyy/mm/dd');
  const { sheets } = await readXlsx(readFileSync(path('book.xlsx')), { readStyles: true });
  const fills = sheets[0]!.conditionalRules!.map(({ style }) => (style?.fill?.type === 'pattern' ? style.fill.bgColor?.rgb : undefined));
  expect([...new Set(fills)].filter((fill) => fill !== undefined).sort()).toEqual(['666666', '8B3200', 'CCCCCC', 'FFFFFF']);
});

describe('--password-file', () => {
  const SECRET = 'ひみつ🔑 123';

  test('encrypts every workbook of the run, and the password stands in no output', async () => {
    const password = put('password.txt', Buffer.concat([Buffer.from(`\ufeff${SECRET}\r\nsecond line `), Buffer.from([0xff, 0xfe])]));
    const { code, stdout, stderr } = await run(
      '--out',
      path('book.xlsx'),
      '--finance',
      path('finance.xlsx'),
      '--csv',
      path('a.csv'),
      '--password-file',
      password,
    );
    expect([code, stderr]).toEqual([0, '']);
    for (const name of ['book.xlsx', 'finance.xlsx']) {
      const bytes = readFileSync(path(name));
      expect(bytes.subarray(0, 4).toString('hex')).toBe('d0cf11e0');
      expect((await readXlsx(bytes, { password: SECRET })).sheets.length).toBeGreaterThan(3);
      expect(bytes.includes(Buffer.from(SECRET)) || bytes.includes(Buffer.from(SECRET, 'utf16le'))).toBe(false);
    }
    expect(progress).toEqual([`暗号化しています：${path('finance.xlsx')}`, `暗号化しています：${path('book.xlsx')}`]);
    expect(stdout + stderr + progress.join('') + readFileSync(path('a.csv'), 'utf8')).not.toContain(SECRET);
  }, 60_000);

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', '空のファイルです'],
    ['an empty first line', '\nsecret', '1行目が空です。1行目にパスワードを書いてください'],
    ['a long line', 'あ'.repeat(256), '1行目が256文字で、上限の255文字を超えています'],
    ['another charset', Uint8Array.of(0x8c, 0xae, 0x0a), '文字コードがUTF-8ではありません'],
  ])('refuses %s in one sentence', async (_, content, reason) => {
    const password = put('password.txt', content);
    await unchanged(
      ['--out', path('book.xlsx'), '--password-file', password],
      `パスワードのファイル ${password} を使えません：${reason}。何も書き込んでいません。\n`,
    );
    expect((await run('--out', path('book.xlsx'), '--password-file', password, '--lang', 'en')).stderr).toMatch(/^[\x20-\x7e]+\n$/);
  });

  test('refuses a missing file', async () => {
    await unchanged(['--out', path('book.xlsx'), '--password-file', path('none.txt')], `${path('none.txt')} を開けません：見つかりません。\n`);
  });
});

describe('all or nothing', () => {
  const ASKED = ['data.csv', 'finance.xlsx', 'book.xlsx'] as const;
  const args = (): string[] => ['--csv', path('data.csv'), '--finance', path('finance.xlsx'), '--out', path('book.xlsx')];

  test.each([1, 2, 3])('the rename of file %i fails: every old file is as it was, and a new one is gone', async (failing) => {
    put('data.csv', 'old csv');
    put('book.xlsx', 'old book');
    const rename = fs.renameSync;
    let renames = 0;
    jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (++renames === failing) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      rename(from, to);
    });
    await unchanged(args(), `${path(ASKED[failing - 1]!)} に書き込めません：アクセス権がないか、ほかのソフトで開いています。何も変更していません。\n`);
  });

  test('the disk is full at the second file', async () => {
    put('data.csv', 'old csv');
    const write = fs.writeFileSync;
    jest.spyOn(fs, 'writeFileSync').mockImplementation((file, data, options) => {
      if (String(file).includes('finance')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      write(file, data, options);
    });
    const before = readdirSync(folder);
    expect((await run(...args())).stderr).toContain('finance.xlsx に書き込めません');
    jest.restoreAllMocks();
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(path('data.csv'), 'utf8')).toBe('old csv');
  });

  test('an input is never replaced', async () => {
    for (const option of ['--finance', '--csv']) {
      const input = put(`in${option === '--csv' ? '.csv' : '.xlsx'}`, asciiBytes('x'));
      expect((await run(input, option, input)).stderr).toContain('読み込むファイルと同じ');
    }
  });
});
