/** コマンドの文: the command's sentences in Japanese. */
import { SLIP_STATES } from '../reconcile/slips';
import type { LineEnding } from '../file/cut';
import type { CommandWords, EdgeProblem, FileReason, UsageProblem, UsageReason } from './words';
import { number } from '../words/number';

const day = (value: number): string => `${String(value).slice(0, -4)}/${String(value).slice(-4, -2)}/${String(value).slice(-2)}`;

const USAGE: Record<UsageReason, (value: string, problem: UsageProblem) => string> = {
  noFile: () => '収納データのファイルを指定してください。',
  unknownOption: (value) => `「${value}」というオプションはありません。`,
  missingValue: (value) => `${value} には値が必要です。`,
  unexpectedValue: (value) => `${value} には値を付けられません。`,
  repeated: (value) => `${value} が2回あります。1つにしてください。`,
  asOf: (value) => `--as-of は暦にある年月日（2027-04-30の形）のはずですが、「${value}」です。`,
  noFileOn: (value) => `--no-file-on は暦にある年月日（2027-04-30の形）をコンマで区切った一覧のはずですが、「${value}」です。`,
  grace: (value) => `--grace は0から60までの整数（営業日数）のはずですが、「${value}」です。`,
  lang: (value) => `--lang は ja 又は en のはずですが、「${value}」です。`,
  financeSlips: (value) => `--finance-slips は last4 又は rows のはずですが、「${value}」です。`,
  csvCharset: (value) => `--csv-charset は cp932 又は utf-8 のはずですが、「${value}」です。`,
  csvStates: (value) => `--csv-states は ${SLIP_STATES.join('、')} をコンマで区切った一覧のはずですが、「${value}」です。`,
  dates: (value) => `--dates は western 又は wareki のはずですが、「${value}」です。`,
  print: (value) => `--print は colour 又は mono のはずですが、「${value}」です。`,
  keepColumns: (value) => `--keep-columns の「${value}」は個人を示す列です。書くには --with-names を付けてください。`,
  needsWorkbook: (value) => `${value} は --out 又は --finance と一緒に指定してください。CSVには使えません。`,
  needsOption: (value, { other }) => `${value} は ${other} と一緒に指定してください。`,
  outName: (value, { option, ending }) => `${option} のファイル名は ${ending} で終わるはずですが、「${value}」です。`,
  outIsInput: (value, { option }) => `${option} の「${value}」は読み込むファイルと同じです。別の名前にしてください。`,
  outTwice: (value, { option, other }) => `${option} の「${value}」は ${other} と同じファイルです。別の名前にしてください。`,
};

const FILE: Record<FileReason, string> = {
  missing: '見つかりません',
  isFolder: 'ファイルではなくフォルダーです',
  forbidden: 'アクセス権がないか、ほかのソフトで開いています',
  tooLarge: '2GBを超えています',
  noSpace: '保存先の空き容量が足りません',
  noFolder: '保存先のフォルダーがありません',
  nameTooLong: '名前が長すぎます。短くしてください',
  closed: '受け取る側が閉じています',
  busy: '別の実行が同じファイルに書き込んでいます。それが終わってから、もう一度実行してください',
  other: '読み書きできません。ほかのソフトで開いている場合は閉じてください',
};

type PasswordRefused = Extract<EdgeProblem, { code: 'passwordRefused' }>;
const PASSWORD: Record<PasswordRefused['reason'], (found: PasswordRefused) => string> = {
  empty: () => '空のファイルです',
  emptyLine: () => '1行目が空です。1行目にパスワードを書いてください',
  tooLong: ({ characters, limit }) => `1行目が${number(characters)}文字で、上限の${number(limit)}文字を超えています`,
  notUtf8: () => '文字コードがUTF-8ではありません',
};

