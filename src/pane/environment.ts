/** What does the pane need to know of the machine it runs on? Its tests put their own in this place. */
import type { Day } from '../file/calendar';
import type { Language } from '../words';
import type { PickedFile } from '../engine/protocol';

/** The mark in the names of practice data goes wherever it goes: every sheet names the ledger, every row its file. */
export const PRACTICE = '練習用_';

/** Practice data: settlement files, and a ledger whose name ends in .csv. */
export interface Samples {
  readonly files: readonly PickedFile[];
  /** The day on which the practice data was made to be reconciled. */
  readonly asOf: Day;
}

/** This user's own store of texts; either call may fail silently where the browser forbids it. */
export interface SettingsStore {
  read(): string | null;
  write(text: string | null): void;
}

export interface Environment {
  /** `contrast`: the system replaces all colours (`forced-colors`). */
  readonly theme: 'light' | 'dark' | 'contrast';
  /** Of Excel; the user may choose another one. */
  readonly language: Language;
  readonly isTouch: boolean;
  /** Of this add-in. */
  readonly version: string;
  today(): Day;
  /** 2027/05/10 14:32:07, the office's own time. */
  now(): string;
  /** null: this build carries no practice data. */
  readonly samples: (() => Promise<Samples>) | null;
  /** false: the pane's browser is known to save no files. */
  readonly savesFiles: boolean;
  /** Asks where to save, and says whether it is saved; null: this browser cannot. */
  readonly saveAs: ((name: string, type: string, bytes: Uint8Array) => Promise<boolean>) | null;
  copy(text: string): Promise<void>;
  readonly settings: SettingsStore;
}
