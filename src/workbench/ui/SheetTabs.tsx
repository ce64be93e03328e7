/** Which sheets are there, and which one is shown? */
import { Button, mergeClasses } from '@fluentui/react-components';
import { Add16Regular, LockClosed12Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ExcelHost } from '../host/excelHost';
import type { Sheet } from '../model/sheet';
import { activate, addSheet, renameSheet, type Refusal } from './acts';
import { useViewStyles } from './viewStyles';
import type { ViewWords } from './words';

export interface SheetTabsProps {
  readonly host: ExcelHost;
  readonly words: ViewWords;
  readonly onRefused: (code: string) => void;
}

export const visibleSheets = (host: ExcelHost): Sheet[] => host.workbook.sheets.filter(({ visibility }) => visibility === 'Visible');

export function SheetTabs({ host, words, onRefused }: SheetTabsProps): ReactNode {
  const classes = useViewStyles();
  const [renaming, setRenaming] = useState<Sheet | null>(null);
  const sheets = visibleSheets(host);
  const report = (refusal: Refusal): void => {
    if (refusal !== null) onRefused(refusal);
  };
  const rename = (sheet: Sheet, name: string): void => {
    setRenaming(null);
    if (name !== sheet.name) report(renameSheet(host, sheet, name));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = sheets[(index + step + sheets.length) % sheets.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    report(activate(host, next));
    const tab = event.currentTarget.parentElement?.children[(index + step + sheets.length) % sheets.length];
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <div className={classes.tabs}>
      <div role="tablist" aria-label={words.sheets} style={{ display: 'flex', gap: '2px' }}>
        {sheets.map((sheet, index) =>
          sheet === renaming ? (
            <NameInput key={sheet.id} name={sheet.name} label={words.renameSheet(sheet.name)} onDone={(name) => rename(sheet, name)} />
          ) : (
            <button
              key={sheet.id}
              type="button"
              role="tab"
              aria-selected={sheet === host.workbook.active}
              tabIndex={sheet === host.workbook.active ? 0 : -1}
              className={mergeClasses(classes.tab, sheet === host.workbook.active && classes.tabOn)}
              style={sheet.tabColor === '' ? undefined : { borderBottomColor: sheet.tabColor }}
              onClick={() => report(activate(host, sheet))}
              onDoubleClick={() => setRenaming(sheet)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {sheet.name}
              {sheet.protection !== null && <LockClosed12Regular aria-label={words.protectedSheet} />}
            </button>
          ),
        )}
      </div>
      <Button
        appearance="subtle"
        size="small"
        icon={<Add16Regular />}
        aria-label={words.addSheet}
        title={words.addSheet}
        onClick={() => report(addSheet(host))}
      />
    </div>
  );
}

function NameInput({ name, label, onDone }: { readonly name: string; readonly label: string; readonly onDone: (name: string) => void }): ReactNode {
  const classes = useViewStyles();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onDone(event.currentTarget.value);
    if (event.key === 'Escape') onDone(name);
  };
  return (
    <input
      ref={input}
      className={classes.tabName}
      defaultValue={name}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={(event) => onDone(event.currentTarget.value)}
    />
  );
}
