/** The words of the view of the day, in English. */
import { changesEn } from '../../words/changes.en';
import { termsEn } from '../../words/terms.en';
import type { ChangeWords } from './words';

const { number } = termsEn;

export const changeWordsEn: ChangeWords = {
  kinds: changesEn,
  intakeNow: 'Taken in now',
  intakeLast: (runAt) => `Last taken in (${runAt})`,
  intakeAbout: (files, details) => `${number(files)} ${files === 1 ? 'file' : 'files'} · ${number(details)} ${details === 1 ? 'detail' : 'details'}`,
  fileNames: (names, more) => `${names.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`,
  title: (since) => (since === null ? 'Changes since the run before' : `Changes since ${since}`),
  none: 'No slip has changed.',
  gone: (count) => `Slips that are listed no more: ${number(count)}`,
  moreGone: (count) => `and ${number(count)} more`,
};
