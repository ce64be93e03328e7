/** How do states and flags look wherever the pane names them? Icon, word and colour always together. */
import {
  ArrowUndo16Regular,
  CalendarClock16Regular,
  CalendarError16Regular,
  BuildingBank16Regular,
  CheckmarkCircle16Regular,
  CircleHalfFill16Regular,
  Circle16Regular,
  Clock16Regular,
  DocumentArrowUp16Regular,
  DocumentQuestionMark16Regular,
  DocumentSync16Regular,
  EqualOff16Regular,
  Flag16Regular,
  History16Regular,
  MailAlert16Regular,
  NumberCircle216Regular,
  PauseCircle16Regular,
  SubtractCircle16Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { SlipFlag, SlipState } from '../reconcile/slips';
import type { MarkedWord } from '../sheet/highlights';
import type { Terms } from '../words';
import type { SlipRow } from '../engine/protocol';
import { DASHED } from './palette';

const ICONS: Record<MarkedWord, FluentIcon> = {
  unpaid: Circle16Regular,
  preliminary: Clock16Regular,
  paid: CheckmarkCircle16Regular,
  paidElsewhere: BuildingBank16Regular,
  notOwed: SubtractCircle16Regular,
  cancelled: ArrowUndo16Regular,
  needsReview: Flag16Regular,
  noticeHeld: PauseCircle16Regular,
  paidTwice: NumberCircle216Regular,
  perhapsPaidTwice: NumberCircle216Regular,
  amountDiffers: EqualOff16Regular,
  partlyPaid: CircleHalfFill16Regular,
  notInLedger: DocumentQuestionMark16Regular,
  ledgerBehind: DocumentArrowUp16Regular,
  paidOnOldSlip: History16Regular,
  remindable: MailAlert16Regular,
  overdue: CalendarError16Regular,
  paidLate: CalendarClock16Regular,
  reissued: DocumentSync16Regular,
};

export function markLabel(mark: MarkedWord, words: Terms): string {
  if (mark === 'perhapsPaidTwice') return words.perhapsPaidTwice;
  return mark in words.states ? words.states[mark as SlipState] : words.flags[mark as SlipFlag];
}

/** State and flags of a slip, as they are shown. */
export function marksOf({ state, flags, isPerhapsPaidTwice }: Pick<SlipRow, 'state' | 'flags' | 'isPerhapsPaidTwice'>): MarkedWord[] {
  return [state, ...flags.map((flag) => (flag === 'paidTwice' && isPerhapsPaidTwice ? 'perhapsPaidTwice' : flag))];
}

const classOf = (kind: string, mark: MarkedWord): string => `${kind} mark-${mark}${DASHED.has(mark) ? ' dashed' : ''}`;

/** The coloured square before a word that stands beside it. */
export function Swatch({ mark }: { readonly mark: MarkedWord }): ReactElement {
  const Icon = ICONS[mark];
  return (
    <span className={classOf('swatch', mark)} aria-hidden="true">
      <Icon />
    </span>
  );
}

/** The word itself in its colours. */
export function Chip({ mark, words }: { readonly mark: MarkedWord; readonly words: Terms }): ReactElement {
  const Icon = ICONS[mark];
  return (
    <span className={classOf('chip', mark)}>
      <Icon aria-hidden="true" />
      {markLabel(mark, words)}
    </span>
  );
}
