/** Which colour has an item? Neighbours never share one; what nothing is known of has none. */
import type { DraftItem } from './draft';

const COLOURS = 6;

export const colourOf = ({ kind }: Pick<DraftItem, 'kind'>, index: number): string => (kind === 'filler' ? 'colour-none' : `colour-${index % COLOURS}`);
