/** What happens when the clerk picks files, a ledger or a layout, or takes them back? */
import { freeName } from '../../engine/fileNames';
import type { PickedFile, PickedLedger } from '../../engine/protocol';
import { LEDGER_COLUMNS, type LedgerColumn } from '../../reconcile/ledger';
import { visible } from '../../words/visible';
import type { LayoutChoice } from '../state/state';
import type { Desk, GivenFile } from './desk';
import { pickedLayout, type Inspecting } from './inspecting';

export class Choosing {
  constructor(
    private readonly desk: Desk,
    private readonly inspecting: Inspecting,
  ) {}

  /** Files of either kind: a .csv is a ledger unless the agent made it, all others are settlement files. */
  async give(given: readonly GivenFile[]): Promise<void> {
    const { desk } = this;
    const files: PickedFile[] = [];
    const ledgers: PickedLedger[] = [];
    const receipts: PickedLedger[] = [];
    const taken = new Set(desk.around.state().files.map(({ name }) => name));
    const picked: PickedFile[] = [];
    for (const file of given) {
      const bytes = await desk.bytesOf(file);
      if (bytes === null) return;
      picked.push({ name: visible(file.name), bytes });
    }
    const tables = await this.tablesIn(picked);
    for (const { name: chosen, bytes } of picked) {
      if (tables.has(bytes)) {
        const list = { kind: 'csv', name: chosen, bytes } as const;
        (tables.get(bytes) === 'receipts' ? receipts : ledgers).push(list);
        continue;
      }
      const name = freeName(chosen, taken);
      taken.add(name);
      files.push({ name, bytes });
    }
    const ledger = ledgers.pop() ?? null;
    if (files.length + receipts.length === 0 && ledger === null) return;
    desk.around.dispatch({ type: 'picked', files, ledger, receipts });
    if (ledgers.length > 0) desk.fail({ code: 'manyLedgers', used: ledger!.name, left: ledgers.map(({ name }) => name) });
    await this.inspecting.inspect();
  }

  /** The CSV files that are no settlement data of the agent's, by their bytes: ledgers, or lists of receipts. */
  private async tablesIn(picked: readonly PickedFile[]): Promise<ReadonlyMap<Uint8Array, 'ledger' | 'receipts'>> {
    const { engine, state } = this.desk.around;
    const csvs = picked.filter(({ name }) => isCsv(name));
    if (csvs.length === 0) return new Map();
    const ofAgent = await engine.areOfAgent(csvs, pickedLayout(state().layout)).catch(() => []);
    const { isReceiptsList } = await import('../../engine/otherReceipts');
    const kindOf = ({ name, bytes }: PickedFile): 'ledger' | 'receipts' => (isReceiptsList({ kind: 'csv', name, bytes }) ? 'receipts' : 'ledger');
    return new Map(csvs.flatMap((file, index) => (ofAgent[index] === true ? [] : [[file.bytes, kindOf(file)] as const])));
  }

  async giveLedger(given: GivenFile): Promise<void> {
    const bytes = await this.desk.bytesOf(given);
    if (bytes === null) return;
    await this.pickLedger({ kind: 'csv', name: visible(given.name), bytes });
  }

  async useTable(name: string): Promise<void> {
    await this.desk.trying(async () => this.pickLedger({ kind: 'table', name, rows: await this.desk.around.workbook.readTable(name) }));
  }

  /** The clerk says which found column is which of the ledger's. */
  async matchColumns(match: Readonly<Partial<Record<LedgerColumn, string>>>): Promise<void> {
    const { ledger } = this.desk.around.state();
    if (ledger === null) return;
    const headers: Record<string, string> = {};
    for (const [column, found] of Object.entries(match)) if (found !== '') headers[found] = LEDGER_COLUMNS[column as LedgerColumn];
    await this.pickLedger({ ...ledger, headers });
  }

  async practise(): Promise<void> {
    const { environment, dispatch } = this.desk.around;
    const { samples } = environment();
    if (samples === null) return;
    await this.desk.trying(async () => {
      const { files, asOf } = await samples();
      const csv = files.find(({ name }) => isCsv(name));
      const ledger: PickedLedger | null = csv === undefined ? null : { kind: 'csv', ...csv };
      dispatch({ type: 'picked', files: files.filter(({ name }) => !isCsv(name)), ledger, asOf });
      await this.inspecting.inspect();
    });
  }

  async removeFile(index: number): Promise<void> {
    const { state, dispatch, words } = this.desk.around;
    const { name } = state().files[index]!;
    dispatch({ type: 'fileRemoved', index });
    this.desk.say(words().removedSaid(name));
    await this.inspecting.inspect(false);
  }

  async removeLedger(): Promise<void> {
    this.desk.around.dispatch({ type: 'ledgerRemoved' });
    await this.inspecting.inspect(false);
  }

  async chooseLayout(layout: LayoutChoice): Promise<void> {
    this.desk.around.dispatch({ type: 'layoutChosen', layout });
    await this.inspecting.inspect(false);
  }

  async addLayout(given: GivenFile): Promise<void> {
    const { desk } = this;
    const bytes = await desk.bytesOf(given);
    if (bytes === null) return;
    const json = parsedJson(bytes);
    if (json === null) return desk.fail({ code: 'layoutNotJson', name: visible(given.name) });
    // The layouts' tables are needed on few days.
    const { readUserLayout } = await import('../../file/layouts');
    const read = readUserLayout(json);
    if ('problem' in read) return desk.fail({ code: 'layoutRefused', problem: read.problem });
    await this.chooseLayout({ of: 'own', title: read.layout.title, json });
    desk.say(desk.around.words().addedLayout(read.layout.title));
  }

  private async pickLedger(ledger: PickedLedger): Promise<void> {
    this.desk.around.dispatch({ type: 'picked', files: [], ledger });
    await this.inspecting.inspect();
  }
}

const isCsv = (name: string): boolean => /\.csv$/i.test(name);

function parsedJson(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