function problem(found: EdgeProblem): string {
  switch (found.code) {
    case 'usage':
      return `${USAGE[found.reason](found.value, found)}（使い方：--help）`;
    case 'cannotOpen':
      return `${found.path} を開けません：${FILE[found.reason]}。`;
    case 'cannotWrite':
      return `${found.path} に書き込めません：${FILE[found.reason]}。何も変更していません。`;
    case 'layoutNotJson':
      return `レイアウト ${found.path} を読めません：JSONではなく、備え付けのレイアウト（ward、mizuho、muf、dsk）の名前でもありません。`;
    case 'layoutRefused':
      return `レイアウト ${found.path} を使えません：${found.sentence}`;
    case 'ledgerRefused':
      return `台帳 ${found.path} を読み込めません：${found.sentence}`;
    case 'receiptsRefused':
      return `他の収納 ${found.path} を読み込めません：${found.sentence}`;
    case 'sinceRefused':
      return `前回の結果 ${found.path} を使えません：${found.at === '' ? 'JSONではありません' : `${found.at} が --json の結果の形ではありません`}。このプログラムの --json の結果を指定してください。`;
    case 'templateNotJson':
      return `CSVのテンプレート ${found.path} を読めません：JSONではなく、備え付けのテンプレート（reconciled、unpaid）の名前でもありません。`;
    case 'templateRefused':
      return `CSVのテンプレート ${found.path} を使えません：${found.sentence}`;
    case 'csvPersonal':
      return `CSVのテンプレート ${found.template} に個人を示す列（${found.columns.join('、')}）があります。書き出すには --with-names を付けてください。何も書き込んでいません。`;
    case 'csvMisfits':
      return `${found.path} に書き込めません：${found.sentence}元の値を直すか、--csv-charset utf-8 を指定してください。何も書き込んでいません。`;
    case 'passwordRefused':
      return `パスワードのファイル ${found.path} を使えません：${PASSWORD[found.reason](found)}。何も書き込んでいません。`;
    case 'cellTooLong':
      return `${found.sentence}元の値を確認してください。何も書き込んでいません。`;
    case 'tooLarge':
      return `${found.sentence}ファイルを分けて実行してください。何も書き込んでいません。`;
  }
}

const LINE_ENDINGS: Record<LineEnding, string> = { crlf: 'CR LF', lf: 'LF', cr: 'CR', none: 'なし', mixed: '混在' };

