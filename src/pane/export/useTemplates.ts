/** Which CSV templates does the workbook keep now? Read when the view opens; what is changed is kept at once. */
import { useCallback, useEffect, useState } from 'react';
import type { CsvTemplate } from '../../export/csvTemplate';
import { usePane } from '../context';
import { NO_TEMPLATES, readKept, type KeptTemplates } from './templates';

export interface TemplatesAtHand extends KeptTemplates {
  /** Until they are read none can be kept: it would take the place of those that the workbook has. */
  readonly reading: 'underWay' | 'failed' | 'done';
  /** Whether they are read now. */
  readonly readAgain: () => Promise<boolean>;
  /** false: the workbook did not take them, and all is as it was. */
  readonly keep: (templates: readonly CsvTemplate[]) => Promise<boolean>;
}

export function useTemplates(): TemplatesAtHand {
  const { acts } = usePane();
  const [kept, setKept] = useState<KeptTemplates | 'underWay' | 'failed'>('underWay');
  const readAgain = useCallback(async (): Promise<boolean> => {
    try {
      setKept(readKept(await acts.exporting.csvTemplates()));
      return true;
    } catch {
      setKept('failed');
      return false;
    }
  }, [acts]);
  useEffect(() => void readAgain(), [readAgain]);
  if (typeof kept === 'string') return { ...NO_TEMPLATES, reading: kept, readAgain, keep: () => Promise.resolve(false) };
  return {
    ...kept,
    reading: 'done',
    readAgain,
    keep: async (templates) => {
      try {
        await acts.exporting.keepCsvTemplates([...templates, ...kept.unreadable]);
      } catch {
        return false;
      }
      setKept({ ...kept, templates });
      return true;
    },
  };
}
