/** What can the clerk do? Each act touches the world through engine and workbook, which only this folder calls. */
import type { Benching } from './benching';
import { Choosing } from './choosing';
import { Deleting } from './deleting';
import { Desk, type Surroundings } from './desk';
import { Exporting } from './exporting';
import { Inspecting } from './inspecting';
import type { Receiving } from './receiving';
import { Remembering } from './remembering';
import { Running } from './running';
import { Setting } from './setting';
import { Showing } from './showing';
import type { Searching } from './searching';
import { Slips } from './slips';
import { Telling } from './telling';
import { Trying } from './trying';

export type { GivenFile, Surroundings } from './desk';

export interface Acts {
  readonly inspecting: Inspecting;
  readonly remembering: Remembering;
  readonly choosing: Choosing;
  readonly running: Running;
  readonly deleting: Deleting;
  readonly exporting: Exporting;
  /** Fetched with its views. */
  receiving(): Promise<Receiving>;
  readonly slips: Slips;
  readonly searching: () => Promise<Searching>;
  readonly showing: Showing;
  readonly setting: Setting;
  readonly telling: Telling;
  readonly trying: Trying;
  /** Fetched on few days. */
  benching(): Promise<Benching>;
  say: Desk['say'];
}

export function actsOf(around: Surroundings): Acts {
  const desk = new Desk(around);
  const inspecting = new Inspecting(desk);
  const remembering = new Remembering(desk, inspecting);
  const choosing = new Choosing(desk, inspecting);
  const running = new Running(desk, inspecting, remembering);
  let searching: Promise<Searching> | null = null;
  let receiving: Promise<Receiving> | null = null;
  let benching: Promise<Benching> | null = null;
  return {
    inspecting,
    remembering,
    choosing,
    running,
    deleting: new Deleting(desk, running),
    exporting: new Exporting(desk),
    receiving: () => (receiving ??= import('./receiving').then((fetched) => new fetched.Receiving(desk, running))),
    slips: new Slips(desk),
    // Fetched with the search; kept, so that what it reads is read once.
    searching: () => (searching ??= import('./searching').then((found) => new found.Searching(desk, running))),
    showing: new Showing(desk),
    setting: new Setting(desk, choosing),
    telling: new Telling(desk, remembering, running),
    trying: new Trying(desk),
    benching: () => (benching ??= import('./benching').then((fetched) => new fetched.Benching(desk, choosing))),
    say: (text, manner) => desk.say(text, manner),
  };
}
