/** Of which fiscal years are the slips that files speak of, as far as their first records tell? */
import { RECORD_TYPE } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import { hasSlipKey } from '../file/notices';

/** Of a file. */
const RECORDS_LOOKED_AT = 10_000;
const DATA = RECORD_TYPE.data.charCodeAt(0);

/** null: a layout has no year, so that nobody can say. */
export function yearsOf(files: readonly Pick<SettlementFile, 'bytes' | 'cut' | 'grammar' | 'layout'>[]): ReadonlySet<string> | null {
  const years = new Set<string>();
  for (const { bytes, cut, grammar, layout } of files) {
    const { fiscalYear } = layout;
    if (fiscalYear === null) return null;
    for (let record = 0; record < Math.min(grammar.types.length, RECORDS_LOOKED_AT); record++) {
      const start = cut.starts[record]!;
      if (grammar.types[record] !== DATA || !hasSlipKey(layout, bytes, start)) continue;
      const from = start + fiscalYear.offset;
      years.add(String.fromCharCode(...bytes.subarray(from, from + fiscalYear.length)).replace(/^0+(?=\d)/, ''));
    }
  }
  return years;
}
