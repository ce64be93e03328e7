/** Do the records come in the order of the grammar, and do the line ends agree? */
import type { Check } from './check';
import { finding } from './finding';

export const checkOrder: Check = ({ file }, report) => {
  if (file.cut.lineEnding === 'mixed') report(finding('mixedLineEndings', { file: file.name }, {}));
  if (file.cut.tail !== undefined) report(finding('fillerAfterEnd', { file: file.name }, file.cut.tail));
  for (const { record, came, expected } of file.grammar.breaks) {
    report(finding('recordOrder', { file: file.name, record: record === null ? null : record + 1 }, { came, expectedRecords: expected }));
  }
};
