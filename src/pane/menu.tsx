/** What is behind the three dots? Pages that are opened rarely. */
import { Button } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { usePane } from './context';
import { ROVING, roveOnKey } from './roving';
import { FOCUS } from './state/focus';
import type { Page } from './state/state';

const PAGES: readonly Page[] = ['export', 'reminders', 'calendar', 'settings', 'usage', 'deletion', 'trials', 'about'];

// Fluent's Menu would cost 27 KB of the entry bundle for these three lines.
export function PaneMenu({ onOpen }: { readonly onOpen: (page: Page) => void }): ReactElement {
  const { words, state } = usePane();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isOpen) list.current?.querySelector<HTMLElement>('[data-roving]')?.focus();
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    document.getElementById(FOCUS.menu)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
    else roveOnKey(event);
  };

  return (
    <div
      className="menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        id={FOCUS.menu}
        appearance="subtle"
        icon={<MoreHorizontal20Regular />}
        aria-label={words.menu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabledFocusable={state.running !== null}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && state.running === null) {
            event.preventDefault();
            setOpen(true);
          }
        }}
      />
      {isOpen && (
        <div ref={list} role="menu" aria-label={words.menu} className="menu-list" onKeyDown={onKeyDown} onFocus={ROVING.onFocus}>
          {PAGES.map((page, index) => (
            <button
              key={page}
              type="button"
              role="menuitem"
              data-roving
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => {
                setOpen(false);
                onOpen(page);
              }}
            >
              {words.pages[page]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
