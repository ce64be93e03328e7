/** What of a sheet, its cells and its tables would Excel not take? */
import { below, childOf, type Element } from './package';

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
/** How many there are of what cells and rules refer to by number. */
export interface Numbered {
  readonly styles: number;
  readonly differentialStyles: number;
  readonly strings: readonly string[];
}
export type Tell = (fault: string) => void;

const [ROWS, COLUMNS, CELL_TEXT, FORMULA, HEADER] = [1_048_576, 16_384, 32_767, 8192, 255];

/** As the schema has them: in another order Excel mends the file, or refuses it. */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios'],
  ...['autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations'],
  ...['hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches'],
  ...['ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts'],
  'extLst',
];

const columnOf = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

export function areaOf(text: string): Area | null {
  const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(text) ?? [];
  if (left === undefined || top === undefined) return null;
  const area = { top: Number(top), left: columnOf(left), bottom: Number(bottom ?? top), right: columnOf(right ?? left) };
  return area.top >= 1 && area.bottom <= ROWS && area.right <= COLUMNS && area.top <= area.bottom && area.left <= area.right ? area : null;
}

const overlap = (one: Area, other: Area): boolean => one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/** `_x0041_` is how a file writes a character that it cannot hold, or that would be read otherwise. */
export const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
export const isForbidden = (text: string): boolean => FORBIDDEN.test(unescaped(text));

