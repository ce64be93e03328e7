/** Layouts for tests: the built-ins' data to change, the one that docs/format.md shows, and some with text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLayout, type Charset, type Field, type Layout, type LayoutData } from '../../src/file/layout';
import ward from '../../src/file/layouts/ward.json';

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
export type WritableLayout = Writable<LayoutData>;

/** The ward's layout under another id, changed. */
export function changedWard(change: (data: WritableLayout) => void): WritableLayout {
  const data = structuredClone(ward) as WritableLayout;
  data.id = 'changed';
  change(data);
  return data;
}

export function soundLayout(data: unknown): Layout {
  const read = readLayout(data);
  if ('problem' in read) throw new Error(`the layout is refused: ${JSON.stringify(read.problem)}`);
  return read.layout;
}

/** The layout that docs/format.md shows as an example. */
export function docsLayout(): Layout {
  const page = readFileSync(join(__dirname, '../../docs/format.md'), 'utf8');
  const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map((match) => match[1]!);
  return soundLayout(JSON.parse(blocks.find((block) => block.includes('"recordLength"'))!));
}

/** The ward's layout with texts where it has fillers. */
export function textLayout(charset: Charset): Layout {
  const isText = (fields: Writable<Field>[]): void => {
    for (const field of fields) if (field.kind === 'filler') field.kind = 'text';
  };
  return soundLayout(
    changedWard((data) => {
      data.id = `text-${charset}`;
      data.charset = charset;
      for (const fields of Object.values(data.records)) isText(fields);
    }),
  );
}
