/** 督促: whom may a reminder go to, whom not yet and why, and to whom has one gone? Nothing is sent to anybody. */
import { Button, Link } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { ReminderRow, RemindersView, RunView } from '../../engine/protocol';
import { REMINDER_REASONS, type ReminderReason } from '../../reconcile/reminders';
import { headersEn } from '../../sheet/headers.en';
import { headersJa } from '../../sheet/headers.ja';
import { usePane } from '../context';
import { Caution } from '../notes';
import { Amount, NotKnown } from '../numbers';
import { Trust } from '../result/trust';
import { shortNumber } from '../slipNumber';
import { SubView } from '../subView';
import { notReminded, reminded, type Marking } from './marking';
import { STYLES } from './styles';
import type { RemindersWords } from './words';
import { remindersEn } from './words.en';
import { remindersJa } from './words.ja';

export function RemindersPage(): ReactElement {
  const { state, words, environment, dispatch } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? remindersEn : remindersJa;
  const { result } = state;
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.reminders}>
      <style>{STYLES}</style>
      {result === null ? (
        <p className="empty">{own.noResult}</p>
      ) : result.ledger === null ? (
        <p className="empty">{own.noLedger}</p>
      ) : (
        <Reminders key={result.runAt} result={result} own={own} />
      )}
    </SubView>
  );
}

