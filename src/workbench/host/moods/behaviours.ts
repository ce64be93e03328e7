/** Which behaviour belongs to which mood? Others are the host's own, or the pane's. */
import type { Behaviour, MoodName, Moods, Touch } from '../moods';
import { calculatedColumns } from './calculatedColumns';
import { unreadableFilters } from './filters';
import { manualCalculation } from './manualCalculation';
import { anotherInFront } from './otherWorkbook';
import { crashingNames, freezingHidden, ignoredFit, longSignedTexts, lostWorkbook, severalSheets } from './refusals';
import { relativeRules } from './relativeRules';

const BEHAVIOURS: Readonly<Partial<Record<MoodName, Behaviour>>> = {
  severalSheetsSelected: severalSheets,
  otherWorkbookInFront: anotherInFront,
  oldNames: crashingNames,
  freezingHiddenFails: freezingHidden,
  longSignedTextsFail: longSignedTexts,
  filterCriteriaFail: unreadableFilters,
  createWorkbookLost: lostWorkbook,
  fitToWidthIgnored: ignoredFit,
  rulesRelativeToRange: relativeRules,
  calculatedColumns,
  manualCalculation,
};

/** Those that are on, one within the other; null: Excel is polite. */
export function inMood(moods: Moods): ((touch: Touch, polite: () => unknown) => unknown) | null {
  const on = (Object.entries(BEHAVIOURS) as [MoodName, Behaviour][]).filter(([name]) => Boolean(moods[name])).map(([, behaviour]) => behaviour);
  if (on.length === 0) return null;
  return (touch, polite) => on.reduceRight<() => unknown>((inner, behaviour) => () => behaviour(touch, inner, moods), polite)();
}
