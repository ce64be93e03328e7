/** How is what the clerk has picked looked into before anything runs? */
import type { InspectRequest, PickedLayout } from '../../engine/protocol';
import { readable } from '../state/readiness';
import type { LayoutChoice } from '../state/state';
import type { Desk } from './desk';

export class Inspecting {
  private inspections = 0;

  constructor(private readonly desk: Desk) {}

  /** The sheets may have changed since: what the workbook holds, and which of its tables could be a ledger. */
  async lookAgain(): Promise<void> {
    const { files, ledger, workbook, running } = this.desk.around.state();
    if (workbook === null || running !== null) return;
    if (files.length === 0 && ledger === null) await this.desk.readWorkbook();
    else await this.inspect(false);
  }

  /** Looks at what was picked; only the answer to the last question counts. */
  async inspect(isSpoken = true): Promise<void> {
    const { desk } = this;
    const { state, dispatch, engine, words } = desk.around;
    // The worker is at work, and what is picked meanwhile waits for it.
    if (state().running !== null) return;
    const question = ++this.inspections;
    dispatch({ type: 'inspecting' });
    await desk.trying(async () => {
      await desk.readWorkbook();
      const inspection = await engine.inspect(this.request());
      if (question !== this.inspections) return;
      dispatch({ type: 'inspected', inspection });
      if (!isSpoken) return;
      const { files, ledger } = inspection;
      const loaded = files.filter(({ standing }) => standing === 'alreadyImported').length;
      if (files.length > 0) desk.say(words().chosenSaid(files.length, readable({ inspection }), loaded));
      else if (ledger?.standing === 'ok') desk.say(`${words().ledger} ${words().ledgerAbout(ledger)}`);
    });
  }

  request(): InspectRequest {
    const { files, ledger, layout, workbook } = this.desk.around.state();
    return {
      files,
      ledger,
      layout: pickedLayout(layout),
      imported: (workbook?.imported ?? []).map(({ sha256 }) => sha256),
      known: (workbook?.history ?? []).flatMap(({ files: named }) => named),
    };
  }
}

export const pickedLayout = (layout: LayoutChoice): PickedLayout => (layout.of === 'automatic' ? null : layout.of === 'builtIn' ? layout.id : layout.json);
