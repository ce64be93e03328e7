/**
 * Which notices speak of the same slip, and in which order are they taken?
 *
 * Order: the group's created date (null last), the file's SHA-256, the record. So the order of the files changes no answer.
 */
import { finding, type Report } from '../check/finding';
import { asciiBytes, shown } from '../file/bytes';
import { areDigits } from '../file/fields';
import { barcodePart } from '../file/layout';
import { hasSlipKey, IGNORED, type Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { NO_BILLER, type Billers } from './billers';
import { SlipNumbers, type NumberWidths } from './slipNumbers';
import { gathered } from './stableSort';

/** The notices whose year and number are digits, held ones included, as columns. */
export interface NoticedSlips {
  /** By year and number; those of one slip in the order in which they are taken. */
  readonly notice: Int32Array;
  /** The year and number, and the id of the biller, of each of them. */
  readonly numbers: SlipNumbers;
  readonly biller: Int32Array;
}

const digitsAt = (bytes: Uint8Array, at: number, length: number): string | null => (areDigits(bytes, at, length) ? shown(bytes, at, length) : null);

/** Which year a number without one belongs to: the ledger's. */
export type YearOfNumber = (number: string) => { readonly year: string } | { readonly years: readonly string[] } | null;

export function findNoticedSlips(
  notices: Notices,
  files: readonly SettlementFile[],
  billers: Billers,
  widths: NumberWidths,
  yearOfNumber: YearOfNumber,
  report: Report,
): NoticedSlips {
  const numbers = new SlipNumbers(widths, notices.count);
  const biller = new Int32Array(notices.count);
  const taken = new Int32Array(notices.count);
  let takenCount = 0;
  const groups = groupsInOrder(notices, files);
  for (const { file, group } of groups) billers.idOf(file.groups[group]!.billerCode);
  for (const { file, group, from, to } of groups) {
    const { bytes, layout, cut } = file;
    const { fiscalYear, slipNumber } = layout;
    const headerBiller = billers.idOf(file.groups[group]!.billerCode);
    const barcodeBiller = barcodePart(layout, 'billerCode');
    for (let notice = from; notice < to; notice++) {
      const start = cut.starts[notices.record[notice]!]!;
      if (notices.otherKind[notice] === IGNORED) continue;
      if (notices.held[notice] === 1 && !hasSlipKey(layout, bytes, start)) continue;
      if (fiscalYear !== null) {
        numbers.set(notice, bytes, start + fiscalYear.offset, fiscalYear.length, bytes, start + slipNumber.offset, slipNumber.length);
      } else {
        const number = shown(bytes, start + slipNumber.offset, slipNumber.length);
        const found = yearOfNumber(number.replace(/^0+/, ''));
        const year = found !== null && 'year' in found ? asciiBytes(found.year) : NO_YEAR;
        numbers.set(notice, year, 0, year.length, bytes, start + slipNumber.offset, slipNumber.length);
        if (found !== null && 'years' in found) {
          notices.held[notice] = 1;
          report(
            finding('yearAmbiguous', { file: file.name, record: notices.record[notice]! + 1, field: slipNumber.name, actual: number }, { years: found.years }),
          );
        }
      }
      // The barcode's code counts for the only biller of the run even where the header's is the slip's.
      const own = barcodeBiller === null ? NO_BILLER : billers.idOf(digitsAt(bytes, start + barcodeBiller.offset, barcodeBiller.length));
      biller[notice] = headerBiller === NO_BILLER ? own : headerBiller;
      taken[takenCount++] = notice;
    }
  }
  const sorted = numbers.sorted(taken.subarray(0, takenCount));
  return { notice: sorted.rows, numbers: sorted.numbers, biller: gathered(biller, sorted.rows, new Int32Array(takenCount)) };
}

/** The year of a number that the ledger does not have, or has in several years. */
const NO_YEAR = new Uint8Array(0);

interface NoticeGroup {
  readonly file: SettlementFile;
  readonly group: number;
  /** Its notices are `from` to `to` (exclusive). */
  from: number;
  to: number;
}

function groupsInOrder(notices: Notices, files: readonly SettlementFile[]): NoticeGroup[] {
  const groups: NoticeGroup[] = files.flatMap((file) => file.groups.map((_, group) => ({ file, group, from: 0, to: 0 })));
  const firstGroup: number[] = [];
  for (const index of files.keys()) firstGroup.push(index === 0 ? 0 : firstGroup[index - 1]! + files[index - 1]!.groups.length);
  for (let from = 0; from < notices.count;) {
    let to = from + 1;
    while (to < notices.count && notices.group[to] === notices.group[from] && notices.file[to] === notices.file[from]) to++;
    const group = groups[firstGroup[notices.file[from]!]! + notices.group[from]!]!;
    group.from = from;
    group.to = to;
    from = to;
  }
  const created = ({ file, group }: NoticeGroup): number => file.groups[group]!.createdDate ?? Number.MAX_SAFE_INTEGER;
  const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return groups.sort((a, b) => created(a) - created(b) || compareTexts(a.file.sha256, b.file.sha256) || a.group - b.group);
}
