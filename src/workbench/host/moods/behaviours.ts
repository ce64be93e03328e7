/** Which behaviour belongs to which mood? Others are the host's own. */
import type { Behaviour, MoodName, Moods, Touch } from '../moods';
import { calculatedColumns } from './calculatedColumns';
import { anotherInFront } from './otherWorkbook';
import { crashingNames, freezingHidden, ignoredFit } from './refusals';

const BEHAVIOURS: Readonly<Partial<Record<MoodName, Behaviour>>> = {
  otherWorkbookInFront: anotherInFront,
  oldNames: crashingNames,
  freezingHiddenFails: freezingHidden,
  fitToWidthIgnored: ignoredFit,
  calculatedColumns,
};

/** Those that are on, one within the other. */
export function inMood(moods: Moods): ((touch: Touch, polite: () => unknown) => unknown) | null {
  const on = (Object.entries(BEHAVIOURS) as [MoodName, Behaviour][]).filter(([name]) => Boolean(moods[name])).map(([, behaviour]) => behaviour);
  if (on.length === 0) return null;
  return (touch, polite) => on.reduceRight<() => unknown>((inner, behaviour) => () => behaviour(touch, inner, moods), polite)();
}
