/** How do the totals of several files become one row a kind? Judged total by total, never on the sums, where +1 and -1 would cancel. */
import type { UncheckedReason } from '../../check/totals';
import { NOTICE_KINDS, type NoticeKind } from '../../file/noticeKinds';
import type { TotalView } from '../../engine/protocol';

export type Judgement = 'agrees' | 'differs' | 'unchecked';

export interface TotalRow {
  /** null: the record count. */
  readonly kind: NoticeKind | null;
  readonly count: number;
  readonly amount: number | null;
  readonly judgement: Judgement;
  readonly differing: readonly TotalView[];
}

export const differs = ({ comparison, declared, counted }: TotalView): boolean => comparison === null && declared !== counted;

export function totalRows(totals: readonly TotalView[]): TotalRow[] {
  if (totals.length === 0) return [];
  return [...NOTICE_KINDS, null].map((kind) => {
    const own = totals.filter((total) => total.kind === kind);
    const sum = (measure: TotalView['measure']): number => own.reduce((all, total) => all + (total.measure === measure ? total.counted : 0), 0);
    const differing = own.filter(differs);
    const isCompared = own.length > 0 && own.every(({ comparison }) => comparison === null);
    const judgement: Judgement = differing.length > 0 ? 'differs' : isCompared ? 'agrees' : 'unchecked';
    return { kind, count: sum('count'), amount: kind === null ? null : sum('amount'), judgement, differing };
  });
}

/** Why some totals were not compared: each reason once, with how many items of the seven it concerns. */
export function uncheckedReasons(totals: readonly TotalView[]): { readonly reason: UncheckedReason; readonly items: number }[] {
  const items = new Map<UncheckedReason, Set<string>>();
  for (const { comparison, item } of totals) {
    if (comparison === null) continue;
    items.set(comparison, (items.get(comparison) ?? new Set()).add(item));
  }
  return [...items].map(([reason, names]) => ({ reason, items: names.size }));
}
