/** Where does the page's own button stand? In the foot of the pane, as in every view. */
import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface PageFootProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly isPrimary?: boolean;
  readonly isOff?: boolean;
  /** What is missing, or what went wrong: it is seen wherever the page is scrolled to. */
  readonly said?: { readonly text: string; readonly isAlert: boolean } | null;
  readonly children?: ReactNode;
}

const SAID = 'export-said';
export const DEED = 'export-deed';

export function PageFoot({ label, onClick, isPrimary = true, isOff = false, said = null, children }: PageFootProps): ReactElement | null {
  const shell = document.querySelector('.shell');
  if (shell === null) return null;
  return createPortal(
    <footer className="foot">
      {said !== null && (
        <p id={SAID} className="wrong foot-said" {...(said.isAlert ? { role: 'alert' } : {})}>
          {said.text}
        </p>
      )}
      <Button
        id={DEED}
        className="deed"
        appearance={isPrimary ? 'primary' : 'secondary'}
        disabledFocusable={isOff}
        {...(said === null ? {} : { 'aria-describedby': SAID })}
        onClick={() => {
          if (!isOff) onClick();
        }}
      >
        {label}
      </Button>
      {children}
    </footer>,
    shell,
  );
}
