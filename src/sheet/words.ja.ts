/** シートで利用者が読む全ての言葉: every word on the sheets, in Japanese. Rules of writing: docs/glossary.md. */
import type { Day } from '../file/calendar';
import { dayText, type Dates, type DayText } from '../words/days';
import { westernDay } from '../words/terms.ja';
import { changesJa } from '../words/changes.ja';
import { headersJa } from './headers.ja';
import type { SheetWords } from './words';
import { number } from '../words/number';

const counted = (value: number | string): string => (typeof value === 'number' ? number(value) : value);

const signed = (value: number): string => (value < 0 ? `△${number(-value)}` : value > 0 ? `+${number(value)}` : '0');

/** Names in the line of facts are shortened in the middle beyond this many characters. */
const LONGEST_NAME = 32;
const shortened = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 13)}…${name.slice(-12)}`);
/** Of a page header, which may have 255 characters in all. */
const SECTIONS_NAMED = 2;
/** Of columns in one cell: a ledger may have thousands. */
const COLUMNS_NAMED = 31;
/** Of days in one cell. */
const DAYS_NAMED = 31;
const listed = (days: readonly Day[], day: DayText): string =>
  `${days.slice(0, DAYS_NAMED).map(day).join('、')}${days.length > DAYS_NAMED ? `ほか${number(days.length - DAYS_NAMED)}日` : ''}`;

const sheetWith = (dates: Dates, day: DayText): SheetWords => ({
  ...headersJa,
  changes: changesJa,
  dates,
  workbookTitle: 'コンビニ収納 消込結果',
  sheets: {
    reconciliation: '消込一覧',
    details: '収納明細',
    checks: '検査',
    summary: '集計',
    history: '取込履歴',
    ledger: '納付書台帳',
    originals: '取込原本',
  },
  details: {
    file: 'ファイル',
    record: 'レコード',
    kind: '区分',
    paidDate: '収納日付',
    paidTime: '収納時間',
    fiscalYear: '年度',
    slipNumber: '納付書番号',
    reissueNumber: '再発行',
    paymentDueDate: '支払い期限日',
    amount: '金額（円）',
    storeCode: '収納店舗',
    chainCode: '小売業企業',
    transferDate: '支払い予定日',
    accountingDate: '経理処理日',
    findings: '指摘',
    use: '消込への使用',
    state: '納付書の状態',
    makerCode: 'メーカー',
    revenueStamp: '印紙',
    checkDigit: '検査数字',
    barcode: 'バーコード',
    fileNumber: 'ファイル番号',
    group: '組',
  },
  checks: {
    judgement: '判定',
    subject: '内容',
    file: 'ファイル',
    record: 'レコード',
    item: '項目',
    expected: '期待する値',
    actual: '実際の値',
    difference: '差',
    explanation: '説明と対応',
    code: 'コード',
    fileNumber: 'ファイル番号',
    group: '組',
  },
  summary: {
    byState: '状態別の納付書',
    byFee: '費目別の納付書',
    bySection: '所管課別の納付書',
    byTransferDate: '支払い予定日別の入金予定（確報）',
    byChain: '小売業企業別の収納（確報）',
    legend: '注意別の納付書と色の凡例（過納額は確報分）',
    count: '件数',
    share: '割合',
    billed: '請求額（円）',
    paid: '納付額（円）',
    overpaid: '過納額（円）',
    confirmedCount: '確報件数',
    confirmedAmount: '確報額（円）',
    expectedMoney: '入金予定額（円）',
    feeHeader: '費目',
    sectionHeader: '所管課',
    transferDateHeader: '支払い予定日',
    chainHeader: '小売業企業コード',
    stateHeader: '状態',
    wordHeader: '状態・注意',
    whereHeader: '色の付く列',
    meaningHeader: '意味',
    total: '計',
    unnamed: '（空白）',
    others: (groups) => `ほか ${number(groups)}種`,
    earlierThan: (first) => `${day(first)}より前`,
    noTransferDate: '予定日なし',
    heldMoney: 'ほかに保留の確報',
    unknownWithoutLedger: '台帳がないため、未納は分かりません。',
    cannotJudge: (words) => `判定できないもの：${words}`,
    noFeesWithoutLedger: '台帳がないため、費目と所管課は分かりません。',
    noConfirmed: '消込に使った確報はありません。入金の予定はありません。',
    noNotices: '消込に使った確報はありません。',
    noFees: '台帳に「費目」の列がありません。',
    noSections: '台帳に「所管課」の列がありません。',
    noSlips: '納付書はありません。',
    meanings: {
      paid: '確報があり、納付が確定した',
      paidElsewhere: '窓口・口座振替などで請求額の収納がある',
      preliminary: '速報だけで、確報を待っている',
      notOwed: '請求額が0円で、納付がない',
      cancelled: '納付の後に取り消され、納付がない',
      unpaid: '台帳にあり、納付がない',
      needsReview: '通知又は台帳の行に食い違いがある',
      noticeHeld: '誤りのある通知を保留し、使っていない',
      paidTwice: '2回以上納付され、確報も2回以上ある',
      perhapsPaidTwice: '2回以上納付され、確報は1回以下',
      amountDiffers: '納付の金額が請求額と違う',
      partlyPaid: '収納の合計が請求額に足りない',
      remindable: '督促してよい条件がそろっている',
      notInLedger: '納付はあるが、台帳にない',
      ledgerBehind: '台帳より新しい納付書で納付された',
      paidOnOldSlip: '再発行前の納付書で納付された',
      overdue: '納期限を過ぎても納付がない',
      paidLate: '納期限の後に納付された',
      reissued: '納付書を再発行している',
    },
    feeChart: '費目別の納付書の状態（件数）',
    feeChartText: (fees) =>
      `費目ごとに、納付書の件数を収納済、他で収納済、速報のみ、請求なし、取消、未納の順に積み上げた横棒グラフです。費目は${fees.join('、')}です。値は左の表にあります。`,
    moneyChart: '支払い予定日別の入金予定額（確報）',
    moneyChartText: (from, to, days) =>
      `${day(from)}から${day(to)}まで、支払い予定日${number(days)}日分の入金予定額（円）を示す縦棒グラフです。値は左の表にあります。`,
  },
  listSeparator: '、',
  phraseSeparator: '／',
  sentenceSeparator: '',
  day,
  shortVerdict: ({ kind, mismatches, errors, unchecked }) => {
    switch (kind) {
      case 'mismatch':
        return `合計不一致あり（${number(mismatches)}か所）・収納を確定しないこと`;
      case 'error':
        return `エラーあり（${number(errors)}件）`;
      case 'unchecked':
        return unchecked === 0 ? '収納データなし' : `未検査の合計あり（${number(unchecked)}項目）`;
      case 'agrees':
        return '合計一致';
    }
  },
  asOf: (value) => `基準日 ${day(value)}`,
  facts: ({ asOf, runAt, ledger, layouts }) =>
    [
      `基準日 ${day(asOf)}`,
      `実行 ${runAt}`,
      ledger === null ? '台帳なし' : `台帳 ${shortened(ledger.name)}（${number(ledger.slips)}件）`,
      ...(layouts.length === 0
        ? []
        : [`レイアウト ${layouts.length > 2 ? `${layouts.slice(0, 2).join('、')} ほか${layouts.length - 2}種` : layouts.join('、')}`]),
    ].join('　'),
  shownRows: (shown, all, [billed, paid]) => [
    '表示中 ',
    shown,
    '／',
    all,
    ...(billed === undefined || paid === undefined ? ['件'] : ['件・請求額 ', billed, '円・納付額 ', paid, '円']),
  ],
  titleOf: (title, sections) => {
    const more = sections.length - SECTIONS_NAMED;
    return sections.length === 0 ? title : `${title}（${sections.slice(0, SECTIONS_NAMED).map(shortened).join('、')}${more > 0 ? ` ほか${more}課` : ''}）`;
  },
  legendNote: { standard: '色の付いたセルは注意の理由（凡例は集計）', print: '字体の違うセルは注意の理由（凡例は集計）' },
  toCheck: {
    needsReview: '検査の指摘を確認',
    noticeHeld: '保留した通知の指摘を確認（督促は保留）',
    perhapsPaidTwice: '確報を待つ（還付はまだ）',
    notInLedger: '年度・番号、他課の納付書でないか確認',
    ledgerBehind: '台帳を更新',
    paidOnOldSlip: '再発行前後の二重納付がないか確認',
    remindable: '督促できる',
    partlyPaid: '残りの額を確認（督促は保留）',
    overdue: '督促の対象か確認（速報との行き違いに注意）',
    paidLate: '延滞金の対象か確認',
    preliminary: '確報を待つ（督促は保留）',
    cancelled: '未納として扱うか、納付者に連絡するか確認',
    notYetDue: '納付を待つ',
    dataNotYetThere: '納期限より後のデータを待つ',
  },
  checkOverpayment: (overpaid) => (overpaid === null ? '過納額の還付又は充当を確認' : `過納額${number(overpaid)}円の還付又は充当を確認`),
  checkDifference: (difference) => (difference === null ? '納付書と請求額を確認' : `差額 ${signed(difference)}円。納付書と請求額を確認`),
  moreFiles: (files) => `ほか${number(files)}ファイル`,
  uses: { counts: '使用', repeats: '重複', held: '保留', takenBack: '訂正済', ignored: '対象外' },
  deletedYear: (year) => `${year}年度`,
  deletedFiles: '選んだファイル',
  originalsNote: '取り込んだ収納データそのものです。次の消込で読み直すために、圧縮して保存しています。編集しないでください。',
  ledgerColumn: (position) => `列${position}`,
  columnsLeftOut: (headers) => {
    const more = headers.length - COLUMNS_NAMED;
    return `個人を示すかもしれない列は除いています：${headers.slice(0, COLUMNS_NAMED).map(shortened).join('、')}${more > 0 ? ` ほか${number(more)}列` : ''}`;
  },
  toldBy: (what, by) => (by === null ? what : `${what}（担当 ${by}）`),
  comparison: 'ファイルの合計との照合',
  dispositionFaults: {
    refundedTwice: {
      title: '還付・充当が2回',
      sentence: (_, actual) => `還付済又は充当済が${counted(actual)}回書かれています。1回だけのはずです。支払いの記録を確かめ、誤りを直してください。`,
    },
    refundTooMuch: {
      title: '還付・充当が過納額を超過',
      sentence: (overpaid, actual) => `処理額${counted(actual)}円は、過納額${number(overpaid)}円を超えています。支払いの記録を確かめ、誤りを直してください。`,
    },
    refundWithoutOverpayment: {
      title: '過納額のない還付・充当',
      sentence: () => '還付済又は充当済ですが、今の過納額は0円です。取り消された納付がないか、支払いの記録とともに確かめてください。',
    },
    dispositionDate: { title: '処理日が読めない', sentence: (_, actual) => `処理日「${actual}」を日付として読めません。2027/5/31のように書いてください。` },
    dispositionAmount: { title: '処理額が読めない', sentence: (_, actual) => `処理額「${actual}」を金額として読めません。3000のように書いてください。` },
  },
  ofSlip: (year, slip) => `${year}年度 納付書${slip}`,
  fileDays: {
    subject: '収納データの届いた日数',
    missingDay: '未着',
    biller: (code) => `収納機関 ${code}`,
    allThere: (from, through) => `${day(from)}から${day(through)}の前日まで、抜けている日はありません。`,
    missing: (days, emptyDaysNotSent) =>
      emptyDaysNotSent
        ? `${listed(days, day)}のファイルはありません。明細のない日のファイルは作られない設定のため、確かめていません。`
        : `${listed(days, day)}のファイルがありません。収納代行会社に確認して取り込むか、その日のファイルがないことを「受信カレンダー」に記録してください。`,
    told: (days) => `ファイルがないと記録した日：${days.map(day).join('、')}。`,
    unknown: '日付が休日の暦の範囲にないため、抜けている日は分かりません。',
  },
  agreement: ({ number: group, createdDate, biller }) => {
    const about = [...(createdDate === null ? [] : [`${day(createdDate)}作成`]), ...(biller === null ? [] : [`収納機関${biller}`])];
    return `組${group}${about.length === 0 ? '' : `（${about.join('・')}）`}`;
  },
  recordCountMade: ({ details, headers, trailers, ends, deleted, unread }) =>
    [
      `明細${number(details)}`,
      ...(headers === 0 ? [] : [`ヘッダ${number(headers)}`]),
      ...(trailers === 0 ? [] : [`合計${number(trailers)}`]),
      ...(ends === 0 ? [] : [`エンド${number(ends)}`]),
      ...(deleted === 0 ? [] : [`消去した明細${number(deleted)}`]),
      ...(unread === 0 ? [] : [`読まなかったもの${number(unread)}`]),
    ].join('＋'),
  severities: { error: 'エラー', warning: '警告' },
  personal: '（個人情報のため表示しません）',
});

export const sheetJaIn = (dates: Dates): SheetWords => sheetWith(dates, dayText(dates, westernDay));
export const sheetJa = sheetJaIn('western');
