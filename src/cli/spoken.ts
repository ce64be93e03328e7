/** Which words does the command say in a language? */
import type { Language } from '../words';
import type { CommandWords } from './words';
import { en } from './words.en';
import { ja } from './words.ja';

const WORDS: Record<Language, CommandWords> = { ja, en };

export const commandIn = (lang: Language): CommandWords => WORDS[lang];
