/** What does the clerk see where Excel is too old? */
import type { ReactElement } from 'react';
import { usePane } from './context';
import { MessageBlock } from './messageBlock';

export function OldExcel(): ReactElement {
  const { words, support, environment } = usePane();
  const { has, needs, lacks } = support;
  const reason = lacks === undefined ? `ExcelApi ${has} < ${needs}` : `ExcelApi ${has}; ${lacks}`;
  const details = [`${words.productName} ${environment.version}`, reason, navigator.userAgent].join('\n');
  return (
    <main className="old-excel">
      <h1 className="hidden">{words.productName}</h1>
      <MessageBlock message={lacks === undefined ? words.oldExcel(needs, has) : words.oldBrowser(lacks)} details={{ text: details, areShown: true }} />
    </main>
  );
}
