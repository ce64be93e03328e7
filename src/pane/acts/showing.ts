/** How is the clerk led from the pane to the sheet? */
import type { FindingView, SlipView } from '../../engine/protocol';
import type { ChangeKind } from '../../reconcile/changeKinds';
import { TABLE_NAMES } from '../../sheet/workbook';
import { findingPlace, headerOf, sheetOf, slipPlace, type Place } from '../sheetPlan';
import type { SlipFilter } from '../state/state';
import type { Desk } from './desk';

/** The column that a list is filtered by. */
const COLUMNS = { state: 'state', flag: 'flags', change: 'change' } as const;

export class Showing {
  constructor(private readonly desk: Desk) {}

  async showSlip(life: SlipView): Promise<void> {
    const { plan } = this.desk;
    await this.show(plan && slipPlace(plan, life));
  }

  async showFinding(finding: FindingView): Promise<void> {
    const { plan } = this.desk;
    await this.show(plan && findingPlace(plan, finding));
  }

  /** Answers whether it is there. */
  async openSheet(table: 'reconciliation' | 'checks'): Promise<boolean> {
    const { plan } = this.desk;
    const sheet = plan && sheetOf(plan, TABLE_NAMES[table]);
    return this.show(sheet ? { sheet: sheet.name, row: null } : null);
  }

  async openReport(sheet: string): Promise<void> {
    await this.show({ sheet, row: null });
  }

  async filterSheet(filter: SlipFilter): Promise<void> {
    const { plan } = this.desk;
    const { product } = this.desk.around.words();
    const column = plan && headerOf(plan, TABLE_NAMES.reconciliation, COLUMNS[filter.of]);
    if (!column) return;
    const words = [
      filter.of === 'state' ? product.states[filter.state] : filter.of === 'flag' ? product.flags[filter.flag] : await this.changeWord(filter.change),
    ];
    if (filter.of === 'flag' && filter.flag === 'paidTwice') words.push(product.perhapsPaidTwice);
    await this.desk.trying(async () => {
      if (!(await this.openSheet('reconciliation'))) return;
      const notes = await this.desk.around.workbook.filter(TABLE_NAMES.reconciliation, column, words);
      if (notes.length > 0) this.desk.around.dispatch({ type: 'noted', notes });
    });
  }

  private async changeWord(change: ChangeKind): Promise<string> {
    const { changeWordsIn } = await import('../changes/spoken');
    return changeWordsIn(this.desk.around.language()).kinds[change];
  }

  private async show(place: Place | null | undefined): Promise<boolean> {
    let isThere = false;
    await this.desk.trying(async () => {
      isThere = place ? await this.desk.around.workbook.show(place.sheet, place.row) : false;
      if (isThere || !place) return;
      await this.desk.readWorkbook();
      this.desk.fail({ code: 'sheetGone', sheet: place.sheet });
    });
    return isThere;
  }
}
