/** How are thousands of rows shown, when only those in sight may exist? */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { focusWhenThere } from './focusing';
import { SCROLLER } from './scroller';

export interface VirtualRowsProps {
  readonly label: string;
  readonly count: number;
  /** Before a row was measured. */
  readonly height: number;
  readonly render: (index: number, isStop: boolean) => ReactNode;
  /** The row that is the tab stop at first. */
  readonly start?: number;
  /** Told of every row that the arrows lead to. */
  readonly onActive?: (index: number) => void;
}

export function VirtualRows({ label, count, height, render, start = 0, onActive }: VirtualRowsProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [active, setActive] = useState(Math.min(start, Math.max(0, count - 1)));
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => document.getElementById(SCROLLER),
    estimateSize: () => height,
    overscan: 6,
    scrollMargin: margin,
    // Room for the first rows before the browser has told the size.
    initialRect: { width: 320, height: 600 },
    initialOffset: start * height,
  });

  const go = (index: number): void => {
    const target = Math.max(0, Math.min(count - 1, index));
    setActive(target);
    onActive?.(target);
    rows.scrollToIndex(target, { align: 'auto' });
    focusWhenThere(() => list.current?.querySelector<HTMLElement>(`[data-index="${target}"] [data-row]`) ?? null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, active, count, rows);
    if (next === null || !(event.target as HTMLElement).matches('[data-row]')) return;
    event.preventDefault();
    go(next);
  };

  return (
    <ul ref={list} aria-label={label} className="virtual" style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
      {rows.getVirtualItems().map(({ index, key, start: top }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${top - margin}px)` }}
          onFocus={() => setActive(index)}
        >
          {render(index, index === active)}
        </li>
      ))}
    </ul>
  );
}

function nextIndex(key: string, active: number, count: number, rows: Virtualizer<HTMLElement, Element>): number | null {
  const page = Math.max(1, rows.getVirtualItems().length - 12);
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
