/** 消去の画面で利用者が読む全ての言葉: every word of the deletion's view, in Japanese. Rules of writing: docs/glossary.md. */
import type { Deleted } from '../../export/deletion';
import { termsJa } from '../../words/terms.ja';
import type { DeletionViewWords } from './words';

const { number } = termsJa;
const named = (what: Deleted): string => ('fiscalYear' in what ? `${what.fiscalYear}年度の個人情報` : `選んだ${number(what.files.length)}ファイルの明細`);
const rows = (count: number): string => `台帳の行${number(count)}行`;

export const deletionJa: DeletionViewWords = {
  intro: '要らなくなった年度又はファイルの個人情報を、このブックから消去します。何が消えるかを、消去する前に表示します。',
  looking: 'ブックの内容を確認しています',
  failed: { title: 'ブックの内容を確認できませんでした', body: '何も変更していません。もう一度確認してください。' },
  again: 'もう一度確認する',
  refusal: (refusal) =>
    refusal.code === 'originalsChanged'
      ? {
          title: '選んで消去することはできません',
          body: `「取込原本」にある${refusal.files.map((name) => `「${name}」`).join('')}が、取り込んだときの内容と違うか、なくなっているため、どの明細が含まれるかを確かめられません。何も変更していません。「履歴」でこの取込を取り消すと、残りから選んで消去できます。確実に消すには、このブックを控えと以前の版も含めて全て削除してください。`,
        }
      : {
          title: '台帳を読み込めません',
          body: '「納付書台帳」のシートを読み込めないため、年度を確かめられません。何も変更していません。台帳を取り込み直してください。',
        },
  nothing: 'このブックに、消去できる明細や台帳はありません。',
  by: '消去の範囲',
  byYear: '年度',
  byFiles: 'ファイル',
  years: '消去する年度',
  files: '消去するファイル',
  year: (fiscalYear) => `${fiscalYear}年度`,
  yearHolds: (slips, details, ledgerRows) => `納付書${number(slips)}件・明細${number(details)}件・${rows(ledgerRows)}`,
  choose: { fiscalYear: '年度を選ぶと、消えるものと残るものを表示します。', files: 'ファイルを選ぶと、消えるものと残るものを表示します。' },
  amounts: '消去する件数',
  amountsDone: '消去した件数',
  amountsHead: { what: '区分', deleted: '消去', kept: '残り' },
  slips: '納付書',
  details: '明細',
  ledgerRows: '台帳の行',
  fates: { kept: '消去なし', whole: '全部消去', records: '一部消去' },
  goes: '一緒に消えるもの',
  goesToo: ['取込原本にある元のデータと、消込一覧から消える納付書の備考', '収納明細、検査、納付書台帳のシートに加えた列の内容と、このアドインの表の絞り込み'],
  staysTitle: '残るもの',
  stays: [
    '取込履歴（ファイル名、件数、金額、SHA-256）と、消去報告書にある合計',
    'このアドインのものでないシート、メモ、コメント、ピボットテーブル。個人情報があれば、別に消してください',
  ],
  partly: '一部消去のファイルは、消去した明細を含む組の合計を照合できなくなり、「未検査」と表示します。',
  undecided: (count) => `年度を読めない明細や台帳の行など${number(count)}件は、年度を選んでも残ります。`,
  losingNotices: (count) =>
    `${number(count)}件の納付書は一覧に残りますが、このファイルの納付は数えられなくなります。納付済みのものが未納と表示されるため、この台帳では未納を確定できなくなります。`,
  otherTables: (names) => `${names.map((name) => `「${name}」`).join('')}の表は、消去しません。`,
  who: '消去した者（所属・氏名）',
  whoNote: '消去報告書だけに書きます。空欄のときは、印刷した報告書に手で書いてください。',
  reason: '理由・根拠',
  proceed: '消去に進む',
  confirmTitle: (what) => `${named(what)}を消去しますか`,
  confirmBody: ({ slips, details, ledgerRows }) =>
    `納付書${number(slips.deleted)}件、明細${number(details.deleted)}件${ledgerRows === null ? '' : `、${rows(ledgerRows.deleted)}`}をこのブックから消去します。`,
  confirmWarning: '消去したものは元に戻せません。保存済みのファイル、控え、書き出したファイルは消えません。',
  confirm: '消去する',
  cancel: 'やめる',
  notWhole: {
    title: '消去は終わっていません',
    body: 'このアドインの表からは消去しましたが、消去した値がブックのほかの場所に残っています。上の知らせにある場所を確かめてください。',
  },
  doneTitle: '消去しました',
  done: (what, { slips, details, ledgerRows }) =>
    `${named(what)}を消去しました。納付書${number(slips.deleted)}件、明細${number(details.deleted)}件${ledgerRows === null ? '' : `、${rows(ledgerRows.deleted)}`}。`,
  saveNow: { title: '今すぐブックを保存してください', body: '保存するまで、保存済みのファイルには消去前の内容が残っています。' },
  olderVersions: 'バージョン履歴、自動回復のファイル、控え、書き出したファイルには、消去前の内容が残っています。事務所で削除してください。',
  openReport: (sheet) => `「${sheet}」を開く`,
  another: '続けて別の消去をする',
};
