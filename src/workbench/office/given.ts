/** What did the add-in hand over? Everything from a request is unknown until it was looked at. */
import { invalidArgument } from '../model/errors';
import { isInput, type Input } from '../model/entry';

export function text(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument(`not a text: ${String(value)}`);
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument(`not a number: ${String(value)}`);
  return value;
}

export function whole(value: unknown): number {
  const given = number(value);
  if (!Number.isInteger(given)) throw invalidArgument(`not a whole number: ${given}`);
  return given;
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(`not a truth value: ${String(value)}`);
  return value;
}

export const isLeftOut = (value: unknown): value is null | undefined => value === null || value === undefined;

/** What was left out counts as `usual`. */
export const optional = <T, U>(value: unknown, read: (value: unknown) => T, usual: U): T | U => (isLeftOut(value) ? usual : read(value));

/** One of the words that Office.js knows; capitals at the start do not matter. */
export const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (value: unknown): Word => {
    const word = words.find((known) => typeof value === 'string' && known.toLowerCase() === value.toLowerCase());
    if (word === undefined) throw invalidArgument(`not one of ${words.join(', ')}: ${String(value)}`);
    return word;
  };

export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument('not an object');
  return value as Readonly<Record<string, unknown>>;
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidArgument('not a list');
  return value as readonly unknown[];
}

export function input(value: unknown): Input {
  if (!isInput(value)) throw invalidArgument(`a cell cannot hold ${JSON.stringify(value)}`);
  return value;
}

/** For each cell of an area: one value stands for all of them. */
export function cellwise<T>(value: unknown, rows: number, columns: number, read: (value: unknown) => T): (row: number, column: number) => T {
  if (!Array.isArray(value)) {
    const one = read(value);
    return () => one;
  }
  const isFitting = value.length === rows && value.every((row) => Array.isArray(row) && row.length === columns);
  if (!isFitting) throw invalidArgument("the number of rows or columns in the input array doesn't match the size or dimensions of the range");
  const cells = value as readonly (readonly unknown[])[];
  return (row, column) => read(cells[row]?.[column]);
}

const COLOR_NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
};

/** `#RRGGBB`, without the mark too, or one of the commonest names. */
export function color(value: unknown): string {
  const given = text(value);
  const named = COLOR_NAMES[given.toLowerCase()];
  if (named !== undefined) return named;
  const hex = /^#?([0-9a-f]{6})$/i.exec(given)?.[1];
  if (hex === undefined) throw invalidArgument(`the colour ${given}`);
  return `#${hex.toUpperCase()}`;
}
