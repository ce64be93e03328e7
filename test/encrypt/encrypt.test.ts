/** Do other programs open our encrypted workbooks, with the right password only? msoffcrypto checks the integrity too. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { encryptWorkbook } from '../../src/encrypt';
import { passwordProblem } from '../../src/encrypt/password';
import { writeWorkbook } from '../../src/xlsx';
import { goldenRun, workbookOf } from '../sheet/runs';

interface Opened {
  readonly streams: readonly string[];
  readonly password: boolean;
  readonly integrity?: boolean;
  readonly spins?: number;
  readonly size?: number;
  readonly sha256?: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'encrypt-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function opened(files: readonly (readonly [bytes: Uint8Array, password: string])[]): Opened[] {
  const asked = files.map(([bytes, password], index) => {
    writeFileSync(join(folder, `${index}.xlsx`), bytes);
    return [join(folder, `${index}.xlsx`), password];
  });
  writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked));
  return JSON.parse(execFileSync('/usr/bin/python3', [join(__dirname, 'decrypt.py'), join(folder, 'asked.json')]).toString()) as Opened[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Bytes that repeat nowhere near a segment's length. */
const contentOf = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8) * 13 + (index >> 16)) & 0xff);

/** Enough where nobody guesses. */
const FEW = 1_000;

const STREAMS = [
  'EncryptedPackage',
  'EncryptionInfo',
  '\u0006DataSpaces/DataSpaceInfo/StrongEncryptionDataSpace',
  '\u0006DataSpaces/DataSpaceMap',
  '\u0006DataSpaces/TransformInfo/StrongEncryptionTransform/\u0006Primary',
  '\u0006DataSpaces/Version',
];

test('msoffcrypto opens every size with its password, integrity verified, and none with another', async () => {
  const passwords = ['p', '区役所のパスワード', '🔑家族👨‍👩‍👧', 'a'.repeat(255), '<&"\'> ', ' 空白 '];
  // 4096 bytes of stream are the border of the small sectors; beyond 6.8 MB the sector table no longer fits into the header.
  const sizes = [0, 1, 4080, 4081, 4095, 4096, 4097, 7_340_033];
  const files = await Promise.all(
    sizes.map(async (size, index) => {
      const [content, password] = [contentOf(size), passwords[index % passwords.length]!];
      // One as it leaves the office.
      const options = size === 4097 ? {} : { spins: FEW };
      return { content, password, spins: options.spins ?? 100_000, bytes: await encryptWorkbook(content, password, options) };
    }),
  );
  const right = opened(files.map(({ bytes, password }) => [bytes, password]));
  for (const [index, { content, spins }] of files.entries()) {
    expect({ ...right[index]!, streams: [...right[index]!.streams].sort() }).toEqual({
      streams: [...STREAMS].sort(),
      password: true,
      integrity: true,
      spins,
      size: content.length,
      sha256: sha256(content),
    });
  }
  for (const { password } of opened(files.map(({ bytes, password }) => [bytes, `${password}x`]))) expect(password).toBe(false);
}, 300_000);

test('a byte changed on its way is noticed', async () => {
  const bytes = await encryptWorkbook(contentOf(50_000), 'p', { spins: FEW });
  // The package's first sector is the file's first.
  const changed = Uint8Array.from(bytes);
  changed[512 + 1000]! ^= 1;
  expect(opened([[changed, 'p']])[0]).toMatchObject({ password: true, integrity: false });
}, 60_000);

test('another reader, that of the .xlsx library, opens it with its password only', async () => {
  const bytes = await encryptWorkbook(await writeWorkbook(workbookOf(goldenRun('no-data'))), '鍵🔑1');
  const { sheets } = await readXlsx(bytes, { password: '鍵🔑1' });
  expect(sheets.map(({ name }) => name)).toEqual(['消込一覧', '収納明細', '検査', '集計', '取込履歴', '納付書台帳']);
  await expect(readXlsx(bytes, { password: '鍵🔑2' })).rejects.toThrow('Incorrect password');
}, 60_000);

describe('the work', () => {
  test('tells how far it is, and ends at 1', async () => {
    const told: number[] = [];
    await encryptWorkbook(contentOf(1_000_000), 'p', { onProgress: (share) => told.push(share) });
    expect(told.length).toBeGreaterThan(20);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
  }, 60_000);

  test('stops when it is told to', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const work = encryptWorkbook(contentOf(10), 'p', {
      signal: stop.signal,
      onProgress: (share) => {
        told.push(share);
        if (share > 0.1) stop.abort(new Error('stopped'));
      },
    });
    await expect(work).rejects.toThrow('stopped');
    expect(told.at(-1)).toBeLessThan(0.2);
  }, 60_000);
});

test('a password has 1 to 255 characters', () => {
  expect([passwordProblem(''), passwordProblem('a'), passwordProblem('a'.repeat(255)), passwordProblem('a'.repeat(256))]).toEqual([
    'empty',
    null,
    null,
    'tooLong',
  ]);
});
