/** Has this slip been paid? One box for numbers, names and the scanner, above everything that 結果 shows. */
import type { SearchAnswer } from '../../engine/protocol';
import { Button, Input } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { readSought } from '../../file/sought';
import { usePane } from '../context';
import { FOCUS } from '../state/focus';
import { SearchFound } from './searchFound';
import { SEARCH_STYLES } from './styles';
import { useSearchWords } from './useSearchWords';

/** Of a pane in which the box above leaves no room for what does not agree, in CSS pixels. */
const SHORT = 420;

export function SearchBar(): ReactElement {
  const { state, acts } = usePane();
  const words = useSearchWords();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const question = useRef(0);
  const { result } = state;
  useEffect(() => {
    const isAlarming = result?.verdict.kind === 'mismatch' || result?.verdict.kind === 'error';
    if (isAlarming && window.innerHeight < SHORT) document.querySelector('.verdict')?.scrollIntoView({ block: 'start' });
  }, [result]);

  const find = async (text: string): Promise<void> => {
    const own = ++question.current;
    setBusy(true);
    const found = await (await acts.searching()).find(text);
    if (own !== question.current) return;
    setBusy(false);
    setAnswer(found);
    // The next scan takes the place of this one.
    form.current?.querySelector('input')?.select();
    if (found !== null) acts.say(words.said(found), found.found === 'slip' || found.found === 'slips' ? 'polite' : 'alert');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void find(typed);
  };
  /** Where Japanese is being typed, a scanner's Enter only ends the composition. */
  const composed = (text: string): void => {
    if (readSought(text).of === 'barcode') void find(text);
  };

  const isOff = state.running !== null && state.result === null && state.restored === null;
  const isOpen = state.resultView.view === 'slip';
  return (
    <section className="counter" aria-label={words.title}>
      <style>{SEARCH_STYLES}</style>
      <form ref={form} role="search" className="search-bar" onSubmit={submit}>
        <Input
          id={FOCUS.search}
          className="search"
          placeholder={words.placeholder}
          aria-label={words.title}
          autoComplete="off"
          spellCheck={false}
          disabled={isOff}
          value={typed}
          onFocus={() => void acts.searching().then((searching) => searching.prepare())}
          onChange={(_, { value }) => setTyped(value)}
          onCompositionEnd={({ currentTarget }) => composed(currentTarget.value)}
        />
        <Button type="submit" icon={<Search20Regular />} aria-label={words.find} disabledFocusable={isOff} />
      </form>
      {isBusy && state.result === null && state.restored === null && <p className="secondary">{words.reading}</p>}
      {answer !== null && !isBusy && !isOpen && answer.found !== 'slip' && <SearchFound answer={answer} onClose={() => setAnswer(null)} />}
    </section>
  );
}
