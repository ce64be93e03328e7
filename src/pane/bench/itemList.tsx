/** Which items has the place, in a table that the keyboard works? The running sum stands below it. */
import type { KeyboardEvent, ReactElement } from 'react';
import type { ShownRecord } from '../../engine/layoutProtocol';
import { ROVING, roveOnKey } from '../roving';
import { colourOf } from './colours';
import { sumOf, type DraftItem } from './draft';
import { samples } from './decoded';
import type { MoveBoundary } from './boundaries';
import { titleIn } from './told';
import type { BenchWords } from './words';

interface ItemListProps {
  readonly own: BenchWords;
  readonly label: string;
  readonly items: readonly DraftItem[];
  readonly records: readonly ShownRecord[];
  readonly base: number;
  readonly total: number;
  readonly selected: number | null;
  readonly opened: number | null;
  readonly onSelect: (key: number) => void;
  readonly onOpen: (key: number | null) => void;
  readonly onBoundary: MoveBoundary;
  readonly editor: (item: DraftItem) => ReactElement;
}

export function ItemList(props: ItemListProps): ReactElement {
  const { own, label, items, total, selected, onSelect, onBoundary } = props;
  const sum = sumOf(items);
  const stop = items.some(({ key }) => key === selected) ? selected : (items[0]?.key ?? null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const key = (event.target as HTMLElement).dataset['item'];
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (key !== undefined && by !== 0) {
      event.preventDefault();
      onBoundary(Number(key), by);
    } else if (key !== undefined) roveOnKey(event);
  };
  let offset = 0;
  return (
    <>
      <p id="items-help" className="secondary">
        {own.itemsHelp}
      </p>
      <ul className="bench-items" aria-label={label} aria-describedby="items-help" onKeyDown={onKeyDown} onFocus={ROVING.onFocus}>
        {items.map((item, index) => {
          const at = offset;
          offset += item.length;
          return (
            <li key={item.key}>
              <ItemRow {...props} item={item} index={index} at={at} isStop={item.key === stop} onFocus={() => onSelect(item.key)} />
              {props.opened === item.key && props.editor(item)}
            </li>
          );
        })}
      </ul>
      <p className={sum === total ? 'bench-sum' : 'bench-sum wanting'} role="status">
        {sum === total ? own.sum(sum, total) : own.sumDiffers(sum, total)}
      </p>
    </>
  );
}

interface RowProps extends ItemListProps {
  readonly item: DraftItem;
  readonly index: number;
  readonly at: number;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

function ItemRow({ own, item, index, at, base, records, selected, opened, isStop, onFocus, onOpen }: RowProps): ReactElement {
  const kind = item.kind === 'filler' ? own.kept : own.calibration.kinds[item.kind];
  const certainty = item.confirmed ? own.confirmedMark : item.certainty === 'none' ? '' : own.calibration.certainties[item.certainty];
  const evidence = item.evidence.map((one) => own.calibration.evidence[one.code](one, titleIn)).join(own.calibration.between);
  const examples = samples(records, base + at, item.length);
  return (
    <button
      type="button"
      id={`bench-item-${item.key}`}
      data-roving
      data-item={item.key}
      tabIndex={isStop ? 0 : -1}
      aria-expanded={opened === item.key}
      className={item.key === selected ? 'bench-item on' : 'bench-item'}
      onFocus={onFocus}
      onClick={() => onOpen(opened === item.key ? null : item.key)}
    >
      <span className={`item-number ${colourOf(item, index)}`} aria-hidden="true">
        {index + 1}
      </span>
      <span className="item-title">{item.title}</span>
      <span className="item-place">
        {own.digits(item.length)} <span className="secondary">{own.span(at + 1, at + item.length)}</span>
      </span>
      <span className="secondary item-about">
        {[kind, certainty].filter((text) => text !== '').join('・')}
        {examples.length > 0 && <code>{examples.map((text) => (text.trim() === '' ? '␣' : text)).join('  ')}</code>}
        {evidence !== '' && <span className="item-evidence">{evidence}</span>}
      </span>
    </button>
  );
}
