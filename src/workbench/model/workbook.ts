/** What is a workbook? Sheets in an order, with names, settings and parts; who listens is told what changed. */
import { alike } from './alike';
import { relocatedFormula, withRenamedColumn, withRenamedSheet, withRenamedTable, withoutSheet } from '../formula/rewrite';
import { WHOLE_SHEET, areaAt, type Area } from './address';
import { Calculation } from './calculation';
import { accessDenied, alreadyExists, invalidArgument, invalidOperation } from './errors';
import type { Listener, Trigger, WorkbookEvent } from './events';
import type { CustomXmlPart, NamedItem, Protection, SeriesSource } from './records';
import { Sheet, type Book, type Table, type Visibility } from './sheet';
import { formulaRelocation, relocated, type Shift } from './shift';
import { DEFAULT_STYLE, StyleBook, type CellStyle } from './style';

export interface Properties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  category: string;
  manager: string;
  company: string;
  lastAuthor: string;
  revisionNumber: number;
}

/** A workbook that the add-in opened beside this one. */
export interface CreatedWorkbook {
  readonly id: string;
  /** The .xlsx file in base64; null: an empty workbook. */
  readonly base64: string | null;
  /** Told to be opened; handed to who shows it. */
  state: 'made' | 'asked' | 'opened';
}

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

export class Workbook implements Book {
  readonly sheets: Sheet[] = [];
  readonly names: NamedItem[] = [];
  readonly settings = new Map<string, unknown>();
  readonly customProperties = new Map<string, string | number | boolean>();
  readonly customXmlParts: CustomXmlPart[] = [];
  readonly created: CreatedWorkbook[] = [];
  readonly styleBook = new StyleBook();
  readonly usualStyle: CellStyle = DEFAULT_STYLE;
  readonly calculation = new Calculation(this);
  readonly properties: Properties = {
    title: '',
    subject: '',
    author: '',
    keywords: '',
    comments: '',
    category: '',
    manager: '',
    company: '',
    lastAuthor: '',
    revisionNumber: 0,
  };
  protection: Protection | null = null;
  calculationMode: CalculationMode = 'Automatic';
  date1904 = false;
  /** Names that differ only in width are one, and what no name may hold it may not hold in full width either. */
  foldsWidth = false;
  isDirty = false;
  enableEvents = true;
  /** Grows with every change; values that were calculated before are not current any more. */
  revision = 0;
  trigger: Trigger = 'addin';
  active!: Sheet;
  selection: Area = areaAt(0, 0);
  private readonly listeners = new Set<Listener>();
  private readonly relocations = new Set<(shift: Shift) => void>();
  private lastId = 0;

  constructor(
    public name = 'Book1.xlsx',
    firstSheet: string | null = 'Sheet1',
  ) {
    if (firstSheet !== null) this.active = this.newSheet(firstSheet);
  }

  nextId(): string {
    return `{00000000-0000-4000-8000-${(++this.lastId).toString(16).padStart(12, '0')}}`.toUpperCase();
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: WorkbookEvent): void {
    for (const listener of this.listeners) listener(event, this.trigger);
  }

  /** Whatever was calculated may be different now. */
  touch(): void {
    this.revision++;
    this.isDirty = true;
  }

