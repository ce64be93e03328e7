/** Is a deletion no success, because what was deleted stands somewhere still? */
import type { State } from '../state/state';

export const isPartial = ({ notes }: Pick<State, 'notes'>): boolean => notes.some(({ code }) => code === 'remains' || code === 'tidyingLeft');
