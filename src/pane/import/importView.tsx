/** 取込: what is to be read, and what came of trying? */
import { lazy, Suspense, useEffect, useState, type DragEvent, type ReactElement } from 'react';
import { usePane } from '../context';
import { AsOfField } from './asOfField';
import { FailureBar } from './failureBar';
import { FileList } from './fileList';
import { FirstRun } from './firstRun';
import { LedgerSection } from './ledgerSection';
import { Held } from './held';
import { Caution, Note } from '../notes';
import { canRun, mixesPractice } from '../state/readiness';

/** Fetched by the first run that takes longer than a moment. */
const RunningView = lazy(async () => ({ default: (await import('./runningView')).RunningView }));

const ReceiptsSection = lazy(async () => ({ default: (await import('../receipts/section')).ReceiptsSection }));

const ColoursLost = lazy(async () => ({ default: (await import('../notices/coloursLost')).ColoursLost }));

export function ImportView(): ReactElement {
  const { state, acts, words } = usePane();
  const [isOver, setOver] = useState(false);
  useEffect(() => void acts.inspecting.lookAgain(), [acts]);
  if (state.running?.isShown)
    return (
      <Suspense fallback={null}>
        <RunningView running={state.running} />
      </Suspense>
    );

  const isBusy = state.running !== null;
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isBusy) void acts.choosing.give([...event.dataTransfer.files]);
  };
  return (
    <div
      className={isOver ? 'import over' : 'import'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!isBusy);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <FailureBar />
      <Body />
      {isOver && (
        <div className="drop" aria-hidden="true">
          {words.dropHere}
        </div>
      )}
    </div>
  );
}

function Body(): ReactElement {
  const { state, words } = usePane();
  const { files, ledger, receipts, workbook } = state;
  const holds = workbook !== null && workbook.imported.length + (workbook.receipts?.rows ?? 0) > 0;
  if (files.length + receipts.length === 0 && ledger === null && !holds) return <FirstRun />;
  return (
    <>
      {files.length === 0 ? <Held /> : <FileList />}
      <LedgerSection />
      <Suspense fallback={null}>
        <ReceiptsSection />
      </Suspense>
      <AsOfField />
      {mixesPractice(state) && (
        <div role="alert">
          <Caution>{words.practiceMixed}</Caution>
        </div>
      )}
      {canRun(state) && <Note>{words.stayInFront}</Note>}
      {canRun(state) && workbook?.painted !== undefined && (
        <Suspense fallback={null}>
          <ColoursLost sheets={workbook.painted} />
        </Suspense>
      )}
    </>
  );
}
