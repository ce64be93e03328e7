/** Which words do exports say in a language? */
import type { Language } from '../words';
import type { ExportWords } from './words';
import { exportEn } from './words.en';
import { exportJa } from './words.ja';

const WORDS: Record<Language, ExportWords> = { ja: exportJa, en: exportEn };

export const exportWordsIn = (lang: Language): ExportWords => WORDS[lang];
