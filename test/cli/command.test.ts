/** docs/format.md, "The answer": what the command prints, returns and writes. */
import { spawnSync } from 'node:child_process';
import fs, { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildFile, buildRecords } from '../../scripts/buildFile';
import { reconcile, type Outcome } from '../../src/cli/reconcile';
import ward from '../../src/file/layouts/ward.json';
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import { changedWard } from '../file/layouts';
import { confirmed, day, ledgerOf, preliminary, type Answer } from '../reconcile/run';
import { sound as isSoundBook } from '../xlsx/partByPart';

let folder: string;
const path = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path(name), content);
  return path(name);
};
const progress: string[] = [];
const run = (...args: string[]): Promise<Outcome> => reconcile(args, (line) => progress.push(line));
const json = async (...args: string[]): Promise<Answer> => JSON.parse((await run(...args, '--json')).stdout) as Answer;

const SOUND = buildFile(day('20270406', confirmed()));
const WRONG_TOTAL = buildFile({ groups: [{ createdDate: '20270406', notices: [confirmed()], trailer: { confirmedAmount: '000000003001' } }] });
const LEDGER = ledgerOf(['2027,1,2027-04-30,3000', '2027,2,2027-04-30,3000']);
let [sound, wrongTotal, ledger] = ['', '', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
  progress.length = 0;
  sound = put('sound.dat', SOUND);
  wrongTotal = put('wrong.dat', WRONG_TOTAL);
  ledger = put('ledger.csv', LEDGER);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('the exit code is', () => {
  test('0 when no finding is an error', async () => {
    expect(await run(sound, '--ledger', ledger)).toMatchObject({ code: 0, stderr: '' });
    const warned = put('warned.dat', buildFile(day('20270406', confirmed({ amount: 0 }))));
    expect(await run(warned)).toMatchObject({ code: 0, stderr: '' });
  });

  test('1 when at least one is, and the answer is there all the same', async () => {
    const { code, stdout, stderr } = await run(sound, wrongTotal, '--json');
    expect([code, stderr]).toEqual([1, '']);
    expect((JSON.parse(stdout) as Answer).findings.map((finding) => finding.code)).toContain('totalMismatch');
  });

  test('1 for a file that is no settlement file, which is a finding', async () => {
    expect((await run(put('book.xlsx', 'PK\x03\x04'), sound)).code).toBe(1);
  });
});

describe('wrong usage', () => {
  const SEE_HELP = '（使い方：--help）\n';

  test.each<[string, string[], string]>([
    ['no file', [], '収納データのファイルを指定してください。'],
    ['an unknown option', ['a.dat', '--leger', 'x'], '「--leger」というオプションはありません。'],
    ['an unknown letter', ['a.dat', '-x'], '「-x」というオプションはありません。'],
    ['an option without its value', ['a.dat', '--ledger'], '--ledger には値が必要です。'],
    ['an empty value', ['a.dat', '--layout='], '--layout には値が必要です。'],
    ['an option in place of a value', ['a.dat', '--ledger', '--json'], '--ledger には値が必要です。'],
    ['a value where none is taken', ['a.dat', '--json=yes'], '--json には値を付けられません。'],
    ['an option given twice', ['a.dat', '--ledger', 'a.csv', '--ledger', 'b.csv'], '--ledger が2回あります。1つにしてください。'],
    ['a day off the calendar', ['a.dat', '--as-of', '2027-02-29'], '--as-of は暦にある年月日（2027-04-30の形）のはずですが、「2027-02-29」です。'],
    ['a day in another form', ['a.dat', '--as-of', '2027/05/10'], '--as-of は暦にある年月日（2027-04-30の形）のはずですが、「2027/05/10」です。'],
    [
      'a day without a file off the calendar',
      ['a.dat', '--no-file-on', '2027-04-28,2027-02-29'],
      '--no-file-on は暦にある年月日（2027-04-30の形）をコンマで区切った一覧のはずですが、「2027-02-29」です。',
    ],
    [
      'an empty day without a file',
      ['a.dat', '--no-file-on', '2027-04-28,'],
      '--no-file-on は暦にある年月日（2027-04-30の形）をコンマで区切った一覧のはずですが、「」です。',
    ],
    ['too long a grace', ['a.dat', '--grace', '61'], '--grace は0から60までの整数（営業日数）のはずですが、「61」です。'],
    ['a grace that is no whole number', ['a.dat', '--grace', '1.5'], '--grace は0から60までの整数（営業日数）のはずですが、「1.5」です。'],
    ['a grace given twice', ['a.dat', '--grace', '1', '--grace', '2'], '--grace が2回あります。1つにしてください。'],
    ['a value for empty days', ['a.dat', '--empty-days-not-sent=yes'], '--empty-days-not-sent には値を付けられません。'],
    ['no receipts', ['a.dat', '--receipts', ''], '--receipts には値が必要です。'],
    ['another language', ['a.dat', '--lang', 'fr'], '--lang は ja 又は en のはずですが、「fr」です。'],
    ['a workbook of another name', ['a.dat', '--out', 'book.csv'], '--out のファイル名は .xlsx で終わるはずですが、「book.csv」です。'],
  ])('is one sentence and exit code 2: %s', async (_, args, sentence) => {
    expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}${SEE_HELP}` });
    const english = await run(...args.filter((arg) => arg !== 'fr' && arg !== '--lang'), '--lang', args.includes('fr') ? 'fr' : 'en');
    expect(english).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^[^\n]+\n$/) as string });
  });

  test('says so in English when English is asked for, whatever else is wrong', async () => {
    expect((await run('a.dat', '--lang', 'en', '--bogus')).stderr).toBe('There is no option "--bogus". (See --help.)\n');
    expect((await run('a.dat', '--bogus', '--lang=en')).stderr).toBe('There is no option "--bogus". (See --help.)\n');
  });
});

describe('what cannot be read', () => {
  const expectRefused = async (args: readonly string[], sentence: string): Promise<void> => {
    const before = readdirSync(folder);
    const outcome = await run(...args, '--out', path('book.xlsx'), '--json');
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
    expect(readdirSync(folder)).toEqual(before);
  };

  test('is told by its path, and nothing is written: a missing file', async () => {
    await expectRefused([sound, path('none.dat')], `${path('none.dat')} を開けません：見つかりません。`);
  });

  test('a folder', async () => {
    await expectRefused([folder], `${folder} を開けません：ファイルではなくフォルダーです。`);
  });

  test('a path below a file', async () => {
    await expectRefused([join(sound, 'x.dat')], `${join(sound, 'x.dat')} を開けません：見つかりません。`);
  });

  test('a missing ledger', async () => {
    await expectRefused([sound, '--ledger', path('none.csv')], `${path('none.csv')} を開けません：見つかりません。`);
  });

  test('a ledger without a required column', async () => {
    const bad = put('bad.csv', '年度,納付書番号,納期限\n2027,1,\n');
    await expectRefused(
      [sound, '--ledger', bad],
      `台帳 ${bad} を読み込めません：「請求金額」の列が見つかりません。見つかった列：年度、納付書番号、納期限。見出しの名前を確認してください。`,
    );
  });

  test('a list of receipts that is none', async () => {
    const [bad, good] = [put('bad.csv', '年度,納付書番号,収納日\n2027,1,\n'), put('good.csv', '年度,納付書番号,収納日,収納額\n2027,1,2027-04-12,1\n')];
    await expectRefused([sound, '--receipts', path('none.csv')], `${path('none.csv')} を開けません：見つかりません。`);
    await expectRefused(
      [sound, '--receipts', good, '--receipts', bad],
      `他の収納 ${bad} を読み込めません：「収納額」の列が見つかりません。見つかった列：年度、納付書番号、収納日。見出しの名前を確認してください。`,
    );
  });

  test.each<[string, string, string]>([
    ['no JSON', '{', 'JSONではありません'],
    ['another thing', '{"findings":[]}', 'slips が --json の結果の形ではありません'],
    ['a slip without its state', '{"slips":[{"billerCode":null,"fiscalYear":"2027","slipNumber":"1"}]}', 'slips[0] が --json の結果の形ではありません'],
  ])('an earlier answer that is %s', async (_, content, sentence) => {
    const bad = put('since.json', content);
    await expectRefused([sound, '--since', bad], `前回の結果 ${bad} を使えません：${sentence}。このプログラムの --json の結果を指定してください。`);
  });

  test('a ledger without a row', async () => {
    const bad = put('bad.csv', '年度,納付書番号,納期限,請求金額\n');
    await expectRefused([sound, '--ledger', bad], `台帳 ${bad} を読み込めません：データの行がありません。見つかった列：年度、納付書番号、納期限、請求金額。`);
  });

  test('a workbook given as a ledger', async () => {
    const bad = put('bad.xlsx', 'PK\x03\x04');
    await expectRefused(
      [sound, '--ledger', bad],
      `台帳 ${bad} を読み込めません：Excelのブックです。CSV（UTF-8又はShift_JIS）で保存したファイルを指定してください。`,
    );
  });

  test('a layout that is no JSON, nor a name', async () => {
    await expectRefused(
      [sound, '--layout', ledger],
      `レイアウト ${ledger} を読めません：JSONではなく、備え付けのレイアウト（ward、mizuho、muf、dsk）の名前でもありません。`,
    );
  });

  test('a layout that breaks a rule', async () => {
    const bad = put('bad.json', JSON.stringify(changedWard((data) => (data.recordLength = 121))));
    await expectRefused([sound, '--layout', bad], `レイアウト ${bad} を使えません：headerの長さの合計は120で、recordLengthの121より1少なくなっています。`);
  });

  test("a layout under a built-in's name", async () => {
    const bad = put('bad.json', JSON.stringify({ ...ward, verified: true }));
    await expectRefused(
      [sound, '--layout', bad],
      `レイアウト ${bad} を使えません：id「ward」は備え付けのレイアウトのもので、内容が違います。別のidにしてください。`,
    );
  });
});

describe('a layout', () => {
  test('is named by its id or read from a file, with or without a mark at its start', async () => {
    const own = put('own.json', `\uFEFF${JSON.stringify(changedWard(() => undefined))}`);
    for (const [layout, id] of [
      ['muf', 'muf'],
      ['ward', 'ward'],
      [own, 'changed'],
    ] as const) {
      expect((await json(sound, '--layout', layout)).files[0]!.layout).toBe(id);
    }
  });
});

describe('--json', () => {
  test('prints one JSON object and nothing else, also beside --out', async () => {
    const { stdout, stderr } = await run(sound, wrongTotal, '--ledger', ledger, '--json', '--out', path('book.xlsx'));
    expect(stderr).toBe('');
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'asOf',
      'dataFrom',
      'dataThrough',
      'paidThrough',
      'complete',
      'grace',
      'otherChannels',
      'missingDays',
      'receipts',
      'changes',
      'files',
      'findings',
      'slips',
    ]);
  });

  test('answers what docs/format.md shows for the file that it shows', async () => {
    const page = readFileSync(join(__dirname, '../../docs/format.md'), 'utf8');
    const shownRecords = /A whole file .*?```text\n(.*?)\n```/s.exec(page)![1]!.split('\n');
    const records = shownRecords.map((record, index) =>
      asciiBytes(`${(index === 3 ? record.replace('003000000000', '003001000000') : record).padEnd(120)}\r\n`),
    );
    const expected = JSON.parse(/knows the first slip only:\n\n```json\n(.*?)```/s.exec(page)![1]!) as Answer;
    const example = put('20270406.dat', concatenated(records));
    const knowsOne = put('one.csv', ledgerOf([`2027,${expected.slips[0]!.slipNumber},2027-04-30,3000`]));
    const answer = await json(example, '--ledger', knowsOne, '--as-of', '2027-04-08');
    expect({ ...answer, findings: answer.findings.map((finding) => ({ ...finding, message: '…' })) }).toEqual(expected);
  });

  test('speaks the language that is asked for', async () => {
    const [japanese, english] = [await json(wrongTotal), await json(wrongTotal, '--lang', 'en')];
    expect([japanese.findings[0]!.message, english.findings[0]!.message]).toEqual([
      expect.stringContaining('明細が1円少なく'),
      expect.stringContaining('1 yen less'),
    ]);
  });
});

describe('receipts, days and reminders', () => {
  const receipts = (name: string, ...rows: string[]): string => put(name, ['年度,納付書番号,収納日,収納額', ...rows, ''].join('\n'));

  test('lists of equal names are told apart by their paths, and come after files and ledger', async () => {
    const [one, two] = [receipts('r.csv', '2027,2,x,1'), join(folder, 'more', 'r.csv')];
    mkdirSync(join(folder, 'more'));
    writeFileSync(two, '年度,納付書番号,収納日,収納額\n2027,2,y,1\n');
    const { findings, otherChannels } = await json(sound, '--receipts', one, '--receipts', two);
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['receiptRow', one],
      ['receiptRow', two],
    ]);
    expect(otherChannels).toBe('given');
  });

  test('options reach the answer', async () => {
    const options = ['--as-of', '2027-04-09', '--no-file-on', '2027-04-07', '--no-file-on', '2027-04-08', '--grace', '0', '--no-other-channels'];
    expect(await json(sound, '--ledger', ledger, ...options)).toMatchObject({ missingDays: [], grace: 0, otherChannels: 'none', changes: null });
    expect(await json(sound, '--ledger', ledger, '--as-of', '2027-04-08')).toMatchObject({ missingDays: [{ days: ['2027-04-07'] }], grace: 10 });
  });

  test('an answer of the command is what --since takes', async () => {
    const first = put('first.json', (await run(sound, '--ledger', ledger, '--json')).stdout);
    expect((await json(sound, '--ledger', ledger, '--since', first)).changes).toEqual([]);
    const paid = receipts('r.csv', '2027,2,2027-04-12,3000');
    expect((await json(sound, '--ledger', ledger, '--receipts', paid, '--since', first)).changes).toMatchObject([
      { billerCode: '13104', before: { state: 'unpaid', otherAmount: 0 }, after: { state: 'paidElsewhere', otherAmount: 3000 } },
    ]);
    const { stdout } = await run(sound, '--ledger', ledger, '--receipts', paid, '--since', first);
    expect(stdout).toMatch(/前回からの変化（1件）\n13104 +2027-0*2 +未納 0円 → 他で収納済 3,000円/);
    expect(stdout).toMatch(/使った収納 +1件 +3,000円/);
  });

  test('the summary says which days are missing and who may be reminded', async () => {
    const { stdout } = await run(sound, '--ledger', ledger, '--as-of', '2027-04-12', '--no-other-channels');
    expect(stdout).toMatch(/13104 +2027\/04\/06 - 2027\/04\/06 +1日分 +抜けている日 3日：2027\/04\/07、2027\/04\/08、2027\/04\/09/);
    expect(stdout).toContain('督促可 0件 0円（納期限の10営業日後から）');
    expect((await run(sound, '--ledger', ledger)).stdout).toContain('ほかの収納が分からないため、督促できる納付書はありません。');
  });
});

describe('the as-of date', () => {
  test('is the one that is given', async () => {
    expect((await json(sound, '--as-of', '2027-05-10')).asOf).toBe('2027-05-10');
  });

  test.each([
    ['2027-05-09T14:59:59Z', '2027-05-09'],
    ['2027-05-09T15:00:00Z', '2027-05-10'],
  ])('is today in Japan without one: at %s it is %s', async (now, today) => {
    jest.useFakeTimers({ now: new Date(now), doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'performance'] });
    const { asOf } = await json(sound).finally(() => jest.useRealTimers());
    expect(asOf).toBe(today);
  });
});

describe('names', () => {
  const inFolder = (name: string, content: Uint8Array | string): string => {
    mkdirSync(path(name.split('/')[0]!), { recursive: true });
    return put(name, content);
  };

  test('are base names', async () => {
    const { files, findings } = await json(sound, wrongTotal, '--ledger', put('bad row.csv', ledgerOf(['2027,x,2027-04-30,1'])));
    expect(files.map(({ name }) => name)).toEqual(['sound.dat', 'wrong.dat']);
    expect(findings.map(({ file }) => file)).toEqual(['wrong.dat', 'wrong.dat', 'bad row.csv']);
  });

  test('are the paths as given where two base names are equal, and only there', async () => {
    const [april, may] = [inFolder('april/a.dat', buildFile(day('20270407'))), inFolder('may/a.dat', WRONG_TOTAL)];
    const { files } = await json(april, sound, may);
    expect(files.map(({ name }) => name)).toEqual([april, 'sound.dat', may]);
  });

  test('are the paths for a ledger too that is called like a file', async () => {
    const bad = inFolder('ledgers/sound.dat', ledgerOf(['2027,x,2027-04-30,1']));
    const { files, findings } = await json(sound, '--ledger', bad);
    expect(files[0]!.name).toBe(sound);
    expect(findings.map(({ file }) => file)).toEqual([bad]);
  });

  test('tell of a file given twice by one path', async () => {
    const { files, findings } = await json(sound, sound);
    expect(files).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'fileAlreadyImported', file: sound }]);
  });
});

test.each([
  ['little', 0],
  ['big', 1],
])('UTF-16 without a mark, %s end first, is named, though half a line may look like a record; and no layout fits well', async (_, place) => {
  const wide = new Uint8Array(SOUND.length * 2);
  for (const [index, byte] of SOUND.entries()) wide[index * 2 + place] = byte;
  const { stdout } = await run(put('wide.dat', wide));
  expect(stdout).toContain('文字コードはUTF-16です');
  expect(stdout).toContain('うまく読めません');
});

describe('--out', () => {
  test('writes a workbook and says so; errors among the findings do not keep it from being written', async () => {
    const { code, stdout } = await run(wrongTotal, '--ledger', ledger, '--out', path('book.xlsx'));
    expect(code).toBe(1);
    expect(stdout.trimEnd().endsWith(`${path('book.xlsx')} に書き出しました。`)).toBe(true);
    isSoundBook(readFileSync(path('book.xlsx')));
  });

  test('replaces a file of that name', async () => {
    const book = put('book.xlsx', 'old');
    expect((await run(sound, '--out', book)).code).toBe(0);
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder).sort()).toEqual(['book.xlsx', 'ledger.csv', 'sound.dat', 'wrong.dat']);
  });

  test('a file that only its owner may read stays so, and a link stays a link', async () => {
    const book = put('book.xlsx', 'old');
    chmodSync(book, 0o640);
    symlinkSync(book, path('link.xlsx'));
    expect((await run(sound, '--out', path('link.xlsx'))).code).toBe(0);
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
    expect(statSync(book).mode & 0o777).toBe(0o640);
    expect(lstatSync(path('link.xlsx')).isSymbolicLink()).toBe(true);
  });

  test.each<[string, 'writeFileSync' | 'fsyncSync' | 'renameSync', string, string]>([
    ['the disk is full', 'writeFileSync', 'ENOSPC', '保存先の空き容量が足りません'],
    ['the bytes do not reach the disk', 'fsyncSync', 'EIO', '読み書きできません。ほかのソフトで開いている場合は閉じてください'],
    ['the old file is held by Excel', 'renameSync', 'EPERM', 'アクセス権がないか、ほかのソフトで開いています'],
  ])('leaves the old file as it was when %s', async (_, step, code, reason) => {
    const book = put('book.xlsx', 'old');
    const fail = (): never => {
      throw Object.assign(new Error(code), { code });
    };
    const spy = jest.spyOn(fs, step).mockImplementation(fail);
    const outcome = await run(sound, '--out', book);
    spy.mockRestore();
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: `${book} に書き込めません：${reason}。何も変更していません。\n` });
    expect(readFileSync(book, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['book.xlsx', 'ledger.csv', 'sound.dat', 'wrong.dat']);
  });

  test('is refused when its folder does not exist or it is a folder', async () => {
    mkdirSync(path('folder.xlsx'));
    expect(await run(sound, '--out', path('none/book.xlsx'))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('保存先のフォルダーがありません') as string,
    });
    expect(await run(sound, '--out', path('folder.xlsx'))).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('フォルダーです') as string });
  });

  test('is looked at before the files are read', async () => {
    expect((await run(path('none.dat'), '--out', path('none/book.xlsx'))).stderr).toContain('book.xlsx に書き込めません');
    expect((await run(path('none.dat'), '--out', path('book.xlsx'))).stderr).toContain('none.dat を開けません');
  });

  test('is refused when it is a file to be read', async () => {
    const book = put('book.xlsx', SOUND);
    for (const args of [[book], [sound, book], [sound, '--ledger', book]]) {
      expect(await run(...args, '--out', join(folder, '.', 'book.xlsx'))).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('読み込むファイルと同じ') as string,
      });
    }
    expect(new Uint8Array(readFileSync(book))).toEqual(SOUND);
  });

  test('may end in .XLSX', async () => {
    expect((await run(sound, '--out', path('BOOK.XLSX'))).code).toBe(0);
    expect(existsSync(path('BOOK.XLSX'))).toBe(true);
  });
});

describe('the summary', () => {
  test('begins with the verdict, how far the unpaid can be trusted, the as-of date and the ledger', async () => {
    const { stdout } = await run(wrongTotal, '--ledger', ledger, '--as-of', '2027-05-10');
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      '不一致  合計が合いません（1か所）。この結果で収納を確定しないでください。',
      'データは2027/04/06の作成分です（納付は2027/04/05まで）。2027/04/07、2027/04/08、2027/04/09ほか16日のファイルがありません。データが不完全なため、未納は確定できません。窓口・口座振替などの収納は含まれていません。',
      '基準日 2027/05/10・台帳 ledger.csv',
      '',
    ]);
  });

  test('sets declared, counted and difference side by side', async () => {
    const { stdout } = await run(wrongTotal);
    expect(stdout).toMatch(/確報金額合計 +3,001 +3,000 +△1 +不一致/);
    expect(stdout).toMatch(/レコード総件数 +4 +4 +0 +一致/);
  });

  test('counts slips and yen by state and slips by flag', async () => {
    const { stdout } = await run(sound, '--ledger', ledger, '--as-of', '2027-05-10');
    expect(stdout).toMatch(/未納 +1件 +3,000円/);
    expect(stdout).toMatch(/収納済 +1件 +3,000円/);
    expect(stdout).toContain('注意の付いた納付書はありません。');
    expect((await run(sound, put('next.dat', buildFile(day('20270506'))), '--ledger', ledger, '--as-of', '2027-05-10')).stdout).toMatch(/期限超過 +1件/);
  });

  test('never shows unpaid slips without a ledger: nobody can know them', async () => {
    const { stdout } = await run(sound);
    expect(stdout).toContain('台帳がないため、未納は分かりません。');
    expect(stdout).not.toMatch(/未納 +\d/);
    expect(stdout).toContain('判定できないもの：');
  });

  test('says which totals went unchecked, and why', async () => {
    const { stdout } = await run(put('muf.dat', SOUND), '--layout', 'muf');
    expect(stdout).toMatch(/確報金額合計 +— +3,000 +— +未検査：レイアウトに合計欄がありません。/);
  });

  test('says how well the layout fits, and when it does not', async () => {
    expect((await run(sound)).stdout).toContain('レイアウト「区収納データ（参考レイアウト・未検証）」：先頭の4レコードは全て合います。');
    expect((await run(put('text.dat', 'nothing'))).stdout).toContain('うまく読めません（先頭の1レコードで合わない所1か所）。');
  });

  test('shows errors before warnings, each with its place and sentence', async () => {
    const both = put('both.dat', buildFile(day('20270406', confirmed({ amount: 0 }), confirmed({ slipNumber: '2', also: { transferDate: '20270231' } }))));
    const lines = (await run(both)).stdout.trimEnd().split('\n');
    const from = lines.findIndex((line) => line.startsWith('検査結果'));
    expect(lines.slice(from, from + 7).map((line) => line.slice(0, 20))).toEqual(
      [
        '検査結果（エラー 1・警告 1）',
        'エラー  項目の値の誤り',
        '  both.dat レコード3（支払い予',
        expect.stringMatching(/^ {2}暦にある年月日/),
        '警告  0円の納付',
        '  both.dat レコード2（支払い金',
        expect.stringMatching(/^ {2}支払い金額が0円/),
      ].map((line) => (typeof line === 'string' ? line.slice(0, 20) : line)),
    );
  });

  test('shows twenty findings of a code and counts the others', async () => {
    const notices = Array.from({ length: 23 }, (_, index) => confirmed({ slipNumber: String(index), amount: 0 }));
    const { stdout } = await run(put('many.dat', buildFile(day('20270406', ...notices))));
    expect(stdout.match(/0円の納付/g)).toHaveLength(20);
    expect(stdout).toContain('ほか3件');
  });

  test('speaks English on request', async () => {
    const { stdout } = await run(wrongTotal, '--ledger', ledger, '--lang', 'en', '--as-of', '2027-05-10');
    expect(
      stdout
        .replaceAll(/"[^"]*"/g, '')
        .split('\n')
        .filter((line) => /[぀-ヿ一-鿿]/.test(line)),
    ).toEqual([]);
    expect(stdout).toContain('As of 2027-05-10, ledger ledger.csv');
  });
});

test('--help explains itself in both languages, needs no file and ends with 0', async () => {
  for (const args of [['--help'], ['-h'], ['--help', 'none.dat']]) expect(await run(...args)).toMatchObject({ code: 0, stderr: '' });
  const [japanese, english] = [(await run('--help')).stdout, (await run('--help', '--lang', 'en')).stdout];
  for (const option of ['--ledger', '--layout', '--as-of', '--out', '--with-names', '--json', '--lang', '--help']) {
    expect(japanese).toContain(option);
    expect(english).toContain(option);
  }
  expect(japanese).toContain('使い方');
  expect(english).toContain('Usage');
});

describe('progress', () => {
  test('is told of long work, stage by stage', async () => {
    const [header, data] = buildRecords(day('20270406', preliminary()));
    const long = new Uint8Array(120 * 166_668);
    for (let at = 0; at < long.length; at += 120) long.set(at === 0 ? header! : data!, at);
    await run(put('long.dat', long));
    expect(progress).toEqual(['レコードの切り分け（1件）', '検査（166,668件）', '台帳の読み込み（0件）', '台帳との突合（166,667件）', '納付書の判定（1件）']);
  });

  test('is not told of short work', async () => {
    await run(sound, '--ledger', ledger);
    expect(progress).toEqual([]);
  });
});

describe('as a program', () => {
  const program = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'src/cli/main.ts', ...args], { cwd: join(__dirname, '../..'), encoding: 'utf8' });

  test('it prints the answer on standard output and sentences on standard error, and returns the exit code', () => {
    expect(program(sound, '--json')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\{.*\}\n$/) as string });
    expect(program(wrongTotal, '--lang', 'en')).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringMatching(/^Differs {2}Totals do not agree/) as string,
    });
    expect(program(path('none.dat'))).toEqual(
      expect.objectContaining({ status: 2, stdout: '', stderr: `${path('none.dat')} を開けません：見つかりません。\n` }),
    );
  });
});
