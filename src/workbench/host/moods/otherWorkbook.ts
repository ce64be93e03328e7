/** What fails while another workbook is in front? What Microsoft's page on troubleshooting lists, and names (office-js #2078, #6365). */
import { OfficeError, notFound } from '../../model/errors';
import { Sheet } from '../../model/sheet';
import type { Behaviour, Touch } from '../moods';
import { internalError } from './errors';

const GENERAL = new Set([
  'Chart.Activate',
  'Range.Select',
  'Table.ClearFilters',
  'Worksheet.Activate',
  'Worksheet.Gridlines',
  'Worksheet.Headings',
  'Worksheet.ShowGridlines',
  'Worksheet.ShowHeadings',
  'WorksheetCollection.Add',
  'WorksheetFreezePanes.FreezeAt',
  'WorksheetFreezePanes.FreezeColumns',
  'WorksheetFreezePanes.FreezeRows',
  'WorksheetFreezePanes.GetLocationOrNullObject',
  'WorksheetFreezePanes.Unfreeze',
]);
const SELECTION = new Set(['Workbook.GetActiveCell', 'Workbook.GetSelectedRange', 'Workbook.GetSelectedRanges', 'Worksheet.Delete']);

const invalidSelection = (): OfficeError => new OfficeError('InvalidSelection', 'The current selection is invalid for this operation.', 400);

function refusal({ member, kind, target }: Touch): OfficeError | null {
  if (kind !== 'get' && GENERAL.has(member)) return internalError();
  if (SELECTION.has(member)) return invalidSelection();
  if (member.startsWith('NamedItemCollection.') && target instanceof Sheet) return invalidSelection();
  return member === 'NamedItemCollection.Add' ? notFound('another workbook is in front') : null;
}

/** A request that was refused is one less to come. */
export const anotherInFront: Behaviour = (touch, polite, moods) => {
  const error = refusal(touch);
  if (error === null) return polite();
  moods.otherWorkbookInFront--;
  throw error;
};
