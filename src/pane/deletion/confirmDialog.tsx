/** Does the clerk really want this to be gone for good? */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { DeletionPreview } from '../../export/deletable';
import type { Deleted } from '../../export/deletion';
import { useModal } from '../modal';
import { Caution } from '../notes';
import { useDeletionWords } from './useDeletionWords';

export interface ConfirmDialogProps {
  readonly what: Deleted;
  readonly preview: DeletionPreview;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ what, preview, onConfirm, onClose }: ConfirmDialogProps): ReactElement {
  const own = useDeletionWords();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="deletion-title"
      aria-describedby="deletion-body"
      onClose={onClose}
      // Escape closes the dialog alone, not the view below it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="deletion-title">{own.confirmTitle(what)}</h2>
      <div id="deletion-body">
        <p>{own.confirmBody(preview)}</p>
        <Caution>{own.confirmWarning}</Caution>
      </div>
      <div className="choices">
        <Button
          appearance="primary"
          onClick={() => {
            dialog.current?.close();
            onConfirm();
          }}
        >
          {own.confirm}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{own.cancel}</Button>
      </div>
    </dialog>
  );
}
