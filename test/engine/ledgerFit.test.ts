/** Does choosing a ledger say at once what is wrong with it, and how many rows it has? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReceiptsList } from '../../src/engine/otherReceipts';
import { inspect } from '../../src/engine/inspect';
import type { InspectedLedger } from '../../src/engine/protocol';

const HEADER = '年度,納付書番号,納期限,請求金額';

async function look(...rows: readonly string[]): Promise<InspectedLedger | null> {
  const bytes = new TextEncoder().encode([HEADER, ...rows].join('\r\n'));
  return (await inspect({ files: [], ledger: { kind: 'csv', name: 'l.csv', bytes }, layout: null, imported: [], known: [] })).ledger;
}

const whole = ['2027,12345678901234561,2027-04-30,3000', '2027,12345678901234562,2027-04-30,3000'];

test('rows are those that say anything: with quotes, blank lines and a line end after the last one', async () => {
  for (const end of [[], [''], ['', ',,,', '']]) expect(await look(...whole, '2027,3,2027-04-30,1', ...end)).toMatchObject({ standing: 'ok', rows: 3 });
  for (const end of [[], [''], ['', '"",,,', '']])
    expect(await look(...whole, '2027,3,2027-04-30,"1,000"', ...end)).toMatchObject({ standing: 'ok', rows: 3, billed: 7000 });
});

test.each([
  [
    'zeros from the 16th digit on',
    ['2027,12345678901234500,2027-04-30,3000', '2027,12345678901234600,2027-04-30,3000'],
    { code: 'rounded', rounded: 2, rows: 2 },
  ],
  ['1.00E+16', ['2027,1.00E+16,2027-04-30,3000', '2027,1.00E+16,2027-04-30,3000', '2027,7,2027-04-30,1'], { code: 'rounded', rounded: 2, rows: 3 }],
  ['no number', ['2027,,2027-04-30,3000', '2027,A1,2027-04-30,3000'], { code: 'noNumber', rows: 2 }],
  ['no year', ['27,1,2027-04-30,3000'], { code: 'noNumber', rows: 1 }],
] as const)('%s: the ledger is unfit', async (_, rows, unfit) => {
  expect(await look(...rows)).toEqual({ standing: 'unfit', name: 'l.csv', unfit });
});

describe('of another year', () => {
  const week = { name: '20270408.dat', bytes: new Uint8Array(readFileSync(join(__dirname, '../golden/week/20270408.dat'))) };
  const chosen = async (year: string, imported: readonly string[] = []): Promise<InspectedLedger | null> => {
    const bytes = new TextEncoder().encode([HEADER, `${year},1000047,2027-04-30,3000`].join('\n'));
    return (await inspect({ files: [week], ledger: { kind: 'csv', name: 'l.csv', bytes }, layout: null, imported, known: [] })).ledger;
  };

  test('it has no slip of the year of the files', async () => {
    expect(await chosen('R8')).toMatchObject({ standing: 'unfit', unfit: { code: 'otherYear', ledger: ['2026'], files: ['2027'] } });
    expect(await chosen('令和9年度')).toMatchObject({ standing: 'ok' });
  });

  test('what the workbook holds already may be of that year', async () => {
    expect(await chosen('R8', ['held'])).toMatchObject({ standing: 'ok' });
  });
});

test('a list of receipts bills nothing, and has a day and an amount', () => {
  const isOne = (header: string): boolean => isReceiptsList({ kind: 'csv', name: 'l.csv', bytes: new TextEncoder().encode(`${header}\n1,2,3,4,5,6\n`) });
  expect(isOne('年度,納付書番号,収納日,収納額,収納方法')).toBe(true);
  expect(isOne(`${HEADER},収納日,収納額`)).toBe(false);
  expect(isOne('年度,納付書番号,収納日')).toBe(false);
});

test('one rounded number among whole ones is a finding of the run, no reason to refuse', async () => {
  expect(await look(...whole, '2027,12345678901234500,2027-04-30,1')).toMatchObject({ standing: 'ok', rows: 3 });
});
