/** How does a person without Excel use the add-in? The browser workbook on the left, the pane that Excel would load on the right. */
import { createRoot } from 'react-dom/client';
import { ExcelHost } from './host/excelHost';
import { exposeSwitches, optionsFromQuery } from './host/pageSwitches';
import { Page } from './page';

const host = new ExcelHost(optionsFromQuery(location.search));
exposeSwitches(host, window);
createRoot(document.getElementById('page')!).render(<Page host={host} />);
