/** What has become of tables of ours, and what can the clerk do about it? */
import type { TableFault } from '../engine/workbookPort';
import type { Message } from './words';

export const brokenJa = (faults: readonly TableFault[]): Message => ({
  title: 'このアドインの表が変わっています',
  body: `${faults.map(faultJa).join('')}何も変更していません。${faults.some(({ isMendable }) => isMendable) ? '「表を作り直す」を押すと、行を残したまま元の表に戻します。' : ''}`,
});

function faultJa(fault: TableFault): string {
  const place = `シート「${fault.sheet}」`;
  switch (fault.fault) {
    case 'converted':
      return `${place}の表「${fault.table}」が範囲に変換されています。`;
    case 'renamed':
      return `${place}の表「${fault.table}」の名前が「${fault.as}」に変わっています。`;
    case 'gone':
      return `${place}に表「${fault.table}」がありません。保存してある前のブックから、このシートを戻してください。戻せないときは、このシートを削除すると、表を作り直します。`;
    case 'columnsLost':
      return `${place}の表「${fault.table}」に${fault.columns.map((column) => `「${column}」`).join('')}の列が見つかりません。見出しを元に戻してください。`;
  }
}
