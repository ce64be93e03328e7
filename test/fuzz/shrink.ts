/** How small can a case be that still shows the same difference? Greedy: whatever can go, goes. */
import type { Case, CaseFile } from './case';

const less = <T>(list: readonly T[], at: number, size = 1): T[] => [...list.slice(0, at), ...list.slice(at + size)];
const replaced = <T>(list: readonly T[], at: number, value: T): T[] => [...list.slice(0, at), value, ...list.slice(at + 1)];

/** The ways to leave something out, the largest first. */
function* smaller(one: Case): Generator<Case> {
  if (one.since) yield { ...one, since: null };
  if (one.ledger) yield { ...one, ledger: null };
  for (const list of ['receipts', 'files', 'noFileOn'] as const)
    for (let at = 0; at < one[list].length; at += 1) if (list !== 'files' || one.files.length > 1) yield { ...one, [list]: less<unknown>(one[list], at) };
  if (one.emptyDaysNotSent) yield { ...one, emptyDaysNotSent: false };
  if (one.noOtherChannels) yield { ...one, noOtherChannels: false };
  if (one.grace !== null) yield { ...one, grace: null };
  const length = one.layout !== null && typeof one.layout === 'object' ? one.layout.recordLength : 120;
  for (let at = 0; at < one.files.length; at += 1) for (const file of pieces(one.files[at]!, length)) yield { ...one, files: replaced(one.files, at, file) };
  if (one.ledger) for (const ledger of pieces(one.ledger, 0)) yield { ...one, ledger };
  for (let at = 0; at < one.receipts.length; at += 1)
    for (const list of pieces(one.receipts[at]!, 0)) yield { ...one, receipts: replaced(one.receipts, at, list) };
  if (one.since) for (let at = 0; at < one.since.slips.length; at += 1) yield { ...one, since: { ...one.since, slips: less(one.since.slips, at) } };
}

/** A file less some of its lines; without lines, less some of its blocks; a table also less one column. */
function* pieces(file: CaseFile, length: number): Generator<CaseFile> {
  const { bytes } = file;
  const parts = /[\r\n]/.test(bytes)
    ? (bytes.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [])
    : length > 0
      ? (bytes.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [])
      : [];
  for (let size = parts.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at + size <= parts.length; at += size) if (size < parts.length) yield { ...file, bytes: less<string>(parts, at, size).join('') };
  if (length > 0 || bytes.includes('"')) return;
  const columns = (parts[0] ?? '').split(',').length;
  const without = (line: string, column: number): string => {
    const [, cells, end] = /^([^\r\n]*)([\r\n]*)$/.exec(line)!;
    return less(cells!.split(','), column).join(',') + end!;
  };
  for (let column = 0; columns > 1 && column < columns; column += 1) yield { ...file, bytes: parts.map((line) => without(line, column)).join('') };
}

export async function shrink(one: Case, stillFails: (smaller: Case) => Promise<boolean>, tries = 2_000): Promise<Case> {
  let best = one;
  let left = tries;
  for (let found = true; found;) {
    found = false;
    for (const next of smaller(best)) {
      if ((left -= 1) < 0) return best;
      if (!(await stillFails(next))) continue;
      best = next;
      found = true;
      break;
    }
  }
  return best;
}
