/** A workbook in memory: what was written into it stands, whatever failed left nothing. For tests of what the pane shows after failures. */
import type { RecordProblem, WorkbookPort, WorkbookState, WriteProblem } from '../../src/engine/workbookPort';
import { heldBy } from '../../src/sheet/held';
import { readHistory } from '../../src/sheet/history';
import { readBack } from '../../src/sheet/readBack';
import type { SlipRemark } from '../../src/sheet/records';
import type { RowSource, WorkbookPlan } from '../../src/sheet/plan';
import { TABLE_NAMES, type Cell } from '../../src/sheet/workbook';
import { textsOf } from '../engine/heldTables';
import { fakeWorkbook } from './fakes';

type Texts = readonly (readonly string[])[];

/** What goes wrong next, once the sheets are half written. */
export type Fault = { readonly problem: WriteProblem } | { readonly throws: Error } | { readonly act: () => void };

export interface MemoryBook extends WorkbookPort {
  /** By name, as shown, header first. */
  tables: Readonly<Record<string, Texts>>;
  fault: Fault | null;
  recordFault: RecordProblem | Error | null;
  readonly shown: { readonly sheet: string; readonly row: unknown }[];
}

export function memoryBook(): MemoryBook {
  let written: WorkbookPlan | null = null;
  const { deeds: _deeds, select: _select, ...usual } = fakeWorkbook();
  const book: MemoryBook = {
    ...usual,
    tables: {},
    fault: null,
    recordFault: null,
    shown: [],
    state: () => Promise.resolve(stateOf(book.tables, written)),
    readTable: (name) => Promise.resolve(book.tables[name] ?? []),
    remarks: () => Promise.resolve(remarksIn(book.tables[TABLE_NAMES.reconciliation] ?? [])),
    show: (sheet, row) => {
      book.shown.push({ sheet, row });
      return Promise.resolve(written?.sheets.some(({ name }) => name === sheet) === true);
    },
    record: async (row) => {
      // Excel takes its time.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { recordFault, tables } = book;
      if (recordFault instanceof Error) throw recordFault;
      if (recordFault !== null) return recordFault;
      const { table } = written!.sheets.find(({ table: one }) => one?.name === TABLE_NAMES.history)!;
      const line = textsOf(table!, [table!.columns.map(({ key }) => row[key as keyof typeof row] as Cell)])[1]!;
      book.tables = { ...tables, [TABLE_NAMES.history]: [...tables[TABLE_NAMES.history]!, line] };
      return null;
    },
    write: async (plan, rows, onProgress, signal) => {
      const { fault } = book;
      onProgress({ step: 'write', sheet: plan.sheets[0]!.name, rows: 0, of: 1 });
      await rows(0, 0, 2);
      if (fault !== null && 'act' in fault) fault.act();
      if (fault !== null && 'throws' in fault) throw fault.throws;
      const tables = await tablesOf(plan, rows);
      if (signal.aborted) return { code: 'stopped' };
      if (fault !== null && 'problem' in fault) return fault.problem;
      written = plan;
      book.tables = { ...book.tables, ...tables };
      return null;
    },
  };
  return book;
}

function remarksIn(texts: Texts): SlipRemark[] {
  const rows = readBack(texts, ({ reconciliation }) => reconciliation);
  return rows.map(({ biller, fiscalYear, slipNumber, remarks: text, disposition, dispositionDate, dispositionAmount }) => ({
    ...{ biller, fiscalYear, slipNumber, text },
    ...{ disposition, dispositionDate, dispositionAmount },
  }));
}

async function tablesOf(plan: WorkbookPlan, rows: RowSource): Promise<Record<string, Texts>> {
  const tables: Record<string, Texts> = {};
  for (const [index, { table }] of plan.sheets.entries()) {
    if (table === null) continue;
    const cells: (readonly Cell[])[] = [];
    while (cells.length < table.rowCount) cells.push(...(await rows(index, cells.length, table.rowCount - cells.length)));
    tables[table.name] = textsOf(table, cells);
  }
  return tables;
}

function stateOf(tables: MemoryBook['tables'], written: WorkbookPlan | null): WorkbookState {
  const outcome = written?.outcome;
  const rows = readHistory(tables[TABLE_NAMES.history] ?? []);
  return {
    ...heldBy(rows, outcome === undefined ? null : { runAt: written!.writtenAt, verdict: outcome.verdict }),
    ledger: outcome?.ledger ?? null,
    sheetNames: written?.sheets.map(({ name }) => name) ?? [],
    otherTables: [],
  };
}
