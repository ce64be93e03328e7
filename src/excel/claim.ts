/**
 * Who writes in this workbook now? Whoever writes claims it in a setting and beats as long as it lives: another pane never touches what is alive, and takes
 * over what is not (docs/decisions/0014-journal.md).
 */
import { OtherAtWork, type AtWork } from '../engine/workbookPort';
import { CLAIM_SETTING, forgetSettings, readSettings, writeSetting } from './ours';
import { pause } from './waiting';

/** Milliseconds. */
export interface Pace {
  /** How often a claim beats. */
  readonly beat: number;
  /** A claim of another pane that beat within this time is alive. */
  readonly lease: number;
  /** Else it is looked at so often, with this time between: clocks of two computers differ, beats do not lie. */
  readonly looks: number;
  readonly between: number;
}
export const PACE: Pace = { beat: 2000, lease: 30_000, looks: 4, between: 1000 };

/** As it stands in the workbook. */
interface Kept extends AtWork {
  readonly owner: string;
  /** Of the pane: the same after a reload. */
  readonly pane: string;
  readonly at: number;
  readonly beat: number;
}

const PANE = 'keshikomi.pane';
export const newId = (): string => [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A reload keeps it; where the browser forbids storage, each load is a pane of its own. */
function paneId(): string {
  try {
    const known = sessionStorage.getItem(PANE);
    if (known !== null) return known;
    const id = newId();
    sessionStorage.setItem(PANE, id);
    return id;
  } catch {
    return newId();
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && ['owner', 'pane', 'work', 'since'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

const atWorkOf = ({ work, since }: Kept): AtWork => ({ work, since });

async function readKept(context: Excel.RequestContext): Promise<Kept | null> {
  const [setting] = await readSettings(context, [CLAIM_SETTING]);
  return isKept(setting!.value) ? setting!.value : null;
}

/** The claims of one pane. */
export class Claims {
  readonly owner = newId();
  private readonly pane = paneId();
  private held: Kept | null = null;
  private beatAt = 0;

  constructor(readonly pace: Pace) {}

  /** Answers whose claim was abandoned; null: nobody's. Throws OtherAtWork. */
  async take(context: Excel.RequestContext, work: AtWork['work'], since: string): Promise<AtWork | null> {
    const before = await readKept(context);
    if (before !== null && before.owner !== this.owner && (await this.isAlive(context, before))) throw new OtherAtWork(atWorkOf(before));
    await this.write(context, { owner: this.owner, pane: this.pane, work, since, at: 0, beat: 0 });
    await this.verify(context);
    return before === null ? null : atWorkOf(before);
  }

  /** Often called, seldom needed: is it still ours, and does it beat? Throws OtherAtWork. */
  async keep(context: Excel.RequestContext): Promise<void> {
    if (this.held === null || Date.now() - this.beatAt < this.pace.beat) return;
    await this.verify(context);
    await this.write(context, this.held);
  }

  /** Throws OtherAtWork where it is not ours any more. */
  async verify(context: Excel.RequestContext): Promise<void> {
    if (this.held === null) return;
    const kept = await readKept(context);
    if (kept?.owner !== this.owner) throw this.lost(kept);
  }

  /** Before anything is taken back: throws OtherAtWork where another pane has taken the workbook. */
  async refuseOthers(context: Excel.RequestContext): Promise<void> {
    const kept = await readKept(context);
    if (kept !== null && kept.owner !== this.owner) throw this.lost(kept);
  }

  /** Whoever has it now is left alone. */
  async release(context: Excel.RequestContext): Promise<void> {
    const kept = await readKept(context);
    if (kept?.owner === this.owner) await forgetSettings(context, [CLAIM_SETTING]);
    await context.sync();
    this.held = null;
  }

  private lost(kept: Kept | null): OtherAtWork {
    this.held = null;
    return new OtherAtWork(kept === null ? { work: 'recovery', since: '' } : atWorkOf(kept));
  }

  private async write(context: Excel.RequestContext, kept: Kept): Promise<void> {
    this.beatAt = Date.now();
    const next = { ...kept, at: this.beatAt, beat: kept.beat + 1 };
    writeSetting(context, CLAIM_SETTING, next);
    await context.sync();
    this.held = next;
  }

  private async isAlive(context: Excel.RequestContext, kept: Kept): Promise<boolean> {
    const age = Date.now() - kept.at;
    if (kept.pane !== this.pane && age >= 0 && age < this.pace.lease) return true;
    for (let look = 0; look < this.pace.looks; look++) {
      await pause(this.pace.between);
      const now = await readKept(context);
      if (now === null) return false;
      if (now.owner !== kept.owner || now.beat !== kept.beat) return true;
    }
    return false;
  }
}
