/** Does the workbench calculate as LibreOffice does? The same cells and formulas are given to both. */
import { writeXlsx, type Cell } from 'hucre/xlsx';
import { Workbook } from '../../src/workbench/model/workbook';
import { areaAt } from '../../src/workbench/model/address';
import { enter, type Input } from '../../src/workbench/model/entry';
import { addTable, renameTable } from '../../src/workbench/model/tables';
import { CellError, NotCalculated, type Shown } from '../../src/workbench/model/values';
import { recalculatedByLibreOffice } from '../xlsx/independentReaders';

const HEADER = ['状態', '注意', '納付書番号', '請求額（円）', '納付額（円）', '納期限', '費目'];
const BODY: readonly (readonly Input[])[] = [
  ['未納', '期限超過', '00000000001000297', 12000, null, 46510, '住民税'],
  ['収納済', '', '00000000001000298', 8000, 8000, 46511, '住民税'],
  ['収納済', '二重納付、金額相違', '00000000001000299', 500, 1000, 46512, '国民健康保険料'],
  ['取消', '要確認', '00000000001000300', 700, null, 46513, '軽自動車税'],
  ['速報のみ', '再発行', '00000000001000301', 300, 300, 46514, '国民健康保険料'],
  ['未納', '', '007', 100, null, null, 'abc*'],
  ['収納済', '二重納付の疑い', '7', 1, 1, 46515, 'ABC'],
];
const TEXT_COLUMN = 2;
const FIRST_FORMULA = 8;

/** One below the other in column J; those that name cells of a row stand where the row is. */
const FORMULAS: readonly string[] = [
  'COUNTIFS(一覧[状態],"未納")',
  'COUNTIFS(一覧[状態],A2,一覧[請求額（円）],">1000")',
  'SUMIFS(一覧[請求額（円）],一覧[状態],"収納済")',
  'SUMIFS(一覧[納付額（円）],一覧[費目],"国民*",一覧[納付額（円）],">="&300)',
  'COUNTIFS(一覧[注意],"*二重納付*")-COUNTIFS(一覧[注意],"*二重納付の疑い*")',
  'COUNTIFS(一覧[注意],"")',
  'COUNTIFS(一覧[納付額（円）],"")',
  'COUNTIFS(一覧[納付額（円）],"<>")',
  'COUNTIFS(一覧[状態],"<>未納")',
  'COUNTIFS(一覧[費目],"abc~*")',
  'COUNTIFS(一覧[費目],"abc")',
  'COUNTIFS(一覧[納付書番号],7)',
  'COUNTIFS(一覧[納付書番号],"007")',
  'COUNTIF(D2:D8,">=500")',
  'SUMIF(A2:A8,"収納済",D2:D8)',
  'SUM(一覧[請求額（円）])',
  'SUM(D2:D8,10,"5")',
  'SUMPRODUCT(EXACT(一覧[状態],"未納")*1)',
  'SUMPRODUCT(EXACT(一覧[費目],"ABC")*(一覧[状態]="収納済"),一覧[請求額（円）])',
  'SUMPRODUCT((一覧[状態]="未納")*(一覧[請求額（円）]>1000))',
  'SUBTOTAL(9,一覧[請求額（円）])',
  'SUBTOTAL(3,一覧[状態])',
  'SUBTOTAL(109,D2:D8)',
  'COUNT(A2:G8)',
  'COUNTA(A2:G8)',
  'COUNTBLANK(E2:E8)',
  'AVERAGE(一覧[請求額（円）])',
  'MAX(一覧[請求額（円）])-MIN(D2:D8)',
  'IF(J1=0,"",J1/2)',
  'IF(SUM(E2:E8)>1,"一致","不一致")',
  'IFERROR(1/0,"無し")',
  'IFERROR(VLOOKUP("無",A2:D8,2,FALSE),"見つからない")',
  'VLOOKUP("取消",A2:D8,4,FALSE)',
  'INDEX(D2:D8,MATCH("取消",A2:A8,0))',
  'AND(D2>1,E3=8000)',
  'OR(D2<1,NOT(FALSE))',
  'ISNUMBER(FIND("金額",B4))',
  'ISNUMBER(FIND("無",B4))',
  'ISBLANK(E2)',
  'SEARCH("B?",G8)',
  'LEFT(C2,3)&MID(C2,4,2)&RIGHT(C2,4)',
  'LEN(G4)',
  'TRIM("  a  b ")',
  'SUBSTITUTE(B4,"、","/")',
  'UPPER("abc")&LOWER("DEF")',
  'ROUND(2.5,0)+ROUND(-2.5,0)+ROUND(1.005,2)',
  'ROUNDUP(1.01,1)&"|"&ROUNDDOWN(-1.09,1)&"|"&INT(-1.5)',
  'MOD(-7,3)',
  'ABS(-3)^2',
  '-2^2',
  '50%+1',
  '"a"&1.5&TRUE',
  '"abc"="ABC"',
  '1="1"',
  '"2">1',
  'DATE(2027,5,10)',
  'YEAR(F2)&"/"&MONTH(F2)&"/"&DAY(F2)',
  'DATE(2027,14,-3)',
  'VALUE("1,234")',
  'ROW()&","&COLUMN(C1)&","&ROWS(A2:A8)&","&COLUMNS(A2:G8)',
  '1/0',
  'NA()',
  'A2+1',
  'SUM(J61)',
  'E2+1',
  'E2&"x"',
  'E2=""',
  'SUM({1,2;3,4})',
  'SUMPRODUCT({1;2},{3;4})',
  'SUM(集計!A1:A3)',
  "SUM('別 シート'!A1)",
  'N(TRUE)&T("x")',
  'COUNTIFS(一覧[納期限],"<"&DATE(2027,5,6))',
  'TEXT(F2,"yyyy/mm/dd")',
  'TEXT(1234.5,"#,##0")',
  'CONCATENATE(A2,"・",A3)',
];

