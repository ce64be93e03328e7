/** How does the workbook get to a file of the person's, and back? */
import type { ExcelHost } from '../host/excelHost';
import type { WorkbookSnapshot } from '../model/snapshot';
import type { LeftOut } from '../xlsx/leftOut';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Downloads it; gives what the file does not hold. The .xlsx library is loaded when it is needed first. */
export async function downloaded(snapshot: WorkbookSnapshot): Promise<readonly LeftOut[]> {
  const { saveWorkbook } = await import('../xlsx/save');
  const { bytes, leftOut } = await saveWorkbook(snapshot);
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: TYPE }));
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: /\.xlsx$/i.test(snapshot.name) ? snapshot.name : `${snapshot.name}.xlsx`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
  return leftOut;
}

/** Opens it in place of the workbook that was there; gives what of the file is not in it. null: it is no .xlsx workbook. */
export async function openedFrom(host: ExcelHost, file: File): Promise<readonly LeftOut[] | null> {
  const { FileNotRead, openWorkbook } = await import('../xlsx/open');
  try {
    const { workbook, leftOut } = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
    host.open(workbook);
    return leftOut;
  } catch (problem) {
    if (problem instanceof FileNotRead) return null;
    throw problem;
  }
}
