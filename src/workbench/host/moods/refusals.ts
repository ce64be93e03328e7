/** Which single calls fail, or are passed over, in some builds of Excel? */
import type { Sheet } from '../../model/sheet';
import { Handle } from '../../office/spec';
import type { Behaviour } from '../moods';
import { Crash, internalError } from './errors';

/** office-js #2078, #2983: seen while another workbook was in front; here always, since nobody knows which builds look first. */
export const crashingNames: Behaviour = ({ member, given }, polite) => {
  if (member === 'NamedItem.Delete' || (member === 'NamedItemCollection.Add' && given[1] instanceof Handle)) throw new Crash(member);
  return polite();
};

/** office-js #1463, #2196, #3148. */
export const freezingHidden: Behaviour = ({ member, target }, polite) => {
  if (member.startsWith('WorksheetFreezePanes.') && (target as Sheet).visibility !== 'Visible') throw internalError();
  return polite();
};

/** office-js #1860: a scale is taken, numbers of pages are not. */
export const ignoredFit: Behaviour = ({ workbook, member, kind, target, given }, polite, { fitToWidthIgnored }) => {
  const isFit = member === 'PageLayout.Zoom' && kind === 'set' && (given[0] as { readonly scale?: unknown } | null)?.scale === undefined;
  return isFit && (fitToWidthIgnored === 'always' || workbook.active !== target) ? null : polite();
};
