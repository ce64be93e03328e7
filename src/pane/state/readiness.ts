/** What of all that is chosen would a run read, and may it begin? */
import { isPoorFit } from '../../check/poorFit';
import type { InspectedFile } from '../../engine/protocol';
import { PRACTICE } from '../environment';
import type { State } from './state';

/** Files that a run would read. */
export const readable = ({ inspection }: Pick<State, 'inspection'>): number => inspection?.files.filter(({ standing }) => standing === 'ok').length ?? 0;

/** The same bytes are read already. */
export const isLeftOut = ({ standing }: InspectedFile): boolean => standing === 'alreadyImported' || standing === 'chosenTwice';

/** No layout is its own. */
export const isBadlyRead = ({ standing, layout }: InspectedFile): boolean => standing === 'ok' && layout !== null && isPoorFit(layout);

/** Some chosen file has a layout that nobody knows: a run would end in thousands of errors. */
export const asksForLayout = ({ inspection, isInspecting }: Pick<State, 'inspection' | 'isInspecting'>): boolean =>
  !isInspecting && (inspection?.files.some(isBadlyRead) ?? false);

/** What the workbook holds from earlier runs. */
export function heldIn({ workbook }: Pick<State, 'workbook'>): { readonly files: number; readonly details: number } {
  const imported = workbook?.imported ?? [];
  return { files: imported.length, details: imported.reduce((sum, { details }) => sum + details, 0) };
}

const isPractice = (name: string): boolean => name.startsWith(PRACTICE);

/** What is chosen and what it would be reconciled with: practice data together with real data would be judged as one. */
export function mixesPractice({ files, ledger, workbook }: Pick<State, 'files' | 'ledger' | 'workbook'>): boolean {
  if (files.length === 0 && ledger === null) return false;
  const usedLedger = ledger ?? workbook?.ledger ?? null;
  const names = [...files, ...(workbook?.imported ?? []), ...(usedLedger === null ? [] : [usedLedger])].map(({ name }) => name);
  return names.some(isPractice) && !names.every(isPractice);
}

/** Columns of the ledger that are wanted on the sheets, and stand neither in the workbook nor in a ledger that is chosen. */
export function namesMissing({ settings, ledger, workbook }: Pick<State, 'settings' | 'ledger' | 'workbook'>): readonly string[] {
  if (ledger !== null) return [];
  return (workbook?.ledger?.leftOut ?? []).filter((name) => settings.withNames || settings.keptColumns.includes(name));
}

/** Only what the workbook holds is reconciled once more: nothing is chosen, or a ledger beside files that it holds already. */
export function isRerun({ files, ledger, inspection, workbook }: Pick<State, 'files' | 'ledger' | 'inspection' | 'workbook'>): boolean {
  if (heldIn({ workbook }).files === 0) return false;
  return files.length === 0 || (ledger !== null && inspection !== null && inspection.files.every(({ standing }) => standing === 'alreadyImported'));
}

/** Whether the run button may be pressed. */
export function canRun(state: State): boolean {
  const { inspection, isInspecting, asOf, running, ledger } = state;
  if (running !== null || isInspecting || asOf === null || mixesPractice(state)) return false;
  if (ledger !== null && inspection?.ledger?.standing !== 'ok') return false;
  return readable(state) > 0 || isRerun(state);
}
