/** How do receipts of other channels get into 他の収納: from a list, from the slip's page, and out again? */
import type { PickedLedger, SlipView } from '../../engine/protocol';
import type { ReceiptsRead } from '../../engine/otherReceipts';
import type { ReceiptsProblem } from '../../engine/workbookPort';
import { excelSerialOf, type Day } from '../../file/calendar';
import type { ReceiptCells, ReceiptLine, ReceiptsSheet } from '../../sheet/otherReceipts';
import { RECEIPTS_TABLE } from '../../sheet/receiptsName';
import type { Desk, GivenFile } from './desk';
import type { Running } from './running';

/** What came of a list that was chosen. */
export type Received = { readonly list: PickedLedger } & (
  | { readonly code: 'added'; readonly added: number; readonly standing: number }
  | Exclude<ReceiptsRead, { readonly code: 'read' }>
  | { readonly code: 'problem'; readonly problem: ReceiptsProblem }
);

/** What the clerk enters on a slip's page. */
export interface EnteredReceipt {
  readonly day: Day;
  readonly amount: number;
  readonly method: string;
}

export class Receiving {
  constructor(
    private readonly desk: Desk,
    private readonly running: Running,
  ) {}

  /** null: the file could not be opened, which is told. */
  async give(file: GivenFile, words: ReceiptsSheet): Promise<Received | null> {
    const bytes = await this.desk.bytesOf(file);
    return bytes === null ? null : this.take({ kind: 'csv', name: file.name, bytes }, words);
  }

  async useTable(name: string, words: ReceiptsSheet): Promise<Received | null> {
    let received: Received | null = null;
    await this.desk.trying(async () => {
      received = await this.take({ kind: 'table', name, rows: await this.desk.around.workbook.readTable(name) }, words);
    });
    return received;
  }

  /** Copies into 他の収納 what does not stand there yet. */
  async take(list: PickedLedger, words: ReceiptsSheet): Promise<Received | null> {
    let received: Received | null = null;
    await this.desk.trying(async () => {
      const { workbook } = this.desk.around;
      // The reader of CSV is needed on few days.
      const { receiptsToAdd } = await import('../../engine/otherReceipts');
      const read = receiptsToAdd(list, await workbook.readTable(RECEIPTS_TABLE));
      if (read.code !== 'read') return void (received = { list, ...read });
      const problem = await workbook.addReceipts(read.lines, words);
      received = problem === null ? { list, code: 'added', added: read.lines.length, standing: read.standing } : { list, code: 'problem', problem };
      await this.desk.readWorkbook();
    });
    return received;
  }

  /** Brings the table to the front, and makes it where it is not there. */
  async open(words: ReceiptsSheet): Promise<ReceiptsProblem | null> {
    let problem: ReceiptsProblem | null = null;
    await this.desk.trying(async () => {
      const { workbook } = this.desk.around;
      if (await workbook.showReceipts()) return;
      problem = await workbook.addReceipts([], words);
      if (problem === null) await workbook.showReceipts();
      await this.desk.readWorkbook();
    });
    return problem;
  }

  /** Adds the row, and reconciles again. */
  async enter(life: SlipView, { day, amount, method }: EnteredReceipt, words: ReceiptsSheet): Promise<ReceiptsProblem | null> {
    const { fiscalYear, slipNumber, billerCode } = life;
    const line: ReceiptLine = {
      fiscalYear,
      slipNumber,
      receivedDate: excelSerialOf(day) ?? String(day),
      receivedAmount: amount,
      receivedBy: method,
      note: '',
      billerCode: billerCode ?? '',
    };
    return this.changed(life, () => this.desk.around.workbook.addReceipts([line], words));
  }

  async takeBack(life: SlipView, cells: ReceiptCells, words: ReceiptsSheet): Promise<ReceiptsProblem | null> {
    return this.changed(life, () => this.desk.around.workbook.removeReceipt(cells, words));
  }

  private async changed(life: SlipView, change: () => Promise<ReceiptsProblem | null>): Promise<ReceiptsProblem | null> {
    let problem: ReceiptsProblem | null = null;
    await this.desk.trying(async () => {
      problem = await change();
      if (problem === null && (await this.running.ofHeld())) await this.openAgain(life);
    });
    return problem;
  }

  /** A run shows its summary: the clerk was at this slip. */
  private async openAgain({ fiscalYear, slipNumber, billerCode }: SlipView): Promise<void> {
    const { engine, dispatch } = this.desk.around;
    const page = await engine.slips({ search: slipNumber, from: 0, count: 100 });
    const found = page.rows.find((row) => row.slipNumber === slipNumber && row.fiscalYear === fiscalYear && row.billerCode === billerCode);
    if (found === undefined) return;
    dispatch({ type: 'slipOpened', list: null, total: 0 });
    dispatch({ type: 'slipRead', life: await engine.slip(found.slip) });
  }
}