/** The texts of cells, by row and column; what is wrong on the way is told. */
function cellsOf(sheet: Element, numbered: Numbered, tell: Tell): Map<string, string> {
  const texts = new Map<string, string>();
  let lastRow = 0;
  for (const row of childOf(sheet, 'sheetData')?.children ?? []) {
    const number = Number(row.attributes['r']);
    if (!(number > lastRow && number <= ROWS)) tell(`row ${row.attributes['r']} after row ${lastRow}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of row.children) {
      const { r = '', s = '0', t = 'n' } = cell.attributes;
      const area = areaOf(r);
      if (area === null || area.top !== number || area.left <= lastColumn) tell(`cell ${r} in row ${number} after column ${lastColumn}`);
      lastColumn = area?.left ?? lastColumn;
      if (!(Number(s) >= 0 && Number(s) < numbered.styles)) tell(`${r} has style ${s} of ${numbered.styles}`);
      formulaFaults(childOf(cell, 'f')?.text, r, tell);
      const value = childOf(cell, 'v')?.text;
      const text =
        t === 's'
          ? numbered.strings[Number(value)]
          : t === 'inlineStr'
            ? below(cell, 't')
                .map((one) => one.text)
                .join('')
            : value;
      if (t === 's' && text === undefined) tell(`${r} shows shared text ${value} of ${numbered.strings.length}`);
      if (!['s', 'n', 'b', 'e', 'str', 'inlineStr'].includes(t)) tell(`${r} is of type ${t}`);
      if (t === 'n' && value !== undefined && !Number.isFinite(Number(value === '' ? NaN : value))) tell(`${r} is no number: ${value}`);
      if (text !== undefined && unescaped(text).length > CELL_TEXT) tell(`${r} has ${text.length} characters`);
      if (text !== undefined && isForbidden(text)) tell(`${r} has a character that no cell can hold`);
      if (text !== undefined && area !== null) texts.set(`${area.top},${area.left}`, text);
    }
  }
  return texts;
}

function formulaFaults(formula: string | undefined, where: string, tell: Tell): void {
  if (formula === undefined) return;
  if (formula.length > FORMULA) tell(`the formula of ${where} has ${formula.length} characters`);
  if (/^=|#REF!/.test(formula)) tell(`the formula of ${where} is ${formula.slice(0, 40)}`);
}

export interface SheetTable {
  readonly path: string;
  readonly table: Element;
}

export function sheetFaults(sheet: Element, tables: readonly SheetTable[], numbered: Numbered, tell: Tell): void {
  const order = sheet.children.map(({ name }) => ORDER.indexOf(name));
  if (order.some((place, index) => place < 0 || place < (order[index - 1] ?? 0)))
    tell(`parts in the order ${sheet.children.map(({ name }) => name).join(' ')}`);
  const texts = cellsOf(sheet, numbered, tell);
  const areas: { readonly what: string; readonly area: Area }[] = [];
  const stands = (what: string, text: string | undefined): Area | null => {
    const area = areaOf(text ?? '');
    if (area === null) tell(`${what} stands at ${text}`);
    for (const other of areas) if (area !== null && overlap(area, other.area)) tell(`${what} overlaps ${other.what}`);
    if (area !== null) areas.push({ what, area });
    return area;
  };
  for (const merged of below(childOf(sheet, 'mergeCells'), 'mergeCell')) stands(`merged ${merged.attributes['ref']}`, merged.attributes['ref']);
  for (const { path, table } of tables) tableFaults(table, stands(path, table.attributes['ref']), texts, (fault) => tell(`${path}: ${fault}`));
  for (const text of childOf(sheet, 'headerFooter')?.children ?? []) if (text.text.length > HEADER) tell(`${text.name} has ${text.text.length} characters`);
  ruleFaults(sheet, numbered, tell);
  let lastColumn = 0;
  for (const { attributes } of childOf(sheet, 'cols')?.children ?? []) {
    const [from, to] = [Number(attributes['min']), Number(attributes['max'])];
    if (!(from > lastColumn && to >= from && to <= COLUMNS)) tell(`columns ${from} to ${to} after column ${lastColumn}`);
    lastColumn = to;
  }
}

function ruleFaults(sheet: Element, numbered: Numbered, tell: Tell): void {
  const priorities = new Set<string | undefined>();
  for (const format of below(sheet, 'conditionalFormatting')) {
    for (const text of (format.attributes['sqref'] ?? '').split(' ')) if (areaOf(text) === null) tell(`a conditional format stands at ${text}`);
    for (const rule of below(format, 'cfRule')) {
      const { dxfId, priority } = rule.attributes;
      if (dxfId !== undefined && Number(dxfId) >= numbered.differentialStyles) tell(`a rule has style ${dxfId} of ${numbered.differentialStyles}`);
      if (priorities.has(priority)) tell(`two rules have priority ${priority}`);
      priorities.add(priority);
      for (const { text } of below(rule, 'formula')) formulaFaults(text, 'a conditional format', tell);
    }
  }
}

function tableFaults(table: Element, area: Area | null, texts: ReadonlyMap<string, string>, tell: Tell): void {
  const columns = below(childOf(table, 'tableColumns'), 'tableColumn');
  const names = columns.map(({ attributes }) => attributes['name'] ?? '');
  if (area === null) return;
  if (columns.length !== area.right - area.left + 1 || String(columns.length) !== childOf(table, 'tableColumns')?.attributes['count'])
    tell(`${columns.length} columns in ${table.attributes['ref']}`);
  const shown = table.attributes['headerRowCount'] !== '0';
  if (area.bottom - area.top < (shown ? 1 : 0)) tell(`no row of data in ${table.attributes['ref']}`);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) tell('two columns have one name');
  if (new Set(columns.map(({ attributes }) => attributes['id'])).size < columns.length) tell('two columns have one id');
  for (const [index, name] of names.entries()) {
    if (name === '' || name.length > 255) tell(`column ${index + 1} has a name of ${name.length} characters`);
    const header = texts.get(`${area.top},${area.left + index}`);
    if (shown && unescaped(header ?? '') !== unescaped(name)) tell(`column ${index + 1} is ${name}, its cell ${header}`);
  }
  for (const formula of ['calculatedColumnFormula', 'totalsRowFormula']) for (const { text } of below(table, formula)) formulaFaults(text, formula, tell);
  const filter = childOf(table, 'autoFilter')?.attributes['ref'];
  const filtered = filter === undefined ? null : areaOf(filter);
  if (filter !== undefined && (filtered === null || filtered.top !== area.top || filtered.left !== area.left || filtered.right !== area.right))
    tell(`its filter stands at ${filter}`);
}
