/** In which language does the deletion's view speak? Both come with it: they are small beside it. */
import { usePane } from '../context';
import type { DeletionViewWords } from './words';
import { deletionEn } from './words.en';
import { deletionJa } from './words.ja';

export function useDeletionWords(): DeletionViewWords {
  const { state, environment } = usePane();
  return (state.settings.language ?? environment.language) === 'en' ? deletionEn : deletionJa;
}
