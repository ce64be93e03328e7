/** How does the clerk look at slips: a list, one slip's life, the slip beside it, the one selected on the sheet? */
import type { RemindersView, SlipPage, SlipQuery, SlipView } from '../../engine/protocol';
import { TABLE_NAMES } from '../../sheet/workbook';
import { yearText } from '../days';
import { markLabel, marksOf } from '../marks';
import { headerOf } from '../sheetPlan';
import { shortNumber } from '../slipNumber';
import { queryOf, type OpenList } from '../state/state';
import type { Desk } from './desk';

export class Slips {
  private reads = 0;

  constructor(private readonly desk: Desk) {}

  page(query: SlipQuery): Promise<SlipPage> {
    return this.desk.around.engine.slips(query);
  }

  reminders(): Promise<RemindersView> {
    return this.desk.around.engine.reminders();
  }

  /** Not from a list. */
  async openAlone(slip: number): Promise<void> {
    this.desk.around.dispatch({ type: 'slipOpened', list: null, total: 0 });
    await this.readLife(slip);
  }

  async open(slip: number, list: OpenList, total: number): Promise<void> {
    this.desk.around.dispatch({ type: 'slipOpened', list, total });
    await this.readLife(slip);
  }

  /** The slip before or after the open one in the list that it came from. */
  async walk(step: -1 | 1): Promise<void> {
    const { state, engine, dispatch } = this.desk.around;
    const { resultView: open } = state();
    if (open.view !== 'slip' || open.list === null) return;
    const active = open.list.active + step;
    if (active < 0 || active >= open.total) return;
    await this.desk.trying(async () => {
      const page = await engine.slips({ ...queryOf(open.list!), from: active, count: 1 });
      const row = page.rows[0];
      if (row === undefined) return;
      dispatch({ type: 'slipOpened', list: { ...open.list!, active }, total: page.total });
      const life = await this.readLife(row.slip);
      if (life !== null) this.say(life);
    });
  }

  /** While a slip is open, the row selected on the sheet takes its place, silently. */
  async followSelection(): Promise<() => void> {
    return this.desk.around.workbook.onSlipSelected((row) => {
      if (row !== null) void this.desk.trying(() => this.openSelected(row));
    });
  }

  /** As if that row had just been selected: Excel does not always tell of it (office-js #6311). Answers whether a slip's row is selected. */
  async showSelected(): Promise<boolean> {
    let row: Readonly<Record<string, string>> | null = null;
    await this.desk.trying(async () => {
      row = await this.desk.around.workbook.selectedSlip();
      if (row !== null) await this.openSelected(row);
    });
    return row !== null;
  }

  private async readLife(slip: number): Promise<SlipView | null> {
    const question = ++this.reads;
    let read: SlipView | null = null;
    await this.desk.trying(async () => {
      const life = await this.desk.around.engine.slip(slip);
      if (question !== this.reads) return;
      this.desk.around.dispatch({ type: 'slipRead', life });
      read = life;
    });
    return read;
  }

  private async openSelected(row: Readonly<Record<string, string>>): Promise<void> {
    const { engine, state, dispatch } = this.desk.around;
    const { plan } = this.desk;
    if (plan === null || state().resultView.view !== 'slip') return;
    const text = (key: string): string => row[headerOf(plan, TABLE_NAMES.reconciliation, key) ?? ''] ?? '';
    const page = await engine.slips({ search: text('slipNumber'), from: 0, count: 100 });
    const found = page.rows.find(
      ({ slipNumber, fiscalYear, billerCode }) =>
        slipNumber === text('slipNumber') && fiscalYear === text('fiscalYear') && (billerCode ?? '') === text('biller'),
    );
    const { resultView } = state();
    if (found === undefined || resultView.view !== 'slip' || resultView.life?.slip === found.slip) return;
    dispatch({ type: 'slipPicked', life: await engine.slip(found.slip) });
  }

  private say(life: SlipView): void {
    const words = this.desk.around.words();
    const marks = marksOf(life).map((mark) => markLabel(mark, words.product));
    const year = yearText(life.fiscalYear, this.desk.around.state().settings.dates, words);
    this.desk.say(words.slipSaid(year, shortNumber(life.slipNumber), marks));
  }
}
