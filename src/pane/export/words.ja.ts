/** 書き出し画面で利用者が読む全ての言葉: every word of the export view, in Japanese. Rules of writing: docs/glossary.md. */
import type { ExportFailure } from './exportFile';
import { atWorkJa } from '../atWork';
import type { ExportPageWords } from './words';
import { number } from '../../words/number';

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

function failure(failed: ExportFailure): string {
  switch (failed.code) {
    case 'misfits':
      return `${failed.sentence}UTF-8を選んでください。何も書き出していません。`;
    case 'tooLarge':
      return `${failed.sentence}状態や所管課で絞り込んでください。何も書き出していません。`;
    case 'cellTooLong':
      return `${failed.sentence}元の値を確認してください。何も書き出していません。`;
    case 'sheetProtected':
      return `${quoted(failed.sheets)}が保護されているため、書き出しを取込履歴に記録できません。［校閲］→［シート保護の解除］の後、もう一度書き出してください。何も書き出していません。`;
    case 'otherPane':
      return `同じブックを開いている別の作業ウィンドウが、${atWorkJa(failed)}。終わった後、もう一度書き出してください。何も書き出していません。`;
    case 'running':
      return '消込の実行中は書き出せません。実行が終わった後、もう一度書き出してください。何も書き出していません。';
    case 'noHistory':
      return '「取込履歴」の表が見つからないため、書き出しを記録できません。もう一度消込を実行すると、表を作り直します。何も書き出していません。';
    case 'recordFailed':
      return `書き出しを取込履歴に記録できませんでした。ブックの空き容量とネットワークを確認し、もう一度書き出してください。何も書き出していません。（${failed.detail}）`;
    case 'noRemarks':
      return '「消込一覧」の表、又は備考や納付書番号の列が見つからず、備考を読めません。名前を変えたときは元に戻し、消したときはもう一度消込を実行してください。何も書き出していません。';
    case 'readFailed':
      return `ブックの備考と取込履歴を読めませんでした。もう一度書き出してください。何も書き出していません。（${failed.detail}）`;
    case 'engineFailed':
      return `書き出せませんでした。もう一度消込を実行してから書き出してください。（${failed.detail}）`;
  }
}

