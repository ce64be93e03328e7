/** How is a sheet shown, moved about in, and typed into? Only the rows and columns on the screen are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ExcelHost } from '../host/excelHost';
import { areaAt, holds, lastColumn, lastRow, WHOLE_SHEET, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/sheet';
import { copied, empty, paste, select, type as typeText, typedForm, type Refusal } from './acts';
import { cellId } from './CellBox';
import { CellEditor } from './CellEditor';
import { ChartView } from './ChartView';
import { ColumnHeaders } from './ColumnHeaders';
import { ColumnPlaces } from './gridLayout';
import { GridRow } from './GridRow';
import { columnLines, rowLines, type Lines } from './lines';
import { moved, spanned, type Spot } from './navigation';
import { COLUMN_HEADER, ROW_HEADER, useViewStyles, type GridColors } from './viewStyles';
import type { ViewWords } from './words';

export interface GridProps {
  readonly host: ExcelHost;
  readonly sheet: Sheet;
  readonly version: number;
  readonly colors: GridColors;
  readonly isDark: boolean;
  readonly words: ViewWords;
  readonly onRefused: (code: string) => void;
  readonly onFilter: (table: Table, column: number, button: HTMLElement) => void;
  readonly onNextSheet: (step: 1 | -1) => void;
}

interface Editing extends Spot {
  readonly text: string;
}

export function Grid({ host, sheet, version, colors, isDark, words, onRefused, onFilter, onNextSheet }: GridProps): ReactNode {
  const classes = useViewStyles();
  const { selection } = host.workbook;
  const [anchor, setAnchor] = useState<Spot>({ row: selection.row, column: selection.column });
  const [isScrolled, setScrolled] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const active = holds(selection, anchor.row, anchor.column) ? anchor : { row: selection.row, column: selection.column };
  const ends = { row: Math.min(lastRow(selection), 1_000_000), column: Math.min(lastColumn(selection), 200) };

  // The sheet itself changes in place: the version says when.
  const rows = useMemo(() => rowLines(sheet, active.row), [sheet, version, active.row]);
  const columns = useMemo(() => columnLines(sheet, active.column), [sheet, version, active.column]);
  const places = useMemo(() => new ColumnPlaces(columns), [columns]);
  const frozenRows = useMemo(() => frozenTops(rows), [rows]);
  const headHeight = COLUMN_HEADER + frozenRows.height;
  const headWidth = ROW_HEADER + places.frozenWidth;

  const rowsShown = useVirtualizer({
    count: rows.count - rows.frozen,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows.size(index + rows.frozen),
    overscan: 12,
    scrollPaddingEnd: headHeight,
  });
  const columnsShown = useVirtualizer({
    horizontal: true,
    count: columns.count - columns.frozen,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns.size(index + columns.frozen),
    overscan: 3,
    scrollPaddingEnd: headWidth,
  });
  useEffect(() => rowsShown.measure(), [rows, rowsShown]);
  useEffect(() => columnsShown.measure(), [columns, columnsShown]);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    setEditing(null);
  }, [sheet]);

  const drawnColumns = columnsShown.getVirtualItems();
  const from = columns.frozen + (drawnColumns[0]?.index ?? 0);
  const to = columns.frozen + (drawnColumns.at(-1)?.index ?? -1) + 1;

  const report = useCallback((refusal: Refusal) => refusal !== null && onRefused(refusal), [onRefused]);

  const show = ({ row, column }: Spot): void => {
    const rowIndex = rows.indexOf(row) - rows.frozen;
    const columnIndex = columns.indexOf(column) - columns.frozen;
    if (rowIndex >= 0) rowsShown.scrollToIndex(Math.min(rowIndex, rows.count - rows.frozen - 1), { align: 'auto' });
    if (columnIndex >= 0) columnsShown.scrollToIndex(Math.min(columnIndex, columns.count - columns.frozen - 1), { align: 'auto' });
  };
  // The add-in, the name box or an act of one's own selected something: it comes into view.
  useEffect(() => show({ row: selection.row, column: selection.column }), [sheet, selection.row, selection.column]);

  const choose = (area: Area, start: Spot): void => {
    setAnchor(start);
    report(select(host, sheet, area));
  };
  const goTo = (spot: Spot, extends_: boolean): void => {
    const area = extends_ ? spanned(active, spot) : areaAt(spot.row, spot.column);
    choose(area, extends_ ? active : spot);
    show(spot);
  };

  const startEditing = (text: string | null): void => {
    host.editing = true;
    setEditing({ ...active, text: text ?? typedForm(sheet, active.row, active.column) });
  };
  const stopEditing = (): void => {
    host.editing = false;
    setEditing(null);
    grid.current?.focus({ preventScroll: true });
  };
  const endEditing = (text: string, key: { readonly key: string; readonly shift: boolean } | null): void => {
    if (editing === null) return;
    stopEditing();
    if (text !== typedForm(sheet, editing.row, editing.column)) report(typeText(host, sheet, editing.row, editing.column, text));
    const next = key === null ? null : moved(editing, { ...key, control: false }, { sheet, rows, columns, page: 1 });
    if (next !== null) goTo(next, false);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) {
      if (event.key === 'ArrowDown') openFilter(grid.current, active);
      return;
    }
    const { key, shiftKey: shift } = event;
    const control = event.ctrlKey || event.metaKey;
    if (control && (key === 'PageDown' || key === 'PageUp')) {
      event.preventDefault();
      return onNextSheet(key === 'PageDown' ? 1 : -1);
    }
    const page = Math.max(1, rowsShown.getVirtualItems().length - 24);
    const far = shift && lastRow(selection) > active.row ? lastRow(selection) : selection.row;
    const wide = shift && lastColumn(selection) > active.column ? lastColumn(selection) : selection.column;
    const extending = shift && key !== 'Enter' && key !== 'Tab';
    const start = extending ? { row: far, column: wide } : active;
    const next = moved(start, { key, shift, control }, { sheet, rows, columns, page });
    if (next !== null) {
      event.preventDefault();
      return goTo(next, extending);
    }
    if (control && key.toLowerCase() === 'a') {
      event.preventDefault();
      return choose(sheet.cells.used(WHOLE_SHEET) ?? areaAt(0, 0), active);
    }
    if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault();
      return void report(empty(host, sheet, selection));
    }
    if (key === 'F2') return startEditing(null);
    // An input method starts to compose: the editor must be there before its first letter.
    if (key === 'Process') return flushSync(() => startEditing(''));
    if (key.length === 1 && !control) {
      event.preventDefault();
      startEditing(key);
    }
  };

  const spotOf = (target: EventTarget): { readonly row: number | null; readonly column: number | null } | null => {
    const box = target instanceof Element ? target.closest('[data-row], [data-column]') : null;
    if (!(box instanceof HTMLElement)) return null;
    const { row, column } = box.dataset;
    return { row: row === undefined ? null : Number(row), column: column === undefined ? null : Number(column) };
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    const spot = spotOf(event.target);
    if (spot === null) return;
    const { row, column } = spot;
    if (row === null && column !== null) return choose({ ...WHOLE_SHEET, column, columns: 1 }, { row: 0, column });
    if (column === null && row !== null) return choose({ ...WHOLE_SHEET, row, rows: 1 }, { row, column: 0 });
    if (row !== null && column !== null)
      choose(event.shiftKey ? spanned(active, { row, column }) : areaAt(row, column), event.shiftKey ? active : { row, column });
  };
  const onMouseMove = (event: MouseEvent): void => {
    if ((event.buttons & 1) === 0 || editing !== null) return;
    const spot = spotOf(event.target);
    if (spot?.row === null || spot?.column === null || spot === null) return;
    const area = spanned(active, { row: spot.row, column: spot.column });
    if (JSON.stringify(area) !== JSON.stringify(selection)) choose(area, active);
  };
  const onCopy = (event: ClipboardEvent): void => {
    const text = editing === null ? copied(sheet, selection) : null;
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (editing !== null) return;
    event.preventDefault();
    report(paste(host, sheet, active.row, active.column, event.clipboardData.getData('text/plain')));
  };

  const filtered = sheet.tables.filter(({ filters }) => filters.size > 0).map((table) => table.bodyArea());
  const framed = shownEnds(rows, selection.row, ends.row);
  const rowProps = (row: number, top: number, height: number) => {
    const isOn = row >= selection.row && row <= ends.row;
    const isActiveRow = row === active.row;
    return {
      ...{ sheet, row, top, height, version, places, from, to, isScrolled, colors, isDark, words, onFilter },
      selectedFrom: isOn ? selection.column : null,
      selectedTo: isOn ? ends.column : null,
      isFirstSelected: row === framed.first,
      isLastSelected: row === framed.last,
      isInFilter: filtered.some((area) => row >= area.row && row <= lastRow(area)),
      activeColumn: isActiveRow ? active.column : null,
      editor:
        isActiveRow && editing !== null ? (
          <CellEditor key={`${editing.row},${editing.column}`} text={editing.text} label={words.formula} onEnd={endEditing} onCancel={stopEditing} />
        ) : null,
    };
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ backgroundColor: colors.cell }}
      onScroll={(event) => setScrolled(event.currentTarget.scrollLeft > 0)}
    >
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={words.grid(sheet.name)}
        aria-rowcount={rows.at(rows.count - 1) + 2}
        aria-colcount={columns.at(columns.count - 1) + 2}
        aria-multiselectable
        aria-activedescendant={cellId(active.row, active.column)}
        className={classes.grid}
        style={{ width: ROW_HEADER + places.total }}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onDoubleClick={() => startEditing(null)}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <div role="rowgroup" style={{ position: 'sticky', top: 0, height: headHeight, zIndex: 5, backgroundColor: colors.cell }}>
          <ColumnHeaders {...{ places, from, to, colors }} selectedFrom={selection.column} selectedTo={ends.column} />
          {frozenRows.tops.map((top, index) => (
            <GridRow key={rows.at(index)} {...rowProps(rows.at(index), COLUMN_HEADER + top, rows.size(index))} isLastFrozen={index === rows.frozen - 1} />
          ))}
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: rowsShown.getTotalSize() }}>
          {rowsShown.getVirtualItems().map(({ index, start, size }) => (
            <GridRow key={rows.at(index + rows.frozen)} {...rowProps(rows.at(index + rows.frozen), start, size)} isLastFrozen={false} />
          ))}
        </div>
      </div>
      {sheet.charts.map((chart) => (
        <ChartView key={chart.id} {...{ chart, sheet, words }} top={COLUMN_HEADER} left={ROW_HEADER} />
      ))}
    </div>
  );
}

/** The frame around a selection runs along rows that can be seen. */
function shownEnds(rows: Lines, first: number, last: number): { readonly first: number; readonly last: number } {
  const index = rows.indexOf(last);
  return { first: rows.at(rows.indexOf(first)), last: rows.at(rows.at(index) > last ? Math.max(0, index - 1) : index) };
}

function frozenTops(rows: Lines): { readonly tops: readonly number[]; readonly height: number } {
  const tops: number[] = [];
  let height = 0;
  for (let index = 0; index < rows.frozen; index++) {
    tops.push(height);
    height += rows.size(index);
  }
  return { tops, height };
}

/** As Excel does: Alt and the arrow down open the filter of a header. */
function openFilter(grid: HTMLElement | null, { row, column }: Spot): void {
  grid?.querySelector<HTMLElement>(`#${cellId(row, column)} button`)?.click();
}
