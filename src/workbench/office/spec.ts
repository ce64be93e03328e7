/** How is a class of Office.js described to the interpreter? Its members by the names that stand in the requests, and what each of them does. */
import type { EventKind } from '../model/events';

/** ExcelApi requirement set; what an older Excel does not know it refuses. */
export type Since = `1.${number}`;

export interface Scalar<T> {
  readonly since?: Since;
  get(target: T): unknown;
  set?(target: T, value: unknown): void;
}

export interface Navigation<T> {
  readonly since?: Since;
  /** null: the proxy becomes a null object. */
  get(target: T): Handle | null;
}

export interface Method<T> {
  readonly since?: Since;
  /** Gives an object, or null for a null object, or a plain value for a ClientResult. */
  call(target: T, given: readonly unknown[]): unknown;
}

export interface EventSpec {
  readonly since?: Since;
  /** The number under which Office.js listens. */
  readonly type: number;
  readonly kinds: readonly EventKind[];
}

export interface ClassSpec<T> {
  /** As Office.js calls it. */
  readonly name: string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly navigations?: Readonly<Record<string, Navigation<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** By the name between `_Register` and `Event`. */
  readonly events?: Readonly<Record<string, EventSpec>>;
  /** What goes back with every answer, so that the proxy can be found again. */
  identity?(target: T): Readonly<Record<string, unknown>>;
  /** Proxies of the class are found again by a reference that is kept. */
  readonly isTracked?: boolean;
  items?(target: T): readonly Handle[];
  /** `collection.getItem(key)`. */
  at?(target: T, key: unknown): Handle;
  /** For events: which object they are about. */
  eventTarget?(target: T): string;
}

/** An object of the model together with the class as which Office.js sees it. */
export class Handle {
  constructor(
    readonly spec: ClassSpec<never>,
    readonly target: never,
  ) {}
}

const described: ClassSpec<never>[] = [];
const byName = new Map<string, ClassSpec<never>>();

/** Every class that was described, for tests that compare them with Office.js itself; some stand here twice, for two kinds of targets. */
export const describedClasses = (): readonly ClassSpec<never>[] => described;

export class OfficeClass<T> {
  constructor(readonly spec: ClassSpec<T>) {
    described.push(spec as ClassSpec<never>);
    byName.set(spec.name, spec as ClassSpec<never>);
  }

  of(target: T): Handle {
    return new Handle(this.spec as ClassSpec<never>, target as never);
  }

  orNull(target: T | null | undefined): Handle | null {
    return target === null || target === undefined ? null : this.of(target);
  }

  /** The target of an argument that must be an object of this class; undefined where it is not. */
  targetOf(value: unknown): T | undefined {
    return value instanceof Handle && (value.spec as ClassSpec<T>) === this.spec ? (value.target as T) : undefined;
  }
}

export const officeClass = <T>(spec: ClassSpec<T>): OfficeClass<T> => new OfficeClass(spec);

/**
 * An object of a class that is described elsewhere, by the class's name: objects lead to each other in circles, the files that describe them do not.
 * Names that stand for two kinds of targets (`AutoFilter`) are no use here.
 */
export function named<T>(name: string, target: T): Handle {
  const spec = byName.get(name);
  if (spec === undefined) throw new Error(`no class ${name} is described`);
  return new Handle(spec, target as never);
}

/** The members that every collection has. */
export function collection<T>(items: (target: T) => readonly Handle[], find: (target: T, key: unknown) => Handle | null, missing: (key: unknown) => Error) {
  const found = (target: T, key: unknown): Handle => {
    const handle = find(target, key);
    if (handle === null) throw missing(key);
    return handle;
  };
  const atIndex = (target: T, index: unknown): Handle => {
    const handle = typeof index === 'number' ? items(target)[index] : undefined;
    if (handle === undefined) throw missing(index);
    return handle;
  };
  return {
    items,
    at: found,
    count: { get: (target: T) => items(target).length } satisfies Scalar<T>,
    getCount: (since?: Since): Method<T> => ({ ...(since === undefined ? {} : { since }), call: (target) => items(target).length }),
    getItem: { call: (target: T, [key]: readonly unknown[]) => found(target, key) } satisfies Method<T>,
    getItemAt: { call: (target: T, [index]: readonly unknown[]) => atIndex(target, index) } satisfies Method<T>,
    getItemOrNull: (since?: Since): Method<T> => ({ ...(since === undefined ? {} : { since }), call: (target, [key]) => find(target, key) }),
  };
}
