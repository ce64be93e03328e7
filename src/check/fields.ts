/**
 * Does every field hold what its kind may hold?
 *
 * One finding for each field that does not; an error in the notice kind, the paid date or the barcode holds the notice back.
 */
import { checkDigitOfDigits } from '../file/barcode';
import { shown } from '../file/bytes';
import { areDigits, fieldFits, numberIn } from '../file/fields';
import { STANDING } from '../file/grammar';
import { RECORD_NAMES, RECORD_TYPE, type FieldKind, type PlacedField, type RecordName } from '../file/layout';
import { noticeKindAt, UNKNOWN_KIND } from '../file/notices';
import type { CutFile } from '../file/settlementFile';
import type { TextCodec } from '../file/text';
import { finding, type Report } from './finding';

/** Checks every record that is read. Calls `hold` with the 0-based record of each notice that is held back. */
export function checkFields(file: CutFile, codec: TextCodec, report: Report, hold: (record: number) => void): void {
  const { types, standings } = file.grammar;
  const nameOfType: (RecordName | undefined)[] = [];
  for (const name of RECORD_NAMES) nameOfType[RECORD_TYPE[name].charCodeAt(0)] = name;
  for (let record = 0; record < types.length; record++) {
    if (standings[record] !== STANDING.read) continue;
    const name = nameOfType[types[record]!]!;
    if (name === 'data') {
      if (!dataRecordFits(file, record, codec, report)) hold(record);
      continue;
    }
    const start = file.cut.starts[record]!;
    for (const field of file.layout.placed[name]) {
      if (!fieldFits(field, file.bytes, start, file.layout.charset, codec)) reportField(file, record, name, field, field.kind, false, report);
    }
  }
}

/** Whether nothing in the record holds its notice back. */
function dataRecordFits(file: CutFile, record: number, codec: TextCodec, report: Report): boolean {
  const { bytes, layout } = file;
  const start = file.cut.starts[record]!;
  let fits = true;
  const fields = layout.judgedFields;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    if (field.kind === 'barcode') {
      if (!barcodeFits(file, record, field, codec, report)) fits = false;
    } else if (field.kind === 'noticeKind') {
      if (noticeKindAt(layout, bytes, start) !== UNKNOWN_KIND) continue;
      fits = false;
      const known = layout.noticeKindCodes.map(({ code }) => code);
      report(
        finding('noticeKind', { file: file.name, record: record + 1, field: field.name, actual: shown(bytes, start + field.offset, field.length) }, { known }),
      );
    } else if (!fieldFits(field, bytes, start, layout.charset, codec)) {
      const held = field === layout.paidDate;
      if (held) fits = false;
      reportField(file, record, 'data', field, field.kind, held, report);
    }
  }
  return fits;
}

function barcodeFits(file: CutFile, record: number, barcode: PlacedField, codec: TextCodec, report: Report): boolean {
  const { bytes, layout } = file;
  const start = file.cut.starts[record]!;
  const at = start + barcode.offset;
  const checkDigit = checkDigitOfDigits(bytes, at);
  const allDigits = checkDigit >= 0;
  let fits = true;
  const parts = allDigits ? layout.judgedParts : barcode.parts;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (!allDigits && !areDigits(bytes, start + part.offset, part.length)) {
      fits = false;
      reportField(file, record, 'data', part, part.kind === 'constant' ? 'constant' : 'digits', true, report);
    } else if (part.name === 'applicationIdentifier' && part.kind === 'constant') {
      if (!allDigits || fieldFits(part, bytes, start, layout.charset, codec)) continue;
      fits = false;
      report(
        finding(
          'barcodeIdentifier',
          { ...place(file, record), field: part.name, expected: part.value, actual: shown(bytes, start + part.offset, part.length) },
          {},
        ),
      );
    } else if (part.kind === 'checkDigit') {
      if (!allDigits || numberIn(part, bytes, start) === checkDigit) continue;
      fits = false;
      const actual = shown(bytes, start + part.offset, part.length);
      report(finding('barcodeCheckDigit', { ...place(file, record), field: part.name, expected: String(checkDigit), actual }, {}));
    } else if (!fieldFits(part, bytes, start, layout.charset, codec)) {
      fits = false;
      reportField(file, record, 'data', part, part.kind, true, report);
    }
  }
  return fits;
}

const place = (file: CutFile, record: number): { file: string; record: number } => ({ file: file.name, record: record + 1 });

function reportField(file: CutFile, record: number, name: RecordName, field: PlacedField, kind: FieldKind | 'digits', held: boolean, report: Report): void {
  const actual = shown(file.bytes, file.cut.starts[record]! + field.offset, field.length);
  const expected = field.kind === 'constant' ? field.value : null;
  report(finding('fieldValue', { file: file.name, record: record + 1, field: field.name, expected, actual }, { title: field.title, record: name, held, kind }));
}
