/** Which words does the search at the counter need beside those of the pane? Fetched with it. */
import type { Day } from '../../file/calendar';
import type { SearchAnswer, SlipView } from '../../engine/protocol';
import type { BarcodeView, Searched } from '../../engine/searchProtocol';

type WriteDay = (day: Day) => string;

export interface SearchWords {
  readonly title: string;
  readonly placeholder: string;
  readonly find: string;
  readonly reading: string;
  /** In one sentence what came of it. */
  readonly said: (answer: SearchAnswer) => string;
  readonly more: (slips: number) => string;
  /** Where was searched, and what is not known here. */
  readonly searched: (searched: Searched, day: WriteDay) => string;
  /** What a barcode says, and what is wrong with it. */
  readonly barcodeAbout: (barcode: BarcodeView, day: WriteDay, year: (fiscalYear: string) => string) => readonly string[];
  readonly parts: string;
  readonly places: string;
  readonly part: string;
  readonly digits: string;
  readonly place: (first: number, length: number) => string;
  readonly wrong: string;
  readonly sameNumber: string;
  readonly mayBe: string;
  readonly tooManyNear: (slips: number) => string;
  readonly cutBody: (digits: string) => string;
  readonly atCounter: string;
  readonly answer: (life: SlipView, day: WriteDay) => readonly string[];
}
