/** How does a person sort and filter a table? Behind the button in its header, as in Excel. */
import { Button, Checkbox, Popover, PopoverSurface, type PositioningVirtualElement } from '@fluentui/react-components';
import { ArrowSortDownLinesRegular, ArrowSortUpLinesRegular, FilterDismissRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ExcelHost } from '../host/excelHost';
import type { Table } from '../model/sheet';
import { cellText } from '../model/text';
import { filter, sort, type Refusal } from './acts';
import { useViewStyles } from './viewStyles';
import type { ViewWords } from './words';

export interface OpenFilter {
  readonly table: Table;
  readonly column: number;
  readonly button: HTMLElement;
}

export interface FilterMenuProps extends OpenFilter {
  readonly host: ExcelHost;
  readonly words: ViewWords;
  readonly onDone: (refusal: Refusal) => void;
}

const MOST_VALUES = 200;
/** Milliseconds until a closed menu is taken away. */
const CLOSING = 300;

/** The texts of a column, each once, in order. */
function textsOf(table: Table, column: number): string[] {
  const { sheet } = table;
  const body = table.bodyArea();
  const texts = new Set<string>();
  for (let row = body.row; row < body.row + body.rows; row++) texts.add(cellText(sheet, row, body.column + column));
  return [...texts].sort();
}

export function FilterMenu({ host, table, column, button, words, onDone: onClosed }: FilterMenuProps): ReactNode {
  // It is closed before it goes: only then is the rest of the page there again for screen readers.
  const [done, setDone] = useState<{ readonly refusal: Refusal } | null>(null);
  const onDone = (refusal: Refusal): void => setDone({ refusal });
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => onClosed(done.refusal), CLOSING);
    return () => clearTimeout(timer);
  }, [done, onClosed]);
  const classes = useViewStyles();
  const all = useMemo(() => textsOf(table, column), [table, column]);
  const chosenBefore = table.filters.get(column)?.values?.filter((value) => typeof value === 'string');
  const [chosen, setChosen] = useState(() => new Set(chosenBefore ?? all));
  const target: PositioningVirtualElement = { getBoundingClientRect: () => button.getBoundingClientRect() };
  const toggle = (text: string): void => {
    const next = new Set(chosen);
    if (!next.delete(text)) next.add(text);
    setChosen(next);
  };
  const isAll = chosen.size === all.length;
  const apply = (): void => onDone(filter(host, table, column, isAll ? null : { filterOn: 'Values', values: [...chosen] }));
  return (
    <Popover open={done === null} onOpenChange={(_, { open }) => !open && onDone(null)} positioning={{ target, position: 'below', align: 'start' }} trapFocus>
      <PopoverSurface className={classes.filterMenu} aria-label={words.filterOf(table.columnNames()[column] ?? '')}>
        <Button
          className={classes.filterAct}
          appearance="subtle"
          size="small"
          icon={<ArrowSortUpLinesRegular />}
          onClick={() => onDone(sort(host, table, column, true))}
        >
          {words.ascending}
        </Button>
        <Button
          className={classes.filterAct}
          appearance="subtle"
          size="small"
          icon={<ArrowSortDownLinesRegular />}
          onClick={() => onDone(sort(host, table, column, false))}
        >
          {words.descending}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={<FilterDismissRegular />}
          disabled={!table.filters.has(column)}
          onClick={() => onDone(filter(host, table, column, null))}
        >
          {words.clearFilter}
        </Button>
        <div className={classes.filterValues}>
          <Checkbox label={words.all} checked={isAll ? true : chosen.size === 0 ? false : 'mixed'} onChange={() => setChosen(new Set(isAll ? [] : all))} />
          {all.slice(0, MOST_VALUES).map((text) => (
            <Checkbox key={text} label={text === '' ? words.blank : text} checked={chosen.has(text)} onChange={() => toggle(text)} />
          ))}
          {all.length > MOST_VALUES && <span>{words.moreValues((all.length - MOST_VALUES).toLocaleString())}</span>}
        </div>
        <div className={classes.filterActions}>
          <Button onClick={() => onDone(null)}>{words.close}</Button>
          <Button appearance="primary" disabled={chosen.size === 0} onClick={apply}>
            {words.apply}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
