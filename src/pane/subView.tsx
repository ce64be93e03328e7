/** How does a view below a tab open? With a way back, and its heading in focus. */
import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { FOCUS } from './state/focus';

export interface SubViewProps {
  /** Where back leads. */
  readonly back: string;
  readonly onBack: () => void;
  readonly beside?: ReactNode;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

export function SubView({ back, onBack, beside, title, children }: SubViewProps): ReactElement {
  useEffect(() => {
    // On the document: after a click beside everything the focus stands on the body. Menus and dialogs keep their own Escape.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('dialog[open]') === null) onBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <div className="sub-view">
      <div className="sub-head">
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack} className="back">
          {back}
        </Button>
        {beside !== undefined && <div className="beside">{beside}</div>}
      </div>
      <h2 id={FOCUS.heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  );
}
