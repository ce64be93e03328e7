/** How do the first records look, byte by byte, each item in its own colour? Bytes lead to their item, an item to its bytes. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import type { ShownRecord } from '../../engine/layoutProtocol';
import { textOf } from '../../calibrate/recordChars';
import type { Draft, DraftItem } from './draft';
import { decoded, type Speaking } from './decoded';
import { Boundaries, type MoveBoundary } from './boundaries';
import { colourOf } from './colours';
import type { BenchWords } from './words';

export interface ByteViewProps {
  readonly own: BenchWords;
  readonly speaking: Speaking;
  readonly label: string;
  readonly draft: Draft;
  readonly items: readonly DraftItem[];
  readonly records: readonly ShownRecord[];
  /** Bytes before the place in its record. */
  readonly base: number;
  readonly total: number;
  readonly selected: number | null;
  readonly onSelect: (key: number) => void;
  readonly onBoundary: MoveBoundary;
}

const ROW_HEIGHT = 40;
/** The bytes of a ruler's step. */
const STEP = 10;

export function ByteView(props: ByteViewProps): ReactElement {
  const { own, label, items, records, total, selected, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState({ row: 0, byte: 0 });
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    initialRect: { width: 320, height: 200 },
  });
  const itemAt = (byte: number): DraftItem | undefined => {
    let end = 0;
    return items.find(({ length }) => (end += length) > byte);
  };
  const point = (row: number, byte: number): void => {
    const at = { row: Math.max(0, Math.min(records.length - 1, row)), byte: Math.max(0, Math.min(total - 1, byte)) };
    setCursor(at);
    const item = itemAt(at.byte);
    if (item !== undefined) onSelect(item.key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    const next = step(cursor, total);
    point(next.row, next.byte);
    rows.scrollToIndex(Math.max(0, Math.min(records.length - 1, next.row)));
    revealByte(scroller.current, next.byte, total);
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const line = (event.target as HTMLElement).closest<HTMLElement>('[data-bytes]');
    if (line === null) return;
    const { left, width } = line.getBoundingClientRect();
    point(Number(line.dataset['bytes']), Math.floor(((event.clientX - left) / width) * total));
  };
  return (
    <>
      <div ref={scroller} className="bytes" tabIndex={0} role="group" aria-label={label} aria-describedby="bytes-help" onKeyDown={onKeyDown} onClick={onClick}>
        <div className="bytes-inner" style={{ width: `${total}ch` }}>
          <div className="bytes-head">
            <Ruler total={total} />
            <div className="bytes-titles" data-total={total}>
              {placed(items).map(({ item, offset }, index) => (
                <span
                  key={item.key}
                  className={`byte-title ${colourOf(item, index)}${item.key === selected ? ' on' : ''}`}
                  style={{ left: `${offset}ch`, width: `${item.length}ch` }}
                  title={item.title}
                  data-title={item.key}
                  onClick={() => onSelect(item.key)}
                >
                  {item.title.length * 2 <= item.length ? item.title : index + 1}
                </span>
              ))}
              <Boundaries own={own} items={items} selected={selected} onBoundary={props.onBoundary} />
            </div>
          </div>
          <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {rows.getVirtualItems().map(({ index, start }) => (
              <Row key={index} {...props} record={records[index]!} index={index} top={start} cursor={cursor.row === index ? cursor.byte : null} />
            ))}
          </div>
        </div>
      </div>
      <p id="bytes-help" className="secondary">
        {own.bytesHelp}
      </p>
      <p className="bytes-cursor" aria-live="polite">
        <CursorText {...props} cursor={cursor} item={itemAt(cursor.byte)} />
      </p>
    </>
  );
}

