/** Which single calls fail, or are passed over, in some builds of Excel? */
import type { Sheet } from '../../model/sheet';
import { Handle } from '../../office/spec';
import type { Behaviour, Touch } from '../moods';
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

/** office-js #3646. */
export const lostWorkbook: Behaviour = ({ member }, polite) => (member === 'WorkbookCreated.Open' ? null : polite());

/** office-js #3256: seen from about 8,200 characters on. */
const LONGEST_SIGNED = 8200;
export const longSignedTexts: Behaviour = ({ kind, given }, polite) => {
  if (kind !== 'get' && given.some(holdsLongSigned)) throw internalError();
  return polite();
};

const holdsLongSigned = (given: unknown): boolean =>
  Array.isArray(given) ? given.some(holdsLongSigned) : typeof given === 'string' && given.length > LONGEST_SIGNED && /^[+-]/.test(given);

const CHANGING = /^(?:Add|Apply|Clear|Convert|Copy|Delete|Freeze|Insert|Resize|Set|Unfreeze)/;
const isChange = ({ kind, member }: Touch): boolean =>
  kind === 'set'
    ? !/^(?:Application|Setting|Runtime)\b/.test(member)
    : kind === 'call' && CHANGING.test(member.slice(member.indexOf('.') + 1)) && !member.startsWith('Setting');

/** office-js #2266: "strange error raised and sometimes General Error". */
export const severalSheets: Behaviour = (touch, polite) => {
  if (isChange(touch)) throw internalError();
  return polite();
};
