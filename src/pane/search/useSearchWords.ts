/** In which language does the search speak? Both come with it: they are small beside it. */
import { usePane } from '../context';
import type { SearchWords } from './words';
import { searchEn } from './words.en';
import { searchJa } from './words.ja';

export function useSearchWords(): SearchWords {
  const { state, environment } = usePane();
  return (state.settings.language ?? environment.language) === 'en' ? searchEn : searchJa;
}
