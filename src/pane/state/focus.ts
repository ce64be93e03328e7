/** Which elements does the focus go to? */
import type { SlipFilter } from './state';

/** Ids of elements that the focus goes to. */
export const FOCUS = {
  heading: 'view-heading',
  /** The one important button. */
  deed: 'main-deed',
  menu: 'pane-menu',
  addFiles: 'add-files',
  chooseLedger: 'choose-ledger',
  findings: 'open-findings',
  export: 'open-export',
  calendar: 'open-calendar',
  finance: 'open-finance',
  slipRow: 'slip-row-active',
  search: 'find-slip',
  file: (index: number): string => `file-${index}`,
  filter: (filter: SlipFilter): string => `open-${filter.of === 'state' ? filter.state : filter.of === 'flag' ? filter.flag : `change-${filter.change}`}`,
} as const;
