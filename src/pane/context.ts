/** What does every component of the pane have at hand? */
import { createContext, useContext } from 'react';
import type { Day } from '../file/calendar';
import type { Acts } from './acts';
import type { Environment } from './environment';
import type { ExcelSupport } from '../engine/workbookPort';
import type { Action } from './state/actions';
import type { State } from './state/state';
import type { PaneWords } from './words';

export interface Pane {
  readonly state: State;
  /** For what only changes the view; whatever touches the world goes through the acts. */
  readonly dispatch: (action: Action) => void;
  readonly acts: Acts;
  readonly words: PaneWords;
  readonly environment: Environment;
  readonly support: ExcelSupport;
  /** A day as the clerk wants it written. */
  readonly day: (day: Day) => string;
  /** A fiscal year as it is in the data: 2027, or 令和9. */
  readonly year: (fiscalYear: string) => string;
  /** The time of a run, to the minute. */
  readonly time: (runAt: string) => string;
  /** Opens the file dialogs: whoever needs a file asks here. */
  readonly ask: { files(): void; ledger(): void; layout(): void };
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('a component of the pane stands outside it');
  return pane;
}
