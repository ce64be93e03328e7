/** What does a clerk see who opens the pane for the first time? */
import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { Note } from '../notes';

export function FirstRun(): ReactElement {
  const { words, environment, acts } = usePane();
  return (
    <section className="first">
      <h2>{words.firstTitle}</h2>
      <ol className="steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Note>{words.staysHere}</Note>
      {environment.samples !== null && (
        <p className="practice">
          <Link as="button" inline onClick={() => void acts.choosing.practise()}>
            {words.practice}
          </Link>
          <span className="secondary">{words.practiceNote}</span>
        </p>
      )}
    </section>
  );
}
