/** 状態、合計、判定、拒否の言葉: the product's terms in Japanese, and all sentences but those of the findings. Rules of writing: docs/glossary.md. */
import type { Day } from '../file/calendar';
import type { LayoutNeed, LayoutProblem } from '../file/layout';
import { dayText, type Dates, type DayText } from './days';
import type { Trust } from '../verdict';
import type { Terms } from '.';
import { ofVisible } from './visible';
import { number } from './number';

const yen = (value: number): string => `${value < 0 ? '△' : ''}${number(Math.abs(value))}円`;
export const westernDay = (value: Day): string => `${String(value).slice(0, -4)}/${String(value).slice(-4, -2)}/${String(value).slice(-2)}`;

const LAYOUT_NEEDS: Record<Extract<LayoutNeed, string>, string> = {
  object: '項目名と値の組（{ }）',
  text: '空でない文字列',
  positiveInteger: '1以上の整数',
  fields: '空でない項目の並び（[ ]）',
};

function layoutProblem(problem: LayoutProblem): string {
  switch (problem.code) {
    case 'notALayout':
      return `${problem.at === '' ? 'ファイル' : problem.at}は${typeof problem.needs === 'string' ? LAYOUT_NEEDS[problem.needs] : `${problem.needs.join('、')}のいずれか`}でなければなりません。`;
    case 'lengthSum': {
      const difference = problem.actual - problem.expected;
      const rule = problem.at === 'barcode' ? 'バーコードの' : 'recordLengthの';
      return `${problem.at}の長さの合計は${number(problem.actual)}で、${rule}${number(problem.expected)}より${number(Math.abs(difference))}${difference > 0 ? '多く' : '少なく'}なっています。`;
    }
    case 'unknownKind':
      return `${problem.at}の種類「${problem.actual}」は使えません。`;
    case 'charset':
      return `文字コード「${problem.actual}」は使えません。shift_jis、utf-8、asciiのいずれかにしてください。`;
    case 'recordType':
      return `${problem.at}の先頭の項目は定数「${problem.expected}」のはずですが、「${problem.actual}」です。`;
    case 'notExactlyOne':
      return `dataの${problem.at}は1つのはずですが、${problem.actual}個あります。`;
    case 'missingPart':
      return `barcodeに${problem.at}がありません。`;
    case 'noticeKind':
      return `noticeKindsの「${problem.at}」の値「${problem.actual}」は使えません。preliminary、confirmed、preliminaryCancelledのいずれかにしてください。`;
    case 'valueLength':
      return `${problem.at}の長さは${problem.expected}のはずですが、${problem.actual}です（半角のみ）。`;
    case 'repeatedName':
      return `項目名${problem.at}が2回あります。`;
    case 'builtInChanged':
      return `id「${problem.at}」は備え付けのレイアウトのもので、内容が違います。別のidにしてください。`;
    case 'tooLong':
      return `${problem.at}は${number(problem.limit)}以下のはずですが、${number(problem.actual)}です。`;
  }
}

const NO_LEDGER = '台帳がないため、未納は分かりません。';

/** 窓口など、ほかの収納を知っているか。 */
const OTHER_CHANNELS: Record<Trust['otherChannels'], string> = {
  given: '窓口・口座振替などの収納を含みます。',
  none: '窓口・口座振替などの収納はないものとしています。',
  unknown: '窓口・口座振替などの収納は含まれていません。',
};

/** その年の日付。年が同じなら月日だけにする。 */
function dayWithin(day: DayText, value: Day, other: Day): string {
  const year = /^[^/.]+[/.]/.exec(day(other))?.[0] ?? '';
  return day(value).startsWith(year) ? day(value).slice(year.length) : day(value);
}

const DAYS_NAMED = 3;
function missingLine(day: DayText, { missingDays: days, from }: Trust): string {
  if (days === null) return '抜けている日は不明';
  if (days.length === 0 || from === null) return '';
  const more = days.length - DAYS_NAMED;
  const named = days.slice(0, DAYS_NAMED).map((value) => dayWithin(day, value, from));
  return `ファイルなし${named.join('、')}${more > 0 ? `ほか${number(more)}日` : ''}`;
}
function missingDays(day: DayText, { missingDays: days, emptyDaysNotSent }: Trust): string {
  if (days === null) return '抜けている日は分かりません（日付が暦の範囲にありません）。';
  if (days.length === 0) return '抜けている日はありません。';
  const more = days.length - DAYS_NAMED;
  const named = `${days.slice(0, DAYS_NAMED).map(day).join('、')}${more > 0 ? `ほか${number(more)}日` : ''}`;
  return emptyDaysNotSent ? `${named}のファイルはありません（明細のない日は作られません）。` : `${named}のファイルがありません。`;
}

