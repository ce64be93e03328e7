/** Which CSV templates does the workbook keep now? Read when the view opens; what is changed is kept at once. */
import { useEffect, useState } from 'react';
import type { CsvTemplate } from '../../export/csvTemplate';
import { usePane } from '../context';
import { NO_TEMPLATES, readKept, type KeptTemplates } from './templates';

export interface TemplatesAtHand extends KeptTemplates {
  /** false: the workbook did not take them, and all is as it was. */
  readonly keep: (templates: readonly CsvTemplate[]) => Promise<boolean>;
}

export function useTemplates(): TemplatesAtHand {
  const { controller } = usePane();
  const [kept, setKept] = useState<KeptTemplates>(NO_TEMPLATES);
  useEffect(() => {
    controller.csvTemplates().then(
      (found) => setKept(readKept(found)),
      () => undefined,
    );
  }, [controller]);
  return {
    ...kept,
    keep: async (templates) => {
      try {
        await controller.keepCsvTemplates([...templates, ...kept.unreadable]);
      } catch {
        return false;
      }
      setKept({ ...kept, templates });
      return true;
    },
  };
}
