/** What can be asked of, and done to, the rows of a table? */
import { areaAt, type Area } from '../model/address';
import { notFound, notModelled } from '../model/errors';
import type { Table } from '../model/sheet';
import { addRows, deleteRowsAt } from '../model/tables';
import { CellRange } from './cellsTarget';
import { dataChanged } from './changes';
import { input, isLeftOut, list, whole } from './given';
import { writeCells } from './rangeContents';
import { range } from './ranges';
import { officeClass, type OfficeClass, collection, type Method } from './spec';
import { atEnd, there } from './tableTarget';

interface RowTarget {
  readonly table: Table;
  readonly index: number;
}

const rowArea = ({ table: owner, index }: RowTarget): Area => {
  const body = there(owner).bodyArea();
  if (index >= body.rows) throw notFound(`row ${index}`);
  return areaAt(body.row + index, body.column, 1, body.columns);
};

export const tableRow: OfficeClass<RowTarget> = officeClass({
  name: 'TableRow',
  scalars: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (target) => range.spec.scalars?.Values?.get(new CellRange(target.table.sheet, rowArea(target))),
      set: (target, value) => writeCells(target.table.sheet, rowArea(target), value),
    },
  },
  methods: {
    GetRange: { call: (target) => range.of(new CellRange(target.table.sheet, rowArea(target))) },
    Delete: { call: ({ table: owner, index }) => removeRows(owner, index, 1) },
  },
});

function removeRows(owner: Table, index: number, count: number): void {
  const body = there(owner).bodyArea();
  deleteRowsAt(owner, index, count);
  dataChanged(owner.sheet, areaAt(body.row + index, body.column, count, body.columns), 'RowDeleted');
}

const rows = collection<Table>(
  (owner) => Array.from({ length: owner.bodyArea().rows }, (_, index) => tableRow.of({ table: owner, index })),
  () => null,
  (index) => notFound(`row ${String(index)}`),
);

/** One row as a list, or several; a single value fills a table of one column. */
function rowValues(given: unknown, width: number): ReturnType<typeof input>[][] {
  if (isLeftOut(given)) return [Array.from({ length: width }, () => null)];
  if (!Array.isArray(given)) return [[input(given)]];
  return Array.isArray(given[0]) ? (given as unknown[][]).map((row) => list(row).map(input)) : [(given as unknown[]).map(input)];
}

const ADD_ROWS: Method<Table> = {
  call: (owner, [index, values, alwaysInsert]) => {
    if (alwaysInsert === false) throw notModelled('rows.add that overwrites cells below the table');
    const given = rowValues(values, owner.area.columns);
    const at = addRows(there(owner), atEnd(index), given);
    const body = owner.bodyArea();
    dataChanged(owner.sheet, areaAt(body.row + at, body.column, given.length, body.columns), 'RowInserted');
    return tableRow.of({ table: owner, index: at });
  },
};

export const tableRows: OfficeClass<Table> = officeClass({
  name: 'TableRowCollection',
  items: rows.items,
  scalars: { Count: { get: (owner) => owner.bodyArea().rows } },
  methods: {
    GetCount: { since: '1.4', call: (owner) => owner.bodyArea().rows },
    GetItemAt: {
      call: (owner, [index]) => {
        const at = whole(index);
        if (at < 0 || at >= owner.bodyArea().rows) throw notFound(`row ${at}`);
        return tableRow.of({ table: owner, index: at });
      },
    },
    Add: ADD_ROWS,
  },
});
