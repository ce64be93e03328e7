/** In which language does 他の収納 speak? Both come with it: they are small beside it. */
import { usePane } from '../context';
import type { ReceiptsWords } from './words';
import { receiptsEn } from './words.en';
import { receiptsJa } from './words.ja';

export function useReceiptsWords(): ReceiptsWords {
  const { state, environment } = usePane();
  return (state.settings.language ?? environment.language) === 'en' ? receiptsEn : receiptsJa;
}