export const ja: CommandWords = {
  unexpected: (trace) => `予期しない誤りで止まりました（${trace}）。何も書き込んでいません。この文をそのまま開発元に知らせてください。`,
  cannotPrint: (reason, written) =>
    `答えを標準出力に書けません：${FILE[reason]}。${written.length === 0 ? '書き込んだファイルはありません。' : `次のファイルには書き出しました：${written.join('、')}`}`,
  help: `コンビニ収納 消込：収納データ（速報・確報）を検査し、納付書台帳と突き合わせます。

使い方
  npm run -s reconcile -- 収納データ... [--ledger 台帳.csv] [オプション]

オプション
  --ledger 台帳.csv     納付書台帳（UTF-8又はShift_JIS）。ないと未納は分かりません。
  --receipts R.csv      他の収納（窓口・口座振替など）の一覧。何回でも指定できます。
  --no-other-channels   ほかの収納はない（台帳に、ほかで納付され得る納付書はない）と申告します。
  --no-file-on D,...    ファイルが作られなかった日（YYYY-MM-DD）。何回でも指定できます。
  --empty-days-not-sent 明細のない日はファイルが作られないと申告します（抜けた日は督促を止めません）。
  --grace N             督促までの猶予（営業日数、0から60。初めは10）。
  --since ANSWER.json   前回の --json の結果。変わった納付書を示します。
  --layout ID|FILE.json レイアウト（ward、mizuho、muf、dsk 又はJSONファイル）。ないと自動で判定します。
  --as-of YYYY-MM-DD    基準日。期限超過、抜けた日、督促可に使います。ないと今日（日本時間）です。
  --out BOOK.xlsx       消込結果のブックを書き出します。
  --finance FILE.xlsx   財務用のブックを書き出します（個人情報を除き、入金確認のシートを付けます）。
  --finance-slips FORM  財務用の納付書番号の表し方：last4（下4桁、初めの設定）又は rows（消込一覧の行。--out が要ります）。
  --csv FILE.csv        料金システム用の消込データをCSVで書き出します（CRLF）。
  --csv-template T      CSVの列：reconciled（初めの設定）、unpaid（未納の一覧）又はJSONファイル。
  --csv-charset C       CSVの文字コード：cp932 又は utf-8（BOM付き）。ないとテンプレートのとおりです。
  --csv-states S,...    CSVに出す状態：${SLIP_STATES.join('、')}。ないとテンプレートのとおりです。
  --dates western|wareki 書き出す .xlsx の日付を西暦（既定）又は和暦で表示します。
  --print colour|mono   書き出す .xlsx の配色を標準（既定）又は白黒印刷向けにします。
  --password-file FILE  書き出す全ての .xlsx を、ファイルの1行目（UTF-8）をパスワードとして暗号化します。
  --keep-columns 列,列  個人を示さない台帳の列です。ブックの納付書台帳にも書きます。
  --with-names          氏名・納付義務者番号の列もブックとCSVに書きます。
  --json                結果をJSONで出力します。
  --lang ja|en          文の言語（初めは ja）。
  --help                この説明を表示します。

終了コード  0：エラーなし　1：エラーの指摘あり　2：実行できない（何も書き込みません）`,
  layoutHelp: `レイアウトの調べ：レイアウトの分からない収納データを調べ、項目ごとに根拠を付けてレイアウトを提案します。

使い方
  npm run -s layout -- 収納データ... [--ledger 台帳.csv] [オプション]

速報と確報の両方がある数日分のファイルと、その納付書を含む台帳を指定すると、ほぼ全ての項目が分かります。

オプション
  --ledger 台帳.csv     納付書台帳。年度、納付書番号、収納機関コードの位置を台帳の値で確かめます。
  --out LAYOUT.json     提案したレイアウトを書き出します（npm run -s reconcile -- ... --layout LAYOUT.json で使えます）。
  --json                結果をJSONで出力します。
  --lang ja|en          文の言語（初めは ja）。
  --help                この説明を表示します。

終了コード  0：提案あり　1：決まらない項目があり、まだ使えない　2：実行できない（何も書き込みません）`,
  layoutTitle: 'ファイルから作成したレイアウト（未検証）',
  layoutNotWritten: (path) => `決まらない項目があるため、${path} は書き出していません。`,
  layoutReport: {
    headings: ['位置', '桁数', '項目', '種類', '確かさ', '根拠'],
    frame: ({ recordLength, lineEndings, records }) =>
      `レコード長 ${recordLength === null ? '不明' : `${number(recordLength)}バイト`}・改行 ${[...new Set(lineEndings)].map((ending) => LINE_ENDINGS[ending]).join('、') || '不明'}・ファイル ${number(lineEndings.length)}・レコード ${number(records.all)}件中${number(records.fitting)}件が合う・明細 ${number(records.data)}件・組 ${number(records.groups)}`,
    questions: (blocking, all) => `分からないこと（${number(all)}件${blocking > 0 ? `、うち使う前に決めるもの（×）${number(blocking)}件` : ''}）`,
    nearest: (title, sameItems, differences) =>
      differences === 0 ? `備え付けの「${title}」と同じです。` : `備え付けで最も近いもの：「${title}」（同じ項目 ${number(sameItems)}）。違い：`,
  },
  problem,
  layout: ({ title, verified, misfits, records }) => {
    const name = `レイアウト「${title}」${verified || title.includes('未検証') ? '' : '（未検証）'}`;
    const first = records === 1 ? '先頭の1レコード' : `先頭の${number(records)}レコード`;
    if (misfits === 0) return `${name}：${first}は全て合います。`;
    if (misfits * 2 >= records) return `${name}：うまく読めません（${first}で合わない所${number(misfits)}か所）。ファイルとレイアウトを確認してください。`;
    return `${name}：${first}で合わない所${number(misfits)}か所。`;
  },
  notRead: '読んでいません。',
  headings: {
    files: ['ファイル', '作成日', '明細'],
    totals: 'ファイルの合計との照合',
    totalColumns: ['ファイル', '組', '区分', 'ファイルの合計', '明細の計', '差', '判定'],
    states: (slips, hasLedger) => `納付書の状態（${number(slips)}件・金額は${hasLedger ? '請求額' : '納付額'}）`,
    days: 'ファイルのある日',
    receipts: '他の収納（窓口・口座振替など）',
    reminders: '督促',
    changes: (count) => `前回からの変化（${number(count)}件）`,
    flags: '注意（1件の納付書に複数付くことがあります）',
    findings: (errors, warnings) => `検査結果（エラー ${number(errors)}・警告 ${number(warnings)}）`,
  },
  noSlips: '納付書はありません。',
  unknownUnpaid: '—  台帳がないため、未納は分かりません。',
  noFlags: '注意の付いた納付書はありません。',
  unjudged: '判定できないもの：未納、請求なし、金額相違、一部収納、督促可、旧納付書で納付、台帳が古い、台帳なし（台帳がありません）',
  noFindings: '指摘はありません。',
  noFileDays: '作成日の分かるファイルはありません。',
  daysWithFile: (count) => `${number(count)}日分`,
  missingDays: (count, first) =>
    count === 0
      ? '抜けている日はありません。'
      : `抜けている日 ${number(count)}日：${first.map(day).join('、')}${count > first.length ? `ほか${number(count - first.length)}日` : ''}`,
  missingUnknown: '抜けている日は分かりません（日付が暦の範囲にありません）。',
  moreBillers: (count) => `ほか${number(count)}機関`,
  otherChannels: {
    none: 'ないと申告されています（--no-other-channels）。',
    unknown: '分かりません。台帳の「収納日」「収納額」の列、--receipts 又は --no-other-channels で指定してください。',
  },
  receiptsUsed: '使った収納',
  receiptsNotUsed: [
    ['ownChannel', 'コンビニなどの収納（使わない）'],
    ['duplicate', '重複（1回だけ数えた）'],
    ['unclear', '収納データの納付と同じかもしれないもの（使わない）'],
    ['refused', '読めない行（使わない）'],
  ],
  remindable: ({ count, amount, grace, reason }) => {
    const why = {
      noLedger: '台帳がないため、督促できる納付書は分かりません。',
      incomplete: 'データが不完全なため、督促できる納付書はありません。',
      otherChannels: 'ほかの収納が分からないため、督促できる納付書はありません。',
    };
    return reason === null ? `督促可 ${number(count)}件 ${amount}（納期限の${number(grace)}営業日後から）` : why[reason];
  },
  noChanges: '変わった納付書はありません。',
  noSlip: '（なし）',
  severity: { error: 'エラー', warning: '警告' },
  records: (count) => `${number(count)}件`,
  slips: (count) => `${number(count)}件`,
  ofThem: (label, count) => `うち${label}${number(count)}件`,
  more: (count) => `ほか${number(count)}件（全ては --json 又は --out の検査シートにあります）`,
  asOf: (asOf, ledger) => `基準日 ${day(asOf)}・台帳 ${ledger ?? 'なし'}`,
  written: (path) => `${path} に書き出しました。`,
  exportedMismatch: (verdict) => `注意：${verdict}渡す相手にも伝えてください。`,
  csvLacksTrust: (path, columns, trust) =>
    `注意：${path} は未納の納付書を含みますが、${columns.map((column) => `「${column}」`).join('')}の列がありません。渡す相手に次のことを伝えてください：${trust}`,
  csvHasNoSlips: (path, trust) => `注意：${path} に納付書は1件もありません。渡す相手に次のことを伝えてください：${trust}`,
  notRecorded: '書き出しの記録は、どのブックにも残していません。--out を付けると、そのブックの取込履歴に残ります。',
  encrypting: (path) => `暗号化しています：${path}`,
  progress: (stage, amount) => `${stage}（${number(amount)}件）`,
  day,
  difference: (value) => (value === 0 ? '0' : value > 0 ? `+${number(value)}` : `△${number(-value)}`),
};
