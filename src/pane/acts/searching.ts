/** How does the clerk ask for a slip at the counter, also before anything has run, and for what the file itself said? Fetched when it is asked. */
import type { SearchAnswer, SlipView } from '../../engine/protocol';
import type { RecordView } from '../../engine/recordProtocol';
import type { Desk } from './desk';
import type { Running } from './running';

export class Searching {
  private restoring: Promise<void> | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly running: Running,
  ) {}

  /** Reads what the workbook holds, once, where no run of this pane stands: nothing is written. */
  async prepare(): Promise<void> {
    const { state } = this.desk.around;
    if (state().result !== null || state().restored !== null || state().running !== null) return;
    this.restoring ??= this.desk.trying(() => this.restore()).finally(() => (this.restoring = null));
    await this.restoring;
  }

  /** null: it could not be asked, which is told. A slip that alone is meant is opened. */
  async find(typed: string): Promise<SearchAnswer | null> {
    let answer: SearchAnswer | null = null;
    await this.prepare();
    const { engine, state, dispatch } = this.desk.around;
    if (state().result === null && state().restored === null) return null;
    await this.desk.trying(async () => {
      answer = await engine.find(typed);
      if (answer.found === 'slip') this.show(answer.life);
      // The slip of the question before must not look like this one's answer.
      else if (answer.found !== 'empty') dispatch({ type: 'nothingFound' });
    });
    return answer;
  }

  async open(slip: number): Promise<void> {
    await this.desk.trying(async () => this.show(await this.desk.around.engine.slip(slip)));
  }

  /** What the file itself said; null: it cannot be shown, or was not read. */
  async record(file: string, record: number): Promise<RecordView | null> {
    let view: RecordView | null = null;
    await this.desk.trying(async () => {
      view = await this.desk.around.engine.record(file, record);
    });
    return view;
  }

  private show(life: SlipView): void {
    this.desk.around.dispatch({ type: 'slipFound', life });
  }

  private async restore(): Promise<void> {
    const { engine, state, dispatch } = this.desk.around;
    const restored = await engine.restore(await this.running.request(state(), { ofHeld: true }));
    if ('refusal' in restored) return this.desk.fail({ code: 'run', refusal: restored.refusal });
    // A run that ended meanwhile is newer.
    if (state().result !== null) return;
    this.desk.plan ??= restored.plan;
    dispatch({ type: 'restored', result: restored.view });
  }
}
