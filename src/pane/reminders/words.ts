/** Which words does the view of 督促 need? words.ja.ts and words.en.ts say them. */
import type { ReminderReason } from '../../reconcile/reminders';

export interface RemindersWords {
  /** Without a result. */
  readonly noResult: string;
  readonly noLedger: string;
  /** From how many business days after the due date on, and why. */
  readonly grace: (businessDays: number) => string;
  readonly changeGrace: string;
  readonly remindable: (slips: number) => string;
  /** 請求額 of those that are chosen. */
  readonly chosen: (slips: number, yen: number) => string;
  readonly noneRemindable: string;
  readonly heldBack: (slips: number) => string;
  readonly noneHeldBack: string;
  readonly all: string;
  readonly from: (day: string) => string;
  readonly due: (day: string) => string;
  readonly choose: (slip: string) => string;
  /** Marks the chosen slips. */
  readonly mark: string;
  readonly takeBack: string;
  readonly markNote: string;
  readonly marked: (slips: number) => string;
  /** Slips that were not marked: a cell of 処理 cannot be read, and writing it would lose it. */
  readonly notMarked: (slips: number) => string;
  readonly more: (slips: number) => string;
  /** What is held back by a reason, and what to do. */
  readonly reasons: Readonly<Record<ReminderReason, string>>;
  readonly remedies: Readonly<Record<ReminderReason, string>>;
}
