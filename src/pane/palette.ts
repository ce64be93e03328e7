/** Which colour stands for which state and flag in the pane? In the light theme the sheet's own, in the dark one their counterparts. */
import { CHART_INKS, FLAG_MARKS, STATE_MARKS, type MarkedWord } from '../sheet/highlights';
import type { SlipState } from '../reconcile/slips';
import type { VerdictKind } from '../verdict';

interface Colours {
  readonly fill: string;
  readonly text: string;
}

/** Text on its fill, each at least 7 : 1; 速報のみ is hollow, so that it does not shout on black. */
export const DARK: Record<MarkedWord, Colours> = {
  unpaid: { fill: '8B3200', text: 'FFEEE2' },
  preliminary: { fill: '292929', text: 'FFE380' },
  paid: { fill: '00316A', text: 'DCF0FF' },
  paidElsewhere: { fill: '005F70', text: 'F2FDFF' },
  notOwed: { fill: '4D4D4D', text: 'FFFFFF' },
  cancelled: { fill: 'CCCCCC', text: '1A1A1A' },
  needsReview: { fill: 'FFAEFF', text: '3B003B' },
  noticeHeld: { fill: '3B003B', text: 'FFD0FF' },
  paidTwice: { fill: '850000', text: 'FFDADA' },
  perhapsPaidTwice: { fill: '850000', text: 'FFDADA' },
  amountDiffers: { fill: '500000', text: 'FFBBBB' },
  partlyPaid: { fill: '00118F', text: 'D9E6FF' },
  notInLedger: { fill: '292929', text: 'E6E6E6' },
  ledgerBehind: { fill: '2C4100', text: 'D0F5A2' },
  paidOnOldSlip: { fill: '41048E', text: 'ECDDFF' },
  remindable: { fill: '0031D8', text: 'FFFFFF' },
  overdue: { fill: 'FFA66D', text: '3D1500' },
  paidLate: { fill: '0C472A', text: 'C2E5D1' },
  reissued: { fill: '30016C', text: 'ECDDFF' },
};

/** Of the dark pane’s bar of states. */
export const BAR_COLOURS: Record<SlipState, string> = {
  paid: '479EF5',
  paidElsewhere: '2BC8E4',
  preliminary: 'FFE380',
  notOwed: '767676',
  cancelled: 'B3B3B3',
  unpaid: 'FF7B33',
};

const VERDICTS: Record<VerdictKind, { readonly light: Colours; readonly dark: Colours }> = {
  agrees: { light: { fill: 'F1FAF1', text: '0E700E' }, dark: { fill: '052505', text: '54B054' } },
  mismatch: { light: { fill: 'FDF3F4', text: 'B10E1C' }, dark: { fill: '3B0509', text: 'DC626D' } },
  error: { light: { fill: 'FDF3F4', text: 'B10E1C' }, dark: { fill: '3B0509', text: 'DC626D' } },
  unchecked: { light: { fill: 'FFF9F5', text: 'BC4B09' }, dark: { fill: '4A1E04', text: 'FAA06B' } },
};

const both = (selector: string, light: Colours, dark: Colours): string =>
  `${selector}{--fill:#${light.fill};--ink:#${light.text}}[data-theme=dark] ${selector}{--fill:#${dark.fill};--ink:#${dark.text}}`;

/** Custom properties --fill and --ink for every state, flag and verdict, and --bar for the bar of states. */
export const PALETTE_CSS = [
  ...[...STATE_MARKS, ...FLAG_MARKS].map(({ of, look }) => both(`.mark-${of}`, { fill: look.fill ?? 'FFFFFF', text: look.text }, DARK[of])),
  ...Object.entries(VERDICTS).map(([kind, { light, dark }]) => both(`.verdict-${kind}`, light, dark)),
  ...Object.entries(CHART_INKS).map(
    ([state, { ink }]) => `.bar-${state}{--bar:#${ink}}[data-theme=dark] .bar-${state}{--bar:#${BAR_COLOURS[state as SlipState]}}`,
  ),
].join('');

/** Marks with a dashed border on the sheet have one here, too. */
export const DASHED: ReadonlySet<MarkedWord> = new Set(FLAG_MARKS.filter(({ look }) => look.dashedBorder).map(({ of }) => of));
