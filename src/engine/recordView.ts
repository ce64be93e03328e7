/** Which bytes stand behind a row? The record as it came, cut into its items, with what was found in each. */
import { codec } from '../charset';
import { asciiBytes, shown } from '../file/bytes';
import { RECORD_NAMES, RECORD_TYPE, type PlacedField } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import { NOT_A_CHARACTER } from '../file/text';
import { layoutTitle, type Source } from '../sheet/source';
import { findingWords } from '../words';
import type { RecordItem, RecordView } from './recordProtocol';

/** `record`: 1-based. null: no file of the run has that record, or it cannot be cut into items. */
export function recordView({ settlement, words }: Source, name: string, record: number): RecordView | null {
  const file = settlement.settlements.find((one) => one.name === name);
  if (file === undefined || record < 1 || record > file.cut.count) return null;
  const { layout, cut, grammar } = file;
  const kind = RECORD_NAMES.find((one) => asciiBytes(RECORD_TYPE[one])[0] === grammar.types[record - 1]);
  const length = cut.lengths[record - 1]!;
  if (kind === undefined || length !== layout.recordLength) return null;
  const found = settlement.findings.filter((finding) => finding.file === name && finding.record === record);
  const sentencesOf = (field: string | null): string[] =>
    found.filter((finding) => finding.field === field).map((finding) => findingWords(finding, words.findings).sentence);
  const fields = layout.placed[kind].flatMap((field) => (field.kind === 'barcode' ? field.parts : [field]));
  const named = new Set(fields.map((field) => field.name));
  const items = fields.map((field): RecordItem => ({
    title: field.title,
    from: layout.csv === undefined ? field.offset + 1 : null,
    length: field.length,
    text: textOf(field, file, cut.starts[record - 1]!),
    findings: field.kind === 'filler' ? [] : sentencesOf(field.name),
  }));
  const others = new Set(found.flatMap(({ field }) => (field === null || !named.has(field) ? [field] : [])));
  return { layoutTitle: layoutTitle(layout, words), length, items, findings: [...others].flatMap(sentencesOf) };
}

function textOf(field: PlacedField, { bytes, layout }: SettlementFile, start: number): string {
  const at = start + field.offset;
  const raw = shown(bytes, at, field.length);
  if (field.kind !== 'text' && field.kind !== 'filler') return raw;
  const text = codec.decode(bytes.subarray(at, at + field.length), layout.charset);
  return text.includes(NOT_A_CHARACTER) || /\p{C}/u.test(text) ? raw : text;
}
