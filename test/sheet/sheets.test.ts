/** Do the sheets say what the settlement says, in the words and the order that their readers need? */
import { textWidth } from '../../src/sheet/cellText';
import { buildRecords, buildFile } from '../../scripts/buildFile';
import type { Settlement } from '../../src/settle';
import type { HistoryRow } from '../../src/sheet';
import { isFormula, NUMBER_FORMATS, valueOf, type Cell, type Sheet, type Workbook } from '../../src/sheet/workbook';
import { nameKey } from '../../src/sheet/nameKey';
import { sheetEn } from '../../src/sheet/words.en';
import { sheetJa } from '../../src/sheet/words.ja';
import { en } from '../../src/words/en';
import { concatenated } from '../../src/file/encode';
import { dskFile, dskRow } from '../file/dsk';
import { changedWard, soundLayout } from '../file/layouts';
import { faultyRun, goldenRun, hostileRun, layoutNamed, mixedRun, run, withoutLedger, workbookOf } from './runs';

const sheetOf = (workbook: Workbook, name: string): Sheet => workbook.sheets.find((sheet) => sheet.name === name)!;
type Row = Readonly<Record<string, Cell>>;
/** The rows of a sheet's table, by column key. */
function rowsOf(settlement: Settlement, name: string, workbook = workbookOf(settlement)): Row[] {
  const { columns, rowCount } = sheetOf(workbook, name).table!;
  return Array.from({ length: rowCount }, (_, row) => Object.fromEntries(columns.map((column) => [column.key, column.cell(row)])));
}
const shown = (row: Row, ...keys: string[]): unknown[] => keys.map((key) => valueOf(row[key]!));

test('the workbook of the golden case week', () => {
  expect(asText(workbookOf(goldenRun('week')))).toMatchSnapshot();
});

/** The model in one text: what a reader of the sheets would see, and the formulas behind it. */
function asText({ title, sheets, activeSheet }: Workbook): string {
  const lines = [`${title}, opens on ${sheets[activeSheet]!.name}`];
  for (const { name, cells, table, print, frozen, charts, highlights } of sheets) {
    lines.push(
      '',
      `# ${name} (${print.header.centre}; ${print.columns} columns printed, ${print.pages}; frozen ${frozen.rows} x ${frozen.columns}; ${highlights.length} highlights)`,
    );
    const placed = new Map<number, string[]>();
    for (const { row, cell } of cells) if (cell !== null && (table === null || row < 3)) placed.set(row, [...(placed.get(row) ?? []), cellAsText(cell)]);
    for (const [row, texts] of [...placed].sort(([a], [b]) => a - b)) lines.push(`${row + 1}: ${texts.join(' | ')}`);
    for (const chart of charts) lines.push(`chart: ${chart.title} (${chart.series.map((series) => series.name).join(', ')})`);
    if (table === null) continue;
    lines.push(
      table.columns.map(({ header, width, format, printed }) => `${header} ${width} ${NUMBER_FORMATS[format]}${printed ? '' : ' (screen)'}`).join(' | '),
    );
    const above: (string | undefined)[] = [];
    for (let row = 0; row < table.rowCount; row++) {
      const texts = table.columns.map((column, index) => {
        const cell = column.cell(row);
        const isRepeated = isFormula(cell) && cell.formula === above[index];
        if (isFormula(cell)) above[index] = cell.formula;
        return isRepeated ? `${String(cell.value)} {〃}` : cellAsText(cell);
      });
      lines.push(texts.join('|'));
    }
  }
  return lines.join('\n');
}
function cellAsText(cell: Cell): string {
  return isFormula(cell) ? `${String(cell.value)} {=${cell.formula}}` : cell === null ? '' : String(cell);
}

