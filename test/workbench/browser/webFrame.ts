/** The frame that stands for Excel on the web, around a pane that only loads office.js. */
import { ExcelHost } from '../../../src/workbench/host/excelHost';
import { exposeSwitches } from '../../../src/workbench/host/pageSwitches';
import { connectWeb, paneAddress } from '../../../src/workbench/host/web';

const host = new ExcelHost();
exposeSwitches(host, window);
const frame = document.getElementById('pane') as HTMLIFrameElement;
connectWeb(host, window, frame.contentWindow!, location.origin);
frame.src = paneAddress('/pane.html', host, location.origin);
