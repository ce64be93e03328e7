/** 他の収納の言葉: what 他の収納 says in the pane, in Japanese. Rules of writing: docs/glossary.md. */
import { RECEIPT_COLUMNS } from '../../reconcile/receiptRows';
import type { ReceiptsProblem } from '../../engine/workbookPort';
import { termsJa } from '../../words/terms.ja';
import type { ReceiptsWords } from './words';

const { number } = termsJa;

function problem(found: ReceiptsProblem): string {
  switch (found.code) {
    case 'sheetProtected':
      return `シート「${found.sheet}」が保護されています。［校閲］→［シート保護の解除］の後、もう一度実行してください。何も変更していません。`;
    case 'workbookProtected':
      return 'ブックの構成が保護されているため、シートを追加できません。［校閲］→［ブックの保護］を解除した後、もう一度実行してください。';
    case 'countsFrom1904':
      return 'このブックは日付を1904年から数えるため、収納日が4年ずれます。何も変更していません。新しいブックを使ってください。';
    case 'nameTaken':
      return `「${found.sheet}」という名前が既に使われています。名前を変えた後、もう一度実行してください。何も変更していません。`;
    case 'columnsLost':
      return `表「他の収納」に${found.columns.map((name) => `「${name}」`).join('')}の列がありません。見出しを元に戻した後、もう一度実行してください。何も変更していません。`;
    case 'rowGone':
      return '表「他の収納」に、この収納の行が見つかりません。シートを確認してください。何も変更していません。';
    case 'failed':
      return '表「他の収納」に書き込めませんでした。シートを確認し、もう一度実行してください。既に入った行を重ねて追加することはありません。';
  }
}

export const receiptsJa: ReceiptsWords = {
  sheet: { name: '他の収納', note: '窓口・口座振替などで収納した分です。消込のたびに読み、上書きしません。行は入力しても貼り付けても構いません。' },
  title: '他の収納',
  none: '窓口・口座振替などの収納は、まだありません。',
  held: (rows) => `${number(rows)}件・ブックの表「他の収納」を使います`,
  addFile: 'CSVから追加する',
  addTable: '表から追加する',
  open: '表を開く',
  reading: '読んでいます',
  recognised: (names) => `${names.join('、')}は、「収納日」「収納額」の列があり請求金額の列がないため、台帳ではなく他の収納として読みました。`,
  added: (name, added, standing) =>
    `${name}から${number(added)}件を追加しました。${standing > 0 ? `${number(standing)}件は既にあるため追加していません。` : ''}次の消込から使います。`,
  refused: (name, sentence) => `${name}：${sentence}`,
  problem,
  matchNote: '一覧の列を、それぞれの項目に選んでください。',
  columns: RECEIPT_COLUMNS,
  ofSlip: (count) => `他の収納 ${number(count)}件`,
  uses: {
    used: '',
    ownChannel: 'コンビニ等の収納のため使っていません',
    duplicate: '同じ収納が2件あるため使っていません',
    unclear: 'コンビニの納付と同じものか分からないため使っていません',
  },
  noMethod: '収納方法の記載なし',
  place: (file, record) => `${file} ${number(record)}行目`,
  takeBack: '取り消す',
  takeBackOf: (day, amount) => `${day} ${amount}の収納を取り消す`,
  mark: '窓口などで収納済みにする',
  markNote: '表「他の収納」に1行を追加し、消込をやり直します。',
  day: '収納日',
  dayWrong: '今日までの日付を入力してください。例：2027/5/10、R9.5.10',
  amount: '収納額（円）',
  amountWrong: '1円以上の金額を数字で入力してください。',
  method: '収納方法',
  methods: ['窓口', '特別出張所', '金融機関', '口座振替'],
  otherMethod: 'その他（入力する）',
  methodMissing: '収納方法を入力してください。',
  methodOwn: 'コンビニ・電子マネー・スマホの収納は、収納データから読みます。ここには入力できません。',
  save: '収納済みにする',
  cancel: 'やめる',
};
