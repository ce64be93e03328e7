/** How is a cell's content typed? While that lasts, the host says that a cell is being edited. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useViewStyles } from './viewStyles';

export interface CellEditorProps {
  readonly text: string;
  readonly label: string;
  /** Enter down, Tab to the right, with Shift the other way; null: leave it where it is. */
  readonly onEnd: (text: string, key: { readonly key: string; readonly shift: boolean } | null) => void;
  readonly onCancel: () => void;
}

export function CellEditor({ text, label, onEnd, onCancel }: CellEditorProps): ReactNode {
  const classes = useViewStyles();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, [text.length]);
  const end = (key: { readonly key: string; readonly shift: boolean } | null): void => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(input.current?.value ?? '', key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      end({ key: event.key, shift: event.shiftKey });
    }
    if (event.key === 'Escape') {
      isOver.current = true;
      onCancel();
    }
  };
  return (
    <input
      ref={input}
      className={classes.editor}
      defaultValue={text}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={() => end(null)}
      onMouseDown={(event) => event.stopPropagation()}
    />
  );
}
