/** How does the clerk find out what would be deleted, and have it deleted? */
import type { DeletionOrder, Engine } from '../../engine/protocol';
import type { DeletionPreview } from '../../export/deletable';
import type { Deleted } from '../../export/deletion';
import type { Desk } from './desk';
import type { Running } from './running';

export class Deleting {
  constructor(
    private readonly desk: Desk,
    private readonly running: Running,
  ) {}

  /** What the workbook holds and could lose. */
  async survey(): ReturnType<Engine['surveyDeletion']> {
    const { engine, state } = this.desk.around;
    return engine.surveyDeletion(await this.running.request(state(), { undone: [] }));
  }

  preview(what: Deleted): Promise<DeletionPreview> {
    return this.desk.around.engine.previewDeletion(what);
  }

  /** Takes what the clerk has confirmed out of the workbook for good. */
  async delete(order: Omit<DeletionOrder, 'sheetNames'>): Promise<void> {
    await this.running.carryOut({ deletion: order });
  }
}
