/** What is a file called on the sheets? Agents send settlement.dat every day: other bytes of the same name get a number, the same bytes keep their name. */
import { cellText } from '../sheet/cellText';

export interface KnownFile {
  readonly name: string;
  readonly sha256: string;
}

/** `known` are files that the workbook has ever named, `standing` those whose bytes it holds: a copy of one is named last, to be told apart and left out. */
export function namesFor(files: readonly KnownFile[], known: readonly KnownFile[], standing: Iterable<string>): string[] {
  const given = new Map(known.map(({ name, sha256 }) => [sha256, name]));
  const taken = new Set(known.map(({ name }) => name));
  const held = new Set(standing);
  const names = new Map<KnownFile, string>();
  const copies: KnownFile[] = [];
  const give = (file: KnownFile, name: string): void => {
    names.set(file, name);
    taken.add(name);
  };
  for (const file of files) {
    const { name, sha256 } = file;
    if (held.has(sha256)) copies.push(file);
    else give(file, given.get(sha256) ?? freeName(cellText(name), taken));
    held.add(sha256);
  }
  for (const copy of copies) give(copy, freeName(cellText(copy.name), taken));
  return files.map((file) => names.get(file)!);
}

/** `settlement.dat`, or `settlement.dat（2）` where another file is called so: a mark that no download makes, so the file's own name is still seen. */
export function freeName(name: string, taken: ReadonlySet<string>, keyOf = (one: string): string => one): string {
  if (!taken.has(keyOf(name))) return name;
  const own = name.replace(/（\d+）$/, '');
  for (let number = 2; ; number++) {
    const candidate = `${own}（${number}）`;
    if (!taken.has(keyOf(candidate))) return candidate;
  }
}
