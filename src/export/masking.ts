/** What may finance read of a slip number, and of a finding that quotes a file or the ledger? Never enough to find a person. */
import type { Finding, FindingCode } from '../check/finding';
import type { Settlement } from '../settle';

/** A slip is known by its last four digits, or by its row in 消込一覧. */
export type SlipMask = 'lastFour' | 'rows';

const SHOWN_DIGITS = 4;

/** Four stars whatever the length, then the last four digits. */
export const lastFour = (slipNumber: string): string => `****${slipNumber.slice(-SHOWN_DIGITS)}`;

/** Findings whose `actual` is text as a file or the ledger has it, of any length. */
const QUOTING: ReadonlySet<FindingCode> = new Set(['fieldValue', 'noticeKind', 'ledgerRow'] as const);

export interface MaskWords {
  readonly mask: SlipMask;
  /** Stands for a slip number. */
  readonly numberLeftOut: string;
  /** Stands for a quoted text. */
  readonly personal: string;
}

/** The settlement with findings that quote neither slip numbers nor texts of a file or the ledger. Everything else is as it was. */
export function withMaskedFindings(settlement: Settlement, words: MaskWords): Settlement {
  return { ...settlement, findings: settlement.findings.map((finding) => masked(finding, words)) };
}

function masked(finding: Finding, { mask, numberLeftOut, personal }: MaskWords): Finding {
  const quoted = typeof finding.actual === 'string' && (QUOTING.has(finding.code) || finding.actual.length > SHOWN_DIGITS);
  const told: Finding = quoted ? { ...finding, actual: personal } : finding;
  switch (told.code) {
    case 'ambiguousPairing':
      return { ...told, detail: { ...told.detail, slipNumber: slipText(told.detail.slipNumber) } };
    case 'billerAmbiguous':
      return { ...told, detail: { ...told.detail, slipNumber: slipText(told.detail.slipNumber) } };
    case 'ledgerDuplicate':
      return { ...told, detail: { ...told.detail, slipNumber: slipText(told.detail.slipNumber) } };
    case 'cancellationWithoutPreliminary':
    case 'confirmedAndCancelled':
    case 'confirmedTakenBack':
      return { ...told, detail: { ...told.detail, slipNumber: slipText(told.detail.slipNumber) } };
    default:
      return told;
  }

  function slipText(slipNumber: string): string {
    return mask === 'rows' ? numberLeftOut : lastFour(slipNumber);
  }
}
