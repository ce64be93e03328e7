/** What is one case? Everything that one run of the command is given, as data that fits into a small JSON file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../reference/answer';
import { Layout, Refused } from '../reference/layout';

/** A file; its bytes as characters 0 to 255. */
export interface CaseFile {
  readonly name: string;
  readonly bytes: string;
}
export interface Case {
  readonly note?: string;
  readonly files: readonly CaseFile[];
  readonly ledger: CaseFile | null;
  readonly receipts: readonly CaseFile[];
  /** A built-in layout's id, or a user's own layout. */
  readonly layout: string | Layout | null;
  /** The layout has a fault for which it is refused. */
  readonly spoilt?: boolean;
  readonly asOf: string;
  readonly noFileOn: readonly string[];
  readonly emptyDaysNotSent: boolean;
  readonly noOtherChannels: boolean;
  readonly grace: number | null;
  readonly since: Run['since'];
}

const FOLDER = join(process.cwd(), 'src', 'file', 'layouts');
export const BUILT_IN: readonly Layout[] = ['ward', 'mizuho', 'muf'].map((id) => JSON.parse(readFileSync(join(FOLDER, `${id}.json`), 'utf8')) as Layout);

/** Cases are kept with UTF-8 as text, so that a person can read them. */
export function written(one: Case): string {
  const readable = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || key !== 'bytes') return value;
    const utf8 = Buffer.from(value, 'latin1').toString();
    return Buffer.from(utf8).toString('latin1') === value ? { utf8 } : value;
  };
  return `${JSON.stringify(one, readable, 1)}\n`;
}

export function readCase(path: string): Case {
  const bytes = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'utf8' in value ? Buffer.from(value.utf8 as string).toString('latin1') : value;
  return JSON.parse(readFileSync(path, 'utf8'), bytes) as Case;
}

/** The case as the reference takes it; `at` says where a file stands. */
export function runOf(one: Case, at: (name: string) => string): Run {
  const bytes = (file: CaseFile) => ({ name: at(file.name), bytes: Buffer.from(file.bytes, 'latin1') });
  const layout = typeof one.layout === 'string' ? BUILT_IN.find(({ id }) => id === one.layout) : one.layout;
  if (layout === undefined || one.spoilt) throw new Refused('layout');
  return {
    ...one,
    files: one.files.map(bytes),
    ledger: one.ledger && bytes(one.ledger),
    receipts: one.receipts.map(bytes),
    layouts: BUILT_IN,
    layout,
    grace: one.grace ?? 10,
  };
}
