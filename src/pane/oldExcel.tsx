/** What does the clerk see where Excel is too old? */
import type { ReactElement } from 'react';
import { usePane } from './context';
import { MessageBlock } from './messageBlock';

export function OldExcel(): ReactElement {
  const { words, support, environment } = usePane();
  const details = [`${words.productName} ${environment.version}`, `ExcelApi ${support.has} < ${support.needs}`, navigator.userAgent].join('\n');
  return (
    <main className="old-excel">
      <h1 className="hidden">{words.productName}</h1>
      <MessageBlock message={words.oldExcel(support.needs, support.has)} details={{ text: details, areShown: true }} />
    </main>
  );
}
