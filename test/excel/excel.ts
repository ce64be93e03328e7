/** How do the tests open a workbook in the stand-in for Excel, make it fail, and write? */
import { excelWorkbook } from '../../src/excel';
import type { WriteEnd } from '../../src/engine/workbookPort';
import type { Workbook as Plan } from '../../src/sheet/workbook';
import type { ExcelHost, HostOptions } from '../../src/workbench/host/excelHost';
import { calm } from '../../src/workbench/host/moods';
import { snapshotOf, workbookOf, type WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeInFrontOf } from '../workbench/support/realOffice';
import { planned } from './plans';

let host: ExcelHost;

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

export const now = (): WorkbookSnapshot => snapshotOf(host.workbook);

export const clerk = (work: (context: Excel.RequestContext) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context);
    await context.sync();
  });

export function write(plan: Plan, signal: AbortSignal = new AbortController().signal): Promise<WriteEnd> {
  const given = planned(plan);
  return excelWorkbook().write(given.plan, given.rows, () => undefined, signal);
}
