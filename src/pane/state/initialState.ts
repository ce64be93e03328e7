/** What does the pane show when it opens? */
import { USUAL_TOLD } from '../../engine/terms';
import type { Day } from '../../file/calendar';
import type { Settings } from '../settings';
import { FOCUS } from './focus';
import type { State } from './state';

export function initialState(today: Day, settings: Settings): State {
  return {
    workbook: null,
    tab: 'import',
    page: null,
    opener: FOCUS.menu,
    files: [],
    ledger: null,
    receipts: [],
    layout: { of: 'automatic' },
    asOf: today,
    terms: USUAL_TOLD,
    inspection: null,
    isInspecting: false,
    running: null,
    result: null,
    restored: null,
    resultView: { view: 'summary' },
    failure: null,
    wasStopped: false,
    waits: null,
    notes: [],
    settings,
    said: null,
    focus: null,
  };
}
