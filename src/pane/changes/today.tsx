/** What has come in, and what has changed since the run before? Each change is the door to its list. */
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { ChangesView, IntakeView, RunView } from '../../engine/protocol';
import { usePane } from '../context';
import { Amount } from '../numbers';
import { ROVING } from '../roving';
import { shortNumber } from '../slipNumber';
import { FOCUS } from '../state/focus';
import { useChangeWords } from './useListName';

const FILES_NAMED = 3;
/** In the order of CHANGE_KINDS: the money of a slip that was dealt with already. */
const URGENT = ['paidAfterReminder', 'changedAfterDeed'];

export function TodayView({ result: { intake, changes } }: { readonly result: RunView }): ReactElement {
  return (
    <>
      <style>{STYLES}</style>
      {intake && <Intake intake={intake} />}
      {changes && <Changes changes={changes} />}
    </>
  );
}

function Intake({ intake: { runAt, isNow, files, details, kinds } }: { readonly intake: IntakeView }): ReactElement {
  const { words, time } = usePane();
  const own = useChangeWords();
  return (
    <section className="today" aria-labelledby="intake-title">
      <div className="heading">
        <h2 id="intake-title">{isNow ? own.intakeNow : own.intakeLast(time(runAt))}</h2>
        <span className="secondary">{own.intakeAbout(files.length, details)}</span>
      </div>
      <p className="secondary">{own.fileNames(files.slice(0, FILES_NAMED), Math.max(0, files.length - FILES_NAMED))}</p>
      <dl>
        {kinds.map(({ kind, count, amount }) => (
          <div key={kind}>
            <dt>{words.kinds[kind]}</dt>
            <dd className="number">
              <Amount value={count} unit={words.countUnit} />
            </dd>
            <dd className="number">
              <Amount value={amount} unit={words.yenUnit} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Changes({ changes: { since, counts, goneCount, gone } }: { readonly changes: ChangesView }): ReactElement {
  const { words, year, time } = usePane();
  const own = useChangeWords();
  return (
    <section className="today" aria-labelledby="changes-title">
      <h2 id="changes-title">{own.title(since === null ? null : time(since))}</h2>
      {counts.length === 0 && goneCount === 0 && <p className="secondary">{own.none}</p>}
      {counts.length > 0 && (
        <ul className="rows" {...ROVING}>
          {counts.map(({ kind, count }, index) => (
            <li key={kind}>
              <ChangeRow kind={kind} count={count} isStop={index === 0} />
            </li>
          ))}
        </ul>
      )}
      {goneCount > 0 && (
        <details>
          <summary>{own.gone(goneCount)}</summary>
          <p>
            {gone.map(({ fiscalYear, slipNumber }) => `${words.fiscalYear(year(fiscalYear))} ${shortNumber(slipNumber)}`).join(words.between)}
            {goneCount > gone.length && ` ${own.moreGone(goneCount - gone.length)}`}
          </p>
        </details>
      )}
    </section>
  );
}

type Counted = ChangesView['counts'][number] & { readonly isStop: boolean };

function ChangeRow({ kind, count, isStop }: Counted): ReactElement {
  const { words, dispatch } = usePane();
  const filter = { of: 'change', change: kind } as const;
  return (
    <button
      type="button"
      className={URGENT.includes(kind) ? 'row urgent' : 'row'}
      data-roving
      id={FOCUS.filter(filter)}
      tabIndex={isStop ? 0 : -1}
      onClick={() => dispatch({ type: 'listOpened', filter })}
    >
      <span className="row-name">{useChangeWords().kinds[kind]}</span>{' '}
      <span className="number">
        <Amount value={count} unit={words.countUnit} />
      </span>
      <ChevronRight16Regular aria-hidden="true" />
      <span className="hidden">{` ${words.openList}`}</span>
    </button>
  );
}

const STYLES = [
  '.today{margin-top:12px}',
  '.today dl{margin:4px 0 0}',
  '.today dl>div{display:grid;grid-template-columns:minmax(0,1fr) auto minmax(96px,auto);gap:8px;padding:0 4px}',
  '.today dd{margin:0}',
  '.today .row{grid-template-columns:minmax(0,1fr) auto 16px}',
  '.today .row.urgent{font-weight:600;border-left:4px solid var(--colorStatusDangerForeground1)}',
  '.today details{padding:4px}',
].join('');
