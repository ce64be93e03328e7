/** How does one month of the calendar look? */
import type { ReactElement } from 'react';
import type { Day } from '../../file/calendar';
import { usePane } from '../context';
import type { CalendarDay, Month } from './months';
import type { CalendarWords } from './words';

export interface MonthTableProps {
  readonly month: Month;
  readonly chosen: readonly Day[];
  readonly own: CalendarWords;
  readonly onChoose: (standing: 'missing' | 'told', day: Day) => void;
}

export function MonthTable({ month: { month, weeks }, ...square }: MonthTableProps): ReactElement {
  const { own } = square;
  return (
    <table className="month">
      <caption>{own.month(Math.floor(month / 100), month % 100)}</caption>
      <thead>
        <tr>
          {own.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((of, place) => (
              <td key={place}>{of !== null && <Square of={of} {...square} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Square({ of: { day, standing, files }, chosen, own, onChoose }: { readonly of: CalendarDay } & Omit<MonthTableProps, 'month'>): ReactElement {
  const pane = usePane();
  const inside = (
    <>
      <span>{day % 100}</span>
      <small>{files > 0 ? own.files(files) : own.marks[standing]}</small>
    </>
  );
  if (standing !== 'missing' && standing !== 'told') return <span className={`day ${standing}`}>{inside}</span>;
  return (
    <button
      type="button"
      className={`day ${standing}`}
      aria-label={own.choose(pane.day(day), standing)}
      aria-pressed={chosen.includes(day)}
      onClick={() => onChoose(standing, day)}
    >
      {inside}
    </button>
  );
}
