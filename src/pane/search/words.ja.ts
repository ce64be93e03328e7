/** What does the search at the counter say in Japanese? */
import type { CounterView, SearchAnswer, SlipView } from '../../engine/protocol';
import type { BarcodeView } from '../../engine/searchProtocol';
import type { Day } from '../../file/calendar';
import { timeText } from '../days';
import type { SearchWords } from './words';

const number = (value: number): string => value.toLocaleString('ja-JP');
const yen = (value: number): string => `${number(value)}円`;
const BARCODE_DIGITS = 44;

export const searchJa: SearchWords = {
  title: '納付書をさがす',
  placeholder: '番号・バーコード・氏名',
  find: 'さがす',
  reading: 'ブックのシートを読んでいます…',
  said: (answer) => SAID[answer.found](answer as never),
  more: (slips) => `ほかに${number(slips)}件あります。番号を長く入力してください。`,
  searched: ({ slips, ledger, dataFrom, dataThrough, payers }, day) =>
    [
      `探したところ: 全状態の納付書${number(slips)}件（${ledger === null ? '納付書台帳なし' : `台帳「${ledger}」`}${
        dataFrom === null || dataThrough === null ? '' : `、収納データ${day(dataFrom)}〜${day(dataThrough)}`
      }）。`,
      payers ? '番号の一部、氏名、納付義務者番号も探しました。' : '氏名・納付義務者番号はこのブックにないので、探していません。',
    ].join(''),
  barcodeAbout: (barcode, day, year) => [
    ...problemsOf(barcode),
    `${whose(barcode)}${barcode.fiscalYear === null ? '' : `年度${year(barcode.fiscalYear)}、`}納付書番号${barcode.slipNumber}、金額${yen(barcode.amount)}、支払期限${
      barcode.dueDate === null ? 'なし' : day(barcode.dueDate)
    }${barcode.reissueNumber === null ? '' : `、再発行区分${barcode.reissueNumber}`}。`,
  ],
  parts: 'バーコードの内容',
  places: '桁',
  part: '項目',
  digits: '値',
  place: (first, length) => (length === 1 ? String(first) : `${first}〜${first + length - 1}`),
  wrong: '誤り',
  sameNumber: '同じ年度・番号の納付書（別の団体のものかもしれません）',
  mayBe: '1桁の読み違いなら、次の納付書かもしれません。紙の番号と比べてください',
  tooManyNear: (slips) => `${number(slips)}件あり、どれか決められません。もう一度読み取ってください。`,
  cutBody: (digits) =>
    digits.length < BARCODE_DIGITS
      ? `${number(BARCODE_DIGITS - digits.length)}桁足りません。${digits.startsWith('91') ? '先頭は91で正しいので、途中か最後の桁が欠けています。' : '先頭の91が欠けているか、途中の桁が欠けています。'}もう一度読み取るか、納付書番号を入力してください。`
      : `${number(digits.length - BARCODE_DIGITS)}桁多くあります。二重に読み取っていないか確かめ、もう一度読み取ってください。`,
  atCounter: '窓口での回答',
  answer: (life, day) => [...paidSentences(life, day), ...openSentences(life, day)],
};

const SAID: { readonly [K in SearchAnswer['found']]: (answer: Extract<SearchAnswer, { found: K }>) => string } = {
  empty: () => '番号、バーコード、または氏名を入力してください。',
  slip: ({ life }) => `${life.slipNumber.replace(/^0+(?=\d)/, '')}: ${STATES[life.state]}${PAYABLE[life.counter.payable]}`,
  slips: ({ total, exact }) => (exact > 0 ? `${number(total)}件（完全に一致${number(exact)}件）` : `${number(total)}件あります`),
  barcode: ({ barcode: { isSound, isOurMaker } }) =>
    !isSound ? 'バーコードに誤りがあります' : isOurMaker === false ? '別の団体のバーコードのようです' : 'このバーコードの納付書は見つかりません',
  cutBarcode: ({ digits }) => `バーコードは${BARCODE_DIGITS}桁ですが、${number(digits.length)}桁でした`,
  none: () => '見つかりません',
};

const STATES: Record<SlipView['state'], string> = {
  paid: '納付済みです。',
  paidElsewhere: '他の方法で納付済みです。',
  preliminary: '速報があります（確報はまだです）。',
  notOwed: '請求がありません。',
  cancelled: '納付が取り消されています。',
  unpaid: '納付の通知はありません。',
};

