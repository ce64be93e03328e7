/** 書き出しで利用者が読む全ての言葉: every word of the exports, in Japanese. Rules of writing: docs/glossary.md. */
import type { ExportWords } from './words';

export const exportJa: ExportWords = {
  fileNames: { book: '消込結果', finance: '財務用', csv: '消込データ', unpaid: '未納の一覧', deletionReport: '消去報告書' },
  mismatch: '不一致あり',
  finance: {
    workbookTitle: 'コンビニ収納 財務用',
    deposits: '入金確認',
    depositsNote: '黄色のセルに、通帳などで確かめた実際の入金額を入力してください。差と判定は自動で計算します。',
    depositColumns: {
      transferDate: '支払い予定日',
      count: '確報件数',
      expected: '入金予定額（円）',
      credited: '実際の入金額（円）',
      difference: '差（円）',
      judgement: '判定',
      note: 'メモ',
    },
    judgements: { agrees: '一致', differs: '不一致', missing: '未入力' },
    daysNotEntered: '未入力の日数',
    total: '計',
    noDate: '予定日なし',
    nothingExpected: '消込に使った確報はありません。入金の予定はありません。',
    signatures: '確認欄',
    signatureColumns: ['区分', '所属', '氏名', '年月日', '印'],
    signatureRoles: ['作成', '確認', '承認'],
    byBiller: '収納機関別の入金予定（確報）',
    byChain: '小売業企業別の入金予定（確報）',
    byFee: '費目別の入金予定（確報）',
    bySection: '所管課別の入金予定（確報）',
    slipLastFour: '納付書番号（下4桁）',
    slipRow: '消込一覧の行',
    leftOut: '財務用のため、納付書番号の一部、バーコード、収納日時、店舗など、個人につながる項目を除いています。',
    asOfExport: '状態別の数値は、書き出した時の値です。',
    numberLeftOut: '（番号省略）',
  },
};
