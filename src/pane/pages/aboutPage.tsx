/** このアドインについて: what is it, which version, and what becomes of the data? */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { Parts } from '../parts';
import { SubView } from '../subView';

export function AboutPage(): ReactElement {
  const { words, dispatch, environment, support, acts } = usePane();
  const version = words.versionLine(environment.version);
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={words.pages.about}>
      <p>
        <strong>{words.productName}</strong>
      </p>
      {words.about.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="secondary">
        <Parts of={[version, `ExcelApi ${support.has}`]} />
      </p>
      <Button size="small" onClick={() => void acts.setting.copy([words.productName, version, `ExcelApi ${support.has}`, navigator.userAgent].join('\n'))}>
        {words.copyDetails}
      </Button>
    </SubView>
  );
}
