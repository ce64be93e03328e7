/** Is a ledger judged by years that a strange layout has read? */
import { EngineCore } from '../../src/engine/engineCore';
import { world } from '../calibrate/world';

test('the ledger of files whose layout nobody knows is not another year’s', async () => {
  const { files, ledgerCsv } = world(4, { slips: 60, days: 6 });
  const ledger = { kind: 'csv' as const, name: 'ledger.csv', bytes: new TextEncoder().encode(ledgerCsv) };
  const inspection = await new EngineCore().inspect({ files, ledger, layout: null, imported: [], known: [] });
  expect(inspection.ledger?.standing).toBe('ok');
});
