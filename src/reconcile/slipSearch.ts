/** Which slips are meant by a number, a part of one, a payer's name or number, or a barcode? */
import type { BarcodeReading } from '../file/barcodeReading';
import { comparable } from '../file/sought';
import { billerKey, type Billers } from '../slip/billers';
import type { Ledger, LedgerColumn } from './ledger';
import { NOT_IN_LEDGER } from './match';
import type { Slips } from './slips';

/** `exact`: the whole number or name; `partial`: a part of it. */
export interface FoundSlips {
  readonly exact: readonly number[];
  readonly partial: readonly number[];
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Texts of all slips, made once; a question is then one pass over them. */
export class SlipSearch {
  /** Without leading zeros. */
  private readonly numbers: readonly string[];
  private readonly payerNumbers: readonly string[] | null;
  private readonly payerNames: readonly string[] | null;
  private byKey: ReadonlyMap<string, readonly number[]> | null = null;

  /** `withPayers`: the workbook shows whose slips they are. */
  constructor(
    private readonly slips: Slips,
    private readonly ledger: Ledger | null,
    private readonly billers: Billers,
    withPayers: boolean,
  ) {
    this.numbers = this.ofEach((slip) => withoutZeros(slips.numbers.numberOf(slip)));
    this.payerNumbers = withPayers ? this.payersOf('payerNumber') : null;
    this.payerNames = withPayers ? this.payersOf('payerName') : null;
  }

  /** Whether names or numbers of payers can be found. */
  get hasPayers(): boolean {
    return this.payerNumbers !== null || this.payerNames !== null;
  }

  byDigits(digits: string): FoundSlips {
    const { year, number } = this.slips.numbers.widths;
    if (digits.length === year + number) {
      const whole = this.withKey(digits.slice(0, year), digits.slice(year));
      if (whole.length > 0) return { exact: whole, partial: [] };
    }
    const wanted = withoutZeros(digits);
    return this.gather((slip) => {
      const own = this.numbers[slip]!;
      const payer = this.payerNumbers?.[slip] ?? '';
      return own === wanted || payer === digits ? 'exact' : own.includes(wanted) || payer.includes(digits) ? 'partial' : null;
    });
  }

  /** `text`: comparable. */
  byText(text: string): FoundSlips {
    return this.gather((slip) => {
      const name = this.payerNames?.[slip] ?? '';
      const number = this.payerNumbers?.[slip] ?? '';
      return name === text || number === text ? 'exact' : name.includes(text) || number.includes(text) ? 'partial' : null;
    });
  }

  /** All of that year and number; of the barcode's own biller where it names one. */
  byBarcode({ fiscalYear, slipNumber, billerCode }: Pick<BarcodeReading, 'fiscalYear' | 'slipNumber' | 'billerCode'>): readonly number[] {
    const found = this.withKey(fiscalYear, slipNumber);
    if (billerCode === null) return found;
    return found.filter((slip) => {
      const code = this.billers.codeOf(this.slips.biller[slip]!);
      return code === null || billerKey(code) === billerKey(billerCode);
    });
  }

  private withKey(fiscalYear: string | null, slipNumber: string): readonly number[] {
    this.byKey ??= this.keys();
    const found = this.byKey.get(withoutZeros(slipNumber)) ?? [];
    return fiscalYear === null ? found : found.filter((slip) => Number(this.slips.numbers.yearOf(slip)) === Number(fiscalYear));
  }

  private keys(): Map<string, number[]> {
    const byKey = new Map<string, number[]>();
    for (const [slip, number] of this.numbers.entries()) {
      const known = byKey.get(number);
      if (known === undefined) byKey.set(number, [slip]);
      else known.push(slip);
    }
    return byKey;
  }

  private gather(judge: (slip: number) => 'exact' | 'partial' | null): FoundSlips {
    const exact: number[] = [];
    const partial: number[] = [];
    for (let slip = 0; slip < this.slips.count; slip++) {
      const how = judge(slip);
      if (how === 'exact') exact.push(slip);
      else if (how === 'partial') partial.push(slip);
    }
    return { exact, partial };
  }

  /** null: the ledger has no such column. */
  private payersOf(column: LedgerColumn): string[] | null {
    const { ledger, slips } = this;
    if (ledger === null || ledger.columnOf[column] < 0) return null;
    return this.ofEach((slip) => {
      const entry = slips.ledgerEntry[slip]!;
      return entry === NOT_IN_LEDGER ? '' : comparable(ledger.table.cell(ledger.row[entry]!, ledger.columnOf[column]));
    });
  }

  private ofEach(textOf: (slip: number) => string): string[] {
    return Array.from({ length: this.slips.count }, (_, slip) => textOf(slip));
  }
}
