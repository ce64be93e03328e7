/** What do formulas show in a workbook that calculates on demand? What they gave when they were written. */
import type { Workbook } from '../../model/workbook';
import type { Behaviour } from '../moods';

const ON_DEMAND = new Set(['Application.Calculate', 'Worksheet.Calculate', 'Range.Calculate']);

/** Workbooks that were opened in this mood: an add-in that sets the mode to automatic is heard. */
const opened = new WeakSet<Workbook>();

function open(workbook: Workbook): void {
  opened.add(workbook);
  workbook.calculationMode = 'Manual';
  workbook.calculation.settle();
  workbook.calculation.keepsOldValues = true;
}

export const manualCalculation: Behaviour = ({ workbook, member, kind }, polite) => {
  if (!opened.has(workbook)) open(workbook);
  const result = polite();
  if (kind === 'get') return result;
  const { calculation } = workbook;
  calculation.keepsOldValues = workbook.calculationMode === 'Manual';
  if (ON_DEMAND.has(member)) calculation.recalculate();
  else if (calculation.keepsOldValues) calculation.settle();
  return result;
};
