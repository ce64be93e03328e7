/** Has a pane that is gone left the sheets half changed? What puts them right is fetched only then. */
import type { WriteNote } from '../engine/workbookPort';
import type { Claims } from './claim';
import { CLAIM_SETTING, JOURNAL_SETTING, readSettings } from './ours';

/** Before anything is read: what an abandoned run left is brought to an end. Throws OtherAtWork where another pane is alive. */
export async function settle(context: Excel.RequestContext, claims: Claims): Promise<WriteNote[]> {
  const left = await readSettings(context, [CLAIM_SETTING, JOURNAL_SETTING]);
  if (left.every(({ value, isDamaged }) => value === null && !isDamaged)) return [];
  const { takeOver } = await import('./restore');
  const notes = await takeOver(context, claims, 'recovery', '');
  await claims.release(context);
  return notes;
}
