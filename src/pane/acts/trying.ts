/** How does the clerk try this Excel? The tools are fetched for it. */
import { TRIAL_FILE, type TellTrial } from '../../engine/trials';
import type { Saving } from '../saving';
import type { Desk } from './desk';

export class Trying {
  constructor(private readonly desk: Desk) {}

  /** Each trial is told when it ends. */
  async run(tell: TellTrial, signal: AbortSignal): Promise<void> {
    const { engine, workbook, environment } = this.desk.around;
    const { tryPane } = await import('../trials/paneTrials');
    await tryPane(engine, environment(), tell);
    await workbook.tryExcel(tell, signal);
  }

  /** null: Excel says that it opened one; else why not. */
  async openNew(): Promise<string | null> {
    const { engine, workbook } = this.desk.around;
    return workbook.openNew(await engine.trialFile());
  }

  async save(): Promise<Saving> {
    const { saved } = await import('../saving');
    return saved(await this.desk.around.engine.trialFile(), TRIAL_FILE);
  }
}
