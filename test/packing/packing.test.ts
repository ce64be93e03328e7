/** Do the bytes of any file come back from their parts, and is everything else refused? */
import fc from 'fast-check';
import { freeName, namesFor } from '../../src/engine/fileNames';
import { nameKey } from '../../src/sheet/nameKey';
import { packed, unpacked } from '../../src/packing';

test('any bytes come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
      expect(await unpacked(await packed(bytes), bytes.length)).toEqual(bytes);
    }),
  );
});

test('a large file stands in cells of at most 30,000 characters', async () => {
  let seed = 1;
  const bytes = Uint8Array.from({ length: 3_000_000 }, () => (seed = (seed * 16_807) % 2_147_483_647) & 0xff);
  const parts = await packed(bytes);
  expect(parts.length).toBeGreaterThan(130);
  expect(Math.max(...parts.map(({ length }) => length))).toBe(30_001);
  expect(Buffer.from((await unpacked(parts, bytes.length))!).equals(Buffer.from(bytes))).toBe(true);
  expect(await unpacked(parts.slice(0, -1), bytes.length)).toBeNull();
  expect(await unpacked(parts.slice(1), bytes.length)).toBeNull();
  expect(await unpacked(parts, bytes.length - 1)).toBeNull();
  expect(await unpacked(parts, bytes.length + 1)).toBeNull();
  expect(await unpacked(['あ', ...parts], bytes.length)).toBeNull();
});

test('no part begins like a formula, and parts of earlier versions are read', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * index) & 0xff);
  const parts = await packed(bytes);
  for (const part of parts) expect(part).toMatch(/^b/);
  expect(
    await unpacked(
      parts.map((part) => part.slice(1)),
      bytes.length,
    ),
  ).toEqual(bytes);
});

test.each([-1, 1e14, 0.5, NaN, Infinity, 2 ** 53])('a size of %d is refused without asking for the memory', async (size) => {
  expect(await unpacked(await packed(new Uint8Array(1000)), size)).toBeNull();
});

test('other bytes of the same name get a number, the same bytes keep their name, a copy is told apart', () => {
  const file = (name: string, sha256: string): { name: string; sha256: string } => ({ name, sha256 });
  const known = [file('settlement.dat', 'a'), file('settlement.dat（2）', 'b')];
  expect(namesFor([file('settlement.dat', 'c'), file('settlement.dat（2）', 'd')], known, ['a'])).toEqual(['settlement.dat（3）', 'settlement.dat（4）']);
  expect(namesFor([file('other.dat', 'b'), file('other.dat', 'e')], known, ['a'])).toEqual(['settlement.dat（2）', 'other.dat']);
  expect(namesFor([file('settlement.dat', 'a'), file('settlement.dat', 'f'), file('settlement.dat', 'f')], known, ['a'])).toEqual([
    'settlement.dat（4）',
    'settlement.dat（3）',
    'settlement.dat（5）',
  ]);
  expect(freeName('a', new Set())).toBe('a');
  expect(freeName('報告 2028', new Set(['報告　２０２８'].map(nameKey)), nameKey)).toBe('報告 2028（2）');
});
