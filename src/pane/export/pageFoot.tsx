/** Where does the page's own button stand? In the foot of the pane, as in every view. */
import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface PageFootProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly isPrimary?: boolean;
  readonly isOff?: boolean;
  /** The id of what says why it is off. */
  readonly reason?: string;
  readonly children?: ReactNode;
}

export function PageFoot({ label, onClick, isPrimary = true, isOff = false, reason, children }: PageFootProps): ReactElement | null {
  const shell = document.querySelector('.shell');
  if (shell === null) return null;
  return createPortal(
    <footer className="foot">
      <Button
        id="export-deed"
        className="deed"
        appearance={isPrimary ? 'primary' : 'secondary'}
        disabledFocusable={isOff}
        {...(reason === undefined ? {} : { 'aria-describedby': reason })}
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
