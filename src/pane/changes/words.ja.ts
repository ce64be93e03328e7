/** 今回の取込と前回からの変化の言葉: the words of the view of the day, in Japanese. */
import { changesJa } from '../../words/changes.ja';
import { termsJa } from '../../words/terms.ja';
import type { ChangeWords } from './words';

const { number } = termsJa;

export const changeWordsJa: ChangeWords = {
  kinds: changesJa,
  intakeNow: '今回の取込',
  intakeLast: (runAt) => `最後の取込（${runAt}）`,
  intakeAbout: (files, details) => `${number(files)}ファイル・明細${number(details)}件`,
  fileNames: (names, more) => `${names.join('、')}${more > 0 ? ` ほか${number(more)}ファイル` : ''}`,
  title: (since) => (since === null ? '前回からの変化' : `前回（${since}）からの変化`),
  none: '変化した納付書はありません。',
  gone: (count) => `一覧からなくなった納付書 ${number(count)}件`,
  moreGone: (count) => `ほか${number(count)}件`,
};
