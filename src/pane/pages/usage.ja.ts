/** 使い方の言葉: what 使い方 says, in Japanese. Rules of writing: docs/glossary.md. */
import type { UsageWords } from './usage';

export const usageJa: UsageWords = {
  usage: [
    {
      title: '毎日の流れ',
      sentences: [
        '「取込」で、収納代行会社から受け取った収納データを選びます。何日分でも一度に選べます。',
        '納付書台帳（CSV又はブックの表）を選びます。一度取り込むと、次からはブックにある台帳を使います。',
        '基準日を確認し、消込を実行します。',
      ],
    },
    {
      title: '結果の読み方',
      sentences: [
        '最初に「合計」を見ます。不一致のときは収納を確定せず、収納代行会社に確認してください。',
        '次に「納付書の状態」と「注意」を見ます。行を押すと納付書の一覧が開きます。',
        '同じ内容は「消込一覧」「検査」「集計」のシートにあります。並べ替えと印刷はシートで行います。',
      ],
    },
    {
      title: '間違えて取り込んだとき',
      sentences: ['「履歴」でその取込を取り消します。同じファイルを二度選んでも、二重には数えません。'],
    },
  ],
  statesLegend: '状態と注意の意味',
  stateMeanings: {
    paid: '確報があり、納付が確定した',
    paidElsewhere: '窓口・口座振替などで請求額の収納がある',
    preliminary: '速報だけで、確報を待っている',
    notOwed: '請求額が0円で、納付がない',
    cancelled: '納付の後に取り消され、納付がない',
    unpaid: '台帳にあり、納付がない',
  },
  flagMeanings: {
    needsReview: '通知又は台帳の行に食い違いがある',
    noticeHeld: '誤りのある通知を保留し、使っていない',
    paidTwice: '2回以上納付された',
    amountDiffers: '納付の金額が請求額と違う',
    partlyPaid: '収納の合計が請求額に足りない',
    notInLedger: '納付はあるが、台帳にない',
    ledgerBehind: '台帳より新しい納付書で納付された',
    paidOnOldSlip: '再発行前の納付書で納付された',
    remindable: '督促してよい条件がそろっている',
    overdue: '納期限を過ぎても納付がない',
    paidLate: '納期限の後に納付された',
    reissued: '納付書を再発行している',
  },
};
