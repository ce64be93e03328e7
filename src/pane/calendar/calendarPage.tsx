/** 受信カレンダー: of which days did files come, of which not, and what does the clerk say to that? */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { BillerDaysView, RunView } from '../../engine/protocol';
import type { Day } from '../../file/calendar';
import { usePane } from '../context';
import { Caution, Note } from '../notes';
import { SubView } from '../subView';
import { MonthTable } from './monthTable';
import { monthsOf } from './months';
import { STYLES } from './styles';
import type { CalendarWords } from './words';
import { calendarEn } from './words.en';
import { calendarJa } from './words.ja';

/** Days of one kind that are chosen. */
export interface Chosen {
  readonly standing: 'missing' | 'told';
  readonly days: readonly Day[];
}

export function CalendarPage(): ReactElement {
  const { state, words, environment, dispatch } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? calendarEn : calendarJa;
  const { result } = state;
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.calendar}>
      <style>{STYLES}</style>
      {result === null ? <p className="empty">{own.noResult}</p> : <Calendar result={result} own={own} />}
    </SubView>
  );
}

function Calendar({ result, own }: { readonly result: RunView; readonly own: CalendarWords }): ReactElement {
  const { state } = usePane();
  const [code, setCode] = useState(result.days[0]?.billerCode ?? '');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const biller = result.days.find(({ billerCode }) => billerCode === code);
  if (biller === undefined) return <p className="empty">{own.noDays}</p>;
  const { noFileOn, emptyDaysNotSent } = state.terms;
  const toggle = (standing: Chosen['standing'], day: Day): void => {
    const days = chosen?.standing === standing ? chosen.days : [];
    const next = days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b);
    setChosen(next.length === 0 ? null : { standing, days: next });
  };
  return (
    <div className={emptyDaysNotSent ? 'calendar quiet' : 'calendar'}>
      <p>{own.intro}</p>
      {emptyDaysNotSent && <Note>{own.emptyDaysNotSent}</Note>}
      {result.trust.missingDays === null && <Caution>{own.unknown}</Caution>}
      {result.days.length > 1 && (
        <Field label={own.biller} orientation="horizontal">
          <Select
            value={code}
            onChange={(_, { value }) => {
              setCode(value);
              setChosen(null);
            }}
          >
            {result.days.map(({ billerCode }) => (
              <option key={billerCode} value={billerCode}>
                {billerCode}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Facts result={result} biller={biller} own={own} />
      {monthsOf(biller, result.asOf, noFileOn).map((month) => (
        <MonthTable key={month.month} month={month} chosen={chosen?.days ?? []} own={own} onChoose={toggle} />
      ))}
      <Legend own={own} />
      {chosen !== null && <TellingForm chosen={chosen} own={own} />}
    </div>
  );
}

interface FactsProps {
  readonly result: RunView;
  readonly biller: BillerDaysView;
  readonly own: CalendarWords;
}

function Facts({ result, biller, own }: FactsProps): ReactElement {
  const { day, words } = usePane();
  const { paidThrough } = result.trust;
  const facts = [
    [own.lastCreated, day(biller.last)],
    [own.paidThrough, paidThrough === null ? words.notKnown : day(paidThrough)],
    [own.asOf, day(result.asOf)],
  ] as const;
  return (
    <dl>
      {facts.map(([title, value]) => (
        <div key={title} className="fact">
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Legend({ own }: { readonly own: CalendarWords }): ReactElement {
  return (
    <section>
      <h3>{own.legend}</h3>
      <dl className="day-legend">
        {(Object.keys(own.meanings) as (keyof CalendarWords['meanings'])[]).map((standing) => (
          <div key={standing} style={{ display: 'contents' }}>
            <dt>
              <span className={`day ${standing}`} aria-hidden="true">
                <span>12</span>
                <small>{standing === 'received' ? own.files(1) : own.marks[standing]}</small>
              </span>
            </dt>
            <dd>{own.meanings[standing]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Stays in sight while days are chosen. */
function TellingForm({ chosen, own }: { readonly chosen: Chosen; readonly own: CalendarWords }): ReactElement {
  const { acts, day, state } = usePane();
  const [by, setBy] = useState('');
  const name = by.trim() === '' ? null : by.trim();
  const isMissing = chosen.standing === 'missing';
  const tell = (): void => void (isMissing ? acts.telling.noFileOn(chosen.days, name) : acts.telling.fileExpectedOn(chosen.days, name));
  return (
    <div className="telling">
      <p role="status">{own.chosen(chosen.days.map(day))}</p>
      <Field label={own.by}>
        <Input value={by} onChange={(_, { value }) => setBy(value)} maxLength={40} />
      </Field>
      <Button appearance="primary" disabledFocusable={state.running !== null} onClick={tell}>
        {isMissing ? own.noFile : own.takeBack}
      </Button>
      <p className="secondary">{own.afterwards}</p>
    </div>
  );
}
