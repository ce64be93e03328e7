/** Does a layout fit a file so badly that it is none of the file's? */

/** Half of its records or more do not fit. One bad record of a short file is a finding, no question of layout. */
export const isPoorFit = ({ misfits, records }: { readonly misfits: number; readonly records: number }): boolean => misfits * 2 >= Math.max(1, records);
