/** The page of the browser test: the workbook and, in the same window, what the real office.js needs to find. office.js is loaded after it. */
import { createRoot } from 'react-dom/client';
import { connectDesktop } from '../../../src/workbench/host/desktop';
import { ExcelHost } from '../../../src/workbench/host/excelHost';
import type { WorkbookSnapshot } from '../../../src/workbench/model/snapshot';
import type { LeftOut } from '../../../src/workbench/xlsx/leftOut';
import { exposeSwitches, optionsFromQuery } from '../../../src/workbench/host/pageSwitches';
import { downloaded, openedFrom } from '../../../src/workbench/ui/files';
import { Workbench } from '../../../src/workbench/ui/Workbench';

const options = optionsFromQuery(location.search);
const host = new ExcelHost(options);
connectDesktop(host, window);
exposeSwitches(host, window);
const saved: unknown[] = [];
Object.assign(window, { savedSnapshots: saved });
const onSave = (snapshot: WorkbookSnapshot): Promise<readonly LeftOut[]> => {
  saved.push(snapshot);
  return downloaded(snapshot);
};
createRoot(document.getElementById('root')!).render(
  <Workbench
    host={host}
    isDark={host.isDark}
    language={host.locale.startsWith('en') ? 'en' : 'ja'}
    onSave={onSave}
    onOpen={(file) => openedFrom(host, file)}
  />,
);
