/** 結果: is the file true to itself, how far is the collection, what needs a person? */
import { Link } from '@fluentui/react-components';
import { lazy, Suspense, type ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView } from '../../engine/protocol';
import { FlagGrid } from './flagGrid';
import { FindingsRow } from './findingsRow';
import { StateRows } from './stateRows';
import { FOCUS } from '../state/focus';
import { TotalsTable } from './totalsTable';
import { Parts } from '../parts';
import { VerdictBlock } from './verdictBlock';

/** Fetched with the first list that is opened. */
const SubViews = lazy(async () => ({ default: (await import('./subViews')).SubViews }));

/** Fetched with the first view of 結果. */
const SearchBar = lazy(async () => ({ default: (await import('../search/searchBar')).SearchBar }));

const TodayView = lazy(async () => ({ default: (await import('../changes/today')).TodayView }));
const Today = ({ result }: { readonly result: RunView }): ReactElement => (
  <Suspense fallback={null}>
    <TodayView result={result} />
  </Suspense>
);

/** Fetched where something is not in the data. */
const DataGaps = lazy(async () => ({ default: (await import('./dataGaps')).DataGaps }));
const hasGaps = ({ ledger, trust, dispositionFaults }: RunView): boolean =>
  dispositionFaults.length > 0 || (ledger !== null && (trust.missingDays?.length !== 0 || trust.otherChannels === 'unknown'));

export function ResultView(): ReactElement {
  const { result, restored, resultView, workbook } = usePane().state;
  const stands = result ?? restored;
  return (
    <>
      <Suspense fallback={null}>{(stands !== null || workbook?.lastRun) && <SearchBar />}</Suspense>
      {stands !== null && resultView.view !== 'summary' ? (
        <SubViews open={resultView} result={stands} />
      ) : result === null ? (
        <NoResult />
      ) : (
        <Summary result={result} />
      )}
    </>
  );
}

function NoResult(): ReactElement {
  const { state, words, time } = usePane();
  const lastRun = state.workbook?.lastRun ?? null;
  return (
    <section>
      <h2>{words.tabs.result}</h2>
      <p>{lastRun === null ? words.noResult : words.noResultYet(time(lastRun.runAt), lastRun.verdict)}</p>
    </section>
  );
}

function Summary({ result }: { readonly result: RunView }): ReactElement {
  const { state, words, day, time, dispatch } = usePane();
  const ledger = result.ledger === null ? null : words.count(result.ledger.slips);
  // What does not agree is seen first.
  const isAlarming = result.verdict.kind === 'mismatch' || result.verdict.kind === 'error';
  return (
    <>
      <VerdictBlock result={result} />
      {!isAlarming && <Today result={result} />}
      <TotalsTable result={result} />
      {isAlarming && <Today result={result} />}
      <Suspense fallback={null}>{hasGaps(result) && <DataGaps result={result} />}</Suspense>
      <StateRows result={result} />
      <FlagGrid result={result} />
      <FindingsRow result={result} />
      <Link
        as="button"
        id={FOCUS.finance}
        className="finance"
        disabledFocusable={state.running !== null}
        onClick={() => dispatch({ type: 'pageOpened', page: 'finance', from: FOCUS.finance })}
      >
        {words.pages.finance}
      </Link>
      <p className="secondary facts">
        <Parts of={words.runFacts(day(result.asOf), ledger, time(result.runAt))} />
      </p>
    </>
  );
}
