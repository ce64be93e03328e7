/** How does the pane's frame find its Excel? The page around it holds the workbook; this runs in the frame before Office.js is loaded there. */
import { connectDesktop } from './host/desktop';

const { __workbench: workbench } = window.parent;
if (workbench === undefined) throw new Error('this page belongs beside the workbook of index.html');
connectDesktop(workbench.host, window);
