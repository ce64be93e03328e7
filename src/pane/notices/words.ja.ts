/** 日本語 */
import type { AtWork, WriteNote } from '../../engine/workbookPort';
import type { Message } from '../words';
import { atWorkJa } from '../atWork';
import type { NoticeWords } from './words';

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

function note(said: WriteNote): Message {
  switch (said.code) {
    case 'formulasAsValues':
      return {
        title: '数式の代わりに値を書きました',
        body: `シート「${said.sheet}」の${quoted(said.columns)}は、このExcelが数式を別の数式に書き換えるため、値で書きました。金額と件数は正しい値です。ほかのセルを書き換えても再計算しません。`,
      };
    case 'filtersCleared':
      return {
        title: '絞り込みを解除しました',
        body: `シート「${said.sheet}」の${quoted(said.columns)}の絞り込みは、内容をExcelから読めないため、元に戻せませんでした。必要な場合は絞り込み直してください。`,
      };
    case 'otherFiltersCleared':
      return {
        title: 'ほかの列の絞り込みを解除しました',
        body: `件数をこの画面と合わせるため、シート「${said.sheet}」の${quoted(said.columns)}の絞り込みを解除しました。`,
      };
    case 'notFrozen':
      return {
        title: '見出しの固定ができませんでした',
        body: `${quoted(said.sheets)}で、見出しを固定する機能をExcelが受け付けませんでした。結果は正しく書き込んであります。必要な場合は［表示］→［ウィンドウ枠の固定］で固定してください。`,
      };
    case 'notFitted':
      return {
        title: '印刷の幅を設定できませんでした',
        body: `${quoted(said.sheets)}を1ページの幅に収める設定を、Excelが受け付けませんでした。印刷の前に［ページレイアウト］→［横］を「1ページ」にしてください。`,
      };
    case 'notSorted':
      return {
        title: '並べ替えを元に戻せませんでした',
        body: `${quoted(said.sheets)}の行は、このアドインの並び順で書きました。前の並べ替えをExcelが受け付けませんでした。必要な場合は並べ替え直してください。`,
      };
    case 'rowsShown':
      return {
        title: '非表示の行を表示しました',
        body: `${quoted(said.sheets)}の行の内容が入れ替わったため、非表示になっていた行を全て表示しました。必要な場合は非表示にし直してください。`,
      };
    case 'manualCalculation':
      return {
        title: 'このブックは手動で計算します',
        body: '書き込んだ数式は全て計算しました。この後にセルを書き換えたときは、F9を押すまで検査と集計は前の値のままです。［数式］→［計算方法の設定］で「自動」にできます。',
      };
    case 'tidyingLeft':
      return { title: '片付けが残っています', body: '結果は全て書き込みました。作業用の非表示シートが残っています。次にこの画面を開くと片付けます。' };
    case 'interrupted':
      return { title: '前の実行は途中で終わっていました', body: `${before(said.atWork)}${interrupted(said)}` };
    case 'journalDamaged':
      return {
        title: '前の実行の記録が壊れています',
        body: `途中で終わった実行の記録を読めないため、元に戻せません。${keptSheets(said.kept)}シートの内容を確かめて、もう一度消込を実行してください。`,
      };
    case 'remains':
      return {
        title: '消去した値がブックに残っています',
        body: `このアドインの表からは消去しましたが、次の場所に同じ値があります：${said.places.map(({ place, cells, count }) => `${place === 'names' ? '名前の定義' : place === 'comments' ? 'コメント' : `シート「${place}」`}${count}か所${cells.length === 0 ? '' : `（${cells.join('、')}）`}`).join('、')}。不要なものは手で消してから、ブックを保存してください。`,
      };
    case 'recordDamaged':
      return {
        title: '前回の実行の控えが壊れています',
        body: 'ブックに残した前回の実行の控えを読めません。ブックにある台帳の名前と、前に付けた色の設定が分かりません。台帳を選び直して、もう一度消込を実行してください。取込履歴と取込原本はそのまま使います。',
      };
  }
}

const before = ({ work, since }: AtWork): string =>
  since === '' ? '' : `${since}に始めた${work === 'deletion' ? '消去' : '消込'}は、途中で終わっていました。`;
const keptSheets = (kept: readonly string[]): string => (kept.length === 0 ? '' : `書き込む前の内容を${quoted(kept)}に残しました。`);

function interrupted({ end, lost, kept }: Extract<WriteNote, { code: 'interrupted' }>): string {
  if (end === 'untouched') return 'シートは実行前のままです。もう一度実行してください。';
  if (end === 'written') return '結果は全て書き込んでありました。';
  if (lost.length === 0) return 'シートを実行前の状態に戻しました。もう一度実行してください。';
  return `${quoted(lost)}は、控えのシートが消されたか壊れているため、元に戻せませんでした。${keptSheets(kept)}ほかのシートは実行前の状態に戻しました。もう一度消込を実行すると、表を作り直します。`;
}

export const noticesJa: NoticeWords = {
  note,
  coloursLost: (sheets) => `${quoted(sheets)}に手で付けた色と太字などは、実行すると消えます。「消込一覧」のものは、納付書と一緒に移ります。`,
  atWork: (atWork) => ({
    title: 'ほかの作業ウィンドウが書き込んでいます',
    body: `同じブックを開いている別の作業ウィンドウ又は別の利用者が、${atWorkJa(atWork)}。終わるまでこのブックには書き込めません。終わると自動で読み直します。`,
  }),
};
