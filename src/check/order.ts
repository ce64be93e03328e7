/** Do the records come in the order of the grammar, and do the line ends agree? */
import type { CutFile } from '../file/settlementFile';
import { finding, type Report } from './finding';

export function checkOrder(file: CutFile, report: Report): void {
  if (file.cut.lineEnding === 'mixed') report(finding('mixedLineEndings', { file: file.name }, {}));
  for (const { record, came, expected } of file.grammar.breaks) {
    report(finding('recordOrder', { file: file.name, record: record === null ? null : record + 1 }, { came, expectedRecords: expected }));
  }
}
