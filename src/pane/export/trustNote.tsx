/** Does a file made with this template leave open how far 未納 can be trusted? It may leave all the same. */
import type { ReactElement } from 'react';
import { missingTrust, type CsvTemplate } from '../../export/csvTemplate';
import type { Exportable } from '../../engine/exportProtocol';
import { Caution } from '../notes';
import { useColumnWords, useExportWords } from './useExportWords';

export function TrustNote({ template, exportable }: { readonly template: CsvTemplate; readonly exportable: Exportable }): ReactElement | null {
  const { isMismatch, isIncomplete } = exportable;
  const own = useExportWords();
  const columnWords = useColumnWords();
  const missing = missingTrust(template).map((column) => columnWords[column]);
  if (missing.length === 0) return null;
  return (
    <Caution>
      {isMismatch && <strong>{own.doubts.mismatch}</strong>}
      {isIncomplete && <strong>{own.doubts.incomplete}</strong>}
      {own.lacksTrust(missing)}
    </Caution>
  );
}
