/** 画面で利用者が読む全ての言葉: every word of the pane, in Japanese. Rules of writing: docs/glossary.md. */
import type { NoticeKind } from '../file/layout';
import { LEDGER_COLUMNS } from '../reconcile/ledger';
import { termsJa as product, termsJaIn, westernDay } from '../words/terms.ja';
import { comparedNothing } from '../verdict';
import { markLabel } from './marks';
import { countedFlag } from './result/flagCounts';
import { differs } from './result/totals';
import type { RunRefusal, RunView, TotalView } from '../engine/protocol';
import { atWorkJa } from './atWork';
import { brokenJa } from './brokenTables.ja';
import type { Failure } from './state/state';
import type { WriteProblem } from '../engine/workbookPort';
import type { StageName } from './state/stages';
import type { Message, PaneWords } from './words';

const { number, yen } = product;
const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');
const short = (title: string): string => title.replace(/（[^（）]*）$/, '');
const megabytes = (bytes: number): string => (bytes < 100_000 ? `${number(Math.max(1, Math.round(bytes / 1000)))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

const KINDS: Record<NoticeKind, string> = product.noticeKinds;
const AMOUNTS = { billed: '請求額', paid: '納付額', overpaid: '過納額' };

const STAGES: Record<StageName, string> = {
  read: '読み込み',
  cut: 'レコードの切り分け',
  check: '検査',
  match: '台帳との突合',
  write: 'シートへの書き込み',
};
const STAGE_NOW: Record<StageName, string> = {
  read: '読み込んでいます',
  cut: 'レコードを切り分けています',
  check: '検査しています',
  match: '台帳と突き合わせています',
  write: 'シートに書き込んでいます',
};

function writeFailure(problem: Exclude<WriteProblem, { code: 'stopped' }>): Message {
  switch (problem.code) {
    case 'sheetProtected':
      return {
        title: 'シートが保護されています',
        body: `${quoted(problem.sheets)}に書き込めません。［校閲］→［シート保護の解除］の後、もう一度実行してください。何も変更していません。`,
      };
    case 'workbookProtected':
      return {
        title: 'ブックの構成が保護されています',
        body: 'シートを追加できません。［校閲］→［ブックの保護］を解除した後、もう一度実行してください。何も変更していません。',
      };
    case 'readOnly':
      return {
        title: 'ブックを変更できません',
        body: 'このブックは読み取り専用か、変更が許可されていません。［編集を有効にする］を押すか、名前を付けて保存したブックで、もう一度実行してください。何も変更していません。',
      };
    case 'nameTaken':
      return {
        title: '同じ名前のシートがあります',
        body: `「${problem.sheet}」はこのアドインが作ったシートではないため、上書きしません。シート名を変えてください。`,
      };
    case 'columnsRenamed':
      return {
        title: '列の見出しが変わっています',
        body: `「${problem.sheet}」に${quoted(problem.columns)}の見出しが見つかりません。このまま書き込むと備考がどの納付書のものか分からなくなるため、何も変更していません。見出しを元に戻した後、もう一度実行してください。`,
      };
    case 'countsFrom1904':
      return {
        title: '日付を1904年から数えるブックです',
        body: '日付が4年ずれるため、何も変更していません。新しいブックで実行してください。',
      };
    case 'writeFailed':
      return {
        title: 'シートに書き込めませんでした',
        body: `「${problem.sheet}」${number(problem.rows)}/${number(problem.of)}行で失敗しました。シートは実行前の状態に戻しました。${problem.perhaps === undefined ? 'ブックの空き容量とネットワークを確認し' : 'シートを2枚以上選んでいる場合は、シート見出しを1つだけ押し'}、もう一度実行してください。`,
      };
    case 'tablesBroken':
      return brokenJa(problem.faults);
    case 'otherPane':
      return {
        title: 'ほかの作業ウィンドウが書き込んでいます',
        body: `同じブックを開いている別の作業ウィンドウ又は別の利用者が、${atWorkJa(problem)}。終わった後、もう一度実行してください。このウィンドウからは何も変更していません。`,
      };
    case 'endUnknown':
      return {
        title: '書き込みが終わったか確かめられません',
        body: '最後の書き込みの後、Excelから応答がありません。ブックを保存して開き直してください。書き込みが終わっていれば結果が表示され、終わっていなければ実行前の状態に戻ります。',
      };
    case 'rollbackFailed':
      return {
        title: 'シートを元に戻せませんでした',
        body: `「${problem.sheet}」が書きかけです。${problem.perhaps === undefined ? '' : 'シートを2枚以上選んでいる場合は、シート見出しを1つだけ押してください。'}ブックを保存せずに閉じて、開き直してください。収納データは失われていません。`,
      };
  }
}

function refused(refusal: RunRefusal): Message {
  switch (refusal.code) {
    case 'originalsChanged':
      return {
        title: '取込原本が変わっています',
        body: `「取込原本」にある${quoted(refusal.files)}が、取り込んだときの内容と違うか、なくなっています。何も変更していません。「履歴」でこの取込を取り消し、元のファイルを取り込み直してください。`,
      };
    case 'deletionChanged':
      return {
        title: '消去の内容が変わりました',
        body: '確認した後にブックの内容が変わりました。何も変更していません。消去の内容をもう一度確認してください。',
      };
    case 'ledgerRefused':
      return { title: '台帳を読み込めません', body: `${refusal.name}：${product.ledgerRefusal(refusal.refusal)}何も変更していません。` };
    case 'ledgerUnreadable':
      return { title: '台帳を読み込めません', body: `${refusal.name}：${product.csvProblem(refusal.problem)}何も変更していません。` };
    case 'receiptsRefused':
      return { title: '他の収納を読み込めません', body: `${refusal.name}：${product.ledgerRefusal(refusal.refusal)}何も変更していません。` };
    case 'receiptsUnreadable':
      return { title: '他の収納を読み込めません', body: `${refusal.name}：${product.csvProblem(refusal.problem)}何も変更していません。` };
  }
}

function failure(failed: Failure): Message {
  switch (failed.code) {
    case 'fileUnreadable':
      return { title: 'ファイルを読めません', body: `${failed.name}を開けませんでした。ほかのソフトで開いている場合は閉じて、選び直してください。` };
    case 'layoutRefused':
      return { title: 'レイアウトを読み込めません', body: product.layoutProblem(failed.problem) };
    case 'layoutNotJson':
      return { title: 'レイアウトを読み込めません', body: `${failed.name}はJSONの書き方になっていません。ファイルを確認してください。` };
    case 'tooLarge':
      return {
        title: 'Excelの行数に収まりません',
        body: '1枚のシートに入る1,048,576行を超えています。収納データを分けて、別のブックで実行してください。何も変更していません。',
      };
    case 'engineFailed':
      return {
        title: '処理を続けられませんでした',
        body: 'シートは実行前のままです。もう一度実行してください。続く場合は、詳細を情報システム担当に伝えてください。',
      };
    case 'run':
      return refused(failed.refusal);
    case 'sheetGone':
      return {
        title: 'シートが見つかりません',
        body: `「${failed.sheet}」がこのブックにありません。削除した場合は、もう一度消込を実行すると作り直します。`,
      };
    case 'manyLedgers':
      return { title: '台帳は1つだけ使えます', body: `「${failed.used}」を使います。${quoted(failed.left)}は使いません。` };
    case 'write':
      return writeFailure(failed.problem);
  }
}

const differenceSentence = (difference: number, measure: 'count' | 'amount'): string =>
  `明細が${number(Math.abs(difference))}${measure === 'amount' ? '円' : '件'}${difference < 0 ? '少ない' : '多い'}`;

const someOfThemPerhaps = (count: number): string => `うち疑い${number(count)}`;

function differenceSaid({ item, measure, declared, counted }: TotalView): string {
  const unit = measure === 'amount' ? '円' : '件';
  const difference = differenceSentence(counted - declared!, measure);
  return `${product.totals[item] ?? item}、ファイルの合計${number(declared!)}${unit}、明細の計${number(counted)}${unit}、${difference}。`;
}

/** Without a ledger nobody knows the unpaid: no zero is said. */
function slipsSaid({ verdict, trustSentence, ledger, states, flags }: RunView): string {
  const flagged = flags.map(countedFlag).map(({ mark, count, perhaps }) => {
    const some = perhaps === 0 ? '' : `（${someOfThemPerhaps(perhaps)}件）`;
    return `${markLabel(mark, product)}${number(count)}件${some}`;
  });
  const notes = flagged.length === 0 ? '' : `注意は${flagged.join('、')}`;
  if (ledger === null || comparedNothing(verdict))
    return `${ledger === null ? '台帳がないため、未納は分かりません。' : trustSentence}${notes === '' ? '' : `${notes}。`}`;
  const unpaid = states.find(({ state }) => state === 'unpaid')?.count ?? 0;
  return `未納${number(unpaid)}件${notes === '' ? '' : `、${notes}`}。`;
}

export const paneJa: PaneWords = {
  product,
  productName: 'コンビニ収納 消込',
  tabs: { import: '取込', result: '結果', history: '履歴' },
  screens: '画面',
  menu: 'その他',
  pages: {
    export: '書き出す',
    finance: '財務用を書き出す',
    deletion: '個人情報の消去',
    reminders: '督促',
    calendar: '受信カレンダー',
    settings: '設定',
    bench: 'レイアウトを作る',
    usage: '使い方',
    trials: 'このExcelで確かめる',
    about: 'このアドインについて',
  },
  back: '戻る',
  close: '閉じる',
  notKnown: '不明',
  minus: (text) => `マイナス${text}`,
  between: '・',
  count: (value) => `${number(value)}件`,
  countUnit: '件',
  yenUnit: '円',
  files: (value) => `${number(value)}ファイル`,
  details: (value) => `明細${number(value)}件`,

  firstTitle: 'コンビニ収納の消込',
  steps: ['収納データ（速報・確報）を選ぶ', '納付書台帳（CSV）を選ぶ', '消込を実行する'],
  staysHere: 'ファイルはこのパソコンの中だけで処理し、外部に送りません。',
  practice: '練習用データで試す',
  practiceNote: '架空の収納データと台帳を選んだ状態にします。',
  chooseFiles: '収納データを選ぶ',
  addFiles: 'ファイルを追加する',
  dropHere: 'ここに置くと追加します',
  settlementData: '収納データ',
  ledger: '納付書台帳',
  inspecting: 'ファイルを確認しています',
  removeFile: (name) => `${name}を外す`,
  removeLedger: (name) => `台帳${name}を外す`,
  fileList: '選んだ収納データ',
  fileAbout: ({ layout, createdDates, details }, day) => [
    ...(layout === null ? [] : [short(layout.title)]),
    ...(createdDates.length === 0 ? ['作成日不明'] : [`${day(createdDates[0]!)}作成${createdDates.length > 1 ? ` ほか${createdDates.length - 1}日` : ''}`]),
    `明細${number(details)}件`,
  ],
  unverified: '未検証',
  unverifiedNote: '桁数が収納代行会社の資料で確かめられていないレイアウトです。',
  standings: {
    alreadyImported: '取り込み済みのため読み込みません',
    chosenTwice: '同じ内容のファイルを2回選んでいます。1回だけ読み込みます。',
    emptyFile: '空のファイルです。受け取り直したファイルを選んでください。',
    ebcdicFile: 'EBCDICのファイルです。収納代行会社にShift_JISでの提供を依頼してください。',
    notASettlementFile: '収納データではありません。収納代行会社から受け取ったファイルをそのまま選んでください。',
  },
  goesIntoResult: 'このまま実行すると、結果にエラーとして記録します。',
  badlyRead: (layout, misfits) => `どのレイアウトでもうまく読めません（最も近いもの：${short(layout)}、エラー${number(misfits)}件）。`,
  chooseLayout: 'レイアウトを選ぶ',
  studyLayout: 'この様式を調べる',
  noLedger: '台帳がないと、未納・金額相違・旧納付書で納付・台帳が古い・台帳なしは判定できません。',
  chooseLedger: '納付書台帳を選ぶ',
  chooseTable: 'ブックの表を使う',
  replaceLedger: '差し替える',
  heldLedger: (slips) => `${number(slips)}件・ブックにある台帳を使います`,
  tableChoice: (name, sheet) => `${name}（シート「${sheet}」）`,
  ledgerAbout: ({ rows, billed, charset }) =>
    `${number(rows)}件・${yen(billed)}・${charset === 'utf-8' ? 'UTF-8' : charset === 'shift_jis' ? 'Shift_JIS' : 'ブックの表'}`,
  ledgerRefused: '台帳を読み込めません',
  ledgerUnfit: (unfit) =>
    unfit.code === 'rounded'
      ? `${number(unfit.rows)}行のうち${number(unfit.rounded)}行の納付書番号が丸められています（下の桁が0、又は1.00E+16の形）。Excelで開いて保存したCSVは使えません。納付書を発行したシステムから出し直し、Excelで開かずに選んでください。`
      : unfit.code === 'otherYear'
        ? `この台帳は${unfit.ledger.join('、')}年度のもので、選んだ収納データの年度（${unfit.files.join('、')}）の納付書が1件もありません。収納データと同じ年度の台帳を選んでください。`
        : `${number(unfit.rows)}行のどれにも、読み取れる年度と納付書番号がありません。列の対応とファイルを確認し、選び直してください。`,
  chooseLedgerAgain: '台帳を選び直す',
  matchColumns: '列を対応させる',
  matchNote: '台帳の列を、それぞれの項目に選んでください。',
  noColumn: '（使わない）',
  required: '（必須）',
  useMatch: 'この対応で読み込む',
  chosenForTwo: (column) => `「${column}」：同じ列を2つの項目に選んでいます。`,
  ledgerColumns: LEDGER_COLUMNS,
  asOf: '基準日',
  asOfNote: '期限超過の判定に使います。',
  asOfMissing: '2027/05/10のように入れてください。',
  asOfOther: (today) => `今日（${today}）とは違う日です。`,
  useToday: '今日の日付にする',
  together: (files, details) => `取り込み済みの${number(files)}ファイル（明細${number(details)}件）と合わせて消し込みます。`,
  alreadyIn: 'このブックに取り込み済み',
  lastRun: (runAt, verdict) => `最後の実行　${runAt}（${verdict}）`,
  run: (files) => `${number(files)}ファイルで消込を実行する`,
  runAgain: '台帳を替えて消込を実行する',
  rerun: 'もう一度消込を実行する',
  nothingToRead: '読み込むファイルがありません',
  practiceMixed: '練習用データと実際のデータが混ざるため、実行できません。実際のデータは、練習用データのない新しいブックで取り込んでください。',
  chosenSaid: (all, files, loaded) =>
    `${number(all)}ファイル。${number(files)}ファイルを読み込みます。${loaded > 0 ? `${number(loaded)}ファイルは取り込み済みです。` : ''}`,
  removedSaid: (name) => `${name}を外しました。`,

  running: '消込を実行しています',
  deleting: '消去しています',
  progress: '消込の進み具合',
  elapsed: (seconds) => `経過 ${number(seconds)}秒`,
  stages: STAGES,
  stageNow: STAGE_NOW,
  stageSaid: (stage, place, of) => `${STAGE_NOW[stage]}。${of}段階の${place}番目。`,
  stageAmount: (stage, amount, bytes) => (stage === 'read' ? `${number(amount)}ファイル${bytes === 0 ? '' : ` ${megabytes(bytes)}`}` : `${number(amount)}件`),
  writing: (sheet, rows, of) => (of === 0 ? `「${sheet}」` : `「${sheet}」${number(rows)}/${number(of)}行`),
  restoring: 'シートを実行前の状態に戻しています',
  waits: {
    cell: { title: 'セルの編集が終わるのを待っています', body: 'Enterキーを押すか別のセルを選ぶと、続きを始めます。' },
    book: {
      title: 'このブックに戻ってください',
      body: 'ほかのブックが前面にあるため、Excelが処理を受け付けません。このブックを前面に出すと、続きを始めます。',
    },
  },
  mend: '表を作り直す',
  mended: '表を作り直しました。もう一度実行できます。',
  stayInFront: '実行中は、ほかのブックを前面に出さないでください。',
  stopNote: '中止すると、シートは実行前のままです。',
  stopNoteWriting: '中止すると、シートを実行前の状態に戻します。',
  stop: '中止する',
  stopping: '中止しています',
  startedSaid: '消込を始めました。',
  endedSaid: (result) => {
    const { verdict, verdictSentence, totals, complete } = result;
    const first = totals.find(differs);
    const doubt = complete || comparedNothing(verdict) ? '' : 'データが不完全です。';
    return `消込が終わりました。${verdictSentence}${first === undefined ? slipsSaid(result) : differenceSaid(first)}${doubt}`;
  },

  failure,
  openHistory: '履歴を開く',
  runOnceMore: 'もう一度実行する',
  chooseAgain: 'ファイルを選び直す',
  copyDetails: '詳細をコピーする',
  copied: 'コピーしました。',
  notCopied: 'コピーできませんでした。次の内容を選択してコピーしてください。',
  stopped: (holdsChoice) => ({ title: '中止しました', body: `シートは実行前のままです。${holdsChoice ? '選んだファイルは残っています。' : ''}` }),
  crash: { title: '予期しない問題が起きました', body: '画面を読み込み直してください。ブックの内容はそのままです。' },
  reload: '読み込み直す',
  oldExcel: (needs, has) => ({
    title: 'このExcelでは使えません',
    body: `必要な機能：ExcelApi ${needs}以上　このExcel：${has}。Excel 2021以降又はMicrosoft 365でお使いください。情報システム担当に次の内容をお伝えください。`,
  }),

  oldBrowser: (lacks) => ({
    title: 'このExcelでは使えません',
    body: `OSの部品に必要な機能（${lacks}）がありません。OSを更新してください。情報システム担当に次の内容をお伝えください。`,
  }),
  showSelected: '選んだ行を表示',
  noneSelected: '消込一覧の行を選んでから押してください。',
  noResult: '結果はまだありません。収納データを選び、消込を実行すると表示します。',
  noResultYet: (runAt, verdict) =>
    `最後の実行は${runAt}（${verdict}）です。内容はブックのシートにあります。ここに表示するには、もう一度消込を実行してください。`,
  goToImport: '取込を開く',
  verdictCounts: (details, errors, warnings) => `明細${number(details)}件・エラー${number(errors)}件・警告${number(warnings)}件`,
  findingsLink: (count) => `検査結果（${number(count)}件）を開く`,
  totalsTitle: 'ファイルの合計との照合',
  totalsHead: { kind: '区分', count: '件数', amount: '金額（円）', judgement: '判定' },
  kinds: KINDS,
  recordCount: product.totals['recordCount']!,
  agrees: product.verdicts.agrees,
  differs: product.verdicts.mismatch,
  unchecked: product.verdicts.unchecked,
  declared: 'ファイルの合計',
  counted: '明細の計',
  difference: '差',
  differenceSentence,
  differingPlace: (file, group) => [...(file === null ? [] : [file]), ...(group === null ? [] : [`組${group}`])].join(' '),
  moreDiffering: (count) => `ほか ${number(count)}か所`,
  uncheckedItems: (count) => `未検査 ${number(count)}項目：`,
  nothingRead: '読み込めたファイルがないため、照合した合計はありません。',
  layoutUnverified: (layout) => `レイアウト「${short(layout)}」は未検証です。`,
  statesTitle: '納付書の状態',
  statesAbout: (slips, amount, kind) => `${number(slips)}件・${AMOUNTS[kind]} ${yen(amount)}`,
  amountKinds: AMOUNTS,
  openList: '一覧を開く',
  flagsTitle: '注意',
  flagsNote: '1件の納付書に複数付くことがあります',
  noFlags: '注意の付いた納付書はありません。',
  someOfThemPerhaps,
  cannotJudge: '判定できないもの：未納、金額相違、旧納付書で納付、台帳が古い、台帳なし',
  findingsTitle: '検査結果',
  findingCounts: (errors, warnings) => `エラー ${number(errors)}・警告 ${number(warnings)}`,
  openFindings: '検査結果を開く',
  runFacts: (asOf, ledger, runAt) => [`基準日 ${asOf}`, ledger === null ? '台帳なし' : `台帳 ${ledger}`, `${runAt} 実行`],
  openReconciliation: '消込一覧を開く',
  openChecks: '検査シートを開く',

  severities: { error: 'エラー', warning: '警告' },
  noFindings: '指摘はありません。',
  sameContent: (count) => `同じ内容 ${number(count)}件を表示する`,
  foldSame: '同じ内容をまとめる',
  openCheckRow: '検査シートの行を開く',

  search: '納付書番号で探す',
  noMatch: 'この条件の納付書はありません。番号を確認してください。',
  noSlipInList: 'この条件の納付書はありません。',
  clearSearch: '検索をやめる',
  filterSheet: 'シートで絞り込む',
  listAbout: (count, amount, kind) => `${number(count)}件・${AMOUNTS[kind]} ${yen(amount)}`,
  found: (count) => `${number(count)}件。`,
  due: (day) => `納期限 ${day}`,
  noDue: '納期限 不明',
  paidOn: (day) => `納付日 ${day}`,
  loading: '読み込んでいます',

  missingDaysTitle: (days) => `収納データの届いていない日があります（${days}日）`,
  missingDaysBody: (days, more) => `${days.join('、')}${more > 0 ? `ほか${more}日` : ''}。その日に納付した人が、未納に入っているかもしれません。`,
  handled: '処理',
  dispositionFaults: (faults) => `「処理」を確かめてください（${faults}件）`,
  showAll: (count) => `${count}件全て表示`,
  openCalendar: '受信カレンダーを開く',
  channelsQuestion: '窓口・金融機関・口座振替などでも納付できますか',
  channelsWhy: 'コンビニと電子マネーのほかで納付した人は、収納データに出てきません。答えるまで、督促可の判定はしません。',
  channelsNone: 'できない（又は、納付済みの人は台帳に載せていない）',
  channelsSome: 'できる',
  channelsHint: '「取込」で他の収納を取り込むか、台帳に「収納日」「収納額」の列を加えてください。取り込むまで、督促可の判定はしません。',
  grace: '督促の猶予',
  graceNote: '納期限から数える開庁日の日数（0から60）。電子マネーなどの納付は、2週間ほど遅れて届くことがあります。',
  emptyDays: '代行会社は、明細のない日のファイルを作らない',
  emptyDaysNote: 'オンにすると、ファイルのない日があっても督促を止めません。収納代行会社に確かめてからオンにしてください。',
  businessDays: '開庁日',
  trust: (trust, dates) => termsJaIn(dates).trust(trust),
  westernDay,
  eraYear: ({ name }, year) => `${name}${year === 1 ? '元' : year}`,
  fiscalYear: (year) => `${year}年度`,
  biller: (code) => `収納機関 ${code}`,
  placeInList: (place, total) => `${number(place)}/${number(total)}件`,
  previous: '前の納付書',
  next: '次の納付書',
  slipSaid: (year, slipNumber, marks) => `${year}年度 ${slipNumber}、${marks.join('、')}。`,
  toCheck: '確認すること',
  facts: { billed: '請求額', paid: '納付額', received: '他の収納', difference: '差', due: '納期限', reissue: '再発行', section: '所管課', fee: '費目' },
  reissue: (reissued, inLedger) => (inLedger !== null && inLedger !== reissued ? `${reissued}（台帳は${inLedger}）` : String(reissued)),
  payments: (count) => `納付 ${number(count)}回`,
  noPayments: '納付の通知はありません。',
  payment: (place) => `${place}回目`,
  cancelledPayment: '取り消された納付',
  noDate: '日付不明',
  noticeAt: (kind, file, record) => `${kind === null ? '区分不明' : KINDS[kind]} ${file} レコード${record}`,
  transferDate: (day) => `支払い予定日 ${day}`,
  store: (code) => `店舗 ${code}`,
  heldNotices: '保留した通知',
  showOnSheet: 'シートで表示する',

  historyEmpty: '取込履歴はまだありません。消込を実行すると、ここに残ります。',
  historyFiles: (first, more) => (more === 0 ? first : `${first} ほか${number(more)}ファイル`),
  undo: 'この取込を取り消す',
  undoTitle: 'この取込を取り消しますか',
  undoBody: (name, details) => `${name}の明細${number(details)}件を除いて、消込をやり直します。取込履歴には「取消」と残ります。`,
  undoYes: '取り消す',
  undoNo: 'やめる',
  undone: '取消済',
  deleted: '消去済',
  deletedBefore: (runAt) => `${runAt}に消去したファイルです。取り込むと、消去した明細が戻ります。`,

  layout: 'レイアウト',
  automatic: '自動で判定する',
  addLayout: 'レイアウトを追加する（JSON）',
  addedLayout: (title) => `${title}を追加しました。`,
  dates: '日付の表示',
  datesNote: 'この画面と、次の消込からシートの日付に使います。',
  names: '氏名・納付義務者番号をシートに書く',
  namesMissing: (columns) => `${quoted(columns)}の列はブックにありません。シートに書くには、台帳をもう一度選んでください。`,
  keptColumns: '納付書台帳シートに残す列',
  keptColumnsNote: '個人を示さない列だけを選んでください。',
  namesNote: '台帳の全ての列を書きます。書いたブックは個人情報として扱ってください。',
  colours: '配色',
  coloursStandard: '標準',
  coloursPrint: '白黒印刷向け',
  nextRun: '次の実行からシートに反映します。',
  language: '表示言語',
  languageOfExcel: 'Excelに合わせる',
  reset: '設定を初期値に戻す',
  resetDone: '設定を初期値に戻しました。',
  about: [
    'コンビニ収納の速報・確報と納付書台帳を突き合わせ、結果をこのブックのシートに書きます。',
    'ファイルの内容はこのパソコンの中だけで処理します。外部への通信、利用状況の記録はありません。',
    '備え付けのレイアウトは、収納代行会社の資料で確かめるまで「未検証」と表示します。',
  ],
  versionLine: (version) => `版 ${version}`,
};