describe('検査', () => {
  test('a total that differs is one row: formula, difference and sentence', () => {
    const [first, ...rest] = rowsOf(goldenRun('wrong-total'), '検査');
    expect(shown(first!, 'judgement', 'subject', 'item', 'expected', 'actual', 'difference', 'code')).toEqual([
      '不一致',
      '確報金額合計の不一致',
      '確報金額合計',
      594_701,
      594_700,
      -1,
      'totalMismatch',
    ]);
    expect(first!.explanation).toMatch(/明細が1円少なくなっています/);
    for (const key of ['judgement', 'actual', 'difference']) expect(isFormula(first![key]!)).toBe(true);
    expect(rest.map((row) => valueOf(row.judgement!))).toEqual(['未着', ...Array<string>(6).fill('一致')]);
  });

  test('what is worst stands first; every total of every group and file has its row', () => {
    const settlement = faultyRun();
    const rows = rowsOf(settlement, '検査');
    const order = ['不一致', 'エラー', '未着', '警告', '未検査', '一致'];
    const places = rows.map((row) => order.indexOf(String(valueOf(row.judgement!))));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const mismatches = settlement.findings.filter(({ code }) => code === 'totalMismatch' || code === 'recordCountMismatch').length;
    const billers = settlement.days.billers.length;
    expect(rows).toHaveLength(settlement.findings.length - mismatches + 2 * 6 + 1 + billers);
  });

  test('the record count tells what it is made of', () => {
    const count = rowsOf(faultyRun(), '検査').find((row) => row.code === 'recordCountMismatch')!;
    expect(count.actual).toEqual({ formula: 'COUNTIFS(収納明細[ファイル番号],検査[[#This Row],[ファイル番号]])+8', value: 17 });
    const agreeing = rowsOf(goldenRun('no-data'), '検査').find((row) => row.item === 'レコード総件数')!;
    expect(agreeing.explanation).toBe('明細0＋ヘッダ1＋合計1＋エンド1');
  });

  test('where only data records are counted, the formula counts nothing else', () => {
    const layout = { ...layoutNamed('ward'), id: 'dataOnly', recordCountIncludes: 'dataRecords' as const };
    const file = buildFile({
      layout,
      groups: [{ createdDate: '20270411', notices: [{ kind: 'confirmed', paidDate: '20270410', slipNumber: '1', amount: 100 }] }],
      end: { recordCount: '00000001' },
    });
    const count = rowsOf(run({ files: { 'a.dat': file }, layouts: [layout] }), '検査').find((row) => row.item === 'レコード総件数')!;
    expect(shown(count, 'judgement', 'expected', 'actual', 'explanation')).toEqual(['一致', 1, 1, '明細1']);
  });

  test('a total that nobody compared is a row with its reason', () => {
    const unchecked = rowsOf(mixedRun(), '検査').filter((row) => row.judgement === '未検査');
    expect(unchecked).toHaveLength(2 * 7);
    for (const row of unchecked)
      expect(shown(row, 'expected', 'difference', 'explanation')).toEqual([null, null, expect.stringMatching(/^レイアウトに合計欄がありません。/)]);
  });

  test('a file without any group still lists its totals', () => {
    const [, , end] = buildRecords({ groups: [{ createdDate: '20270411', notices: [] }] });
    const rows = rowsOf(run({ files: { 'end.dat': concatenated([end!]) }, layouts: [layoutNamed('ward')] }), '検査').filter(
      (row) => row.judgement === '未検査',
    );
    expect(rows.map((row) => row.item)).toEqual(['速報件数合計', '速報金額合計', '確報件数合計', '確報金額合計', '速報取消件数合計', '速報取消金額合計']);
  });
});

describe('収納明細', () => {
  test('good values have their type, none is empty, impossible ones keep their text', () => {
    const rows = rowsOf(faultyRun(), '収納明細');
    const by = new Map(rows.map((row) => [row.record, row]));
    expect(shown(by.get(6)!, 'kind', 'paidDate', 'use', 'findings')).toEqual(['確報', '20270231', '保留', '項目の値の誤り']);
    expect(shown(by.get(7)!, 'kind', 'use')).toEqual(['04', '保留']);
    expect(shown(by.get(8)!, 'amount', 'checkDigit')).toEqual(['00X000', '0']);
    expect(shown(by.get(9)!, 'paidTime', 'transferDate', 'use')).toEqual(['2575', '20270230', '使用']);
    expect(shown(by.get(4)!, 'use', 'findings')).toEqual(['重複', '同じ通知の重複']);
    expect(shown(by.get(5)!, 'paidDate', 'paidTime', 'transferDate', 'amount')).toEqual([46_487, (9 * 60 + 15) / 1440, null, 3000]);
  });

  test('every field of every layout has a column, so that a row can prove itself', () => {
    const workbook = workbookOf(mixedRun());
    const { columns } = sheetOf(workbook, '収納明細').table!;
    const headers = columns.map(({ header }) => header);
    expect(new Set(headers.map(nameKey)).size).toBe(headers.length);
    expect(headers).toEqual(expect.arrayContaining(['データ識別コード', '識別コード', '予備', 'データ取得日', '収納企業コード', 'バーコード種別', '客層']));
    const rows = rowsOf(mixedRun(), '収納明細', workbook);
    const header = (row: Row, title: string): Cell => row[columns.find((column) => column.header === title)!.key]!;
    expect(rows.map((row) => header(row, '客層'))).toEqual([null, null, null, null, '12', '12']);
    expect(rows.map((row) => header(row, 'データ取得日'))).toEqual([null, null, 46_489, 46_489, 46_489, 46_489]);
    expect(rows.map((row) => String(row.barcode).length)).toEqual(Array(6).fill(44));
  });
});

