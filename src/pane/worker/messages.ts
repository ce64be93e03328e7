/** Which messages go to and from the worker? */
import type { ExportProgress, ExportRequest } from '../../engine/exportProtocol';
import type { Deleted } from '../../export/deletion';
import type { ProofRequest, StudyRequest } from '../../engine/layoutProtocol';
import type { InspectRequest, PickedFile, PickedLayout, Progress, RunRequest, SlipQuery } from '../../engine/protocol';

export type Call =
  | { readonly name: 'inspect'; readonly request: InspectRequest }
  | { readonly name: 'areOfAgent'; readonly files: readonly PickedFile[]; readonly layout: PickedLayout }
  | { readonly name: 'study'; readonly request: StudyRequest }
  | { readonly name: 'prove'; readonly request: ProofRequest }
  | { readonly name: 'run'; readonly request: RunRequest }
  | { readonly name: 'surveyDeletion'; readonly request: RunRequest }
  | { readonly name: 'previewDeletion'; readonly what: Deleted }
  | { readonly name: 'slips'; readonly query: SlipQuery }
  | { readonly name: 'slip'; readonly slip: number }
  | { readonly name: 'restore'; readonly request: RunRequest }
  | { readonly name: 'find'; readonly typed: string }
  | { readonly name: 'record'; readonly file: string; readonly record: number }
  | { readonly name: 'reminders' }
  | { readonly name: 'workbook' }
  | { readonly name: 'rows'; readonly sheet: number; readonly from: number; readonly count: number }
  | { readonly name: 'stand' }
  | { readonly name: 'discard' }
  | { readonly name: 'exportable' }
  | { readonly name: 'trialFile' }
  | { readonly name: 'export'; readonly request: ExportRequest }
  /** The answer to that call is no longer wanted. */
  | { readonly name: 'abandon'; readonly call: number };

export interface ToWorker {
  readonly id: number;
  readonly call: Call;
}

export type FromWorker =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly progress: Progress | ExportProgress }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };
