/** What was tried, and how did it end? What did not pass says what that means. */
import type { ReactElement } from 'react';
import { factOf, type Ends } from './report';
import type { TrialsWords } from './words';

export function TrialList({ ends, own }: { readonly ends: Ends; readonly own: TrialsWords }): ReactElement {
  return (
    <ul className="trial-list">
      {[...ends].map(([name, result]) => {
        const { title, otherwise } = own.trials[name];
        const fact = factOf(result, own);
        const isBad = result.result === 'failed' || result.result === 'refused';
        return (
          <li key={name} data-trial={name} data-result={result.result}>
            <span className={isBad ? 'trial-mark strong' : 'trial-mark'}>{own.marks[result.result]}</span>
            <div>
              <div className={isBad ? 'strong' : undefined}>{title}</div>
              {isBad && <div>{otherwise}</div>}
              {fact !== '' && <div className="secondary">{fact}</div>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
