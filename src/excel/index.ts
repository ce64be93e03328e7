/** The workbook that is open in Excel, as the pane needs it. The only folder that uses Excel.* and Office.* to reach the workbook. */
import { OtherAtWork, type AtWork, type WorkbookPort, type WorkbookState, type WriteNote } from '../engine/workbookPort';
import { RECEIPTS_TABLE } from '../sheet/receiptsName';
import { Claims, PACE, type Pace } from './claim';
import { keyOfSheet, readMemory, readRecord } from './ours';
import { inExcel } from './requests';
import { settle } from './abandoned';
import { selectedSlip, watchSlips } from './selection';
import { findOurs } from './ourSheets';
import { readState } from './state';
import { excelSupport } from './support';
import { onWait } from './waiting';
import { findTable, readTexts, showRow } from './texts';

export function excelWorkbook(pace: Pace = PACE): WorkbookPort {
  const claims = new Claims(pace);
  let isWriting = false;
  let untold: WriteNote[] = [];
  let isDamageTold = false;
  const onNotes = (notes: readonly WriteNote[]): void => void untold.push(...notes);
  /** A pane that was closed while it wrote may have left the sheets half changed: they are restored before anything is read from them. */
  const settled = async (context: Excel.RequestContext): Promise<void> => {
    if (!isWriting) onNotes(await settle(context, claims).catch(unlessReadOnly));
  };
  const reading = <T>(read: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    inExcel(async (context) => {
      await settled(context);
      return read(context);
    });
  const state = async (context: Excel.RequestContext): Promise<WorkbookState> => {
    const atWork = await settled(context).then(() => null, atWorkOf);
    const read = atWork === null ? await readState(context) : await readState(context).catch(halfWritten);
    if (!isDamageTold && (await readMemory(context)).isDamaged) {
      isDamageTold = true;
      untold.push({ code: 'recordDamaged' });
    }
    const notes = untold;
    untold = [];
    return { ...read, atWork, notes };
  };
  return {
    support: excelSupport,
    onWait,
    state: () => inExcel(state),
    write: async (plan, rows, onProgress, signal) => {
      isWriting = true;
      try {
        // Fetched when the first run has come so far.
        const { writeWorkbook } = await import('./write');
        return await writeWorkbook({ claims, plan, rows, onProgress, signal });
      } finally {
        isWriting = false;
      }
    },
    readTable: (name, keys) => reading((context) => readTable(context, name, keys)),
    remarks: async () => reading((await import('./carried')).readRemarks),
    show: (sheet, row) => inExcel((context) => showSheet(context, sheet, row)),
    filter: async (table, column, words) => {
      const { filterByWords } = await import('./filterByWords');
      return inExcel((context) => filterByWords(context, table, column, words));
    },
    record: async (row) => (await import('./historyRow')).recordInHistory(row, claims, onNotes),
    reword: async (row, operation) => (await import('./historyRow')).rewordInHistory(row, operation, { claims, onNotes }),
    addReceipts: async (lines, words) => (await import('./receipts')).addReceipts({ claims, onNotes, words }, lines),
    removeReceipt: async (cells, words) => (await import('./receipts')).removeReceipt({ claims, onNotes, words }, cells),
    showReceipts: () =>
      inExcel(async (context) => {
        const table = await findTable(context, RECEIPTS_TABLE);
        if (table !== null) await showRow(context, table.sheet, null, null);
        return table !== null;
      }),
    mend: () =>
      inExcel(async (context) => {
        try {
          const { takeOver } = await import('./restore');
          onNotes(await takeOver(context, claims, 'recovery', ''));
          return await (await import('./faults')).mend(context, await readRecord(context));
        } catch (problem) {
          if (problem instanceof OtherAtWork) return { code: 'otherPane', ...problem.atWork };
          throw problem;
        } finally {
          await claims.release(context);
        }
      }),
    openNew: async (bytes) => (await import('./newWorkbook')).openNewWorkbook(bytes),
    csvTemplates: async () => inExcel((await import('./templates')).readTemplates),
    keepCsvTemplates: async (templates) => {
      const { keepTemplates } = await import('./templates');
      await inExcel((context) => keepTemplates(context, templates));
    },
    choices: async () => inExcel((await import('./choices')).readChoices),
    keepChoices: async (choices) => {
      const { keepChoices } = await import('./choices');
      await inExcel((context) => keepChoices(context, choices));
    },
    tryExcel: async (tell, signal) => (await import('./trials')).tryExcel(tell, signal),
    selectedSlip,
    onSlipSelected: async (tell) => {
      const stop = await watchSlips(tell);
      return () => void stop();
    },
  };
}

const EMPTY: WorkbookState = { imported: [], lastRun: null, otherTables: [] };

/** Where nothing can be written, nothing is made good; what stands there is read. */
function unlessReadOnly(problem: unknown): WriteNote[] {
  if (problem instanceof OfficeExtension.Error && problem.code === Excel.ErrorCodes.accessDenied) return [];
  throw problem;
}

function atWorkOf(problem: unknown): AtWork {
  if (problem instanceof OtherAtWork) return problem.atWork;
  throw problem;
}

/** Tables of ours come and go while another pane writes. */
function halfWritten(problem: unknown): WorkbookState {
  if (problem instanceof OfficeExtension.Error) return EMPTY;
  throw problem;
}

/** Columns that the clerk has put into a table of ours are his own. */
async function readTable(context: Excel.RequestContext, name: string, keys?: readonly string[]): Promise<readonly (readonly string[])[]> {
  const record = await readRecord(context);
  const columns = record?.sheets[name]?.columns ?? [];
  if (keys !== undefined && columns.length > 0) {
    const wanted = columns.filter(({ key }) => keys.includes(key)).map(({ header }) => header);
    return (await import('./someColumns')).readSomeColumns(context, name, wanted);
  }
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
