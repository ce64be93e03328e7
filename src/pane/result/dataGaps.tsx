/** What is not in the data, so that 未納 may name people who have paid: days without a file, channels that nobody has told of? */
import { Button, Link } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { RunView } from '../../engine/protocol';
import { usePane } from '../context';
import { Note } from '../notes';
import { FOCUS } from '../state/focus';

/** As many days as the sentence of trust names. */
const DAYS_NAMED = 3;

export function DataGaps({ result }: { readonly result: RunView }): ReactElement | null {
  if (result.ledger === null) return null;
  const { missingDays, emptyDaysNotSent, otherChannels } = result.trust;
  return (
    <>
      {missingDays !== null && missingDays.length > 0 && !emptyDaysNotSent && <MissingDays days={missingDays} />}
      {otherChannels === 'unknown' && <Channels />}
    </>
  );
}

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
