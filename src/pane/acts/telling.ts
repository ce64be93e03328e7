/** What does a person tell that no file says: that a day had no file, that no other channel takes money, how long a reminder waits? */
import { inOrder, type ToldTerms } from '../../engine/terms';
import type { Day } from '../../file/calendar';
import type { Page } from '../state/state';
import type { Desk } from './desk';
import type { Remembering } from './remembering';
import type { Running } from './running';

export class Telling {
  constructor(
    private readonly desk: Desk,
    private readonly remembering: Remembering,
    private readonly running: Running,
  ) {}

  /** No file was made on these days. */
  async noFileOn(days: readonly Day[], by: string | null): Promise<void> {
    const { terms } = this.desk.around.state();
    await this.reconcileWith({ noFileOn: inOrder([...terms.noFileOn, ...days]) }, { told: [{ operation: 'noFile', days: inOrder(days), by }] }, 'calendar');
  }

  /** Files of these days are expected after all. */
  async fileExpectedOn(days: readonly Day[], by: string | null): Promise<void> {
    const { terms } = this.desk.around.state();
    const noFileOn = terms.noFileOn.filter((day) => !days.includes(day));
    await this.reconcileWith({ noFileOn }, { told: [{ operation: 'fileExpected', days: inOrder(days), by }] }, 'calendar');
  }

  /** Whether the ledger holds no slip that may be paid elsewhere. */
  async otherChannels(noOtherChannels: boolean): Promise<void> {
    await this.reconcileWith({ noOtherChannels }, {}, null);
  }

  /** Counts from the next run on. */
  async change(change: Pick<Partial<ToldTerms>, 'emptyDaysNotSent' | 'grace' | 'noOtherChannels'>): Promise<void> {
    this.remembering.tell(change);
    await this.remembering.keepChoices();
  }

  /** What was told before stands again where the run does not end. */
  private async reconcileWith(change: Partial<ToldTerms>, run: Parameters<Running['carryOut']>[0], page: Page | null): Promise<void> {
    const { state, dispatch } = this.desk.around;
    const before = state();
    this.remembering.tell(change);
    await this.running.carryOut({ ...run, ofHeld: true });
    if (state().result === before.result) dispatch({ type: 'termsTold', terms: before.terms });
    else if (page !== null) dispatch({ type: 'pageOpened', page });
  }
}
