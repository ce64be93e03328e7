/** What is a file called on the sheets? Agents send settlement.dat every day: other bytes of the same name get a number, the same bytes keep their name. */
import { cellText } from '../../sheet/cellText';

export interface KnownFile {
  readonly name: string;
  readonly sha256: string;
}

/** `known` are files that the workbook has ever named; `standing` those whose bytes it holds: such a file is a copy, and gets a name of its own. */
export function namesFor(files: readonly KnownFile[], known: readonly KnownFile[], standing: Iterable<string>): string[] {
  const given = new Map(known.map(({ name, sha256 }) => [sha256, name]));
  const taken = new Set(given.values());
  for (const { name } of known) taken.add(name);
  const held = new Set(standing);
  return files.map(({ name, sha256 }) => {
    const kept = held.has(sha256) ? undefined : given.get(sha256);
    held.add(sha256);
    const chosen = kept ?? freeName(cellText(name), taken);
    taken.add(chosen);
    return chosen;
  });
}

/** `settlement.dat`, or `settlement.dat（2）` where another file is called so: a mark that no download makes, so the file's own name is still seen. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const own = name.replace(/（\d+）$/, '');
  for (let number = 2; ; number++) {
    const candidate = `${own}（${number}）`;
    if (!taken.has(candidate)) return candidate;
  }
}
