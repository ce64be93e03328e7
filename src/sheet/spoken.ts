/** Which words does a workbook speak: the language, with days written as wanted? */
import type { Language, Words } from '../words';
import type { Dates } from '../words/days';
import { enIn } from '../words/en';
import { jaIn } from '../words/ja';
import type { SheetWords } from './words';
import { sheetEnIn } from './words.en';
import { sheetJaIn } from './words.ja';

export interface Spoken {
  readonly words: Words;
  readonly sheetWords: SheetWords;
}

export const spokenIn = (lang: Language, dates: Dates): Spoken =>
  lang === 'ja' ? { words: jaIn(dates), sheetWords: sheetJaIn(dates) } : { words: enIn(dates), sheetWords: sheetEnIn(dates) };
