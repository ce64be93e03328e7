/** What does every act of the clerk have at hand? The engine, the workbook, the machine, and ways to tell how it went. */
import { OtherAtWork, type TableFault, type WorkbookPort, type WorkbookState } from '../../engine/workbookPort';
import type { Engine } from '../../engine/protocol';
import type { WorkbookPlan } from '../../sheet/plan';
import type { Language } from '../../words';
import type { Environment } from '../environment';
import type { Action } from '../state/actions';
import type { Failure, Said, State } from '../state/state';
import { EngineStopped } from '../worker/client';
import type { PaneWords } from '../words';
import { visible } from '../../words/visible';

export interface Surroundings {
  readonly engine: Engine;
  readonly workbook: WorkbookPort;
  environment(): Environment;
  words(): PaneWords;
  language(): Language;
  state(): State;
  dispatch(action: Action): void;
}

/** A file as the browser hands it over. */
export interface GivenFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Excel is asked what the workbook holds for this time, whatever it does. */
const LONGEST_READ = 3000;
/** While another pane writes. */
const READ_AGAIN = 3000;

export class Desk {
  /** The sheets as they were last written. */
  plan: WorkbookPlan | null = null;
  /** The export under way: a run reads 取込履歴 when it is written down, else the row would be lost. */
  leaving: Promise<unknown> = Promise.resolve();

  constructor(readonly around: Surroundings) {}

  say(text: string, manner: Said['manner'] = 'polite'): void {
    this.around.dispatch({ type: 'said', text, manner });
  }

  fail(failure: Failure): void {
    this.around.dispatch({ type: 'failed', failure });
  }

  async trying(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof EngineStopped)) this.fail(failureOf(error));
    }
  }

  async bytesOf(file: GivenFile): Promise<Uint8Array | null> {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch {
      this.fail({ code: 'fileUnreadable', name: visible(file.name) });
      return null;
    }
  }

  /** Excel may fail, or wait for the end of cell editing: what was known before stands then, and the run itself asks once more. */
  async readWorkbook(): Promise<void> {
    const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_READ));
    const workbook = await Promise.race([this.around.workbook.state().catch(() => null), patience]);
    if (workbook === null || this.around.state().running !== null) return;
    this.take(workbook);
  }

  take(workbook: WorkbookState): void {
    this.around.dispatch({ type: 'workbookRead', workbook });
    if (workbook.atWork) setTimeout(() => void this.readWorkbook(), READ_AGAIN);
  }
}

/** What a run, or an act without a run, failed of. */
export const failureOf = (error: unknown): Failure =>
  error instanceof OtherAtWork
    ? { code: 'write', problem: { code: 'otherPane', ...error.atWork } }
    : error instanceof TablesBroken
      ? { code: 'write', problem: { code: 'tablesBroken', faults: error.faults } }
      : { code: 'engineFailed', detail: detailOf(error) };

/** What a run would read is not what we wrote. */
export class TablesBroken extends Error {
  override readonly name = 'TablesBroken';
  constructor(readonly faults: readonly TableFault[]) {
    super(faults.map(({ table, fault }) => `${table} ${fault}`).join(', '));
  }
}

export const detailOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
