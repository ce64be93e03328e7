/** How do the tests open a workbook in the stand-in for Excel, make it fail, and write? */
import { excelWorkbook } from '../../src/excel';
import type { Pace } from '../../src/excel/claim';
import type { WriteEnd } from '../../src/engine/workbookPort';
import type { Workbook as Plan } from '../../src/sheet/workbook';
import type { ExcelHost, HostOptions } from '../../src/workbench/host/excelHost';
import { calm } from '../../src/workbench/host/moods';
import { snapshotOf, workbookOf, type WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeInFrontOf } from '../workbench/support/realOffice';
import { planned } from './plans';

let host: ExcelHost;

/** Nobody waits for a heart that has stopped. */
export const QUICK: Pace = { beat: 1_000_000, lease: 0, looks: 1, between: 0 };

/** The real office.js in front of our host; to be called once a file. */
export async function startExcel(options?: HostOptions): Promise<ExcelHost> {
  host = await officeInFrontOf(options);
  return host;
}

export function open(snapshot?: WorkbookSnapshot): ExcelHost {
  host.open(snapshot === undefined ? new Workbook() : workbookOf(snapshot));
  host.failNext(null);
  Object.assign(host.moods, calm());
  host.clearLog();
  return host;
}

open.current = (): ExcelHost => host;

/** Names of ours that mean nothing are never deleted, which older Excels do not survive: they count as not there. */
export function now(): WorkbookSnapshot {
  const snapshot = snapshotOf(host.workbook);
  return { ...snapshot, names: snapshot.names.filter(({ name, formula }) => !(name.startsWith('_keshikomi') && formula === '0')) };
}

export const clerk = (work: (context: Excel.RequestContext) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context);
    await context.sync();
  });

export function write(plan: Plan, signal: AbortSignal = new AbortController().signal): Promise<WriteEnd> {
  const given = planned(plan);
  return excelWorkbook(QUICK).write(given.plan, given.rows, () => undefined, signal);
}