const termsWith = (day: DayText): Terms => ({
  states: { paid: '収納済', paidElsewhere: '他で収納済', preliminary: '速報のみ', notOwed: '請求なし', cancelled: '取消', unpaid: '未納' },
  flags: {
    needsReview: '要確認',
    noticeHeld: '通知保留',
    paidTwice: '二重納付',
    amountDiffers: '金額相違',
    partlyPaid: '一部収納',
    notInLedger: '台帳なし',
    ledgerBehind: '台帳が古い',
    paidOnOldSlip: '旧納付書で納付',
    remindable: '督促可',
    overdue: '期限超過',
    paidLate: '期限後納付',
    reissued: '再発行',
  },
  perhapsPaidTwice: '二重納付の疑い',
  noticeKinds: { preliminary: '速報', confirmed: '確報', preliminaryCancelled: '速報取消' },
  verdicts: { mismatch: '不一致', error: 'エラー', unchecked: '未検査', agrees: '一致' },
  verdict: ({ kind, mismatches, errors, uncheckedItems, comparedItems, details, held }) => {
    switch (kind) {
      case 'mismatch':
        return `合計が合いません（${mismatches}か所）。この結果で収納を確定しないでください。`;
      case 'error':
        return `エラーがあります（${number(errors)}件）。${held > 0 ? `保留した通知が${number(held)}件あります。` : '検査の指摘を確認してください。'}`;
      case 'unchecked':
        if (uncheckedItems.length === 0) return '収納データがありません。照合した合計はありません。';
        return `検査していない合計があります（${uncheckedItems.length}項目）。${comparedItems > 0 ? `ほかの${comparedItems}項目は一致しました。` : '一致は確かめられていません。'}`;
      case 'agrees':
        return `合計は全て一致しました。${details === 0 ? '明細は0件です。' : ''}`;
    }
  },
  trust: (trust) => {
    const { hasFiles, complete, hasLedger, from, through } = trust;
    if (!hasFiles) return hasLedger ? '収納データがないため、未納は確定できません。' : NO_LEDGER;
    const period =
      from === null || through === null
        ? 'データの期間は不明です。'
        : `データは${day(from)}${from === through ? '' : `から${day(through)}まで`}の作成分です${trust.paidThrough === null ? '' : `（納付は${day(trust.paidThrough)}まで）`}。`;
    if (!hasLedger) return `${period}${NO_LEDGER}`;
    return `${period}${missingDays(day, trust)}${complete ? '' : 'データが不完全なため、未納は確定できません。'}${OTHER_CHANNELS[trust.otherChannels]}`;
  },
  trustLine: (trust) => {
    const { hasFiles, complete, hasLedger, from, through, paidThrough } = trust;
    if (!hasFiles) return hasLedger ? '収納データがないため、未納は確定できません。' : NO_LEDGER;
    const until = from === null || through === null || from === through ? '' : `〜${dayWithin(day, through, from)}`;
    const period =
      from === null ? 'データの期間は不明' : `データ${day(from)}${until}${paidThrough === null ? '' : `（納付〜${dayWithin(day, paidThrough, from)}）`}`;
    if (!hasLedger) return `${period}　${NO_LEDGER}`;
    const missing = missingLine(day, trust);
    return [period, ...(missing === '' ? [] : [missing]), ...(complete ? [] : ['データ不完全・未納は未確定']), OTHER_CHANNELS[trust.otherChannels]].join('　');
  },
  uncheckedReasons: {
    layoutHasNoItem: 'レイアウトに合計欄がありません。収納代行会社の計算書と比べてください。',
    trailerMissing: '合計レコード（レコード総件数ではエンドレコード）がないか、読めません。収納代行会社に確認してください。',
    notDigits: 'ファイルの値が数字ではありません。収納代行会社に確認してください。',
    unknownCounting: '件数の数え方が分かりません。収納代行会社に確認してください。',
    partlyDeleted: '明細の一部を消去したため、ファイルの合計とは比べられません。消去報告書を見てください。',
  },
  totals: {
    preliminaryCount: '速報件数合計',
    preliminaryAmount: '速報金額合計',
    confirmedCount: '確報件数合計',
    confirmedAmount: '確報金額合計',
    preliminaryCancelledCount: '速報取消件数合計',
    preliminaryCancelledAmount: '速報取消金額合計',
    recordCount: 'レコード総件数',
  },
  stages: { cut: 'レコードの切り分け', check: '検査', ledger: '台帳の読み込み', match: '台帳との突合', slips: '納付書の判定' },
  layoutProblem: ofVisible(layoutProblem),
  ledgerRefusal: ofVisible((refusal) => {
    const seen = `見つかった列：${refusal.columns.map((name) => name || '（空）').join('、')}。`;
    switch (refusal.code) {
      case 'noHeader':
        return `見出しの行が見つかりません。1行目に${refusal.required.map((name) => `「${name}」`).join('')}の見出しが必要です。${seen}`;
      case 'columnsMissing':
        return `${refusal.missing.map((name) => `「${name}」`).join('')}の列が見つかりません。${seen}見出しの名前を確認してください。`;
      case 'columnDoubled':
        return `「${refusal.doubled}」の列が2つあります。${seen}どちらかの見出しを変えてください。`;
      case 'noDataRow':
        return `データの行がありません。${seen}`;
    }
  }),
  csvProblem: (problem) => {
    switch (problem.code) {
      case 'utf16':
        return '文字コードがUTF-16です。UTF-8又はShift_JISのCSVで保存してください。';
      case 'spreadsheet':
        return 'Excelのブックです。CSV（UTF-8又はShift_JIS）で保存したファイルを指定してください。';
      case 'quotes':
        return `${problem.record}行目の引用符（"）が閉じていないか、余分です。その行を直してください。`;
      case 'empty':
        return '空のファイルです。見出しとデータの行が必要です。';
      case 'tooManyColumns':
        return `見出しに${number(problem.columns)}列あり、上限の${number(problem.limit)}列を${number(problem.columns - problem.limit)}列超えています。要らない列を除いてください。`;
    }
  },
  unverified: '未検証',
  afterPlace: '：',
  number,
  yen,
});

export const termsJaIn = (dates: Dates): Terms => termsWith(dayText(dates, westernDay));
export const termsJa = termsJaIn('western');