/** Beside the table, in the table's own rows. */
const ROW_FORMULAS: readonly string[] = ['一覧[[#This Row],[納付額（円）]]-一覧[[#This Row],[請求額（円）]]', 'IF(一覧[[#This Row],[状態]]="未納","×","○")'];

function ours(): Map<string, Shown> {
  const workbook = new Workbook('Book1.xlsx', '一覧表');
  const sheet = workbook.active;
  const others = workbook.addSheet('集計');
  enter(others, areaAt(0, 0, 3, 1), (row) => row + 1);
  enter(workbook.addSheet('別 シート'), areaAt(0, 0), () => 42);
  sheet.changeStyle(areaAt(1, TEXT_COLUMN, BODY.length, 1), { numberFormat: '@' });
  enter(sheet, areaAt(0, 0, 1, HEADER.length), (_, column) => HEADER[column]!);
  enter(sheet, areaAt(1, 0, BODY.length, HEADER.length), (row, column) => BODY[row]![column]!);
  renameTable(addTable(sheet, areaAt(0, 0, BODY.length + 1, HEADER.length), true), '一覧');
  enter(sheet, areaAt(0, FIRST_FORMULA + 1, FORMULAS.length), (row) => `=${FORMULAS[row]!}`);
  for (const [index, formula] of ROW_FORMULAS.entries()) enter(sheet, areaAt(1, FIRST_FORMULA + 2 + index, BODY.length), () => `=${formula}`);
  workbook.touch();
  const values = new Map<string, Shown>();
  for (const [row] of FORMULAS.entries()) values.set(`J${row + 1}`, sheet.shown(row, FIRST_FORMULA + 1));
  for (const [row] of BODY.entries()) for (const column of [0, 1]) values.set(`${'KL'[column]}${row + 2}`, sheet.shown(row + 1, FIRST_FORMULA + 2 + column));
  return values;
}

async function libreOffices(): Promise<Map<string, unknown>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, value] of HEADER.entries()) cells.set(`0,${column}`, { value });
  for (const [row, values] of BODY.entries()) {
    for (const [column, value] of values.entries()) {
      if (value !== null && value !== '') cells.set(`${row + 1},${column}`, { value, ...(column === TEXT_COLUMN ? { type: 'string' } : {}) });
      else if (value === '') cells.set(`${row + 1},${column}`, {});
    }
  }
  for (const [row, formula] of FORMULAS.entries()) cells.set(`${row},${FIRST_FORMULA + 1}`, { formula });
  for (const [index, formula] of ROW_FORMULAS.entries()) for (const [row] of BODY.entries()) cells.set(`${row + 1},${FIRST_FORMULA + 2 + index}`, { formula });
  const book = await writeXlsx({
    sheets: [
      { name: '一覧表', rows: [], cells, tables: [{ name: '一覧', range: `A1:G${BODY.length + 1}`, columns: HEADER.map((name) => ({ name })) }] },
      { name: '集計', rows: [[1], [2], [3]] },
      { name: '別 シート', rows: [[42]] },
    ],
  });
  const [read] = recalculatedByLibreOffice([book]);
  return new Map(Object.entries(read!.sheets[0]!.cells).map(([address, { value }]) => [address, value]));
}

const plain = (value: unknown): unknown => {
  if (value instanceof CellError) return value.code;
  if (value instanceof NotCalculated) return `not calculated: ${value.reason}`;
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
};

/** Where Excel is known to differ from LibreOffice: it finds numbers that are texts, reads typed texts as numbers, and spells truth values. */
const EXCELS_OWN: Readonly<Record<string, unknown>> = {
  'COUNTIFS(一覧[納付書番号],7)': 2,
  'COUNTIFS(一覧[納付書番号],"007")': 2,
  'SUM(D2:D8,10,"5")': 21616,
  '"a"&1.5&TRUE': 'a1.5TRUE',
};

test('every formula gives what LibreOffice gives', async () => {
  const [own, other] = [ours(), await libreOffices()];
  const differing = [...own].flatMap(([address, value]) => {
    const expected = EXCELS_OWN[FORMULAS[Number(address.slice(1)) - 1] ?? ''] ?? other.get(address) ?? '';
    const [mine, theirs] = [plain(value), plain(expected)];
    return mine === theirs ? [] : [`${address} ${FORMULAS[Number(address.slice(1)) - 1] ?? ''}: ${String(mine)} here, ${String(theirs)} in LibreOffice`];
  });
  expect(differing).toEqual([]);
}, 60_000);
