/** How do two panes stand beside one workbook in a test, and how does one of them go away in the middle? */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Carry } from '../../../src/workbench/host/desktop';
import type { ExcelHost, Reply } from '../../../src/workbench/host/excelHost';

const acting = new AsyncLocalStorage<Pane>();

/** Requests of whatever is done `inside` are this pane's, however late they are sent. All panes of a test share one Office.js. */
export class Pane {
  private left = Infinity;
  private last: 'lost' | 'unanswered' = 'lost';

  inside<T>(act: () => T): T {
    return acting.run(this, act);
  }

  /**
   * The pane is closed, crashed, or reloaded when so many more requests were answered: of the next one Excel never hears, or it carries it out
   * for nobody. What waits in the pane waits for ever.
   */
  closeAfter(requests: number, last: 'lost' | 'unanswered' = 'lost'): void {
    this.left = requests;
    this.last = last;
  }

  close(): void {
    this.closeAfter(0);
  }

  get isOpen(): boolean {
    return this.left >= 0;
  }

  carried(send: () => Promise<Reply>): Promise<Reply> {
    this.left--;
    if (this.left >= 0) return send();
    if (this.left === -1 && this.last === 'unanswered') void send();
    return new Promise(() => undefined);
  }
}

/** Every request by the pane in which it was made; what is made outside of any goes straight to Excel. */
export const carriedByPane =
  (host: ExcelHost): Carry =>
  (text, flags) => {
    const send = (): Promise<Reply> => host.execute(text, flags);
    return acting.getStore()?.carried(send) ?? send();
  };
