/** What has this user chosen for all of their workbooks? */
import { USUAL_DRESS, type DressChoice } from '../sheet/dressed';
import type { Language } from '../words';

/** Sections of 結果 that can be folded. */
export type Section = 'totals' | 'states' | 'flags';

export interface Settings extends DressChoice {
  /** null: Excel's own. */
  readonly language: Language | null;
  /** Whether 氏名 and 納付義務者番号 are written. */
  readonly withNames: boolean;
  /** Other columns of the ledger that name nobody, as the clerk says. */
  readonly keptColumns: readonly string[];
  readonly folded: readonly Section[];
}

export const DEFAULT_SETTINGS: Settings = { ...USUAL_DRESS, language: null, withNames: false, keptColumns: [], folded: [] };

const SECTIONS: readonly string[] = ['totals', 'states', 'flags'] satisfies readonly Section[];

/** What was stored; whatever cannot be understood is as at the beginning. */
export function readSettings(text: string | null): Settings {
  const stored = parsed(text);
  return {
    dates: stored['dates'] === 'japanese' ? 'japanese' : 'western',
    colours: stored['colours'] === 'print' ? 'print' : 'standard',
    language: stored['language'] === 'ja' || stored['language'] === 'en' ? stored['language'] : null,
    withNames: stored['withNames'] === true,
    keptColumns: textsIn(stored['keptColumns']),
    folded: textsIn(stored['folded']).filter((name): name is Section => SECTIONS.includes(name)),
  };
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []);

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
