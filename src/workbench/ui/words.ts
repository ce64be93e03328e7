/** Which words does the view of the workbook use? */

export interface ViewWords {
  readonly workbook: string;
  readonly unsaved: string;
  readonly saved: string;
  readonly save: string;
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

const ja: ViewWords = {
  workbook: 'ブック',
  unsaved: '未保存の変更があります',
  saved: '変更はありません',
  save: '保存（.xlsx）',
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
