/** Which words does the view of the workbook use? */
import type { LeftOutKind } from '../xlsx/leftOut';

export interface ViewWords {
  readonly workbook: string;
  readonly unsaved: string;
  readonly saved: string;
  readonly save: string;
  readonly open: string;
  readonly notRead: string;
  readonly leftOutOfFile: (parts: string) => string;
  readonly leftOutOfWorkbook: (parts: string) => string;
  readonly leftOut: (what: LeftOutKind, count: string) => string;
  readonly nameBox: string;
  readonly formula: string;
  readonly sheets: string;
  readonly addSheet: string;
  readonly renameSheet: (name: string) => string;
  readonly protectedSheet: string;
  readonly ready: string;
  readonly editing: string;
  readonly filtered: (shown: string, all: string) => string;
  readonly count: string;
  readonly sum: string;
  readonly average: string;
  readonly notCalculated: (reason: string) => string;
  readonly notEvaluated: (reason: string) => string;
  readonly someNotEvaluated: string;
  readonly filterOf: (column: string) => string;
  readonly ascending: string;
  readonly descending: string;
  readonly all: string;
  readonly blank: string;
  readonly apply: string;
  readonly clearFilter: string;
  readonly moreValues: (count: string) => string;
  readonly noSuchPlace: string;
  readonly close: string;
  readonly refused: Readonly<Record<string, string>>;
  readonly chartAsText: string;
  readonly grid: (sheet: string) => string;
}

const LEFT_OUT_JA: Readonly<Record<LeftOutKind, string>> = {
  arrayFormulas: '配列数式',
  chartSettings: 'グラフの設定',
  charts: 'グラフ',
  comments: 'メモとコメント',
  conditionalFormats: '条件付き書式',
  dataValidations: '入力規則',
  filters: '絞り込みの条件',
  formulas: 'Excel が受け付けない数式（値は残ります）',
  hyperlinks: 'リンク',
  images: '図と図形',
  linkedWorkbooks: 'ほかのブックへのリンク',
  looks: '書式',
  mergedCells: 'セルの結合',
  outlines: 'グループ化',
  pageBreaks: '改ページ',
  passwords: '保護のパスワード',
  pivotTables: 'ピボットテーブル',
  properties: 'プロパティ',
  richTexts: '文字ごとの書式',
  sheetProperties: 'シートのプロパティ',
  slicers: 'スライサー',
  sparklines: 'スパークライン',
  splitPanes: 'ウィンドウの分割',
  totals: '集計行の関数',
};

const LEFT_OUT_EN: Readonly<Record<LeftOutKind, string>> = {
  arrayFormulas: 'array formulas',
  chartSettings: 'settings of charts',
  charts: 'charts',
  comments: 'notes and comments',
  conditionalFormats: 'conditional formats',
  dataValidations: 'data validations',
  filters: 'conditions of filters',
  formulas: 'formulas that Excel would not take (their values stay)',
  hyperlinks: 'links',
  images: 'pictures and shapes',
  linkedWorkbooks: 'links to other workbooks',
  looks: 'formats',
  mergedCells: 'merged cells',
  outlines: 'groups',
  pageBreaks: 'page breaks',
  passwords: 'passwords of protection',
  pivotTables: 'pivot tables',
  properties: 'properties',
  richTexts: 'formats of single characters',
  sheetProperties: 'properties of sheets',
  slicers: 'slicers',
  sparklines: 'sparklines',
  splitPanes: 'split windows',
  totals: 'functions of total rows',
};

