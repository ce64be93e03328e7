/** Which members of a class does a request ask for, and how are they spelt? */
import type { ClassSpec, Handle } from '../office/spec';

export type AnySpec = ClassSpec<unknown>;

export type Wanted = Map<string, Wanted>;

export const IGNORED = new Set(['items', '*', '$all', 'isnullobject', '$none']);

export function wantedTree(paths: readonly string[]): Wanted {
  const tree: Wanted = new Map();
  for (const path of paths) {
    let level = tree;
    for (const part of path.split('/')) {
      const next: Wanted = level.get(part) ?? new Map<string, never>();
      level.set(part, next);
      level = next;
    }
  }
  return tree;
}

export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
export const memberOf = ({ name }: { readonly name: string }, member: string): string => `${name}.${camel(member)}`;

const members = new WeakMap<AnySpec, ReadonlyMap<string, string>>();

/** Members are asked for as the add-in spelt them. */
export function memberNamed(spec: AnySpec, key: string): string | null {
  let known = members.get(spec);
  if (known === undefined) {
    known = new Map([...Object.keys(spec.scalars ?? {}), ...Object.keys(spec.navigations ?? {})].map((name) => [name.toLowerCase(), name]));
    members.set(spec, known);
  }
  return known.get(key.toLowerCase()) ?? null;
}

/** Objects inside plain objects: `{ _ObjectPathId: 5 }`. */
export function withObjects(value: unknown, object: (path: number) => Handle | null): unknown {
  if (Array.isArray(value)) return isPlainRows(value) ? value : value.map((part) => withObjects(part, object));
  if (typeof value !== 'object' || value === null) return value;
  const path = (value as Record<string, unknown>)._ObjectPathId;
  if (typeof path === 'number') return object(path);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withObjects(part, object)]));
}

/** Values of cells are many, and never objects. */
const isPlainRows = (value: readonly unknown[]): boolean => Array.isArray(value[0]) && typeof (value[0] as unknown[])[0] !== 'object';
