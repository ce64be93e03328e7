/**
 * In which order are notices taken, and to which slip does each belong?
 *
 * Order: the group's created date (null last), the file's SHA-256, the record. So the order of the files changes no answer.
 */
import { numberAt, shown } from '../file/bytes';
import { hasSlipKey, type Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { NO_BILLER, type Billers } from './billers';
import type { SlipTable } from './slipTable';

/** Indexes of all notices in the order in which they are taken. */
export function orderNotices(notices: Notices, files: readonly SettlementFile[]): Int32Array {
  const groups = noticeGroups(notices, files);
  const order = new Int32Array(notices.count);
  let place = 0;
  for (const { from, to } of groups) for (let notice = from; notice < to; notice++) order[place++] = notice;
  return order;
}

interface NoticeGroup {
  readonly file: SettlementFile;
  readonly group: number;
  from: number;
  to: number;
}

/** The groups of all files, sorted; each with the run of notices that it holds. */
function noticeGroups(notices: Notices, files: readonly SettlementFile[]): NoticeGroup[] {
  const byFile = files.map((file) => file.groups.map((_, group): NoticeGroup => ({ file, group, from: 0, to: 0 })));
  for (let notice = 0; notice < notices.count; notice++) {
    const group = byFile[notices.file[notice]!]![notices.group[notice]!]!;
    if (group.to === 0) group.from = notice;
    group.to = notice + 1;
  }
  return sortGroups(byFile.flat());
}

function sortGroups<T extends { readonly file: SettlementFile; readonly group: number }>(groups: T[]): T[] {
  const created = ({ file, group }: T): number => file.groups[group]!.createdDate ?? Infinity;
  const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
  return groups.sort((a, b) => compare(created(a), created(b)) || (a.file.sha256 < b.file.sha256 ? -1 : a.file.sha256 > b.file.sha256 ? 1 : a.group - b.group));
}

/** Registers the billers of all groups, in the order in which notices are taken. */
export function registerHeaderBillers(files: readonly SettlementFile[], billers: Billers): void {
  const groups = sortGroups(files.flatMap((file) => file.groups.map((_, group) => ({ file, group }))));
  for (const { file, group } of groups) billers.idOf(file.groups[group]!.billerCode);
}

/** No slip: year or number of the notice are not digits. */
export const NO_SLIP = -1;

/** The slip of each notice, held ones included; slips are made at first sight. */
export function assignSlips(notices: Notices, files: readonly SettlementFile[], order: Int32Array, billers: Billers, slips: SlipTable): Int32Array {
  const slipOf = new Int32Array(notices.count).fill(NO_SLIP);
  const barcodeBiller = files.map((file) => file.layout.barcodeField.parts.find((part) => part.name === 'billerCode') ?? null);
  const headerBiller = files.map((file) => file.groups.map((group) => billers.idOf(group.billerCode)));
  for (const notice of order) {
    const file = files[notices.file[notice]!]!;
    const { bytes, layout } = file;
    const start = file.cut.starts[notices.record[notice]!]!;
    if (!hasSlipKey(layout, bytes, start)) continue;
    let biller = headerBiller[notices.file[notice]!]![notices.group[notice]!]!;
    const field = barcodeBiller[notices.file[notice]!]!;
    if (biller === NO_BILLER && field !== null && numberAt(bytes, start + field.offset, field.length) >= 0) {
      biller = billers.idOf(shown(bytes, start + field.offset, field.length));
    }
    const { fiscalYear, slipNumber } = layout;
    const key = slips.keys.idOf(bytes, start + fiscalYear.offset, fiscalYear.length, start + slipNumber.offset, slipNumber.length);
    slipOf[notice] = slips.slipOf(key, biller);
  }
  return slipOf;
}
