/** What is said to somebody at the counter who shows this slip? Whether it is paid, what is open, and whether the paper in hand is still good. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { SlipView } from '../../engine/protocol';
import { useSearchWords } from './useSearchWords';

export function CounterAnswer({ life }: { readonly life: SlipView }): ReactElement {
  const { day } = usePane();
  const words = useSearchWords();
  return (
    <section className="to-check" aria-label={words.atCounter}>
      <h3>{words.atCounter}</h3>
      <ul>
        {words.answer(life, day).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
