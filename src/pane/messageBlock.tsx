/** How is a failure told? Title, what happened, what to do, and buttons that do it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Message } from './words';

export interface MessageBlockProps {
  readonly message: Message;
  readonly intent?: 'error' | 'info' | 'warning';
  readonly actions?: readonly { readonly label: string; readonly onClick: () => void }[];
  readonly close?: { readonly label: string; readonly onClick: () => void };
}

// Spoken by its own role: Fluent's MessageBar is silent without its announcer, and speaks again at every mount with it.
export function MessageBlock({ message, intent = 'error', actions = [], close }: MessageBlockProps): ReactElement {
  return (
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
      </MessageBarActions>
    </MessageBar>
  );
}
