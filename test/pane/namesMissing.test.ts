/** Does the pane know when a column of the ledger is wanted and the workbook does not keep it? */
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { namesMissing } from '../../src/pane/state/readiness';
import type { WorkbookState } from '../../src/engine/workbookPort';

const workbook: WorkbookState = { imported: [], lastRun: null, otherTables: [], ledger: { name: 'l.csv', slips: 2, leftOut: ['氏名', '学年'] } };

test.each([
  ['wanted, not kept', true, [], false, ['氏名', '学年']],
  ['one column is wanted', false, ['学年'], false, ['学年']],
  ['not wanted', false, [], false, []],
  ['a ledger is chosen that brings them', true, [], true, []],
] as const)('%s', (_, withNames, keptColumns, isChosen, missing) => {
  const ledger = isChosen ? ({ kind: 'table', name: 't', rows: [] } as const) : null;
  expect(namesMissing({ settings: { ...DEFAULT_SETTINGS, withNames, keptColumns }, ledger, workbook })).toEqual(missing);
});