describe('消込一覧', () => {
  const LEDGER = ['年度', '納付書番号', '納期限', '請求金額'];
  const created = '20270420';
  const paid = (slipNumber: string, amount: number, kinds: ('preliminary' | 'confirmed')[], paidTime = '1000') =>
    kinds.map((kind) => ({ kind, slipNumber, amount, paidDate: '20270410', paidTime }));

  const settlement = run({
    files: {
      'a.dat': {
        groups: [
          {
            createdDate: created,
            notices: [
              ...paid('1', 1000, ['preliminary', 'confirmed']),
              ...paid('1', 1000, ['preliminary', 'confirmed'], '1100'),
              ...paid('2', 1000, ['preliminary']),
              ...paid('2', 1000, ['preliminary'], '1100'),
              ...paid('3', 900, ['preliminary']),
              ...paid('9', 500, ['confirmed']),
            ],
          },
        ],
      },
    },
    ledger: [
      LEDGER,
      ['2027', '1', '2027-04-30', '1000'],
      ['2027', '2', '2027-04-30', '1000'],
      ['2027', '3', '2027-04-30', '1000'],
      ['2027', '4', '2027-04-15', '1000'],
      ['2027', '5', '2027-05-31', '1000'],
      ['2027', '6', '2027-04-30', '1000'],
    ],
  });
  const rows = rowsOf(settlement, '消込一覧');

  test('states, flags and what to check, the gravest first, two at most', () => {
    expect(rows.map((row) => shown(row, 'state', 'flags', 'toCheck'))).toEqual([
      ['収納済', '二重納付', '過納額1000円の還付又は充当を確認'.replace('1000', '1,000')],
      ['速報のみ', '二重納付の疑い', '確報を待つ（還付はまだ）'],
      ['速報のみ', '金額相違', '差額 △100円。納付書と請求額を確認／確報を待つ（督促は保留）'],
      ['未納', '期限超過', '督促の対象か確認（速報との行き違いに注意）'],
      ['未納', null, '納付を待つ'],
      ['未納', null, '納期限より後のデータを待つ'],
      ['収納済', '台帳なし', '年度・番号、他課の納付書でないか確認'],
    ]);
  });

  test('a difference stands only where something was received and the bill is known', () => {
    expect(rows.map((row) => valueOf(row.difference!))).toEqual([1000, 1000, -100, null, null, null, null]);
    expect(rows[0]!.difference).toEqual({
      formula: '消込一覧[[#This Row],[納付額（円）]]+消込一覧[[#This Row],[他の収納額（円）]]-消込一覧[[#This Row],[請求額（円）]]',
      value: 1000,
    });
    expect(rows.map((row) => row.overpaidAmount)).toEqual([1000, 0, 0, 0, 0, 0, null]);
  });

  test('receipts of other channels stand in a column of their own, and count in the difference', () => {
    const received = run({
      files: { 'a.dat': { groups: [{ createdDate: created, notices: paid('1', 1000, ['confirmed']) }] } },
      ledger: [
        [...LEDGER, '収納日', '収納額', '収納方法'],
        ['2027', '1', '2027-04-30', '3000', '2027-04-12', '2000', '窓口'],
        ['2027', '2', '2027-04-30', '1000', '2027-04-12', '1000', '窓口'],
        ['2027', '3', '2027-04-30', '1000', '', '', ''],
      ],
    });
    expect(rowsOf(received, '消込一覧').map((row) => shown(row, 'state', 'paidAmount', 'otherAmount', 'difference'))).toEqual([
      ['収納済', 1000, 2000, 0],
      ['他で収納済', 0, 1000, 0],
      ['未納', 0, null, null],
    ]);
  });

  test('the remarks are left to the clerk', () => {
    expect(rows.every((row) => row.remarks === null)).toBe(true);
  });
});

