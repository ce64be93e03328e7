/** Does the pane know when 氏名 is wanted and the workbook does not keep it? */
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { namesMissing } from '../../src/pane/state/readiness';
import type { WorkbookState } from '../../src/engine/workbookPort';

const workbook: WorkbookState = { imported: [], lastRun: null, otherTables: [], ledger: { name: 'l.csv', slips: 2, leftOut: ['氏名'] } };

test.each([
  ['wanted, not kept', true, false, ['氏名']],
  ['not wanted', false, false, []],
  ['a ledger is chosen that brings them', true, true, []],
] as const)('%s', (_, withNames, isChosen, missing) => {
  const ledger = isChosen ? ({ kind: 'table', name: 't', rows: [] } as const) : null;
  expect(namesMissing({ settings: { ...DEFAULT_SETTINGS, withNames }, ledger, workbook })).toEqual(missing);
});
