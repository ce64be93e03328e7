/** How many, and how much? What the formulas of 集計 give now, added up in one pass over slips and notices. */
import { excelSerialOf, type Day } from '../file/calendar';
import { dayIn } from '../file/fields';
import { fieldNamed, type PlacedField } from '../file/layout';
import { CONFIRMED } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { ofEachState, overviewOf } from '../reconcile/overview';
import { SLIP_STATES, stateOf, type SlipState } from '../reconcile/slips';
import type { MarkedWord } from './highlights';
import { COUNTS } from './noticeUse';
import { ledgerText } from './reconciliation';
import { codeCell, formatOf } from './recordFields';
import type { Source } from './source';

export interface SlipFigures {
  readonly count: Record<SlipState, number>;
  billed: number;
  paid: number;
}

export interface NoticeFigures {
  count: number;
  amount: number;
}

export interface Figures {
  /** For each state, and for all slips of a fee or section; '' where the ledger names none. */
  readonly byState: Record<SlipState, SlipFigures>;
  readonly byFee: ReadonlyMap<string, SlipFigures>;
  readonly bySection: ReadonlyMap<string, SlipFigures>;
  readonly byFlag: ReadonlyMap<MarkedWord, { readonly count: number; readonly overpaid: number }>;
  /** Confirmed notices that count for their slip; day 0 is no day to be read, '' no chain. */
  readonly byTransferDate: ReadonlyMap<Day, NoticeFigures>;
  readonly byChain: ReadonlyMap<string, NoticeFigures>;
}

const noSlips = (): SlipFigures => ({ count: ofEachState(() => 0), billed: 0, paid: 0 });

export const slipCount = ({ count }: SlipFigures): number => SLIP_STATES.reduce((sum, state) => sum + count[state], 0);

export function figuresOf(source: Source): Figures {
  return { ...slipFigures(source), ...noticeFigures(source) };
}

function slipFigures({ settlement }: Source): Pick<Figures, 'byState' | 'byFee' | 'bySection' | 'byFlag'> {
  const { slips } = settlement;
  const { states, flags } = overviewOf(slips);
  const byFee = new Map<string, SlipFigures>();
  const bySection = new Map<string, SlipFigures>();
  for (let slip = 0; slip < slips.count; slip++) {
    for (const sum of [
      entry(byFee, ledgerText(settlement, slip, 'fee') ?? '', noSlips),
      entry(bySection, ledgerText(settlement, slip, 'section') ?? '', noSlips),
    ]) {
      sum.count[stateOf(slips, slip)]++;
      sum.billed += Math.max(0, slips.billedAmount[slip]!);
      sum.paid += slips.paidAmount[slip]!;
    }
  }
  const byState = ofEachState((state): SlipFigures => ({ ...states[state], count: { ...noSlips().count, [state]: states[state].count } }));
  return { byState, byFee, bySection, byFlag: flags };
}

function noticeFigures(source: Source): Pick<Figures, 'byTransferDate' | 'byChain'> {
  const { settlements } = source.settlement;
  const chains = settlements.map(({ layout }) => fieldNamed(layout, 'data', 'chainCode'));
  return {
    byTransferDate: noticeSums(source, transferDays(source)),
    byChain: noticeSums(source, (_, file, index, start) => {
      const chain = chains[index]!;
      return chain === null ? '' : String(codeCell(chain, file, start, source.codec) ?? '');
    }),
  };
}

/** Adds up the confirmed notices that count for their slip, or of another use, by what `keyOf` answers for each. */
export function noticeSums<K>(
  { settlement, uses }: Source,
  keyOf: (notice: number, file: SettlementFile, fileIndex: number, start: number) => K,
  use = COUNTS,
): Map<K, NoticeFigures> {
  const { notices, settlements } = settlement;
  const sums = new Map<K, NoticeFigures>();
  for (let notice = 0; notice < notices.count; notice++) {
    if (uses[notice] !== use || notices.kind[notice] !== CONFIRMED) continue;
    const index = notices.file[notice]!;
    const file = settlements[index]!;
    const sum = entry(sums, keyOf(notice, file, index, file.cut.starts[notices.record[notice]!]!), () => ({ count: 0, amount: 0 }));
    sum.count++;
    sum.amount += Math.max(0, notices.barcodes.amount[notices.barcode[notice]!]!);
  }
  return sums;
}

/** Several figures as one. */
export function added(all: readonly SlipFigures[]): SlipFigures {
  const sum = noSlips();
  for (const figures of all) {
    for (const state of SLIP_STATES) sum.count[state] += figures.count[state];
    sum.billed += figures.billed;
    sum.paid += figures.paid;
  }
  return sum;
}

/** The day on which each notice's money is to come; 0 where 収納明細 shows no date. */
export function transferDays({ settlement }: Source): (notice: number, file: SettlementFile, fileIndex: number, start: number) => Day {
  const fields = settlement.settlements.map(({ layout }) => fieldNamed(layout, 'data', 'transferDate'));
  return (_, file, index, start) => transferDay(fields[index]!, file.bytes, start);
}

function transferDay(field: PlacedField | null, bytes: Uint8Array, start: number): Day {
  if (field === null || formatOf(field) !== 'date') return 0;
  const day = dayIn(field, bytes, start);
  return day === 0 || excelSerialOf(day) === null ? 0 : day;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
