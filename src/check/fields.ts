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
import { noticeKindAt, UNKNOWN_KIND, type Notices } from '../file/notices';
import type { CutFile } from '../file/settlementFile';
import type { TextCodec } from '../file/text';
import type { Check } from './check';
import { finding, type Finding, type Report } from './finding';

export const checkFields: Check = ({ file, codec, notices, from }, report, hold) => judgeFields(file, codec, report, hold, { notices, from });

/** Notices of the file that are read already: what is known to be sound is not judged byte by byte again. */
interface KnownNotices {
  readonly notices: Notices;
  /** The file's first. */
  readonly from: number;
}

/** Every record that is read. Calls `hold` with the 0-based record of each notice that is held back; `known`: null where no notice was read yet. */
export function judgeFields(file: CutFile, codec: TextCodec, report: Report, hold: (record: number) => void, known: KnownNotices | null): void {
  const { types, standings } = file.grammar;
  const nameOfType: (RecordName | undefined)[] = [];
  for (const name of RECORD_NAMES) nameOfType[RECORD_TYPE[name].charCodeAt(0)] = name;
  const isSound = known === null ? () => false : soundness(file, known.notices, codec);
  let notice = known?.from ?? 0;
  for (let record = 0; record < types.length; record++) {
    if (standings[record] !== STANDING.read) continue;
    const name = nameOfType[types[record]!]!;
    if (name === 'data' && isSound(notice++, file.cut.starts[record]!)) continue;
    const misfits = name === 'data' ? dataMisfits(file, record, codec) : frameMisfits(file, record, name, codec);
    if (misfits.length === 0) continue;
    const held = misfits.some(({ holds }) => holds);
    if (held) hold(record);
    for (const misfit of misfits) report(findingOf(file, record, name, misfit, held));
  }
}

/** How many fields of headers and data records do not fit: `checkFields` without a finding for each. */
export function countMisfits(file: CutFile, codec: TextCodec): number {
  const { types, standings } = file.grammar;
  const [header, data] = [RECORD_TYPE.header.charCodeAt(0), RECORD_TYPE.data.charCodeAt(0)];
  let count = 0;
  for (let record = 0; record < types.length; record++) {
    if (standings[record] !== STANDING.read) continue;
    if (types[record] === data) count += dataMisfits(file, record, codec).length;
    else if (types[record] === header) count += frameMisfits(file, record, 'header', codec).length;
  }
  return count;
}

/** A quick judge of data records: true only when nothing is wrong; what it does not accept is judged field by field. */
function soundness({ bytes, layout }: CutFile, { kind, paidDate, barcode, barcodes }: Notices, codec: TextCodec): (notice: number, start: number) => boolean {
  const isSoundBarcode = barcodes.soundnessOf(layout);
  const others = layout.judgedFields.filter((field) => field !== layout.noticeKind && field !== layout.paidDate && field !== layout.barcodeField);
  return (notice, start) => {
    if (kind[notice] === UNKNOWN_KIND || paidDate[notice] === 0 || !isSoundBarcode(barcode[notice]!, bytes, start)) return false;
    for (const field of others) if (!fieldFits(field, bytes, start, layout.charset, codec)) return false;
    return layout.amountBeside === null || numberIn(layout.amountBeside, bytes, start) === numberIn(layout.amount, bytes, start);
  };
}

interface Misfit {
  readonly field: PlacedField;
  /** What the field should have held. */
  readonly needs: FieldKind | 'digits' | 'identifier';
  /** Whether it holds the notice back. */
  readonly holds: boolean;
  /** What it had to be, where that is not a constant of the layout. */
  readonly expected?: string;
}

function frameMisfits(file: CutFile, record: number, name: RecordName, codec: TextCodec): readonly Misfit[] {
  const { bytes, layout, cut } = file;
  const start = cut.starts[record]!;
  const wrong = layout.placed[name].filter((field) => !fieldFits(field, bytes, start, layout.charset, codec));
  return wrong.map((field) => ({ field, needs: field.kind, holds: false }));
}

function dataMisfits(file: CutFile, record: number, codec: TextCodec): readonly Misfit[] {
  const { bytes, layout, cut } = file;
  const start = cut.starts[record]!;
  const misfits: Misfit[] = [];
  for (const field of layout.judgedFields) {
    if (field.kind === 'barcode') misfits.push(...barcodeMisfits(file, start, field, codec));
    else if (field.kind === 'noticeKind') {
      if (noticeKindAt(layout, bytes, start) === UNKNOWN_KIND) misfits.push({ field, needs: 'noticeKind', holds: true });
    } else if (!fieldFits(field, bytes, start, layout.charset, codec)) {
      misfits.push({ field, needs: field.kind, holds: field === layout.paidDate });
    } else if (field === layout.amountBeside && numberIn(field, bytes, start) !== numberIn(layout.amount, bytes, start)) {
      const expected = shown(bytes, start + layout.amount.offset, layout.amount.length);
      misfits.push({ field, needs: 'constant', holds: true, expected });
    }
  }
  return misfits;
}

function barcodeMisfits(file: CutFile, start: number, barcode: PlacedField, codec: TextCodec): readonly Misfit[] {
  const { bytes, layout } = file;
  const checkDigit = checkDigitOfDigits(bytes, start + barcode.offset);
  const allDigits = checkDigit >= 0;
  const parts = allDigits ? layout.judgedParts : barcode.parts;
  const misfits: Misfit[] = [];
  for (const field of parts) {
    const needs = partNeeds(field);
    if (!allDigits && !areDigits(bytes, start + field.offset, field.length)) {
      misfits.push({ field, needs: field.kind === 'constant' ? 'constant' : 'digits', holds: true });
    } else if (needs === 'identifier' || needs === 'checkDigit') {
      const fits =
        !allDigits || (needs === 'checkDigit' ? numberIn(field, bytes, start) === checkDigit : fieldFits(field, bytes, start, layout.charset, codec));
      if (!fits) misfits.push({ field, needs, holds: true });
    } else if (!fieldFits(field, bytes, start, layout.charset, codec)) {
      misfits.push({ field, needs, holds: true });
    }
  }
  return misfits;
}

const partNeeds = ({ name, kind }: PlacedField): FieldKind | 'identifier' => (name === 'applicationIdentifier' && kind === 'constant' ? 'identifier' : kind);

function findingOf(file: CutFile, record: number, name: RecordName, { field, needs, expected: other }: Misfit, held: boolean): Finding {
  const { bytes, layout, cut } = file;
  const start = cut.starts[record]!;
  const place = { file: file.name, record: record + 1, field: field.name, actual: shown(bytes, start + field.offset, field.length) };
  const isPart = layout.barcodeField.parts.includes(field);
  if (needs === 'noticeKind')
    return finding('noticeKind', place, { known: [...layout.noticeKindCodes, ...layout.otherKindCodes].map(({ code }) => code).sort() });
  if (needs === 'identifier') return finding('barcodeIdentifier', { ...place, expected: field.value }, {});
  if (needs === 'checkDigit' && isPart) {
    return finding('barcodeCheckDigit', { ...place, expected: String(checkDigitOfDigits(bytes, start + layout.barcodeField.offset)) }, {});
  }
  const expected = other ?? (field.kind === 'constant' ? field.value : null);
  return finding('fieldValue', { ...place, expected }, { title: field.title, record: name, held, kind: needs });
}
