/** In which language is the day told? */
import type { Language } from '../../words';
import type { ChangeWords } from './words';
import { changeWordsEn } from './words.en';
import { changeWordsJa } from './words.ja';

export const changeWordsIn = (language: Language): ChangeWords => (language === 'en' ? changeWordsEn : changeWordsJa);
