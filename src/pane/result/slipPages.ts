/** Which rows of a long list are at hand? Pages are asked for when they come into sight, and kept while the list is open. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePane } from '../context';
import type { AmountKind, SlipRow } from '../../engine/protocol';
import { queryOf, type OpenList } from '../state/state';

const PAGE = 100;

export interface SlipPages {
  /** null until the first page is there. */
  readonly total: number | null;
  readonly amount: number;
  readonly amountKind: AmountKind;
  /** The row, or null while its page is on the way. */
  readonly row: (index: number) => SlipRow | null;
}

interface Loaded {
  readonly total: number | null;
  readonly amount: number;
  readonly amountKind: AmountKind;
  readonly rows: ReadonlyMap<number, SlipRow>;
}

const NOTHING: Loaded = { total: null, amount: 0, amountKind: 'billed', rows: new Map() };

export function useSlipPages({ filter, search }: Pick<OpenList, 'filter' | 'search'>): SlipPages {
  const { acts } = usePane();
  const [loaded, setLoaded] = useState(NOTHING);
  const asked = useRef(new Set<number>());
  const question = useRef(0);

  const load = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const own = question.current;
      acts.slips.page({ ...queryOf({ filter, search }), from: page * PAGE, count: PAGE }).then(
        ({ total, amount, amountKind, rows }) => {
          if (own !== question.current) return;
          setLoaded((before) => {
            const next = new Map(before.rows);
            for (const [index, row] of rows.entries()) next.set(page * PAGE + index, row);
            return { total, amount, amountKind, rows: next };
          });
        },
        // The engine was stopped: the next question starts it again.
        () => asked.current.delete(page),
      );
    },
    [acts, filter, search],
  );

  useEffect(() => {
    question.current++;
    asked.current.clear();
    setLoaded((before) => ({ ...NOTHING, total: before.total === null ? null : before.total }));
    load(0);
  }, [load]);

  const row = (index: number): SlipRow | null => {
    const found = loaded.rows.get(index);
    if (found === undefined) queueMicrotask(() => load(Math.floor(index / PAGE)));
    return found ?? null;
  };
  return { total: loaded.total, amount: loaded.amount, amountKind: loaded.amountKind, row };
}
