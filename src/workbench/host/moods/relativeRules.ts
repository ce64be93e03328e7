/** From which cell is the formula of a conditional format read? From the first of those through which it was reached (office-js #5194, by design). */
import { movedFormula } from '../../../formula/moved';
import type { FormatTarget } from '../../office/conditionalFormats';
import type { Behaviour } from '../moods';

export const relativeRules: Behaviour = ({ member, kind, target }, polite) => {
  if (!/^ConditionalFormatRule\.Formula/.test(member)) return polite();
  const { format, through } = target as FormatTarget;
  const [own] = format.areas;
  const [asked] = through.areas();
  if (own === undefined || asked === undefined || (kind === 'get' && format.formula === '')) return polite();
  const [rows, columns] = [asked.row - own.row, asked.column - own.column];
  if (kind === 'get') return `=${movedFormula(format.formula, rows, columns)}`;
  const result = polite();
  format.formula = movedFormula(format.formula, -rows, -columns);
  return result;
};
