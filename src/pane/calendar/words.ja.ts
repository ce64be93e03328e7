/** 受信カレンダーの言葉: the words of the calendar of files, in Japanese. */
import type { CalendarWords } from './words';

export const calendarJa: CalendarWords = {
  intro: '収納データが届いた日と、届いていない日です。届いていない日には、納付した人のデータが残っているかもしれません。',
  emptyDaysNotSent: '「設定」で、明細のない日のファイルは作られないとしています。届いていない日は督促を止めません。',
  biller: '収納機関',
  lastCreated: '最後の作成日',
  paidThrough: '最後の収納日付',
  asOf: '基準日',
  noResult: '消込を実行すると、ここに表示します。',
  noDays: '作成日の分かる収納データがありません。',
  unknown: '日付が休日の暦の範囲にないため、届いていない日は分かりません。',
  month: (year, month) => `${year}年${month}月`,
  weekdays: ['日', '月', '火', '水', '木', '金', '土'],
  marks: { received: '', missing: 'なし', told: '記録済', rest: '', open: '' },
  files: (count) => `${count}件`,
  meanings: {
    received: '届いたファイルの数（作成日による）',
    missing: '届いていない日（選べます）',
    told: 'ファイルがないと記録した日（選べます）',
    rest: '届かない日（土日・祝日・年末年始）',
  },
  legend: '凡例',
  choose: (day, standing) => `${day}　${standing === 'missing' ? '届いていない' : 'ファイルがないと記録済'}`,
  chosen: (days) => (days.length > 3 ? `${days.slice(0, 3).join('、')}ほか${days.length - 3}日` : days.join('、')),
  by: '担当（任意）',
  noFile: 'この日はファイルがない',
  takeBack: '記録を取り消す',
  afterwards: '取込履歴に記録し、取り込み済みのデータで消込をやり直します。',
};
