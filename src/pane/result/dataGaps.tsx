/** What is not in the data, so that 未納 may name people who have paid: days without a file, channels that nobody has told of? And which 処理 does not go with what was paid? */
import { Button, Link } from '@fluentui/react-components';
import { ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import type { RunView } from '../../engine/protocol';
import { usePane } from '../context';
import { Note } from '../notes';
import { FOCUS } from '../state/focus';

/** As many days as the sentence of trust names. */
const DAYS_NAMED = 3;

export function DataGaps({ result }: { readonly result: RunView }): ReactElement | null {
  if (result.ledger === null) return <DispositionFaults faults={result.dispositionFaults} />;
  const { missingDays, emptyDaysNotSent, otherChannels } = result.trust;
  return (
    <>
      <DispositionFaults faults={result.dispositionFaults} />
      {missingDays !== null && missingDays.length > 0 && !emptyDaysNotSent && <MissingDays days={missingDays} />}
      {otherChannels === 'unknown' && <Channels />}
    </>
  );
}

/** Red: money may have been given back twice. */
function DispositionFaults({ faults }: { readonly faults: RunView['dispositionFaults'] }): ReactElement | null {
  const { words, acts } = usePane();
  const [shown, setShown] = useState(FAULTS_SHOWN);
  if (faults.length === 0) return null;
  return (
    <section className="verdict verdict-error" aria-labelledby="faults-title">
      <ErrorCircle16Filled aria-hidden="true" className="verdict-icon" />
      <div>
        <h2 id="faults-title">{words.dispositionFaults(faults.length)}</h2>
        <ul>
          {faults.slice(0, shown).map(({ slip, title, place, sentence }) => (
            <li key={`${slip} ${title}`}>
              <Link as="button" inline onClick={() => void acts.slips.openAlone(slip)}>
                {place}
              </Link>{' '}
              {sentence}
            </li>
          ))}
        </ul>
        {faults.length > shown && (
          <Button size="small" onClick={() => setShown(faults.length)}>
            {words.showAll(faults.length)}
          </Button>
        )}
      </div>
    </section>
  );
}
const FAULTS_SHOWN = 5;

function MissingDays({ days }: { readonly days: readonly number[] }): ReactElement {
  const { words, day, dispatch } = usePane();
  return (
    <section className="verdict verdict-unchecked" aria-labelledby="gaps-title">
      <Warning16Filled aria-hidden="true" className="verdict-icon" />
      <div>
        <h2 id="gaps-title">{words.missingDaysTitle(days.length)}</h2>
        <p>{words.missingDaysBody(days.slice(0, DAYS_NAMED).map(day), Math.max(0, days.length - DAYS_NAMED))}</p>
        <p>
          <Link as="button" inline id={FOCUS.calendar} onClick={() => dispatch({ type: 'pageOpened', page: 'calendar', from: FOCUS.calendar })}>
            {words.openCalendar}
          </Link>
        </p>
      </div>
    </section>
  );
}

/** Asked until it is answered; who has said yes is told what to do. */
function Channels(): ReactElement {
  const { state, words, acts } = usePane();
  if (state.terms.noOtherChannels === false) return <Note>{words.channelsHint}</Note>;
  return (
    <section aria-labelledby="channels-title">
      <h2 id="channels-title">{words.channelsQuestion}</h2>
      <p className="secondary">{words.channelsWhy}</p>
      <div className="choices">
        <Button onClick={() => void acts.telling.change({ noOtherChannels: false })}>{words.channelsSome}</Button>
        <Button onClick={() => void acts.telling.otherChannels(true)}>{words.channelsNone}</Button>
      </div>
    </section>
  );
}
