/** Which words does a person read, by language? With days in the western way; sheet/spoken.ts knows the other. */
import type { Language, Words } from '.';
import { en } from './en';
import { ja } from './ja';

const WORDS: Record<Language, Words> = { ja, en };

export const wordsIn = (lang: Language): Words => WORDS[lang];
