/** What do files of an unknown layout tell of it, and how do their first records look? */
import { calibrate } from '../calibrate/calibrate';
import { recordChars } from '../calibrate/recordChars';
import { codec } from '../charset';
import { cut } from '../file/cut';
import { parseOrder, STANDING } from '../file/grammar';
import { RECORD_NAMES, RECORD_TYPE, type RecordName } from '../file/layout';
import { findColumns } from '../reconcile/ledger';
import type { LedgerTable } from '../reconcile/table';
import type { LayoutStudy, ShownRecord, StudyRequest } from './layoutProtocol';
import { tableOf } from './ledgerTable';
import type { PickedFile, PickedLedger } from './picked';

/** Of each kind. */
const MOST_SHOWN = 200;

export function studyLayout({ files, ledger, title, confirmed, recordLength }: StudyRequest): LayoutStudy {
  const calibration = calibrate({ files: files.map(({ bytes }) => bytes), ledger: readableLedger(ledger), id: 'proposed', title, confirmed, recordLength });
  return { calibration, shown: firstRecords(files, calibration.recordLength ?? recordLength) };
}

/** One that cannot be read tells nothing; 取込 says why. */
function readableLedger(ledger: PickedLedger | null): LedgerTable | null {
  const read = ledger === null ? null : tableOf(ledger);
  return read === null || 'problem' in read || 'refusal' in findColumns(read.table.header) ? null : read.table;
}

function firstRecords(files: readonly PickedFile[], width: number | null): LayoutStudy['shown'] {
  const records: Record<RecordName, ShownRecord[]> = { header: [], data: [], trailer: [], end: [] };
  const counts: Record<RecordName, number> = { header: 0, data: 0, trailer: 0, end: 0 };
  const nameOf = new Map(RECORD_NAMES.map((name) => [RECORD_TYPE[name].charCodeAt(0), name]));
  for (const { name: file, bytes } of width === null ? [] : files) {
    const spans = cut(bytes, width!);
    const { types, standings } = parseOrder(bytes, spans, width!);
    for (let record = 0; record < spans.count; record++) {
      const name = standings[record] === STANDING.read ? nameOf.get(types[record]!) : undefined;
      if (name === undefined || ++counts[name] > MOST_SHOWN) continue;
      const start = spans.starts[record]!;
      records[name].push({ file, record: record + 1, chars: recordChars(bytes.subarray(start, start + width!), 'shift_jis', codec) });
    }
  }
  const shownOf = (name: RecordName): LayoutStudy['shown'][RecordName] => ({ count: counts[name], records: records[name] });
  return { header: shownOf('header'), data: shownOf('data'), trailer: shownOf('trailer'), end: shownOf('end') };
}
