/** How is an export written down in 取込履歴? A row like that of an import: when, what, which file, with what verdict. */
import type { HistoryRow } from '../sheet/records';
import type { Settlement } from '../settle';
import { NO_FIGURES } from '../sheet/history';
import { dateTimeCell, dayCell } from '../sheet/source';
import { verdictOf } from '../verdict';
import type { Words } from '../words';
import type { ExportWords, Operation } from './words';

export interface Exported {
  readonly operation: Operation;
  /** Without its folder, whose name may be a person's. */
  readonly file: string;
  /** Of the file as it was written, encrypted or not; '' where nobody can know it. */
  readonly sha256: string;
}

export interface HistoryOptions {
  readonly words: Words;
  readonly exportWords: ExportWords;
  readonly runAt: string;
  readonly version: string;
}

/** The row has no counts of its own: it tells of a whole run. */
export function exportedRow({ files, findings, asOf }: Settlement, { operation, file, sha256 }: Exported, options: HistoryOptions): HistoryRow {
  const { words, exportWords, runAt, version } = options;
  const { kind, errors, warnings } = verdictOf(files, findings, 0, 0);
  return {
    runAt: dateTimeCell(runAt),
    operation: exportWords.operations[operation],
    file,
    ...NO_FIGURES,
    judgement: words.verdicts[kind],
    errors,
    warnings,
    asOf: dayCell(asOf),
    version,
    sha256,
  };
}
