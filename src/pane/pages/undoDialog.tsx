/** Does the clerk really want to take an import back? */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { useModal } from '../modal';
import type { ShownRun } from './historyEntries';

// The browser's own dialog keeps the focus inside and gives it back; Fluent's would cost 8 KB of the entry bundle.
export function UndoDialog({ run, onClose }: { readonly run: ShownRun; readonly onClose: () => void }): ReactElement {
  const { words, acts } = usePane();
  const dialog = useModal();
  const { files, details } = run;
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="undo-title" aria-describedby="undo-body" onClose={onClose}>
      <h2 id="undo-title">{words.undoTitle}</h2>
      <p id="undo-body">{words.undoBody(words.historyFiles(files[0]?.name ?? '', files.length - 1), details)}</p>
      <div className="choices">
        <Button
          appearance="primary"
          onClick={() => {
            dialog.current?.close();
            void acts.running.undo(files.map(({ sha256 }) => sha256));
          }}
        >
          {words.undoYes}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{words.undoNo}</Button>
      </div>
    </dialog>
  );
}
