/** How does a file leave the office, and where are its templates kept? */
import type { Exportable, ExportProgress } from '../../engine/exportProtocol';
import type { WorkbookState } from '../../engine/workbookPort';
import type { ExportEnd, ExportOrder } from '../export/exportFile';
import type { Desk } from './desk';

export class Exporting {
  constructor(private readonly desk: Desk) {}

  exportable(): Promise<Exportable> {
    return this.desk.around.engine.exportable();
  }

  async export(order: Omit<ExportOrder, 'now' | 'dress'>, onProgress: (progress: ExportProgress) => void, signal: AbortSignal): Promise<ExportEnd> {
    const { engine, workbook, environment, state, dispatch } = this.desk.around;
    const { dates, colours } = state().settings;
    const { exportFile } = await import('../export/exportFile');
    const onRecorded = (state: WorkbookState): void => dispatch({ type: 'workbookRead', workbook: state });
    return exportFile({ engine, workbook, onRecorded }, { ...order, dress: { dates, colours }, now: environment().now() }, onProgress, signal);
  }

  csvTemplates(): Promise<readonly unknown[]> {
    return this.desk.around.workbook.csvTemplates();
  }

  keepCsvTemplates(templates: readonly unknown[]): Promise<void> {
    return this.desk.around.workbook.keepCsvTemplates(templates);
  }
}