describe('集計', () => {
  const texts = (settlement: Settlement): string[] =>
    sheetOf(workbookOf(settlement), '集計').cells.flatMap(({ cell }) => (typeof cell === 'string' ? [cell] : []));

  test('without a ledger the unpaid are unknown, not none', () => {
    const cells = sheetOf(workbookOf(withoutLedger()), '集計').cells;
    const unpaid = cells.find(({ cell, column }) => cell === '未納' && column === 0)!;
    expect(cells.filter(({ row, column }) => row === unpaid.row && column > 0 && column < 5).map(({ cell }) => cell)).toEqual(['—', '—', '—', '—']);
    expect(texts(withoutLedger())).toEqual(
      expect.arrayContaining([
        '台帳がないため、未納は分かりません。',
        '台帳がないため、費目と所管課は分かりません。',
        '判定できないもの：未納、金額相違、旧納付書で納付、台帳が古い、台帳なし',
      ]),
    );
  });

  test('without a ledger a slip that is known by a held notice alone is no unpaid one', () => {
    const held = { kind: 'preliminary', slipNumber: '7', amount: 1000, paidDate: '20270231', paidTime: '1000' } as const;
    const settlement = run({ files: { 'a.dat': { groups: [{ createdDate: '20270420', notices: [held] }] } } });
    expect(rowsOf(settlement, '消込一覧')).toHaveLength(1);
    const { cells } = sheetOf(workbookOf(settlement), '集計');
    for (const word of ['未納', '計']) {
      const { row } = cells.find(({ cell, column }) => cell === word && column === 0)!;
      expect(valueOf(cells.find((one) => one.row === row && one.column === 1)!.cell)).toEqual(word === '計' ? 0 : '—');
    }
  });

  test('where no money is to come it says so, and draws no chart of nothing', () => {
    expect(texts(goldenRun('no-data'))).toContain('消込に使った確報はありません。入金の予定はありません。');
    expect(sheetOf(workbookOf(goldenRun('no-data')), '集計').charts.map(({ look }) => look.shape)).toEqual(['shareBars']);
    expect(sheetOf(workbookOf(run({ files: {} })), '集計').charts).toEqual([]);
  });

  test('every state and flag stands in the legend with its meaning', () => {
    expect(texts(goldenRun('week'))).toEqual(expect.arrayContaining(Object.values(sheetJa.summary.meanings)));
  });

  test('many fees are told in one row, and nothing is lost', () => {
    const workbook = workbookOf(hostileRun());
    const { cells } = sheetOf(workbook, '集計');
    const title = cells.find(({ cell }) => cell === '費目別の納付書')!;
    const total = cells.find(({ cell, row }) => cell === '計' && row > title.row)!;
    expect(cells.find(({ row, column }) => row === total.row && column === 1)!.cell).toMatchObject({ value: hostileRun().slips.count });
    expect(total.row - title.row).toBe(14);
  });
});

