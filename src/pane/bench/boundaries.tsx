/** How are the boundaries between items moved? With arrow keys on them, or by dragging. */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { DraftItem } from './draft';
import type { BenchWords } from './words';

/** The end of the item `key`. */
export type MoveBoundary = (key: number, by: number) => void;

interface BoundariesProps {
  readonly own: BenchWords;
  readonly items: readonly DraftItem[];
  readonly selected: number | null;
  readonly onBoundary: MoveBoundary;
}

export function Boundaries({ own, items, selected, onBoundary }: BoundariesProps): ReactElement {
  let end = 0;
  const hasStop = items.slice(0, -1).some(({ key }) => key === selected);
  return (
    <>
      {items.slice(0, -1).map((item, index) => {
        end += item.length;
        return (
          <Boundary
            key={item.key}
            end={end}
            isStop={hasStop ? item.key === selected : index === 0}
            label={own.boundary(item.title, items[index + 1]!.title)}
            text={own.position(end)}
            most={end + items[index + 1]!.length}
            move={(by) => onBoundary(item.key, by)}
          />
        );
      })}
    </>
  );
}

interface BoundaryProps {
  readonly end: number;
  readonly most: number;
  readonly isStop: boolean;
  readonly label: string;
  readonly text: string;
  readonly move: (by: number) => void;
}

function Boundary({ end, most, isStop, label, text, move }: BoundaryProps): ReactElement {
  const drag = useRef<{ readonly x: number; done: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(by);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, done: 0 };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (drag.current === null) return;
    const { width } = event.currentTarget.parentElement!.getBoundingClientRect();
    const pitch = width / Number(event.currentTarget.parentElement!.dataset['total'] ?? 1);
    const bytes = Math.round((event.clientX - drag.current.x) / pitch);
    if (bytes === drag.current.done) return;
    move(bytes - drag.current.done);
    drag.current.done = bytes;
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={end}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuetext={text}
      tabIndex={isStop ? 0 : -1}
      className="boundary"
      style={{ left: `${end}ch` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
