/** In which language does the export view speak? Its words come with it. */
import { usePane } from '../context';
import { exportEn } from '../../export/words.en';
import { exportJa } from '../../export/words.ja';
import type { CsvWords } from '../../export/words';
import type { ExportPageWords } from './words';
import { exportPageEn } from './words.en';
import { exportPageJa } from './words.ja';

export function useExportWords(): ExportPageWords {
  return useIsJapanese() ? exportPageJa : exportPageEn;
}

export function useColumnWords(): CsvWords['columns'] {
  return (useIsJapanese() ? exportJa : exportEn).csv.columns;
}

function useIsJapanese(): boolean {
  const { state, environment } = usePane();
  return (state.settings.language ?? environment.language) === 'ja';
}
