/** On which day is overdue judged? */
import { Field, Input, Link } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { usePane } from '../context';
import { typedDay } from '../days';

// Typed, not picked: a browser's own date field shows 05/10/2027 wherever it was not installed in Japanese.
export function AsOfField(): ReactElement {
  const { state, words, acts, day, environment } = usePane();
  const today = environment.today();
  const { asOf } = state;
  const [text, setText] = useState(() => (asOf === null ? '' : day(asOf)));
  const typed = useRef(asOf);
  useEffect(() => {
    // Practice data brings a day of its own.
    if (asOf !== null && asOf !== typed.current) setText(day(asOf));
    typed.current = asOf;
  }, [asOf, day]);
  const type = (value: string): void => {
    setText(value);
    typed.current = typedDay(value);
    acts.remembering.chooseAsOf(typed.current);
  };
  return (
    <section>
      <Field label={words.asOf} hint={words.asOfNote} className="as-of" {...(asOf === null ? { validationMessage: words.asOfMissing } : {})}>
        <Input
          value={text}
          maxLength={20}
          autoComplete="off"
          onChange={(_, { value }) => type(value)}
          onBlur={() => setText(asOf === null ? text : day(asOf))}
        />
      </Field>
      {asOf !== null && asOf !== today && (
        <p className="secondary">
          {words.asOfOther(day(today))}{' '}
          <Link as="button" inline onClick={() => acts.remembering.chooseAsOf(today)}>
            {words.useToday}
          </Link>
        </p>
      )}
    </section>
  );
}
