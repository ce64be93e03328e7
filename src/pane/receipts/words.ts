/** Which words does 他の収納 need beside those of the pane? Fetched with its views. */
import type { ReceiptUse } from '../../reconcile/receipts';
import type { ReceiptColumn } from '../../reconcile/receiptRows';
import type { ReceiptsSheet } from '../../sheet/otherReceipts';
import type { ReceiptsProblem } from '../../engine/workbookPort';

export interface ReceiptsWords {
  readonly sheet: ReceiptsSheet;
  readonly title: string;
  readonly none: string;
  readonly held: (rows: number) => string;
  readonly addFile: string;
  readonly addTable: string;
  readonly open: string;
  readonly reading: string;
  /** Of lists that were chosen without a word. */
  readonly recognised: (names: readonly string[]) => string;
  readonly added: (name: string, added: number, standing: number) => string;
  readonly refused: (name: string, sentence: string) => string;
  readonly problem: (problem: ReceiptsProblem) => string;
  readonly matchNote: string;
  readonly columns: Record<ReceiptColumn, string>;
  readonly ofSlip: (count: number) => string;
  readonly uses: Record<ReceiptUse, string>;
  readonly noMethod: string;
  readonly place: (file: string, record: number) => string;
  readonly takeBack: string;
  readonly takeBackOf: (day: string, amount: string) => string;
  readonly mark: string;
  readonly markNote: string;
  readonly day: string;
  readonly dayWrong: string;
  readonly amount: string;
  readonly amountWrong: string;
  readonly method: string;
  readonly methods: readonly string[];
  readonly otherMethod: string;
  readonly methodMissing: string;
  readonly methodOwn: string;
  readonly save: string;
  readonly cancel: string;
}
