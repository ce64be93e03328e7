/** 使い方: how does a day go, and what do the words and colours mean? */
import type { ReactElement } from 'react';
import { SLIP_FLAGS, SLIP_STATES } from '../../reconcile/slips';
import { usePane } from '../context';
import { Chip } from '../marks';
import { SubView } from '../subView';
import { usageEn } from './usage.en';
import { usageJa } from './usage.ja';
import type { UsageWords } from './usage';

/** Both languages come with the page: they are small. */
function useUsageWords(): UsageWords {
  const { state, environment } = usePane();
  return (state.settings.language ?? environment.language) === 'en' ? usageEn : usageJa;
}

export function UsagePage(): ReactElement {
  const { words, dispatch } = usePane();
  const own = useUsageWords();
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.usage}>
      {own.usage.map(({ title, sentences }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul className="sentences">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h3>{own.statesLegend}</h3>
        <dl className="legend">
          {[...[...SLIP_STATES].reverse(), ...SLIP_FLAGS].map((mark) => (
            <div key={mark}>
              <dt>
                <Chip mark={mark} words={words.product} />
              </dt>
              <dd>
                {mark in own.stateMeanings
                  ? own.stateMeanings[mark as keyof typeof own.stateMeanings]
                  : own.flagMeanings[mark as keyof typeof own.flagMeanings]}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </SubView>
  );
}
