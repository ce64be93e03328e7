/** How do the arrow keys move within a group that is one stop for Tab? */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The element that an arrow leads to from the one at `current`, among so many side by side; or none. */
function nextOf(items: readonly HTMLElement[], current: number, key: string, columns: number): HTMLElement | undefined {
  if (key === 'Home') return items[0];
  if (key === 'End') return items[items.length - 1];
  const [across, down] = STEPS[key] ?? [0, 0];
  if (across === 0 && down === 0) return undefined;
  return columns === 1 && across !== 0 ? undefined : items[current + across + down * columns];
}

/** How many stand side by side in the first line, as it is laid out now. */
function columnsOf(items: readonly HTMLElement[]): number {
  const below = items.findIndex(({ offsetTop }) => offsetTop !== items[0]?.offsetTop);
  return below < 0 ? items.length : below;
}

function rove(event: KeyboardEvent<HTMLElement>, columnsIn: (items: readonly HTMLElement[]) => number): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
  const current = items.findIndex((item) => item === document.activeElement);
  const next = current < 0 ? undefined : nextOf(items, current, event.key, columnsIn(items));
  if (next === undefined) return;
  event.preventDefault();
  moveStop(items, next);
  next.focus();
}

/** For the container of a list: moves the focus among its `[data-roving]`, of which exactly one is a tab stop. */
export const roveOnKey = (event: KeyboardEvent<HTMLElement>): void => rove(event, () => 1);

/** A click or a programmed focus moves the tab stop, too. */
export function roveOnFocus({ currentTarget, target }: { readonly currentTarget: HTMLElement; readonly target: EventTarget }): void {
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
  const own = items.find((item) => item === target);
  if (own !== undefined) moveStop(items, own);
}

function moveStop(items: readonly HTMLElement[], stop: HTMLElement): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

export const ROVING = { onKeyDown: roveOnKey, onFocus: roveOnFocus } as const;
/** Where several stand side by side, all four arrows move. */
export const GRID_ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>): void => rove(event, columnsOf), onFocus: roveOnFocus } as const;
