/** Is every block a record: of the layout's length, with a known first byte? */
import { shown } from '../file/bytes';
import { lookalike } from '../file/cut';
import { STANDING } from '../file/grammar';
import type { CutFile } from '../file/settlementFile';
import type { Check } from './check';
import { finding, type Report } from './finding';

export const checkRecordForm: Check = ({ file }, report) => judgeRecordForm(file, report);

export function judgeRecordForm(file: CutFile, report: Report): void {
  const { standings } = file.grammar;
  const alike = lookalike(file.bytes);
  // A comma may stand in a sound record. Where every other byte is 0, what looks like a record is half of one.
  const looksLike = alike === 'csv' && standings.includes(STANDING.read) ? null : alike;
  for (let record = 0; record < standings.length; record++) {
    const place = { file: file.name, record: record + 1 };
    if (standings[record] === STANDING.wrongLength) {
      report(finding('recordLength', { ...place, expected: file.layout.recordLength, actual: file.cut.lengths[record]! }, { looksLike }));
    } else if (standings[record] === STANDING.unknownType) {
      report(finding('recordType', { ...place, actual: shown(file.bytes, file.cut.starts[record]!, 1) }, { looksLike }));
    }
  }
}
