/** How far is the run, and what does it do now? */
import { ProgressBar } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Circle16Regular, CircleHalfFill16Regular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactElement } from 'react';
import { usePane } from '../context';
import { Note } from '../notes';
import type { Running } from '../state/state';
import { placeOf, STAGE_NAMES, type StageName } from '../state/stages';
import type { PaneWords } from '../words';

export function RunningView({ running }: { readonly running: Running }): ReactElement {
  const { words } = usePane();
  const seconds = useSeconds();
  const { stage, write } = running;
  const now = placeOf(stage);
  const isRestoring = write?.step === 'restore';
  return (
    <section className="running">
      <div className="heading">
        <h2>{isRestoring ? words.restoring : running.deletes ? words.deleting : words.running}</h2>
        <span className="secondary">{words.elapsed(seconds)}</span>
      </div>
      <ProgressBar aria-label={words.progress} thickness="large" value={progressOf(running)} />
      <p className="secondary stage-now">
        {`${now + 1}/${STAGE_NAMES.length} ${words.stageNow[stage]} `}
        {stage === 'write' && write !== null ? words.writing(write.sheet, write.rows, write.of) : amountOf(stage, running, words)}
      </p>
      <ol className="stages">
        {STAGE_NAMES.map((name, place) => (
          <li key={name} className={place < now ? 'done' : place === now ? 'now' : 'to-come'} {...(place === now ? { 'aria-current': 'step' } : {})}>
            {place < now ? (
              <CheckmarkCircle16Filled aria-hidden="true" />
            ) : place === now ? (
              <CircleHalfFill16Regular aria-hidden="true" className="turning" />
            ) : (
              <Circle16Regular aria-hidden="true" />
            )}
            <span>{words.stages[name]}</span>
            <span className="stage-amount">{place <= now ? amountOf(name, running, words) : ''}</span>
          </li>
        ))}
      </ol>
      <Note>{words.stayInFront}</Note>
      <Note>{stage === 'write' ? words.stopNoteWriting : words.stopNote}</Note>
    </section>
  );
}

/** Each stage is a fifth; only writing tells how far it is. */
function progressOf({ stage, write }: Running): number {
  const within = write === null || write.of === 0 ? 0 : write.rows / write.of;
  return (placeOf(stage) + (stage === 'write' ? within : 0.5)) / STAGE_NAMES.length;
}

/** The records are known once they are cut: the checks tell how many they look at. */
function amountOf(stage: StageName, { amounts, bytes }: Running, words: PaneWords): string {
  const amount = stage === 'cut' ? amounts.check : amounts[stage];
  return amount === undefined ? '' : words.stageAmount(stage, amount, bytes);
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const startedAt = Date.now();
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - startedAt) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
