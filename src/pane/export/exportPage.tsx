/** 書き出し: what leaves the office, and is it saved? */
import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { EngineFailed } from '../worker/client';
import type { Exportable } from '../../engine/exportProtocol';
import { usePane } from '../context';
import { SubView } from '../subView';
import { Choosing } from './choosing';
import { Done } from './done';
import { initialForm } from './form';
import { DEED } from './pageFoot';
import { EXPORT_STYLES } from './styles';
import { useExport, type Exporting } from './useExport';
import { useExportWords } from './useExportWords';
import { Working } from './working';

export const ExportPage = (): ReactElement => <Exports isAtOnce={false} />;
/** The copy for finance, with what is usual, by the one click that led here. */
export const FinancePage = (): ReactElement => <Exports isAtOnce />;

function Exports({ isAtOnce }: { readonly isAtOnce: boolean }): ReactElement {
  const { words, dispatch, state } = usePane();
  const own = useExportWords();
  const exportable = useExportable();
  return (
    <SubView back={words.back} onBack={() => dispatch({ type: 'pageClosed' })} title={own.title}>
      <style>{EXPORT_STYLES}</style>
      {exportable === 'loading' ? null : exportable === 'none' || state.result === null ? <NothingYet /> : <Form exportable={exportable} isAtOnce={isAtOnce} />}
    </SubView>
  );
}

function Form({ exportable, isAtOnce }: { readonly exportable: Exportable; readonly isAtOnce: boolean }): ReactElement {
  const exporting: Exporting = useExport(initialForm(exportable), isAtOnce);
  useEffect(() => {
    // The button that was pressed has gone with its step; the next step's stands in its place.
    if (document.activeElement === document.body) document.getElementById(DEED)?.focus();
  }, [exporting.phase.at]);
  switch (exporting.phase.at) {
    case 'choosing':
      return <Choosing exportable={exportable} exporting={exporting} />;
    case 'working':
      return <Working progress={exporting.phase.progress} onStop={exporting.stop} />;
    case 'done':
      return <Done end={exporting.phase.end} onAgain={exporting.again} />;
  }
}

/** What the engine can export; none: it holds no run. */
function useExportable(): Exportable | 'loading' | 'none' {
  const { acts, state } = usePane();
  const { result } = state;
  const [found, setFound] = useState<Exportable | 'loading' | 'none'>(result === null ? 'none' : 'loading');
  useEffect(() => {
    if (result === null) return;
    acts.exporting.exportable().then(setFound, (error: unknown) => {
      if (!(error instanceof EngineFailed)) throw error;
      setFound('none');
    });
  }, [acts, result]);
  return found;
}

function NothingYet(): ReactElement {
  const { state, acts, dispatch } = usePane();
  const own = useExportWords();
  const holdsFiles = (state.workbook?.imported.length ?? 0) > 0;
  const isPicked = state.files.length > 0;
  const toImport = { label: own.toImport, onClick: () => dispatch({ type: 'tabChosen', tab: 'import' }) };
  const way = holdsFiles && !isPicked ? { label: own.reconcileAgain, onClick: () => void acts.running.again() } : toImport;
  return (
    <div className="empty">
      <p>{isPicked ? own.picked : holdsFiles ? own.notThisTime : own.nothing}</p>
      <div className="choices">
        <Button appearance="primary" onClick={way.onClick}>
          {way.label}
        </Button>
      </div>
    </div>
  );
}
