/** Is a table still there, and where in it does something new stand? */
import { invalidReference } from '../model/errors';
import type { Table } from '../model/sheet';
import { isLeftOut, whole } from './given';

/** A table that is gone answers nothing any more. */
export function there(target: Table): Table {
  if (!target.sheet.tables.includes(target)) throw invalidReference(`the table ${target.name} was deleted`);
  return target;
}

/** Left out, null or -1: at the end. */
export const atEnd = (index: unknown): number | null => (isLeftOut(index) || index === -1 ? null : whole(index));