  sheetNamed(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.name === name) ?? this.sheets.find((sheet) => alike(sheet.name, name, this.foldsWidth));
  }

  tables(): Table[] {
    return this.sheets.flatMap(({ tables }) => tables);
  }

  tableNamed(name: string): Table | undefined {
    return this.tables().find((table) => alike(table.name, name, this.foldsWidth));
  }

  named(name: string): NamedItem | undefined {
    return this.names.find((item) => alike(item.name, name, this.foldsWidth));
  }

  /** A Japanese Excel calls its tables テーブル1, テーブル2. @assumption table-usual-names */
  freeTableName(): string {
    let number = this.tables().length + 1;
    while (this.tableNamed(`テーブル${number}`) !== undefined) number++;
    return `テーブル${number}`;
  }

  mayChangeStructure(): void {
    if (this.protection !== null) throw accessDenied('the structure of the workbook is protected');
  }

  addSheet(wanted: string | null): Sheet {
    this.mayChangeStructure();
    const sheet = this.newSheet(wanted === null ? this.freeSheetName() : this.checkedSheetName(wanted));
    this.emit({ kind: 'added', sheet });
    return sheet;
  }

  private newSheet(name: string): Sheet {
    const sheet = new Sheet(this, this.nextId(), name);
    this.sheets.push(sheet);
    return sheet;
  }

  private freeSheetName(): string {
    let number = this.sheets.length + 1;
    while (this.sheetNamed(`Sheet${number}`) !== undefined) number++;
    return `Sheet${number}`;
  }

  /** 1 to 31 characters, none of `\ / ? * [ ] :`, no apostrophe at an end, not "History", no two alike. @assumption sheet-names */
  checkedSheetName(name: string, own?: Sheet): string {
    if (this.foldsWidth && (/[＊／：？［＼］￥]/.test(name) || /^[’＇]|[’＇]$/.test(name))) throw invalidArgument(`the sheet name ${name}`);
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name) || /^history$/i.test(name))
      throw invalidArgument(`the sheet name ${name}`);
    const other = this.sheetNamed(name);
    if (other !== undefined && other !== own) throw alreadyExists(`the sheet ${name}`);
    return name;
  }

  renameSheet(sheet: Sheet, wanted: string): void {
    this.mayChangeStructure();
    const before = sheet.name;
    const after = this.checkedSheetName(wanted, sheet);
    if (after === before) return;
    this.rewriteFormulas((formula) => withRenamedSheet(formula, before, after));
    this.moveSources((source) => (source.sheet === before ? { ...source, sheet: after } : source));
    sheet.name = after;
    this.emit({ kind: 'nameChanged', sheet, before, after });
  }

  /** References to its cells become #REF!. The last visible sheet stays. @assumption sheet-delete */
  deleteSheet(sheet: Sheet): void {
    this.mayChangeStructure();
    if (sheet.visibility === 'VeryHidden') throw invalidOperation('a very hidden sheet');
    if (!this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) throw invalidOperation('a workbook needs a visible sheet');
    const at = this.sheets.indexOf(sheet);
    if (this.active === sheet) this.activate(this.neighbour(sheet));
    this.sheets.splice(at, 1);
    this.rewriteFormulas((formula) => withoutSheet(formula, sheet.name));
    this.moveSources((source) => (source.sheet === sheet.name ? null : source));
    this.emit({ kind: 'deleted', sheet });
  }

  /** The next visible sheet, else the one before. */
  private neighbour(sheet: Sheet): Sheet {
    const at = this.sheets.indexOf(sheet);
    const visible = (other: Sheet): boolean => other.visibility === 'Visible' && other !== sheet;
    const next = this.sheets.slice(at + 1).find(visible) ?? this.sheets.slice(0, at).reverse().find(visible);
    if (next === undefined) throw invalidOperation('a workbook needs a visible sheet');
    return next;
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.mayChangeStructure();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) throw invalidArgument(`position ${position}`);
    const before = this.sheets.indexOf(sheet);
    if (before === position) return;
    this.sheets.splice(before, 1);
    this.sheets.splice(position, 0, sheet);
    this.emit({ kind: 'moved', sheet, before, after: position });
  }

  setVisibility(sheet: Sheet, after: Visibility): void {
    this.mayChangeStructure();
    const before = sheet.visibility;
    if (before === after) return;
    if (after !== 'Visible' && this.active === sheet) this.activate(this.neighbour(sheet));
    sheet.visibility = after;
    this.emit({ kind: 'visibilityChanged', sheet, before, after });
  }

  /** A hidden sheet cannot come to the front. @assumption sheet-activate */
  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw invalidOperation('a hidden sheet cannot be activated');
    if (this.active === sheet) return;
    this.emit({ kind: 'deactivated', sheet: this.active });
    this.active = sheet;
    this.selection = areaAt(0, 0);
    this.emit({ kind: 'activated', sheet });
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.selection = area;
    this.emit({ kind: 'selectionChanged', sheet, area });
  }

  /** Reads a table's header again; formulas follow columns that are called differently now. */
  followHeaders(table: Table): void {
    for (const { before, after } of table.settleHeaders()) {
      if (before === '') continue;
      this.rewriteFormulas((formula, sheet, row, column) => withRenamedColumn(formula, table.name, sheet.tableAt(row, column) === table, before, after));
    }
  }

  renameTableInFormulas(before: string, after: string): void {
    this.rewriteFormulas((formula) => withRenamedTable(formula, before, after));
  }

  /** Who keeps areas of his own is told where they went. */
  onRelocation(listener: (shift: Shift) => void): () => void {
    this.relocations.add(listener);
    return () => this.relocations.delete(listener);
  }

  relocate(shift: Shift): void {
    const relocation = formulaRelocation(shift);
    this.rewriteFormulas((formula, own) => relocatedFormula(formula, own.name, shift.sheet.name, relocation));
    this.moveSources((source) => {
      if (source.sheet !== shift.sheet.name) return source;
      const area = relocated(shift, source.area);
      return area === null ? null : { ...source, area };
    });
    for (const listener of this.relocations) listener(shift);
  }

  /** Where the series of charts take their figures from; null: from nowhere any more. */
  private moveSources(moved: (source: SeriesSource) => SeriesSource | null): void {
    for (const series of this.sheets.flatMap(({ charts }) => charts.flatMap((chart) => chart.series))) {
      if (series.values !== null) series.values = moved(series.values);
      if (series.categories !== null) series.categories = moved(series.categories);
    }
  }

  private rewriteFormulas(change: (formula: string, sheet: Sheet, row: number, column: number) => string): void {
    for (const sheet of this.sheets) {
      for (const { row, column, formula } of [...sheet.cells.formulasIn(WHOLE_SHEET)]) {
        const changed = change(formula.text, sheet, row, column);
        if (changed !== formula.text) sheet.cells.setFormula(row, column, changed);
      }
      for (const format of sheet.conditionalFormats) {
        const [first] = format.areas;
        if (first !== undefined) format.formula = change(format.formula, sheet, first.row, first.column);
      }
      for (const item of sheet.names) item.formula = change(item.formula, sheet, 0, 0);
    }
    const [first] = this.sheets;
    if (first !== undefined) for (const item of this.names) item.formula = change(item.formula, first, 0, 0);
  }
}

/** Only a workbook makes sheets. */
export function ownerOf({ workbook }: Sheet): Workbook {
  if (!(workbook instanceof Workbook)) throw new Error('a sheet of no workbook');
  return workbook;
}
