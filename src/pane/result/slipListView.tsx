/** Which slips have this state or flag? */
import { Button, Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useEffect, type ReactElement } from 'react';
import { usePane } from '../context';
import type { MarkedWord } from '../../sheet/highlights';
import type { AmountKind, RunView, SlipRow } from '../../engine/protocol';
import { Chip, marksOf, Swatch } from '../marks';
import { Amount, NotKnown } from '../numbers';
import { shortNumber } from '../slipNumber';
import { FOCUS } from '../state/focus';
import type { OpenList } from '../state/state';
import { SubView } from '../subView';
import { VirtualRows } from '../virtualRows';
import { useListName } from '../changes/useListName';
import { markOf } from './flagCounts';
import { useSlipPages } from './slipPages';
import { Trust } from './trust';

const ROW_HEIGHT = 56;

export function SlipListView({ list, result }: { readonly list: OpenList; readonly result: RunView }): ReactElement {
  const { words, dispatch, acts } = usePane();
  const { filter, search, active } = list;
  const mark = markOf(filter, result);
  const name = useListName(filter, result);
  const pages = useSlipPages(list);
  const { total, amount, amountKind } = pages;
  useEffect(() => {
    if (search === '' || total === null) return;
    const timer = setTimeout(() => acts.say(words.found(total)), 500);
    return () => clearTimeout(timer);
  }, [search, total, acts, words]);

  const isAboutUnpaid = filter.of === 'state' ? filter.state === 'unpaid' : filter.of === 'flag' && filter.flag === 'overdue';
  return (
    <SubView
      back={words.tabs.result}
      onBack={() => dispatch({ type: 'wentBack' })}
      beside={total === null ? '' : words.listAbout(total, amount, amountKind)}
      title={
        <span className="marked">
          {mark !== null && <Swatch mark={mark} />}
          {name}
        </span>
      }
    >
      {isAboutUnpaid && <Trust result={result} />}
      <Input
        type="search"
        className="search"
        inputMode="numeric"
        contentBefore={<Search16Regular aria-hidden="true" />}
        placeholder={words.search}
        aria-label={words.search}
        value={search}
        onChange={(_, { value }) => dispatch({ type: 'searched', search: value })}
      />
      {total === 0 && <NoSlip isSearch={search !== ''} />}
      {/* Not before it is known how long the list is: an empty one cannot be scrolled to where the clerk left it. */}
      {total !== null && total > 0 && (
        <VirtualRows
          key={search}
          label={name}
          count={total}
          height={ROW_HEIGHT}
          start={active}
          render={(index, isStop) => (
            <SlipButton
              row={pages.row(index)}
              amountKind={amountKind}
              listed={mark}
              isStop={isStop}
              isActive={index === active}
              onOpen={(slip) => void acts.slips.open(slip, { filter, search, active: index }, total)}
            />
          )}
        />
      )}
    </SubView>
  );
}

function NoSlip({ isSearch }: { readonly isSearch: boolean }): ReactElement {
  const { words, dispatch } = usePane();
  if (!isSearch) return <p className="empty">{words.noSlipInList}</p>;
  return (
    <div className="empty">
      <p>{words.noMatch}</p>
      <Button size="small" onClick={() => dispatch({ type: 'searched', search: '' })}>
        {words.clearSearch}
      </Button>
    </div>
  );
}

/** The list's own kind of yen; of a slip without a bill what was paid. */
function amountOf({ billedAmount, paidAmount, overpaidAmount }: SlipRow, kind: AmountKind): readonly [AmountKind, number | null] {
  const amount = kind === 'overpaid' ? overpaidAmount : kind === 'billed' ? billedAmount : paidAmount;
  return amount === null && paidAmount > 0 ? ['paid', paidAmount] : [kind, amount];
}

interface ButtonProps {
  /** null while it is on its way. */
  readonly row: SlipRow | null;
  readonly amountKind: AmountKind;
  /** What all of them bear. */
  readonly listed: MarkedWord | null;
  readonly isStop: boolean;
  readonly isActive: boolean;
  readonly onOpen: (slip: number) => void;
}

function SlipButton({ row, amountKind, listed, isStop, isActive, onOpen }: ButtonProps): ReactElement {
  const { words, day, year } = usePane();
  if (row === null) return <div className="slip-row loading">{words.loading}</div>;
  const [kind, amount] = amountOf(row, amountKind);
  const others = marksOf(row).filter((mark) => mark !== listed);
  return (
    <button
      type="button"
      data-row
      className="slip-row"
      tabIndex={isStop ? 0 : -1}
      onClick={() => onOpen(row.slip)}
      {...(isActive ? { id: FOCUS.slipRow } : {})}
    >
      <span className="slip-line">
        <span title={row.slipNumber}>
          {year(row.fiscalYear)} <strong>{shortNumber(row.slipNumber)}</strong>
        </span>
        <span className="number">
          <span className="secondary">{words.amountKinds[kind]} </span>
          {amount === null ? <NotKnown /> : <Amount value={amount} unit={words.yenUnit} />}
        </span>
      </span>
      <span className="slip-line second">
        <span className="secondary">
          {row.paidDate !== null ? words.paidOn(day(row.paidDate)) : row.dueDate !== null ? words.due(day(row.dueDate)) : words.noDue}
        </span>
        <span className="chips">
          {others.map((mark) => (
            <Chip key={mark} mark={mark} words={words.product} />
          ))}
        </span>
      </span>
    </button>
  );
}
