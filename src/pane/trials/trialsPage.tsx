/** このExcelで確かめる: what does this Excel do of what the add-in relies on? */
import { Button, ProgressBar } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { EXCEL_TRIALS, PANE_TRIALS, type TrialName, type TrialResult } from '../../engine/trials';
import { usePane } from '../context';
import { SubView } from '../subView';
import { counts, reportOf, type Ends } from './report';
import { SeenTrials } from './seenTrials';
import { STYLES } from './styles';
import { TrialList } from './trialList';
import type { TrialsWords } from './words';
import { trialsEn } from './words.en';
import { trialsJa } from './words.ja';

const NUMBER = EXCEL_TRIALS.length + PANE_TRIALS.length;

export function TrialsPage(): ReactElement {
  const { words, dispatch, state, environment } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? trialsEn : trialsJa;
  const { ends, isRunning, start, stop, end } = useTrials(own);
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.trials}>
      <style>{STYLES}</style>
      <div className="trials">
        {own.intro.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isRunning ? (
          <>
            <p>{own.trying(ends.size, NUMBER)}</p>
            <ProgressBar value={ends.size / NUMBER} aria-label={own.trying(ends.size, NUMBER)} />
            <Button onClick={stop}>{own.stop}</Button>
          </>
        ) : (
          <Button appearance={ends.size === 0 ? 'primary' : 'secondary'} onClick={start}>
            {ends.size === 0 ? own.start : own.again}
          </Button>
        )}
        {ends.size > 0 && !isRunning && (
          <>
            <SeenTrials ends={ends} own={own} end={end} />
            <Results ends={ends} own={own} />
          </>
        )}
      </div>
    </SubView>
  );
}

function Results({ ends, own }: { readonly ends: Ends; readonly own: TrialsWords }): ReactElement {
  const { words, environment, support, acts } = usePane();
  const { passed, failed, untried } = counts(ends);
  const head = [words.productName, words.versionLine(environment.version), environment.now(), `ExcelApi ${support.has}`, navigator.userAgent];
  return (
    <section aria-label={own.results}>
      <h3>{own.results}</h3>
      <p>{own.summary(passed, failed, untried)}</p>
      <Button size="small" onClick={() => void acts.setting.copy(reportOf(head, ends, own))}>
        {own.copy}
      </Button>
      <TrialList ends={ends} own={own} />
    </section>
  );
}

interface Trials {
  readonly ends: Ends;
  readonly isRunning: boolean;
  start(): void;
  stop(): void;
  end(name: TrialName, result: TrialResult): void;
}

/** A page that is closed stops the trials; the sheets are taken away all the same. */
function useTrials(own: TrialsWords): Trials {
  const { acts } = usePane();
  const [ends, setEnds] = useState<Ends>(new Map());
  const [isRunning, setRunning] = useState(false);
  const signal = useRef<AbortController | null>(null);
  useEffect(() => () => signal.current?.abort(), []);
  const end = (name: TrialName, result: TrialResult): void => setEnds((before) => new Map([...before].filter(([known]) => known !== name)).set(name, result));
  const start = (): void => {
    const all = new Map<TrialName, TrialResult>();
    const stop = new AbortController();
    signal.current = stop;
    setEnds(all);
    setRunning(true);
    void acts.trying
      .run((name, result) => {
        all.set(name, result);
        setEnds(new Map(all));
      }, stop.signal)
      .finally(() => {
        setRunning(false);
        const { passed, failed, untried } = counts(all);
        acts.say(own.summary(passed, failed, untried));
      });
  };
  return { ends, isRunning, start, stop: () => signal.current?.abort(), end };
}