export const exportPageJa: ExportPageWords = {
  title: '書き出し',
  what: '書き出すもの',
  kinds: {
    finance: { name: '財務用のブック（.xlsx）', holds: '入金確認、集計、検査です。個人情報は含みません。' },
    book: { name: '消込結果のブック（.xlsx）', holds: '選んだシートです。式はそのまま使え、備考も入ります。' },
    slips: { name: '消込一覧（CSV）', holds: '全ての納付書の状態と金額です。' },
    unpaid: { name: '未納の一覧（CSV）', holds: '未納の納付書です。各行に基準日とデータの期間が付きます。' },
    csv: { name: '消込データ（CSV）', holds: '料金システムに渡します。列は、このブックに残すテンプレートで決めます。' },
  },
  mask: '納付書番号',
  masks: { lastFour: '下4桁だけ', rows: '消込一覧の行番号' },
  sheets: 'シート',
  sheetsNote: '検査には収納明細、集計には消込一覧と収納明細が付きます。',
  states: '納付書の状態（消込一覧）',
  section: '所管課（消込一覧）',
  everySection: '全て',
  charset: '文字コード',
  charsets: { 'utf-8': 'UTF-8（BOM付き）', cp932: 'Shift_JIS' },
  names: '氏名・納付義務者番号を含める',
  namesNote: '必要なときだけ含めてください。台帳にない人の欄は空です。',
  password: 'パスワードを付ける',
  passwordNote: 'パスワードはどこにも残しません。忘れると、誰も開けません。',
  passwordFirst: 'パスワード',
  passwordAgain: 'パスワード（確認のためもう一度）',
  passwordTyped: '開くときのExcelの欄では、日本語入力を使えません。半角の英字・数字・記号だけのパスワードにしてください。',
  mismatch: '合計が合っていません。ファイル名に「_不一致あり」を付けます。',
  recorded: '書き出すと、取込履歴に1行を記録します。',
  export: '書き出す',
  problems: {
    noSheet: 'シートを1つ以上選んでください。',
    noState: '状態を1つ以上選んでください。',
    noTemplate: 'テンプレートを選ぶか、作ってください。',
    personalTemplate: 'このテンプレートには氏名又は納付義務者番号の列があります。含めるときは「氏名・納付義務者番号を含める」を選んでください。',
    passwordEmpty: 'パスワードを入力してください。',
    passwordTooLong: 'パスワードは255文字以内にしてください。',
    passwordDiffers: '2つのパスワードが違います。',
  },
  working: '書き出しています',
  steps: { make: 'ファイルを作っています', encrypt: '暗号化しています' },
  progress: '書き出しの進み具合',
  stop: '中止する',
  stopped: '中止しました。何も書き出していません。',
  opened: '新しいブックを開きました。名前を付けて保存してください。',
  openedNote: '次のファイル名をお使いください。',
  fileName: 'ファイル名',
  copyName: 'ファイル名をコピーする',
  toSave: 'ファイルができました。',
  download: (name) => `${name}を保存する`,
  downloadNote: '保存が始まらないときは、上のリンクを押してください。',
  noDownloadNote: 'このExcelでは、保存できないことがあります。そのときは、Windows版又はWeb版のExcelで書き出してください。',
  notOpened: 'Excelが新しいブックを開けなかったため、ファイルとして保存します。',
  encrypted: 'パスワードの付いたブックは、保存してから開いてください。',
  added: (sheets) => `式に必要なため、${quoted(sheets)}も入れました。`,
  remarksLeft: (count) => `「消込一覧」の表にない納付書の備考が${number(count)}件あります。書き出したブックには入れていません。`,
  notThere: '新しいブックが見当たらないときは、上のリンクから保存してください。',
  saveAs: '場所を選んで保存する',
  copyCsv: '内容をコピーする',
  saving: {
    saved: '保存しました。取込履歴に記録しました。',
    notSaved: '保存していません。',
    notNoted: '取込履歴の「保存未確認」を直せませんでした。もう一度「保存した」を押してください。',
  },
  isSaved: '保存しましたか',
  saved: '保存した',
  again: 'もう一度書き出す',
  failure,
  nothing: '書き出すものがありません。取込で収納データを選び、消込を実行してください。',
  toImport: '取込を開く',
  notThisTime: 'この画面を開いてから、まだ消込を実行していません。このブックに取り込んだファイルでもう一度消し込むと、書き出せます。',
  picked: '取込で選んだファイルがあります。消込を実行すると、書き出せます。',
  reconcileAgain: 'もう一度消し込む',
  template: 'テンプレート',
  readingTemplates: 'テンプレートを読んでいます。',
  unread: {
    title: 'テンプレートを読めませんでした',
    body: 'ブックに残したテンプレートは、そのままです。読み直すまで、新しく作ることはできません。',
    again: 'もう一度読む',
  },
  noTemplates: 'このブックには、まだテンプレートがありません。',
  chooseTemplate: '選んでください',
  newTemplate: 'テンプレートを作る',
  newTemplateName: '料金システム',
  editTemplate: 'テンプレートを直す',
  unreadable: (count) => `読めないテンプレートが${number(count)}件あります。このアドインの新しい版で作られたか、書き換えられています。`,
  doubts: { mismatch: '合計が合っていません。', incomplete: 'データが不完全なため、未納は確定できません。' },
  lacksTrust: (columns) =>
    `${quoted(columns)}の列がありません。未納の納付書を含みますが、合計が合っているか、未納をどこまで信頼できるかを、このファイルだけでは確かめられません。`,
  editorTitle: 'テンプレート',
  name: '名前',
  headerRow: '見出しの行を付ける',
  headerRowNote: '付けないと、1行目からデータになります。',
  dates: '日付の形',
  dateForms: { 'yyyy/mm/dd': '2027/04/30', 'yyyy-mm-dd': '2027-04-30', yyyymmdd: '20270430' },
  columns: '列（左から）',
  columnsNote: '見出しを変えるときだけ入力してください。',
  header: (column) => `「${column}」の見出し`,
  up: (column) => `「${column}」を前へ`,
  down: (column) => `「${column}」を後へ`,
  remove: (column) => `「${column}」を外す`,
  addColumn: '列を加える',
  addColumnChoice: '列を選んでください',
  keep: 'テンプレートをブックに残す',
  kept: 'テンプレートをブックに残しました。ブックを保存してください。',
  notKept: 'テンプレートをブックに残せませんでした。もう一度試してください。',
  drop: 'このテンプレートを消す',
  dropped: (name) => `テンプレート「${name}」を消しました。`,
  leave: 'やめる',
  faults: {
    noName: '名前を入力してください。',
    nameTaken: '同じ名前のテンプレートがあります。',
    noColumns: '列を1つ以上加えてください。',
    noStates: '状態を1つ以上選んでください。',
  },
};