const ja: ViewWords = {
  workbook: 'ブック',
  unsaved: '未保存の変更があります',
  saved: '変更はありません',
  save: '保存（.xlsx）',
  open: '開く（.xlsx）',
  notRead: 'このファイルは.xlsx形式のブックとして読めません。',
  leftOutOfFile: (parts) => `次のものはファイルに保存していません：${parts}`,
  leftOutOfWorkbook: (parts) => `次のものはこのブックに取り込んでいません：${parts}`,
  leftOut: (what, count) => `${LEFT_OUT_JA[what]}（${count}件）`,
  nameBox: '名前ボックス（番地を入力して移動します）',
  formula: '選択中のセルの内容',
  sheets: 'シート',
  addSheet: 'シートを追加する',
  renameSheet: (name) => `「${name}」の新しい名前`,
  protectedSheet: '保護されています',
  ready: '準備完了',
  editing: '編集中',
  filtered: (shown, all) => `${all}行のうち${shown}行を表示しています`,
  count: 'データの個数',
  sum: '合計',
  average: '平均',
  notCalculated: (reason) => `この数式は計算していません（${reason}）`,
  notEvaluated: (reason) => `条件付き書式を判定していません（${reason}）`,
  someNotEvaluated: '判定していない条件付き書式があります',
  filterOf: (column) => `「${column}」の並べ替えと絞り込み`,
  ascending: '昇順に並べ替える',
  descending: '降順に並べ替える',
  all: 'すべて選択',
  blank: '（空白のセル）',
  apply: '絞り込む',
  clearFilter: '絞り込みを解除する',
  moreValues: (count) => `ほかに${count}種類の値があります`,
  noSuchPlace: 'その番地や名前はありません',
  close: '閉じる',
  refused: {
    AccessDenied: '保護されているため変更できません。',
    InvalidArgument: '入力した内容を受け付けられません。',
    InsertDeleteConflict: '表の途中のため変更できません。',
    ItemAlreadyExists: '同じ名前があります。',
    NotImplemented: 'この画面では扱えない操作です。',
  },
  chartAsText: 'この種類のグラフは内容だけを表示します',
  grid: (sheet) => `シート「${sheet}」`,
};

const en: ViewWords = {
  workbook: 'Workbook',
  unsaved: 'Unsaved changes',
  saved: 'No changes',
  save: 'Save (.xlsx)',
  open: 'Open (.xlsx)',
  notRead: 'This file cannot be read as an .xlsx workbook.',
  leftOutOfFile: (parts) => `Not saved to the file: ${parts}`,
  leftOutOfWorkbook: (parts) => `Not taken from the file: ${parts}`,
  leftOut: (what, count) => `${LEFT_OUT_EN[what]} (${count})`,
  nameBox: 'Name box: type an address to go there',
  formula: 'Content of the selected cell',
  sheets: 'Sheets',
  addSheet: 'Add a sheet',
  renameSheet: (name) => `New name of ${name}`,
  protectedSheet: 'protected',
  ready: 'Ready',
  editing: 'Editing',
  filtered: (shown, all) => `${shown} of ${all} rows shown`,
  count: 'Count',
  sum: 'Sum',
  average: 'Average',
  notCalculated: (reason) => `This formula is not calculated here (${reason})`,
  notEvaluated: (reason) => `A conditional format is not evaluated here (${reason})`,
  someNotEvaluated: 'Some conditional formats are not evaluated',
  filterOf: (column) => `Sort and filter ${column}`,
  ascending: 'Sort ascending',
  descending: 'Sort descending',
  all: 'Select all',
  blank: '(blank cells)',
  apply: 'Filter',
  clearFilter: 'Clear this filter',
  moreValues: (count) => `${count} more values`,
  noSuchPlace: 'There is no such address or name',
  close: 'Close',
  refused: {
    AccessDenied: 'Protected: this cannot be changed.',
    InvalidArgument: 'This cannot be entered.',
    InsertDeleteConflict: 'This would cut through a table.',
    ItemAlreadyExists: 'This name is taken.',
    NotImplemented: 'This view cannot do that.',
  },
  chartAsText: 'This kind of chart is described only',
  grid: (sheet) => `Sheet ${sheet}`,
};

export type ViewLanguage = 'ja' | 'en';
export const VIEW_WORDS: Readonly<Record<ViewLanguage, ViewWords>> = { ja, en };