describe('kinds that only some layouts have', () => {
  const post = { transferDate: '20270420', paidTime: '', store: '' };
  const money = (settlement: Settlement): unknown[] => {
    const cells = sheetOf(workbookOf(settlement), '集計').cells.map(({ cell }) => cell);
    return cells.filter((cell) => isFormula(cell) && /IFS\(.*確報/.test(cell.formula)).map((cell) => valueOf(cell));
  };

  test('a confirmation that was taken back is no money to expect, in no day and through no chain', () => {
    const files = {
      'a.csv': dskFile(dskRow('12', post), dskRow('22', post), dskRow('02', { slipNumber: '000001000383', amount: 4000, transferDate: '20270420' })),
    };
    const settlement = run({ files });
    expect(rowsOf(settlement, '収納明細').map((row) => shown(row, 'kind', 'use'))).toEqual([
      ['確報', '訂正済'],
      ['22', '使用'],
      ['確報', '使用'],
    ]);
    const sums = money(settlement);
    expect(new Set(sums)).toEqual(new Set([1, 4000]));
    expect(sums.length).toBeGreaterThanOrEqual(4);
  });

  test('a notice of a kind that is left out is called so, not a repetition', () => {
    const layout = soundLayout(changedWard((data) => Object.assign(data, { otherKinds: { '09': 'ignored' } })));
    const bytes = buildFile({ groups: [{ createdDate: '20270406', notices: [{ kind: 'preliminary', paidDate: '20270405', slipNumber: '1', amount: 3000 }] }] });
    bytes.set([0x30, 0x39], 123);
    const settlement = run({ files: { 'a.dat': bytes }, layouts: [layout] });
    expect(rowsOf(settlement, '収納明細').map((row) => shown(row, 'kind', 'use'))).toEqual([['09', '対象外']]);
  });
});

test('取込履歴 keeps what was there and adds a row for each file', () => {
  const settlement = faultyRun();
  const before: HistoryRow = {
    runAt: 46_516,
    operation: '取込',
    file: 'old.dat',
    createdDate: '2027/05/07、2027/05/08',
    layout: 'x',
    details: 1,
    preliminary: 1,
    confirmed: 0,
    preliminaryCancelled: 0,
    confirmedAmount: 0,
    judgement: '一致',
    errors: 0,
    warnings: 0,
    asOf: 46_516,
    version: '1',
    sha256: 'aa',
    deleted: null,
  };
  const earlier = { history: [before], imported: new Set<string>(), undone: [], ledgerLeftOut: [] };
  const rows = rowsOf(settlement, '取込履歴', workbookOf(settlement, { earlier }));
  expect(rows.map((row) => shown(row, 'file', 'judgement', 'details', 'errors'))).toEqual([
    ['old.dat', '一致', 1, 0],
    ['faulty.dat', '不一致', 9, expect.any(Number)],
    ['empty.dat', 'エラー', 0, 1],
    ['book.xlsx', 'エラー', null, 1],
  ]);
  expect(rows[1]!.runAt).toBeCloseTo(46_517 + (14 * 60 + 32) / 1440, 10);
  expect(rows[1]!.createdDate).toBe('2027/04/11、2027/04/12');
});

test('row 2 is never cut off at the edge of the page', () => {
  for (const settlement of [goldenRun('week'), goldenRun('wrong-total'), faultyRun(), mixedRun(), withoutLedger()]) {
    for (const { cells, columnWidths, print } of workbookOf(settlement).sheets) {
      const room = columnWidths.slice(0, print.columns).reduce((sum, width) => sum + width, 0);
      const { cell, style } = cells.find(({ row, column }) => row === 1 && column === 0)!;
      expect(textWidth(String(cell)) * (style!.size! / 11)).toBeLessThan(room);
    }
  }
});

test('in English every sheet speaks English but for what the files say', () => {
  const workbook = workbookOf(goldenRun('wrong-total'), { words: en, sheetWords: sheetEn });
  const texts = workbook.sheets
    .filter(({ name }) => name !== 'Ledger')
    .flatMap(({ cells, table }) => [...cells.map(({ cell }) => valueOf(cell)), ...(table?.columns.map(({ header }) => header) ?? [])])
    .filter((value): value is string => typeof value === 'string');
  const japanese = texts.filter((text) => /[ぁ-ん]/.test(text) && !/保育料|区収納データ/.test(text));
  expect(japanese).toEqual([]);
});

test.each([
  ['a week', () => goldenRun('week')],
  ['faults of all kinds', faultyRun],
  ['texts that try to be something else', hostileRun],
  ['no ledger', withoutLedger],
])('no cell stands where another does, and no chart over one: %s', (_name, settled) => {
  for (const { name, cells, charts, columnWidths } of workbookOf(settled()).sheets) {
    const places = cells.map(({ row, column }) => `${name} ${row},${column}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    for (const { from, to } of charts) {
      expect(to.column).toBeLessThanOrEqual(columnWidths.length);
      const covered = cells.filter(({ row, column }) => row >= from.row && row < to.row && column >= from.column && column < to.column);
      expect(covered).toEqual([]);
    }
  }
});
