/** How are the letters above the columns drawn? */
import type { CSSProperties, ReactNode } from 'react';
import { columnLetters } from '../../sheet/references';
import type { ColumnPlaces } from './gridLayout';
import { COLUMN_HEADER, ROW_HEADER, type GridColors } from './viewStyles';

export interface ColumnHeadersProps {
  readonly places: ColumnPlaces;
  readonly from: number;
  readonly to: number;
  readonly colors: GridColors;
  readonly selectedFrom: number;
  readonly selectedTo: number;
}

export function ColumnHeaders({ places, from, to, colors, selectedFrom, selectedTo }: ColumnHeadersProps): ReactNode {
  const { columns } = places;
  const header = (index: number, place: CSSProperties): ReactNode => {
    const column = columns.at(index);
    const isOn = column >= selectedFrom && column <= selectedTo;
    return (
      <div
        key={column}
        role="columnheader"
        aria-colindex={column + 2}
        data-column={column}
        style={{ ...boxStyle(colors, isOn), ...place, width: places.width(index) }}
      >
        {columnLetters(column)}
      </div>
    );
  };
  const scrolled = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  const frozen = Array.from({ length: columns.frozen }, (_, index) => index);
  return (
    <div
      role="row"
      aria-rowindex={1}
      style={{ position: 'absolute', top: 0, left: 0, width: ROW_HEADER + places.total, height: COLUMN_HEADER, backgroundColor: colors.header }}
    >
      {scrolled.map((index) => header(index, { position: 'absolute', left: ROW_HEADER + places.left(index), top: 0 }))}
      <div
        role="presentation"
        style={{ position: 'sticky', left: 0, width: ROW_HEADER + places.frozenWidth, height: COLUMN_HEADER, display: 'flex', zIndex: 4 }}
      >
        <div role="presentation" style={{ ...boxStyle(colors, false), width: ROW_HEADER, flexShrink: 0 }} />
        {frozen.map((index) => header(index, { flexShrink: 0 }))}
      </div>
    </div>
  );
}

const boxStyle = (colors: GridColors, isOn: boolean): CSSProperties => ({
  height: COLUMN_HEADER,
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  borderRight: `1px solid ${colors.line}`,
  borderBottom: `1px solid ${isOn ? colors.accent : colors.line}`,
  backgroundColor: isOn ? colors.headerOn : colors.header,
  color: isOn ? colors.headerOnText : colors.headerText,
  fontSize: 12,
});
