/** What must whoever hands the written files on be told, because the files do not say it? */
import { countListed } from '../export/csvTable';
import { missingTrust, type CsvTemplate } from '../export/csvTemplate';
import type { CsvWords } from '../export/words';
import type { Settlement } from '../settle';
import { trustOf, verdictOfRun } from '../verdict';
import type { Words } from '../words';
import type { Request } from './arguments';
import type { CommandWords } from './words';

export interface NoteWords {
  readonly words: Words;
  readonly command: CommandWords;
  readonly csvWords: CsvWords;
}

/** Lines, in the order of their weight. */
export function exportNotes(settlement: Settlement, request: Request, template: CsvTemplate | null, { words, command, csvWords }: NoteWords): string[] {
  const { csv, finance, out } = request;
  if (csv === null && finance === null) return [];
  const notes: string[] = [];
  const verdict = verdictOfRun(settlement);
  if (verdict.kind === 'mismatch') notes.push(command.exportedMismatch(words.verdict(verdict)));
  if (csv !== null && template !== null) {
    const trust = words.trust(trustOf(settlement));
    const missing = missingTrust(template);
    if (missing.length > 0)
      notes.push(
        command.csvLacksTrust(
          csv.path,
          missing.map((column) => csvWords.columns[column]),
          trust,
        ),
      );
    else if (countListed(settlement, template) === 0) notes.push(command.csvHasNoSlips(csv.path, trust));
  }
  if (out === null) notes.push(command.notRecorded);
  return notes;
}
