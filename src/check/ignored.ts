/** Which notices are left out because the layout says so? They are never left out silently. */
import { IGNORED, type Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { finding, type Report } from './finding';

export function checkIgnored(file: SettlementFile, notices: Notices, from: number, to: number, report: Report): void {
  for (let notice = from; notice < to; notice++) {
    if (notices.otherKind[notice] === IGNORED) report(finding('noticeIgnored', { file: file.name, record: notices.record[notice]! + 1 }, {}));
  }
}
