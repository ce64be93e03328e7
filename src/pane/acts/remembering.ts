/** What does the workbook keep of the clerk's choices from one run to the next, and what does the pane take up when it opens? */
import { USUAL_TOLD, type ToldTerms } from '../../engine/terms';
import type { Day } from '../../file/calendar';
import { detailOf, type Desk } from './desk';
import type { Inspecting } from './inspecting';

export class Remembering {
  /** null: each run's own day. */
  private fixedAsOf: Day | null = null;
  /** What the workbook keeps of the clerk's choices. */
  private kept = 'null';

  constructor(
    private readonly desk: Desk,
    private readonly inspecting: Inspecting,
  ) {}

  async begin(): Promise<void> {
    const { workbook, dispatch } = this.desk.around;
    workbook.onWait((waits) => dispatch({ type: 'excelWaits', waits }));
    try {
      this.desk.take(await workbook.state());
      await this.takeUpChoices(await workbook.choices());
    } catch (error) {
      this.desk.fail({ code: 'engineFailed', detail: detailOf(error) });
    }
  }

  chooseAsOf(asOf: Day | null): void {
    const { environment, dispatch } = this.desk.around;
    this.fixedAsOf = asOf === environment().today() ? null : asOf;
    dispatch({ type: 'asOfChosen', asOf });
  }

  /** What the office tells counts from the next run on. */
  tell(change: Partial<ToldTerms>): void {
    const { state, dispatch } = this.desk.around;
    dispatch({ type: 'termsTold', terms: { ...state().terms, ...change } });
  }

  /** After a run, which has changed the workbook anyway: a choice alone would have Excel ask whether to save. */
  async keepChoices(): Promise<void> {
    const { state, workbook } = this.desk.around;
    const { layout, terms } = state();
    const isUsual = layout.of === 'automatic' && this.fixedAsOf === null && JSON.stringify(terms) === JSON.stringify(USUAL_TOLD);
    const choices = isUsual ? null : { layout, asOf: this.fixedAsOf, terms };
    const text = JSON.stringify(choices);
    if (text === this.kept) return;
    // Nothing is lost but the wish for next time; the next run tries again.
    await workbook.keepChoices(choices).then(
      () => (this.kept = text),
      () => undefined,
    );
  }

  /** Layout and 基準日 as at the last run. */
  private async takeUpChoices(kept: unknown): Promise<void> {
    if (kept === null) return;
    const { readChoices } = await import('../choices');
    const { layout, asOf, terms, problem } = readChoices(kept);
    this.kept = JSON.stringify({ layout, asOf, terms });
    this.desk.around.dispatch({ type: 'termsTold', terms });
    this.desk.around.dispatch({ type: 'layoutChosen', layout });
    if (asOf !== null) this.chooseAsOf(asOf);
    if (problem !== null) this.desk.fail({ code: 'layoutRefused', problem });
    if (this.desk.around.state().files.length > 0) await this.inspecting.inspect(false);
  }
}
