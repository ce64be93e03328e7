/** How is one row of the sheet drawn? Again only when something in it may have changed. */
import { memo, type ReactNode } from 'react';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/sheet';
import { CellBox } from './CellBox';
import { drawnCells, reachingCells, type ColumnPlaces, type DrawnCell } from './gridLayout';
import { ROW_HEADER, type GridColors } from './viewStyles';
import type { ViewWords } from './words';

export interface GridRowProps {
  readonly sheet: Sheet;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  /** Grows with every change of the workbook. */
  readonly version: number;
  readonly places: ColumnPlaces;
  /** Indexes of the columns on the screen, frozen ones aside. */
  readonly from: number;
  readonly to: number;
  readonly isScrolled: boolean;
  readonly isLastFrozen: boolean;
  readonly colors: GridColors;
  readonly isDark: boolean;
  /** Columns of the selection in this row; null: none. */
  readonly selectedFrom: number | null;
  readonly selectedTo: number | null;
  /** The row is the first, or the last, of the selection. */
  readonly isFirstSelected: boolean;
  readonly isLastSelected: boolean;
  /** A filter leaves rows out here: the numbers of those that stay stand out, as in Excel. */
  readonly isInFilter: boolean;
  readonly activeColumn: number | null;
  readonly words: ViewWords;
  readonly onFilter: (table: Table, column: number, button: HTMLElement) => void;
  readonly editor: ReactNode;
}

export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { sheet, row, top, height, places, from, to, isScrolled, isLastFrozen, colors, selectedFrom } = props;
  const { columns } = places;
  const frozen = drawnCells(sheet, row, places, 0, columns.frozen, { first: 0, end: isScrolled ? columns.frozen : columns.count });
  const limits = { first: columns.frozen, end: columns.count };
  const scrolled = [...drawnCells(sheet, row, places, from, to, limits), ...reachingCells(sheet, row, places, from, to, limits)];
  return (
    <div role="row" aria-rowindex={row + 2} style={{ position: 'absolute', top, left: 0, width: ROW_HEADER + places.total, height }}>
      {scrolled.map((cell) => (
        <Box key={cell.column} {...{ props, cell }} isPlaced />
      ))}
      <div role="presentation" style={{ position: 'sticky', left: 0, width: ROW_HEADER + places.frozenWidth, height, display: 'flex', zIndex: 4 }}>
        <RowHeader {...{ row, height, colors, isOn: selectedFrom !== null, isInFilter: props.isInFilter }} />
        {frozen.map((cell) => (
          <Box key={cell.column} {...{ props, cell }} isPlaced={false} />
        ))}
        {columns.frozen > 0 && <div role="presentation" style={edge(colors)} />}
      </div>
      {isLastFrozen && (
        <div role="presentation" style={{ position: 'absolute', left: 0, right: 0, bottom: 0, height: 1, backgroundColor: colors.frozenLine, zIndex: 5 }} />
      )}
    </div>
  );
});

const edge = ({ frozenLine }: GridColors): React.CSSProperties => ({
  position: 'absolute',
  top: 0,
  bottom: 0,
  right: 0,
  width: 1,
  backgroundColor: frozenLine,
  zIndex: 5,
});

function RowHeader({
  row,
  height,
  colors,
  isOn,
  isInFilter,
}: {
  readonly row: number;
  readonly height: number;
  readonly colors: GridColors;
  readonly isOn: boolean;
  readonly isInFilter: boolean;
}): ReactNode {
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      data-row={row}
      style={{
        width: ROW_HEADER,
        height,
        flexShrink: 0,
        boxSizing: 'border-box',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        borderRight: `1px solid ${colors.line}`,
        borderBottom: `1px solid ${colors.line}`,
        backgroundColor: isOn ? colors.headerOn : colors.header,
        color: isInFilter ? colors.filtered : isOn ? colors.headerOnText : colors.headerText,
        fontSize: 12,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {row + 1}
    </div>
  );
}

function Box({ props, cell, isPlaced }: { readonly props: GridRowProps; readonly cell: DrawnCell; readonly isPlaced: boolean }): ReactNode {
  const { sheet, row, height, colors, isDark, selectedFrom, selectedTo, activeColumn, words, onFilter, editor } = props;
  const isActive = activeColumn === cell.column;
  const isSelected = selectedFrom !== null && selectedTo !== null && cell.column >= selectedFrom && cell.column <= selectedTo;
  const frame = { top: props.isFirstSelected, bottom: props.isLastSelected, left: cell.column === selectedFrom, right: cell.column === selectedTo };
  return (
    <CellBox
      {...{ cell, row, height, colors, isDark, isPlaced, words, onFilter, isActive }}
      offset={ROW_HEADER}
      isSelected={isSelected}
      frame={isSelected && Object.values(frame).includes(true) ? frame : null}
      showsLines={sheet.showGridlines}
      header={headerOf(sheet, row, cell.column)}
      editor={isActive ? editor : null}
    />
  );
}

function headerOf(sheet: Sheet, row: number, column: number): { table: Table; column: number; isFiltered: boolean } | null {
  const table = sheet.tableAt(row, column);
  if (table?.isHeaderCell(row, column) !== true || !table.showFilterButton) return null;
  const index = column - table.area.column;
  return { table, column: index, isFiltered: table.filters.has(index) };
}
