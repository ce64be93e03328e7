/** How far is the export? */
import { ProgressBar } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ExportProgress } from '../../engine/exportProtocol';
import { PageFoot } from './pageFoot';
import { useExportWords } from './useExportWords';

export function Working({ progress: { step, share }, onStop }: { readonly progress: ExportProgress; readonly onStop: () => void }): ReactElement {
  const own = useExportWords();
  return (
    <div className="exporting">
      <h3>{own.working}</h3>
      <ProgressBar aria-label={own.progress} thickness="large" {...(step === 'make' ? {} : { value: share })} />
      <p className="secondary">{own.steps[step]}</p>
      <PageFoot label={own.stop} isPrimary={false} onClick={onStop} />
    </div>
  );
}
