/** 使い方: how does a day go, and what do the words and colours mean? */
import type { ReactElement } from 'react';
import { SLIP_FLAGS, SLIP_STATES } from '../../reconcile/slips';
import { usePane } from '../context';
import { Chip } from '../marks';
import { SubView } from '../subView';

export function UsagePage(): ReactElement {
  const { words, dispatch } = usePane();
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.usage}>
      {words.usage.map(({ title, sentences }) => (
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
        <h3>{words.statesLegend}</h3>
        <dl className="legend">
          {[...[...SLIP_STATES].reverse(), ...SLIP_FLAGS].map((mark) => (
            <div key={mark}>
              <dt>
                <Chip mark={mark} words={words.product} />
              </dt>
              <dd>
                {mark in words.stateMeanings
                  ? words.stateMeanings[mark as keyof typeof words.stateMeanings]
                  : words.flagMeanings[mark as keyof typeof words.flagMeanings]}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </SubView>
  );
}
