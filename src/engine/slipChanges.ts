/**
 * What has changed since the run before? What stands in 消込一覧 is compared with the new result.
 *
 * A run that takes no file in or out goes on with the same day: what the last one told stays told until its slip changes again.
 */
import { changesSince, slipKey, type NamedSlip } from '../reconcile/changes';
import { CHANGE_KINDS, kindsOf, type ChangeKind, type Deed } from '../reconcile/changeKinds';
import { NO_DISPOSITIONS, type Disposition, type Dispositions } from '../reconcile/dispositions';
import type { Settlement } from '../settle';
import type { SlipChanges } from '../sheet/source';
import { heldBy } from '../sheet/held';
import { readStandingSlips } from '../sheet/standingSlips';
import type { TextRows } from '../sheet/readBack';
import type { EarlierFiles } from './earlierFiles';
import type { ChangesView } from './protocol';

export interface RunChanges {
  readonly bySlip: SlipChanges;
  /** Slips that are listed no more. */
  readonly gone: readonly NamedSlip[];
}

/** null: the workbook holds no list that could be compared. */
export function changesBy(settlement: Settlement, rows: TextRows, takesFiles: boolean, dispositions: Dispositions = NO_DISPOSITIONS): RunChanges | null {
  const standing = readStandingSlips(rows);
  if (standing === null) return null;
  const { slips, billers } = settlement;
  const nameOf = (slip: number): NamedSlip => ({ billerCode: billers.codeOf(slips.biller[slip]!), ...slips.numbers.nameOf(slip) });
  const places = new Map(Array.from({ length: slips.count }, (_, slip) => [slipKey(nameOf(slip)), slip]));
  const unread = new Set(standing.unread.map(slipKey));
  const bySlip = new Map<number, readonly ChangeKind[]>();
  if (!takesFiles)
    for (const slip of standing.slips) {
      const place = places.get(slipKey(slip));
      if (place !== undefined && slip.changes.length > 0) bySlip.set(place, slip.changes);
    }
  const gone: NamedSlip[] = [];
  for (const change of changesSince(standing.slips, slips, billers)) {
    const { billerCode, fiscalYear, slipNumber } = change;
    if (change.after === null) gone.push({ billerCode, fiscalYear, slipNumber });
    else if (!unread.has(slipKey(change))) {
      const slip = places.get(slipKey(change))!;
      bySlip.set(slip, kindsOf(change, deedIn(dispositions.bySlip.get(slip) ?? [])));
    }
  }
  return { bySlip, gone };
}

/** 処理 that a change makes questionable: money that went back before a reminder. */
function deedIn(entries: readonly Disposition[]): Deed | null {
  const has = (deed: Deed): boolean => entries.some(({ kind }) => kind === deed);
  return DEEDS.find(has) ?? null;
}
const DEEDS: readonly Deed[] = ['refunded', 'offset', 'reminded'];

/** Slips that are named; the others are counted. */
const MOST_NAMED = 100;

export function changesView({ bySlip, gone }: RunChanges, { history }: Pick<EarlierFiles, 'history'>): ChangesView {
  return { since: heldBy(history, null).lastRun?.runAt ?? null, counts: countsOf(bySlip), goneCount: gone.length, gone: gone.slice(0, MOST_NAMED) };
}

/** How many slips each change is told of, the gravest first. */
function countsOf(changes: SlipChanges): ChangesView['counts'] {
  const counts = new Map<ChangeKind, number>();
  for (const kinds of changes.values()) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return CHANGE_KINDS.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind)! }] : []));
}
