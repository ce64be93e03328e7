/** Which notices are left out because the layout says so? They are never left out silently. */
import { IGNORED } from '../file/notices';
import type { Check } from './check';
import { finding } from './finding';

export const checkIgnored: Check = ({ file, notices, from, to }, report) => {
  for (let notice = from; notice < to; notice++) {
    if (notices.otherKind[notice] === IGNORED) report(finding('noticeIgnored', { file: file.name, record: notices.record[notice]! + 1 }, {}));
  }
};
