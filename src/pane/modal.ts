/** How does a dialog that asks open? With the focus on the answer that changes nothing: Enter alone must never delete. */
import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The last button of such a dialog is the one that changes nothing. React's own autoFocus comes before the dialog opens, which then takes its first button. */
export function useModal(): RefObject<HTMLDialogElement> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    [...(dialog.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
  }, []);
  return dialog;
}