function Reminders({ result, own }: { readonly result: RunView; readonly own: RemindersWords }): ReactElement {
  const { acts, state, dispatch } = usePane();
  const [view, setView] = useState<RemindersView | null>(null);
  useEffect(() => {
    let isGone = false;
    acts.slips.reminders().then(
      (read) => {
        if (!isGone) setView(read);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [acts]);
  return (
    <div className="reminders">
      <Trust result={result} />
      <p>
        {own.grace(state.terms.grace)}{' '}
        <Link as="button" inline onClick={() => dispatch({ type: 'pageOpened', page: 'settings' })}>
          {own.changeGrace}
        </Link>
      </p>
      {view !== null && (
        <>
          <Remindable rows={view.remindable} own={own} />
          <HeldBack rows={view.heldBack} own={own} />
        </>
      )}
    </div>
  );
}

function Remindable({ rows, own }: { readonly rows: readonly ReminderRow[]; readonly own: RemindersWords }): ReactElement {
  const { acts, state, environment, dispatch } = usePane();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(rows.filter(({ isReminded }) => !isReminded).map(({ slip }) => slip)));
  const [unreadable, setUnreadable] = useState(0);
  const picked = rows.filter(({ slip }) => chosen.has(slip));
  const write = async (slips: readonly ReminderRow[], marking: (remarks: Parameters<typeof notReminded>[1]) => Marking): Promise<void> => {
    let left = 0;
    const isWritten = await acts.running.ofHeld({
      marks: (remarks) => {
        const { marks, unreadable: not } = marking(remarks);
        left = not;
        return marks;
      },
    });
    setUnreadable(left);
    if (!isWritten) return;
    dispatch({ type: 'pageOpened', page: 'reminders' });
    acts.say(own.marked(slips.length - left));
  };
  const word = (state.settings.language ?? environment.language) === 'en' ? headersEn.dispositions.reminded : headersJa.dispositions.reminded;
  const done = picked.filter(({ isReminded }) => isReminded);
  const open = picked.filter(({ isReminded }) => !isReminded);
  const yen = picked.reduce((sum, { billedAmount }) => sum + (billedAmount ?? 0), 0);
  const isBusy = state.running !== null;
  return (
    <section aria-labelledby="remindable-title">
      <h3 id="remindable-title">{own.remindable(rows.length)}</h3>
      {rows.length === 0 ? (
        <p className="secondary">{own.noneRemindable}</p>
      ) : (
        <>
          <label className="choice">
            <input
              type="checkbox"
              checked={picked.length === rows.length}
              onChange={({ currentTarget: { checked } }) => setChosen(new Set(checked ? rows.map(({ slip }) => slip) : []))}
            />
            {own.all}
          </label>
          <Rows
            rows={rows}
            own={own}
            beside={({ slip }, name) => (
              <input
                type="checkbox"
                aria-label={own.choose(name)}
                checked={chosen.has(slip)}
                onChange={({ currentTarget: { checked } }) => setChosen(new Set(checked ? [...chosen, slip] : [...chosen].filter((other) => other !== slip)))}
              />
            )}
          />
          <p role="status">{own.chosen(picked.length, yen)}</p>
          <div className="choices">
            <Button
              appearance="primary"
              disabledFocusable={open.length === 0 || isBusy}
              onClick={() => void write(open, (remarks) => reminded(open, remarks, word, environment.today()))}
            >
              {own.mark}
            </Button>
            {done.length > 0 && (
              <Button disabledFocusable={isBusy} onClick={() => void write(done, (remarks) => notReminded(done, remarks))}>
                {own.takeBack}
              </Button>
            )}
          </div>
          <p className="secondary">{own.markNote}</p>
          {unreadable > 0 && (
            <div role="alert">
              <Caution>{own.notMarked(unreadable)}</Caution>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** By what holds them back most. */
function HeldBack({ rows, own }: { readonly rows: readonly ReminderRow[]; readonly own: RemindersWords }): ReactElement {
  const byReason = new Map<ReminderReason, ReminderRow[]>();
  for (const reason of REMINDER_REASONS) {
    const held = rows.filter(({ reasons }) => reasons[0] === reason);
    if (held.length > 0) byReason.set(reason, held);
  }
  return (
    <section aria-labelledby="held-back-title">
      <h3 id="held-back-title">{own.heldBack(rows.length)}</h3>
      {rows.length === 0 && <p className="secondary">{own.noneHeldBack}</p>}
      {[...byReason].map(([reason, held]) => (
        <details key={reason} open={byReason.size === 1}>
          <summary>
            <span className="row-name">{own.reasons[reason]}</span> <span className="number">{held.length.toLocaleString('en')}</span>
          </summary>
          <p className="secondary">{own.remedies[reason]}</p>
          <Rows rows={held} own={own} />
        </details>
      ))}
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly ReminderRow[];
  readonly own: RemindersWords;
  readonly beside?: (row: ReminderRow, name: string) => ReactElement;
}

const AT_ONCE = 100;

function Rows({ rows, own, beside }: RowsProps): ReactElement {
  const [shown, setShown] = useState(AT_ONCE);
  const left = rows.length - shown;
  return (
    <>
      <ul className="reminder-rows">
        {rows.slice(0, shown).map((row) => (
          <Row key={row.slip} row={row} own={own} {...(beside === undefined ? {} : { beside })} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
          {own.more(Math.min(left, AT_ONCE))}
        </Button>
      )}
    </>
  );
}

function Row({ row, own, beside }: { readonly row: ReminderRow } & Pick<RowsProps, 'own' | 'beside'>): ReactElement {
  const { words, day, year, acts, dispatch } = usePane();
  const name = `${year(row.fiscalYear)} ${shortNumber(row.slipNumber)}`;
  const open = (): void => {
    dispatch({ type: 'pageClosed' });
    dispatch({ type: 'tabChosen', tab: 'result' });
    void acts.slips.openAlone(row.slip);
  };
  const facts = [
    ...(row.dueDate === null ? [] : [own.due(day(row.dueDate))]),
    ...(row.remindFrom === null ? [] : [own.from(day(row.remindFrom))]),
    ...row.reasons.slice(1).map((reason) => own.reasons[reason]),
    ...row.handled,
  ];
  return (
    <li>
      {beside?.(row, name)}
      <div>
        <span className="slip-line">
          <Link as="button" title={row.slipNumber} onClick={open}>
            {name}
          </Link>
          <span className="number">{row.billedAmount === null ? <NotKnown /> : <Amount value={row.billedAmount} unit={words.yenUnit} />}</span>
        </span>
        <span className="secondary">{facts.join(words.between)}</span>
      </div>
    </li>
  );
}
