/** How is a failure told? Title, what happened, what to do, and buttons that do it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import { usePane } from './context';
import type { Message } from './words';

export interface MessageBlockProps {
  readonly message: Message;
  readonly intent?: 'error' | 'info' | 'warning';
  /** What can be copied for the IT department; `areShown`: it stands there from the start. */
  readonly details?: { readonly text: string; readonly areShown?: boolean };
  readonly actions?: readonly { readonly label: string; readonly onClick: () => void }[];
  readonly close?: { readonly label: string; readonly onClick: () => void };
}

// Spoken by its own role: Fluent's MessageBar is silent without its announcer, and speaks again at every mount with it.
export function MessageBlock({ message, intent = 'error', details, actions = [], close }: MessageBlockProps): ReactElement {
  const { words, acts } = usePane();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const bar = (
    <MessageBar intent={intent} layout="multiline" className="message" {...(intent === 'error' ? { role: 'alert' } : {})}>
      <MessageBarBody>
        <MessageBarTitle>{message.title}</MessageBarTitle>
        <div className="message-body">{message.body}</div>
      </MessageBarBody>
      <MessageBarActions
        {...(close === undefined
          ? {}
          : { containerAction: <Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={close.label} onClick={close.onClick} /> })}
      >
        {actions.map(({ label, onClick }) => (
          <Button key={label} size="small" onClick={onClick}>
            {label}
          </Button>
        ))}
        {details !== undefined && (
          <Button size="small" onClick={() => void acts.setting.copy(details.text).then(setCopied)}>
            {words.copyDetails}
          </Button>
        )}
        {isCopied !== null && (
          <span aria-hidden="true" className="secondary">
            {isCopied ? words.copied : words.notCopied}
          </span>
        )}
      </MessageBarActions>
    </MessageBar>
  );
  return (
    <>
      {bar}
      {details !== undefined && (details.areShown === true || isCopied === false) && <pre className="details">{details.text}</pre>}
    </>
  );
}
