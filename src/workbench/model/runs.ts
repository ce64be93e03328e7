/** How is something that is the same for many rows or columns kept short? As runs; a whole column costs as much as a cell. */

export interface Run<T> {
  readonly start: number;
  readonly count: number;
  readonly value: T;
}

export class Runs<T> {
  /** Each value holds from its start to the next start. */
  private starts = [0];
  private values: T[];

  constructor(
    private readonly length: number,
    private readonly usual: T,
  ) {
    this.values = [usual];
  }

  at(index: number): T {
    return this.values[this.runOf(index)] as T;
  }

  set(start: number, count: number, value: T): void {
    this.update(start, count, () => value);
  }

  /** Equal neighbours become one run; equality is identity, so values must be interned. */
  update(start: number, count: number, change: (value: T) => T): void {
    if (count <= 0) return;
    this.splice(
      start,
      count,
      [...this.runs(start, count)].map((run) => ({ ...run, value: change(run.value) })),
    );
  }

  /** One value for each place from `start` on. */
  setEach(start: number, values: readonly T[]): void {
    const runs: Run<T>[] = [];
    for (let from = 0; from < values.length;) {
      const value = values[from] as T;
      let to = from + 1;
      while (to < values.length && values[to] === value) to++;
      runs.push({ start: start + from, count: to - from, value });
      from = to;
    }
    if (runs.length > 0) this.splice(start, values.length, runs);
  }

  /** The runs between, cut at both ends. */
  *runs(start = 0, count = this.length - start): Generator<Run<T>> {
    const end = start + count;
    for (let index = this.runOf(start); index < this.starts.length; index++) {
      const from = Math.max(start, this.starts[index] as number);
      const to = Math.min(end, this.starts[index + 1] ?? this.length);
      if (from >= end) return;
      yield { start: from, count: to - from, value: this.values[index] as T };
    }
  }

  /** Makes room: new places are like the one before them. What falls off the end is lost. */
  insert(at: number, count: number, value: T = at === 0 ? this.usual : this.at(at - 1)): void {
    const kept = [...this.runs(at, Math.max(0, this.length - at - count))];
    this.splice(at, this.length - at, [{ start: at, count, value }, ...kept.map((run) => ({ ...run, start: run.start + count }))]);
  }

  remove(at: number, count: number): void {
    const kept = [...this.runs(at + count)].map((run) => ({ ...run, start: run.start - count }));
    this.splice(at, this.length - at, [...kept, { start: this.length - count, count, value: this.usual }]);
  }

  copy(): Runs<T> {
    const copied = new Runs<T>(this.length, this.usual);
    copied.starts = [...this.starts];
    copied.values = [...this.values];
    return copied;
  }

  private runOf(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Replaces what holds between by the given runs, which must cover it. */
  private splice(start: number, count: number, runs: readonly Run<T>[]): void {
    const first = this.runOf(start);
    const last = this.runOf(start + count - 1);
    const replaced: Run<T>[] = [];
    const firstStart = this.starts[first] as number;
    const end = this.starts[last + 1] ?? this.length;
    if (firstStart < start) replaced.push({ start: firstStart, count: start - firstStart, value: this.values[first] as T });
    replaced.push(...runs);
    if (start + count < end) replaced.push({ start: start + count, count: end - start - count, value: this.values[last] as T });
    const from = first > 0 ? first - 1 : first;
    const to = Math.min(last + 1, this.starts.length - 1);
    const around: Run<T>[] = [
      ...(from < first ? [{ start: this.starts[from] as number, count: 0, value: this.values[from] as T }] : []),
      ...replaced,
      ...(to > last ? [{ start: this.starts[to] as number, count: 0, value: this.values[to] as T }] : []),
    ];
    const joined = around.filter((run, index) => index === 0 || run.value !== (around[index - 1] as Run<T>).value);
    this.starts = withReplaced(
      this.starts,
      from,
      to,
      joined.map((run) => run.start),
    );
    this.values = withReplaced(
      this.values,
      from,
      to,
      joined.map((run) => run.value),
    );
  }
}

/** In place while that is short: a hundred thousand arguments would not fit on the stack. */
function withReplaced<T>(list: T[], from: number, to: number, items: readonly T[]): T[] {
  if (items.length > 1000) return [...list.slice(0, from), ...items, ...list.slice(to + 1)];
  list.splice(from, to - from + 1, ...items);
  return list;
}
