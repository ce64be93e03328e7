/** How does a file leave the office, and where are its templates kept? */
import type { Exportable, ExportedFile, ExportProgress } from '../../engine/exportProtocol';
import type { WorkbookState } from '../../engine/workbookPort';
import type { ExportEnd, ExportOrder } from '../export/exportFile';
import type { Desk } from './desk';

type Order = Omit<ExportOrder, 'now' | 'dress'>;

export class Exporting {
  constructor(private readonly desk: Desk) {}

  exportable(): Promise<Exportable> {
    return this.desk.around.engine.exportable();
  }

  async export(order: Order, onProgress: (progress: ExportProgress) => void, signal: AbortSignal): Promise<ExportEnd> {
    const { state } = this.desk.around;
    // What stands is about to change, and 取込履歴 with it.
    if (state().running !== null) return { end: 'failed', failure: { code: 'running' } };
    const exporting = this.made(order, onProgress, signal);
    this.desk.leaving = exporting.catch(() => undefined);
    return exporting;
  }

  private async made(order: Order, onProgress: (progress: ExportProgress) => void, signal: AbortSignal): Promise<ExportEnd> {
    const { engine, workbook, environment, state, dispatch } = this.desk.around;
    const { dates, colours } = state().settings;
    const { exportFile } = await import('../export/exportFile');
    const onRecorded = (state: WorkbookState): void => dispatch({ type: 'workbookRead', workbook: state });
    return exportFile({ engine, workbook, onRecorded }, { ...order, dress: { dates, colours }, now: environment().now() }, onProgress, signal);
  }

  /** The clerk says that it is saved, or the browser does; answers whether 取込履歴 says so now. */
  async confirm({ row, confirmed }: ExportedFile): Promise<boolean> {
    const { workbook, dispatch } = this.desk.around;
    const problem = await workbook.reword(row, confirmed);
    if (problem === null)
      await workbook.state().then(
        (state) => dispatch({ type: 'workbookRead', workbook: state }),
        () => undefined,
      );
    return problem === null;
  }

  csvTemplates(): Promise<readonly unknown[]> {
    return this.desk.around.workbook.csvTemplates();
  }

  keepCsvTemplates(templates: readonly unknown[]): Promise<void> {
    return this.desk.around.workbook.keepCsvTemplates(templates);
  }
}