interface At {
  readonly row: number;
  readonly byte: number;
}
const STEPS: Readonly<Record<string, (at: At, total: number) => At>> = {
  ArrowLeft: ({ row, byte }) => ({ row, byte: byte - 1 }),
  ArrowRight: ({ row, byte }) => ({ row, byte: byte + 1 }),
  ArrowUp: ({ row, byte }) => ({ row: row - 1, byte }),
  ArrowDown: ({ row, byte }) => ({ row: row + 1, byte }),
  Home: ({ row }) => ({ row, byte: 0 }),
  End: ({ row }, total) => ({ row, byte: total - 1 }),
};

function revealByte(scroller: HTMLElement | null, byte: number, total: number): void {
  if (scroller === null) return;
  const x = (scroller.scrollWidth / total) * byte;
  if (x < scroller.scrollLeft + 16 || x > scroller.scrollLeft + scroller.clientWidth - 24) scroller.scrollLeft = x - scroller.clientWidth / 2;
}

function placed(items: readonly DraftItem[]): { readonly item: DraftItem; readonly offset: number }[] {
  let offset = 0;
  return items.map((item) => {
    const at = offset;
    offset += item.length;
    return { item, offset: at };
  });
}

function Ruler({ total }: { readonly total: number }): ReactElement {
  const marks = Array.from({ length: Math.ceil(total / STEP) }, (_, index) => (index === 0 ? 1 : index * STEP)).filter((mark) => mark <= total);
  return (
    <div className="ruler" aria-hidden="true">
      {marks.map((mark) => (
        <span key={mark} style={{ left: `${mark - 1}ch` }}>
          {mark}
        </span>
      ))}
    </div>
  );
}

interface RowProps extends ByteViewProps {
  readonly record: ShownRecord;
  readonly index: number;
  readonly top: number;
  readonly cursor: number | null;
}

function Row({ own, speaking, draft, items, record, index, base, selected, top, cursor }: RowProps): ReactElement {
  const all = placed(items);
  const chosen = all.find(({ item }) => item.key === selected);
  return (
    <div className="bytes-row" style={{ transform: `translateY(${top}px)` }}>
      <div className="bytes-line" data-bytes={index}>
        {all.map(({ item, offset }, number) => (
          <span
            key={item.key}
            className={`segment ${colourOf(item, number)}${item.key === selected ? ' on' : ''}`}
            style={{ left: `${offset}ch`, width: `${item.length}ch` }}
          >
            <Characters text={textOf(record.chars, base + offset, item.length)} />
          </span>
        ))}
        {cursor !== null && <span className="byte-cursor" style={{ left: `${cursor}ch` }} />}
      </div>
      <div className="bytes-value">
        {own.recordAt(record.file, record.record)}
        {chosen !== undefined && (
          <>
            {' '}
            <strong>{decoded(chosen.item, record.chars, base + chosen.offset, draft, speaking)}</strong>
          </>
        )}
      </div>
    </div>
  );
}

/** Whatever font shows it, each byte keeps its pitch. */
function Characters({ text }: { readonly text: string }): ReactElement {
  if (/^[ -~]*$/.test(text)) return <>{text}</>;
  return (
    <>
      {[...text].map((char, index) => (
        <span key={index} className={isDouble(char) ? 'wide-char' : 'one-char'}>
          {char}
        </span>
      ))}
    </>
  );
}

/** Half-width katakana and our own marks take one byte. */
const isDouble = (char: string): boolean => char > '\u00ff' && !/[\uff61-\uff9f◐]/.test(char);

function CursorText({
  own,
  speaking,
  draft,
  items,
  records,
  base,
  cursor,
  item,
}: ByteViewProps & { readonly cursor: At; readonly item: DraftItem | undefined }): ReactElement | null {
  const record = records[cursor.row];
  const found = placed(items).find((one) => one.item === item);
  if (record === undefined || found === undefined) return null;
  const value = decoded(found.item, record.chars, base + found.offset, draft, speaking);
  return <>{own.cursor(own.recordAt(record.file, record.record), cursor.byte + 1, found.item.title, value.trim())}</>;
}
