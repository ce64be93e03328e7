/** 取込: what is to be read, and what came of trying? */
import { useState, type DragEvent, type ReactElement } from 'react';
import { usePane } from '../context';
import { AsOfField } from './asOfField';
import { FailureBar } from './failureBar';
import { FileList } from './fileList';
import { FirstRun } from './firstRun';
import { LedgerSection } from './ledgerSection';
import { Held } from './held';
import { RunningView } from './runningView';

export function ImportView(): ReactElement {
  const { state, controller, words } = usePane();
  const [isOver, setOver] = useState(false);
  if (state.running?.isShown) return <RunningView running={state.running} />;

  const isBusy = state.running !== null;
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isBusy) void controller.give([...event.dataTransfer.files]);
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
  const { state } = usePane();
  const { files, ledger, workbook } = state;
  const holds = workbook !== null && workbook.imported.length > 0;
  if (files.length === 0 && ledger === null && !holds) return <FirstRun />;
  return (
    <>
      {files.length === 0 ? <Held /> : <FileList />}
      <LedgerSection />
      <AsOfField />
    </>
  );
}
