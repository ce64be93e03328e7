/** 取込原本: which bytes were imported? The files themselves, packed, in parts that a cell can hold, so that a later run reads them again. */
import { tableSheet } from './frame';
import { isWord, readBack, readCount, type TextRows } from './readBack';
import type { FoundOriginal, Original } from './records';
import type { Source } from './source';
import { TABLE_NAMES, type Cell, type Column, type NumberFormat, type Sheet } from './workbook';
import type { OriginalsColumn } from './words';

export function originalsSheet(source: Source, originals: readonly Original[]): Sheet {
  const { sheetWords } = source;
  const rows = originals.flatMap((original) => original.parts.map((content, part) => ({ original, part, content })));
  type Row = (typeof rows)[number];
  const column = (key: OriginalsColumn, width: number, format: NumberFormat, cell: (row: Row) => Cell): Column => ({
    key,
    header: sheetWords.originals[key],
    width,
    format,
    printed: true,
    wrap: false,
    cell: (row) => cell(rows[row]!),
  });
  /** Said once for each file. */
  const once =
    (value: (original: Original) => Cell) =>
    ({ original, part }: Row): Cell =>
      part === 0 ? value(original) : null;
  const columns = [
    column('file', 24, 'text', ({ original }) => original.file),
    column('sha256', 66, 'text', ({ original }) => original.sha256),
    column(
      'size',
      16,
      'count',
      once(({ size }) => size),
    ),
    column(
      'layout',
      12,
      'text',
      once(({ layout }) => layout),
    ),
    column(
      'seal',
      12,
      'text',
      once(({ seal }) => seal),
    ),
    column('part', 7, 'count', ({ part }) => part + 1),
    column('content', 24, 'text', ({ content }) => content),
    column(
      'presentSha256',
      66,
      'text',
      once(({ deletion }) => deletion?.presentSha256 ?? null),
    ),
    column(
      'beforeDeletion',
      14,
      'text',
      once(({ deletion }) => (deletion === undefined ? null : sheetWords.beforeDeletion[deletion.agreed ? 'agreed' : 'differed'])),
    ),
  ];
  const sheet = tableSheet(source, {
    key: 'originals',
    table: { name: TABLE_NAMES.originals, columns, rowCount: rows.length },
    frozenColumns: 1,
    legend: [{ row: 2, column: 0, cell: sheetWords.originalsNote, style: { size: 10 } }],
  });
  return { ...sheet, hidden: true };
}

/** The files that stand in the table, in the order of their first rows. */
export function readOriginals(rows: TextRows): FoundOriginal[] {
  const bySha = new Map<string, Record<OriginalsColumn, string>[]>();
  for (const row of readBack(rows, ({ originals }) => originals)) {
    const known = bySha.get(row.sha256);
    if (known === undefined) bySha.set(row.sha256, [row]);
    else known.push(row);
  }
  return [...bySha].map(([sha256, found]): FoundOriginal => {
    const parts = found.map(({ part, content }) => ({ part: readCount(part), content })).sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
    const first = found.find(({ part }) => readCount(part) === 1);
    const file = found[0]!.file;
    if (first === undefined || parts.some(({ part }, index) => part !== index + 1)) return { file, sha256, parts: null };
    const { layout, seal, presentSha256, beforeDeletion } = first;
    const agreed = isWord(beforeDeletion, (words) => words.beforeDeletion.agreed);
    const deletion = presentSha256 === '' && beforeDeletion === '' ? {} : { deletion: { presentSha256, agreed } };
    return { file: first.file, sha256, size: readCount(first.size) ?? -1, layout, seal, ...deletion, parts: parts.map(({ content }) => content) };
  });
}
