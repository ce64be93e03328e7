/** How many rows has a sheet? */
export const WORKBOOK_ROWS = 1_048_576;
