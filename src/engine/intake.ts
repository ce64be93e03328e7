/** What has come in: the files of this run or, where it took none, those of the last import that stands; with their details and yen by kind. */
import { NOTICE_KINDS } from '../file/layout';
import type { RunFile, Settlement } from '../settle';
import { heldBy } from '../sheet/held';
import type { EarlierFiles } from './earlierFiles';
import type { IntakeView } from './protocol';

type Earlier = Pick<EarlierFiles, 'history' | 'originals'>;

export function newFilesOf({ files }: Settlement, { originals }: Pick<EarlierFiles, 'originals'>): readonly RunFile[] {
  return files.filter(({ sha256 }) => !originals.has(sha256));
}

/** null: nothing stands that has come in. */
export function intakeOf(settlement: Settlement, earlier: Earlier, runAt: string): IntakeView | null {
  const fresh = newFilesOf(settlement, earlier);
  if (fresh.length > 0) return intakeView(fresh, runAt, true);
  const last = heldBy(earlier.history, null)
    .history?.filter(({ isUndone, isDeleted }) => !isUndone && isDeleted !== true)
    .at(-1);
  if (last === undefined) return null;
  const hashes = new Set(last.files.map(({ sha256 }) => sha256));
  return intakeView(
    settlement.files.filter(({ sha256 }) => hashes.has(sha256)),
    last.runAt,
    false,
  );
}

function intakeView(files: readonly RunFile[], runAt: string, isNow: boolean): IntakeView {
  const read = files.flatMap(({ settlement }) => settlement ?? []);
  const groups = read.flatMap((file) => file.groups);
  return {
    runAt,
    isNow,
    files: files.map(({ name }) => name),
    details: read.reduce((sum, { grammar }) => sum + grammar.noticeCount, 0),
    kinds: NOTICE_KINDS.map((kind) => ({
      kind,
      count: groups.reduce((sum, { totals }) => sum + totals[kind].count.counted, 0),
      amount: groups.reduce((sum, { totals }) => sum + totals[kind].amount.counted, 0),
    })),
  };
}