const PAYABLE: Record<CounterView['payable'], string> = {
  unclear: '確認事項があります。納付してよいかは、確認してから答えてください。',
  paid: 'もう納付しないよう伝えてください。',
  preliminary: '店舗で納付済みの見込みです。もう納付しないよう伝えてください。',
  notOwed: '納付は要りません。',
  notInLedger: '台帳にないので、納付できるか分かりません。',
  partly: '他の方法で一部が納付済みなので、この納付書の金額は使えません。',
  reissued: '新しい納付書が再発行されています。この納付書は使わず、新しいものを使ってください。',
  otherAmount: 'バーコードの金額が台帳の請求金額と違います。この納付書は使わず、確かめてください。',
  expired: '支払期限を過ぎています。この納付書では納付できません。再発行が必要です。',
  noDueDate: '納期限が分からないので、この納付書で納付できるか分かりません。',
  yes: 'この納付書でまだ納付できます。',
};

function paidSentences({ state, payments, receipts }: SlipView, day: (day: Day) => string): string[] {
  const told = payments
    .filter((payment) => payment.state !== 'cancelled')
    .map(({ paidDate, paidTime, amount, chainCode, storeCode }) => {
      const where = [...(chainCode === null ? [] : [`小売業企業コード${chainCode}`]), ...(storeCode === null ? [] : [`店舗${storeCode}`])].join('・');
      return `${paidDate === null ? '日付不明' : day(paidDate)}${paidTime === null ? '' : ` ${timeText(paidTime)}`}に${yen(amount)}${where === '' ? '' : `（${where}）`}。`;
    });
  const elsewhere = receipts
    .filter(({ use }) => use === 'used')
    .map(({ day: on, amount, method }) => `${on === null ? '日付不明' : day(on)}に${yen(amount)}（他の収納${method === '' ? '' : `: ${method}`}）。`);
  return [STATES[state], ...told, ...elsewhere];
}

function openSentences({ counter: { open, payable, paper, through }, dueDate, state }: SlipView, day: (day: Day) => string): string[] {
  const isOpen = state === 'unpaid' || state === 'cancelled';
  const due = paper === null ? dueDate : paper.dueDate;
  const until =
    payable === 'yes' || payable === 'expired'
      ? `（${paper === null ? '台帳の納期限' : 'バーコードの支払期限'}${due === null ? 'なし' : ` ${day(due)}`}）`
      : '';
  return [
    open === null ? '請求金額が分からないので、残りの金額は分かりません。' : open === 0 ? '残りはありません。' : `残り${yen(open)}。`,
    `${PAYABLE[payable]}${until}`,
    ...(isOpen && through !== null ? [`${day(through)}までのデータによります。それより後の納付は、まだ分かりません。`] : []),
  ];
}

const whose = ({ billerCode, makerCode, isOurMaker }: BarcodeView): string =>
  [
    ...(billerCode === null ? [] : [`収納機関コード${billerCode}、`]),
    ...(makerCode === null ? [] : [`メーカーコード${makerCode}（${OUR_MAKER[String(isOurMaker) as 'true' | 'false' | 'null']}）、`]),
  ].join('');
const OUR_MAKER = { true: 'このブックの通知と同じ', false: 'このブックの通知にない', null: '比べる通知なし' };

function problemsOf({ digits, isSound, rightCheckDigit, swaps }: BarcodeView): string[] {
  if (isSound) return ['チェックデジットは正しい値です。'];
  const told = digits.slice(-1);
  return [
    ...(digits.startsWith('91') ? [] : [`先頭2桁は91のはずですが、${digits.slice(0, 2)}です。`]),
    ...(told === rightCheckDigit
      ? []
      : [
          `チェックデジットは${rightCheckDigit}のはずですが、${told}です。`,
          swaps.length === 0
            ? '隣り合う2桁の入れ替わりでは説明できません。1桁の読み違いを疑ってください。'
            : `隣り合う2桁の入れ替わりなら: ${swaps.map((place) => `${place}・${place + 1}桁目（${digits.slice(place - 1, place + 1)}→${digits[place]!}${digits[place - 1]!}）`).join('、')}。`,
        ]),
  ];
}
