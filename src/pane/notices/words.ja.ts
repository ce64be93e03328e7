/** 日本語 */
import type { WriteNote } from '../../engine/workbookPort';
import type { Message } from '../words';
import type { NoticeWords } from './words';

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

function note(said: WriteNote): Message {
  switch (said.code) {
    case 'formulasAsValues':
      return {
        title: '数式の代わりに値を書きました',
        body: `シート「${said.sheet}」の${quoted(said.columns)}は、このExcelが数式を別の数式に書き換えるため、値で書きました。金額と件数は正しい値です。ほかのセルを書き換えても再計算しません。`,
      };
  }
}

export const noticesJa: NoticeWords = { note };
