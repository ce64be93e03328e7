/** In which language does the pane speak now? Japanese is at hand at once; English is fetched by those who read it. */
import { useEffect, useState } from 'react';
import type { Language } from '../words';
import type { PaneWords } from './words';
import { paneJa } from './words.ja';

const LOADED: Partial<Record<Language, PaneWords>> = { ja: paneJa };

async function load(language: Language): Promise<PaneWords> {
  return (LOADED[language] ??= (await import('./words.en')).paneEn);
}

/** null until the first words are there; a change of language keeps the old ones until the new ones are. */
export function useWords(language: Language): PaneWords | null {
  const [shown, setShown] = useState(LOADED[language] ?? null);
  useEffect(() => {
    let isWanted = true;
    load(language).then(
      (words) => isWanted && setShown(words),
      // Words that cannot be fetched must not leave the pane empty.
      () => isWanted && setShown((before) => before ?? paneJa),
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return shown;
}
