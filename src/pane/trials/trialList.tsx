/** What was tried, and how did it end? What did not pass comes first, and says what that means. */
import type { ReactElement } from 'react';
import type { TrialResult } from '../../engine/trials';
import { factOf, type Ends } from './report';
import type { TrialsWords } from './words';

/** What was compared and found alike says nothing new; versions, sizes and times do. */
const isTelling = (result: TrialResult): boolean => result.result !== 'passed' || !/^(?:[[{"]|\d+$)/.test(result.found);

const isBad = ({ result }: TrialResult): boolean => result === 'failed' || result === 'refused';

export function TrialList({ ends, own }: { readonly ends: Ends; readonly own: TrialsWords }): ReactElement {
  return (
    <ul className="trial-list">
      {[...ends]
        .sort(([, one], [, other]) => Number(isBad(other)) - Number(isBad(one)))
        .map(([name, result]) => {
          const { title, otherwise } = own.trials[name];
          const fact = isTelling(result) ? factOf(result, own) : '';
          const bad = isBad(result);
          return (
            <li key={name} data-trial={name} data-result={result.result}>
              <span className={bad ? 'trial-mark strong' : 'trial-mark'}>{own.marks[result.result]}</span>
              <div>
                <div className={bad ? 'strong' : undefined}>{title}</div>
                {bad && <div>{otherwise}</div>}
                {fact !== '' && <div className="secondary">{fact}</div>}
              </div>
            </li>
          );
        })}
    </ul>
  );
}
