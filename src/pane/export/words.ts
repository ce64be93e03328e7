/** Which words does the export view need in each language? They are fetched with it. */
import type { CsvDates, CsvTemplateCharset } from '../../export/csvTemplate';
import type { SlipMask } from '../../export/masking';
import type { ExportFailure } from './exportFile';
import type { FormProblem, Kind } from './form';
import type { TemplateFault } from './templates';

export interface ExportPageWords {
  readonly title: string;
  readonly what: string;
  readonly kinds: Record<Kind, { readonly name: string; readonly holds: string }>;
  readonly mask: string;
  readonly masks: Record<SlipMask, string>;
  readonly sheets: string;
  readonly sheetsNote: string;
  readonly states: string;
  readonly section: string;
  readonly everySection: string;
  readonly charset: string;
  readonly charsets: Record<CsvTemplateCharset, string>;
  readonly names: string;
  readonly namesNote: string;
  readonly password: string;
  readonly passwordNote: string;
  readonly passwordFirst: string;
  readonly passwordAgain: string;
  readonly passwordTyped: string;
  readonly mismatch: string;
  readonly recorded: string;
  readonly export: string;
  readonly problems: Record<FormProblem, string>;

  readonly working: string;
  readonly steps: Record<'make' | 'encrypt', string>;
  readonly progress: string;
  readonly stop: string;
  readonly stopped: string;

  readonly opened: string;
  readonly openedNote: string;
  readonly fileName: string;
  readonly copyName: string;
  readonly toSave: string;
  readonly download: (name: string) => string;
  readonly downloadNote: string;
  readonly noDownloadNote: string;
  readonly notOpened: string;
  readonly encrypted: string;
  readonly remarksLeft: (count: number) => string;
  readonly added: (sheets: readonly string[]) => string;
  /** Excel says that it has opened a workbook, and none is there. */
  readonly notThere: string;
  readonly saveAs: string;
  readonly copyCsv: string;
  readonly saving: Record<'saved' | 'notSaved' | 'notNoted', string>;
  readonly isSaved: string;
  readonly saved: string;
  readonly again: string;

  readonly failure: (failure: ExportFailure) => string;

  readonly nothing: string;
  readonly toImport: string;
  readonly notThisTime: string;
  readonly picked: string;
  readonly reconcileAgain: string;

  readonly template: string;
  readonly readingTemplates: string;
  readonly unread: { readonly title: string; readonly body: string; readonly again: string };
  readonly noTemplates: string;
  readonly chooseTemplate: string;
  readonly newTemplate: string;
  readonly newTemplateName: string;
  readonly editTemplate: string;
  readonly unreadable: (count: number) => string;
  /** Before `lacksTrust`, each a sentence of its own. */
  readonly doubts: { readonly mismatch: string; readonly incomplete: string };
  readonly lacksTrust: (columns: readonly string[]) => string;
  readonly editorTitle: string;
  readonly name: string;
  readonly headerRow: string;
  readonly headerRowNote: string;
  readonly dates: string;
  readonly dateForms: Record<CsvDates, string>;
  readonly columns: string;
  readonly columnsNote: string;
  readonly header: (column: string) => string;
  readonly up: (column: string) => string;
  readonly down: (column: string) => string;
  readonly remove: (column: string) => string;
  readonly addColumn: string;
  readonly addColumnChoice: string;
  readonly keep: string;
  readonly kept: string;
  readonly notKept: string;
  readonly drop: string;
  readonly dropped: (name: string) => string;
  readonly leave: string;
  readonly faults: Record<TemplateFault, string>;
}
