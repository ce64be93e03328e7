/** 書き出しで利用者が読む全ての言葉: every word of the exports, in Japanese. Rules of writing: docs/glossary.md. */
import { CSV_CHARSETS, CSV_COLUMNS, CSV_DATES, type TemplateProblem } from './csvTemplate';
import type { ExportWords } from './words';
import { number } from '../words/number';

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
  limits: {
    tooLarge: ({ sheet, rows, limit }) => `「${sheet}」は${number(rows)}行になり、Excelの上限${number(limit)}行を${number(rows - limit)}行超えます。`,
    cellTooLong: ({ sheet, row, column, characters, limit }) =>
      `「${sheet}」${number(row)}行目の「${column}」は${number(characters)}文字で、Excelのセルの上限${number(limit)}文字を${number(characters - limit)}文字超えます。`,
  },
  fileNames: { book: '消込結果', finance: '財務用', slips: '消込一覧', csv: '消込データ', unpaid: '未納の一覧' },
  mismatch: '不一致あり',
  signatures: { title: '確認欄', columns: ['区分', '所属', '氏名', '年月日', '印'], roles: ['作成', '確認', '承認'] },
  chosenSheets: {
    filtered: (only, shown, all) => `絞り込み：${only}（${number(all)}件のうち${number(shown)}件）`,
    shownOnly: (states, section) => [...(section === null ? [] : [section]), ...(states === null ? [] : [states.join('、')])].join('・'),
    figures: '消込一覧を絞り込んでいるため、納付書の数値は絞り込む前の値です（式ではありません）。',
  },
  deletion: {
    title: '消去報告書',
    afterwards: {
      line: (verdict) => `消去後に残るデータの検査結果：${verdict}`,
      noFiles: '消去後に残る収納データはありません。合計の検査はしていません。',
      short: (verdict) => `消去後：${verdict}`,
      shortNoFiles: '消去後：収納データなし',
    },
    about: '消去の内容',
    what: '対象',
    fiscalYear: (year) => `${year}年度の明細、納付書、台帳の行`,
    chosenFiles: (files) => `選んだ収納データ${number(files)}ファイル`,
    when: '消去日時',
    by: '消去した者',
    reason: '理由・根拠',
    version: 'プログラムの版',
    verdictBefore: '消去前の検査結果',
    counts: '消去した件数',
    countColumns: ['区分', '消去前（件）', '消去（件）', '残り（件）', '年度不明で残したもの（件）'],
    slips: '消込一覧の納付書',
    details: '収納明細の明細',
    ledgerRows: '納付書台帳の行',
    files: '収納データのファイル',
    fileColumns: ['ファイル', '扱い', '消去した明細（件）', '残した明細（件）', '年度不明で残したもの（件）', '受け取った時のSHA-256'],
    fates: { kept: '消去なし', whole: '全部消去', records: '一部消去' },
    noFiles: '収納データはありません。',
    ledger: '納付書台帳',
    ledgerColumns: ['台帳', '扱い', '消去した行（行）', '残した行（行）', '年度不明で残したもの（行）', '取り込んだ時のSHA-256'],
    unknownSha256: '不明（ブックの表を台帳にしたか、SHA-256を記録しない版で取り込みました）',
    totals: '消去した明細を含むファイルの合計（消去前の照合）',
    totalsColumns: ['ファイル', '項目', 'ファイルの合計', '明細の計', '差', '判定'],
    groupItem: (group, kind, measure) => `組${group} ${kind} ${measure === 'count' ? '件数' : '金額'}`,
    separator: '　',
    remainingKinds: '消去した明細と残る明細（区分別）',
    states: '消去した納付書と残る納付書（状態別）',
    slipMeasures: { count: '件数', billed: '請求額（円）', paid: '納付額（円）' },
    stateColumns: ['状態', '消去前', '消去した納付書', '再消込の増減', '残る納付書'],
    changedNote: '「再消込の増減」は、残る納付書の状態又は納付額が、通知を消去して消込をし直したために変わった分です。',
    kindColumns: ['区分', '消去した件数', '消去した金額（円）', '残る件数', '残る金額（円）'],
    total: '計',
    partly:
      '一部消去のファイルは、消去した明細を空白にして残しています。ほかの明細の位置とレコード番号は変わりません。その組のファイルの合計は、今後「未検査」と表示します。',
    undecidedNote:
      '年度を読めない明細、読み飛ばしたレコード、年度を読めない台帳の行は残しています。消去するには、ファイル全体を選ぶか、台帳の行を直してください。',
    receiptsNote: '表「他の収納」は利用者の表のため、消去していません。消去した年度の行は、「他の収納」のシートで削除してください。',
    copiesNote:
      'この報告書は、このブックの中の消去だけを示します。受け取った元のファイル、台帳のCSV、書き出したファイル、控え、ブックの以前の版（バージョン履歴、自動回復）は、別に消去してください。',
  },
  operations: { book: '書き出し', finance: '財務用', csv: 'CSV' },
  unconfirmed: (operation) => `${operation}（保存未確認）`,
  finance: {
    workbookTitle: 'コンビニ収納 財務用',
    deposits: '入金確認',
    depositsNote: '黄色のセルに、通帳などで確かめた実際の入金額を入力してください。差と判定は自動で計算します。',
    heldNote: '保留の確報は、誤りがあるため消込に使っていない通知です。入金予定額に含めていないため、銀行が入金すれば、その額だけ差が出ます。',
    depositColumns: {
      transferDate: '支払い予定日',
      count: '確報件数',
      expected: '入金予定額（円）',
      heldCount: '保留の確報件数',
      held: '保留の確報額（円）',
      credited: '実際の入金額（円）',
      difference: '差（円）',
      judgement: '判定',
      note: 'メモ',
    },
    judgements: { agrees: '一致', differs: '不一致', missing: '未入力' },
    notEntered: ['未入力：', '件'],
    total: '計',
    noDate: '予定日なし',
    nothingExpected: '消込に使った確報はありません。入金の予定はありません。',
    breakdown: '内訳',
    breakdownName: '日付・コード・名称',
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
      otherAmount: '他の収納額',
      otherDate: '他の収納日',
      remindFrom: '督促可能日',
      toCheck: '確認事項',
      noticeFiles: '通知のファイル',
      asOf: '基準日',
      dataPeriod: 'データの期間',
      paidThrough: '納付の最終日',
      dataCompleteness: 'データの完全性',
      missingDays: 'ファイルのない日',
      otherChannels: '他の収納',
      verdict: '合計の検査',
      payerNumber: '納付義務者番号',
      payerName: '氏名',
    },
    period: (from, through) => (from === through ? from : `${from}から${through}まで`),
    noPeriod: '不明',
    missingDays: (first, count) => (count === 0 ? 'なし' : `${first.join('、')}${count > first.length ? `ほか${count - first.length}日` : ''}`),
    otherChannels: {
      given: '窓口・口座振替などの収納を含む',
      none: '窓口・口座振替などの収納はないものとしている',
      unknown: '窓口・口座振替などの収納は含まれていない',
    },
    completeness: {
      complete: '不完全な所はありません',
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
