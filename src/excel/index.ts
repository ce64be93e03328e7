/** The workbook that is open in Excel, as the pane needs it. The only folder that uses Excel.* and Office.* to reach the workbook. */
import type { WorkbookPort } from '../engine/workbookPort';
import { keyOfSheet, readRecord } from './ours';
import { inExcel } from './requests';
import { recover } from './restore';
import { watchSlips } from './selection';
import { findOurs } from './standing';
import { readState } from './state';
import { excelSupport } from './support';
import { filterByWords, readTexts, showRow } from './texts';

export function excelWorkbook(): WorkbookPort {
  let isWriting = false;
  /** A pane that was closed while it wrote may have left the sheets half changed: they are restored before anything is read from them. */
  const reading = <T>(read: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    inExcel(async (context) => {
      if (!isWriting) await recover(context);
      return read(context);
    });
  return {
    support: excelSupport,
    state: () => reading(readState),
    write: async (plan, rows, onProgress, signal) => {
      isWriting = true;
      try {
        // Fetched when the first run has come so far.
        const { writeWorkbook } = await import('./write');
        return await writeWorkbook({ plan, rows, onProgress, signal });
      } finally {
        isWriting = false;
      }
    },
    readTable: (name) => reading((context) => readTable(context, name)),
    remarks: async () => reading((await import('./carried')).readRemarks),
    show: (sheet, row) => inExcel((context) => showSheet(context, sheet, row)),
    filter: (table, column, words) => inExcel((context) => filterByWords(context, table, column, words)),
    record: async (row) => (await import('./historyRow')).recordInHistory(row),
    openNew: async (bytes) => (await import('./newWorkbook')).openNewWorkbook(bytes),
    csvTemplates: async () => reading((await import('./templates')).readTemplates),
    keepCsvTemplates: async (templates) => {
      const { keepTemplates } = await import('./templates');
      await inExcel((context) => keepTemplates(context, templates));
    },
    choices: async () => reading((await import('./choices')).readChoices),
    keepChoices: async (choices) => {
      const { keepChoices } = await import('./choices');
      await inExcel((context) => keepChoices(context, choices));
    },
    tryExcel: async (tell, signal) => (await import('./trials')).tryExcel(tell, signal),
    onSlipSelected: async (tell) => {
      const stop = await watchSlips(tell);
      return () => void stop();
    },
  };
}

/** Columns that the clerk has put into a table of ours are his own. */
async function readTable(context: Excel.RequestContext, name: string): Promise<readonly (readonly string[])[]> {
  const record = await readRecord(context);
  const columns = record?.sheets[name]?.columns ?? [];
  return readTexts(context, name, columns.length === 0 ? null : columns.map(({ header }) => header));
}

/** The clerk may have renamed the sheet. */
async function showSheet(context: Excel.RequestContext, name: string, row: Parameters<WorkbookPort['show']>[1]): Promise<boolean> {
  const { byKey, all } = await findOurs(context);
  const key = await keyOfSheet(context, name);
  const sheet = (key === null ? undefined : byKey.get(key)) ?? all.find((one) => one.name === name);
  if (sheet !== undefined) await showRow(context, sheet, key, row);
  return sheet !== undefined;
}
