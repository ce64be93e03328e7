/** 書き出しで利用者が読む全ての言葉: every word of the exports, in Japanese. Rules of writing: docs/glossary.md. */
import { CSV_CHARSETS, CSV_COLUMNS, CSV_DATES, type TemplateProblem } from './csvTemplate';
import type { ExportWords } from './words';

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const slipText = (padded: string): string => padded.replace(/^0+(?=\d)/, '');

const TEMPLATE_NEEDS: Record<Exclude<TemplateProblem['needs'], 'knownKey'>, string> = {
  object: '{ } で囲んだオブジェクトのはずです',
  text: '空でない文字列のはずです',
  boolean: 'true 又は false のはずです',
  charset: `${CSV_CHARSETS.join('、')} のいずれかのはずです`,
  dates: `${CSV_DATES.join('、')} のいずれかのはずです`,
  states: 'paid、preliminary、cancelled、unpaid を [ ] で囲んだ一覧のはずです',
  columns: '1つ以上の列を [ ] で囲んだ一覧のはずです',
  column: `${CSV_COLUMNS.join('、')} のいずれかのはずです`,
};

export const exportJa: ExportWords = {
  fileNames: { book: '消込結果', finance: '財務用', csv: '消込データ', unpaid: '未納の一覧', deletionReport: '消去報告書' },
  mismatch: '不一致あり',
  operations: { book: '書き出し', finance: '財務用', csv: 'CSV', deletion: '消去' },
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
  csv: {
    columns: {
      fiscalYear: '年度',
      slipNumber: '納付書番号',
      biller: '収納機関',
      reissueNumber: '再発行',
      state: '状態',
      flags: '注意',
      fee: '費目',
      section: '所管課',
      dueDate: '納期限',
      billedAmount: '請求額',
      paidAmount: '納付額',
      difference: '差額',
      confirmedAmount: '確報額',
      overpaidAmount: '過納額',
      paidDate: '納付日',
      paymentCount: '納付回数',
      toCheck: '確認事項',
      noticeFiles: '通知のファイル',
      asOf: '基準日',
      dataPeriod: 'データの期間',
      dataCompleteness: 'データの完全性',
      verdict: '合計の検査',
      payerNumber: '納付義務者番号',
      payerName: '氏名',
    },
    period: (from, through) => (from === through ? from : `${from}から${through}まで`),
    noPeriod: '不明',
    completeness: {
      complete: '不完全な所はありません（抜けた日のファイルは検知できません）',
      incomplete: '不完全なため未納は確定できません',
      noLedger: '台帳がないため未納は分かりません',
    },
    templateProblem: ({ place, needs, found }) =>
      needs === 'knownKey'
        ? `「${place}」は知らない項目です。`
        : `${place === '' ? '全体' : `「${place}」`}は${TEMPLATE_NEEDS[needs]}が、${found === '' ? 'ありません' : `${found} です`}。`,
    misfits: ({ charset, count, first }) => {
      const places = first.map(
        ({ slip, column, characters }) =>
          `${slip === null ? '見出し' : `${slip.fiscalYear}年度の納付書${slipText(slip.slipNumber)}`}の「${column}」に${characters.map((char) => `「${char}」`).join('')}`,
      );
      const more = count - first.length;
      return `${charset}で表せない文字が${number(count)}か所あります（${places.join('、')}${more > 0 ? `、ほか${number(more)}か所` : ''}）。`;
    },
  },
};
