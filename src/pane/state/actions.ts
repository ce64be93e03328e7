/** What may happen to what the pane shows? */
import type { Day } from '../../file/calendar';
import type { Inspection, PickedFile, PickedLedger, Progress, RunView, SlipView } from '../../engine/protocol';
import type { ExcelWait, WorkbookState, WriteNote, WriteProgress } from '../../engine/workbookPort';
import type { ToldTerms } from '../../engine/terms';
import type { Settings } from '../settings';
import type { Failure, LayoutChoice, OpenList, Page, Said, SlipFilter, Tab } from './state';

export type Action =
  | { readonly type: 'workbookRead'; readonly workbook: WorkbookState }
  | { readonly type: 'tabChosen'; readonly tab: Tab }
  | { readonly type: 'pageOpened'; readonly page: Page; readonly from?: string }
  | { readonly type: 'pageClosed' }
  | {
      readonly type: 'picked';
      readonly files: readonly PickedFile[];
      readonly ledger: PickedLedger | null;
      readonly receipts?: readonly PickedLedger[];
      readonly asOf?: Day;
    }
  /** Lists that were chosen are in 他の収納, or told of. */
  | { readonly type: 'receiptsTaken' }
  | { readonly type: 'fileRemoved'; readonly index: number }
  | { readonly type: 'ledgerRemoved' }
  | { readonly type: 'layoutChosen'; readonly layout: LayoutChoice }
  | { readonly type: 'asOfChosen'; readonly asOf: Day | null }
  | { readonly type: 'termsTold'; readonly terms: ToldTerms }
  | { readonly type: 'inspecting' }
  | { readonly type: 'inspected'; readonly inspection: Inspection }
  | { readonly type: 'runStarted'; readonly bytes: number; readonly deletes?: boolean; readonly ofHeld?: boolean }
  | { readonly type: 'progressShown' }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'writing'; readonly progress: WriteProgress }
  | { readonly type: 'stopping' }
  | { readonly type: 'runStopped' }
  | { readonly type: 'runEnded'; readonly result: RunView; readonly workbook: WorkbookState | null; readonly notes?: readonly WriteNote[] }
  | { readonly type: 'noted'; readonly notes: readonly WriteNote[] }
  | { readonly type: 'notesClosed' }
  | { readonly type: 'excelWaits'; readonly waits: ExcelWait | null }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'failureClosed' }
  | { readonly type: 'findingsOpened' }
  | { readonly type: 'listOpened'; readonly filter: SlipFilter }
  | { readonly type: 'searched'; readonly search: string }
  | { readonly type: 'slipOpened'; readonly list: OpenList | null; readonly total: number }
  | { readonly type: 'slipRead'; readonly life: SlipView }
  | { readonly type: 'restored'; readonly result: RunView }
  | { readonly type: 'slipFound'; readonly life: SlipView }
  /** No slip alone is meant. */
  | { readonly type: 'nothingFound' }
  | { readonly type: 'slipPicked'; readonly life: SlipView }
  | { readonly type: 'wentBack' }
  | { readonly type: 'settingsChanged'; readonly settings: Settings }
  | { readonly type: 'said'; readonly text: string; readonly manner: Said['manner'] };
