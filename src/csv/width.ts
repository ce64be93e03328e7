/** How many columns may a table have? As many as fit into a sheet beside ours; each costs room in every row. */
import type { CsvProblem } from '../words';

/** Of the 16,384 of a sheet. */
const MOST_COLUMNS = 16_000;

export const refusedWidth = (columns: number): CsvProblem | null => (columns > MOST_COLUMNS ? { code: 'tooManyColumns', columns, limit: MOST_COLUMNS } : null);
