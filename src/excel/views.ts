/** What does Excel do only, or rather, on sheets that are seen? Freezing (office-js #1463), and fitting to pages (#1860). Neither may fail a run. */
import { PAGE } from '../sheet/dress';
import type { SheetPlan } from '../sheet/plan';
import type { WriteNote } from '../engine/workbookPort';
import { fit, freeze } from './page';
import { inFront } from './waiting';

/** A new sheet. */
export interface View {
  readonly sheetId: string;
  readonly name: string;
  readonly frozen: SheetPlan['frozen'];
  readonly pages: SheetPlan['print']['pages'];
  readonly isHidden: boolean;
}

export async function setViews(context: Excel.RequestContext, views: readonly View[]): Promise<WriteNote[]> {
  const seen = views.filter(({ isHidden }) => !isHidden);
  const [notFrozen, notFitted]: [string[], string[]] = [[], []];
  for (const view of views) {
    const isFrozen = await tried(context, (sheet) => inFront(context, () => freeze(sheet(), view.frozen)), view);
    if (!isFrozen && !view.isHidden) notFrozen.push(view.name);
  }
  for (const view of await notFittedOf(context, seen)) {
    // In front Excel may take what it has passed over.
    const isFitted = await tried(context, (sheet) => inFront(context, () => void (sheet().activate(), fit(sheet(), view.pages))), view);
    if (!isFitted || (await notFittedOf(context, [view])).length > 0) notFitted.push(view.name);
  }
  return [
    ...(notFrozen.length > 0 ? [{ code: 'notFrozen', sheets: notFrozen } as const] : []),
    ...(notFitted.length > 0 ? [{ code: 'notFitted', sheets: notFitted } as const] : []),
  ];
}

async function tried(context: Excel.RequestContext, act: (sheet: () => Excel.Worksheet) => Promise<void>, { sheetId }: View): Promise<boolean> {
  try {
    await act(() => context.workbook.worksheets.getItem(sheetId));
    return true;
  } catch (problem) {
    if (problem instanceof OfficeExtension.Error) return false;
    throw problem;
  }
}

async function notFittedOf(context: Excel.RequestContext, views: readonly View[]): Promise<View[]> {
  const pages = views.map(({ sheetId }) => context.workbook.worksheets.getItemOrNullObject(sheetId).pageLayout);
  for (const page of pages) page.load('zoom');
  await context.sync();
  return views.filter(({ pages: wanted }, index) => {
    const { zoom } = pages[index]!;
    if (pages[index]!.isNullObject) return false;
    return zoom.horizontalFitToPages !== PAGE.pagesWide || (wanted === 'one' && zoom.verticalFitToPages !== 1);
  });
}
