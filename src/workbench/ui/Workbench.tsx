/** How does a person see and touch the workbook that an add-in works in? With sheet tabs, a grid, a name box and a button to save. */
import { Button, FluentProvider, Input, MessageBar, MessageBarActions, MessageBarBody, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { CircleSmall20Filled, DismissRegular, FolderOpenRegular, SaveRegular, Table20Filled } from '@fluentui/react-icons';
import { useCallback, useRef, useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { ExcelHost } from '../host/excelHost';
import { areaText, areaAt } from '../model/address';
import type { WorkbookSnapshot } from '../model/snapshot';
import type { Table } from '../model/sheet';
import type { LeftOut } from '../xlsx/leftOut';
import { activate, goTo, tallied, typedForm, type Refusal } from './acts';
import { conditionalStyle } from './cellLook';
import { FilterMenu, type OpenFilter } from './FilterMenu';
import { Grid } from './Grid';
import { SheetTabs, visibleSheets } from './SheetTabs';
import { useHostVersion } from './useHost';
import { DARK, LIGHT, useViewStyles } from './viewStyles';
import { VIEW_WORDS, type ViewLanguage, type ViewWords } from './words';

export interface WorkbenchProps {
  readonly host: ExcelHost;
  readonly language?: ViewLanguage;
  readonly isDark?: boolean;
  /** Without it there is no button to save. When it is done, nothing is unsaved any more; what it could not save is shown. */
  readonly onSave?: (snapshot: WorkbookSnapshot) => Promise<readonly LeftOut[]>;
  /** Without it there is no button to open a file. null: the file could not be read; what of it was left out is shown. */
  readonly onOpen?: (file: File) => Promise<readonly LeftOut[] | null>;
}

export function Workbench({ host, language = 'ja', isDark = false, ...files }: WorkbenchProps): ReactNode {
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: '100%', minHeight: 0 }} lang={language}>
      <View {...{ host, isDark }} words={VIEW_WORDS[language]} {...files} />
    </FluentProvider>
  );
}

type ViewProps = Pick<WorkbenchProps, 'host' | 'onSave' | 'onOpen'> & { readonly words: ViewWords; readonly isDark: boolean };

function View({ host, words, isDark, ...files }: ViewProps): ReactNode {
  const classes = useViewStyles();
  const version = useHostVersion(host);
  const [message, setMessage] = useState<string | null>(null);
  const setRefused = useCallback((code: string): void => setMessage(words.refused[code] ?? code), [words]);
  const [openFilter, setOpenFilter] = useState<OpenFilter | null>(null);
  const [openTable] = useState(() => (table: Table, column: number, button: HTMLElement) => setOpenFilter({ table, column, button }));
  const { workbook } = host;
  const nextSheet = (step: 1 | -1): void => {
    const sheets = visibleSheets(host);
    const next = sheets[sheets.indexOf(workbook.active) + step];
    if (next !== undefined) activate(host, next);
  };
  const filterDone = (refusal: Refusal): void => {
    setOpenFilter(null);
    if (document.activeElement === document.body) openFilter?.button.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
    if (refusal !== null) setRefused(refusal);
  };
  return (
    <div className={classes.root}>
      <TitleBar {...{ host, words }} {...files} onMessage={setMessage} />
      <FormulaBar {...{ host, words }} />
      <div>{message !== null && <Message text={message} words={words} onClose={() => setMessage(null)} />}</div>
      <Grid
        {...{ host, version, words, isDark }}
        sheet={workbook.active}
        colors={isDark ? DARK : LIGHT}
        onRefused={setRefused}
        onFilter={openTable}
        onNextSheet={nextSheet}
      />
      <SheetTabs {...{ host, words }} onRefused={setRefused} />
      <StatusBar {...{ host, words }} />
      {openFilter !== null && <FilterMenu key={`${openFilter.table.id} ${openFilter.column}`} {...openFilter} {...{ host, words }} onDone={filterDone} />}
    </div>
  );
}

const partsOf = (leftOut: readonly LeftOut[], words: ViewWords): string =>
  leftOut.map(({ what, count }) => words.leftOut(what, count.toLocaleString())).join('、');

type TitleBarProps = Omit<ViewProps, 'isDark'> & { readonly onMessage: (text: string | null) => void };

function TitleBar({ host, words, onSave, onOpen, onMessage }: TitleBarProps): ReactNode {
  const classes = useViewStyles();
  const [isBusy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { workbook } = host;
  const busy = async (work: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    onMessage(null);
    try {
      onMessage(await work());
    } finally {
      setBusy(false);
    }
  };
  const save = async (): Promise<string | null> => {
    const { revision } = workbook;
    const leftOut = (await onSave?.(host.snapshot())) ?? [];
    host.asPerson(() => {
      if (workbook.revision === revision) workbook.isDirty = false;
    });
    return leftOut.length === 0 ? null : words.leftOutOfFile(partsOf(leftOut, words));
  };
  const open = async (file: File): Promise<string | null> => {
    const leftOut = (await onOpen?.(file)) ?? null;
    if (leftOut === null) return words.notRead;
    return leftOut.length === 0 ? null : words.leftOutOfWorkbook(partsOf(leftOut, words));
  };
  const onChosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? [];
    if (file !== undefined) void busy(() => open(file));
    event.currentTarget.value = '';
  };
  return (
    <header className={classes.titleBar}>
      <span className={classes.appMark} aria-hidden>
        <Table20Filled />
      </span>
      <h1 className={classes.bookName}>{workbook.name}</h1>
      <span className={classes.note} role="status">
        {workbook.isDirty ? (
          <>
            <CircleSmall20Filled color="#d83b01" aria-hidden />
            {words.unsaved}
          </>
        ) : (
          words.saved
        )}
      </span>
      <span className={classes.grow} />
      {onOpen !== undefined && (
        <>
          <input ref={chooser} type="file" accept=".xlsx" aria-label={words.open} hidden onChange={onChosen} />
          <Button size="small" icon={<FolderOpenRegular />} disabled={isBusy} onClick={() => chooser.current?.click()}>
            {words.open}
          </Button>
        </>
      )}
      {onSave !== undefined && (
        <Button appearance="primary" size="small" icon={<SaveRegular />} disabled={isBusy} onClick={() => void busy(save)}>
          {words.save}
        </Button>
      )}
    </header>
  );
}

function FormulaBar({ host, words }: Pick<ViewProps, 'host' | 'words'>): ReactNode {
  const classes = useViewStyles();
  const { active, selection } = host.workbook;
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const isFound = goTo(host, event.currentTarget.value);
    setWrong(!isFound);
    if (isFound) setTyped(null);
  };
  return (
    <div className={classes.formulaBar}>
      <Input
        size="small"
        aria-label={words.nameBox}
        aria-invalid={isWrong}
        title={isWrong ? words.noSuchPlace : words.nameBox}
        value={typed ?? areaText(selection)}
        onChange={(_, { value }) => {
          setTyped(value);
          setWrong(false);
        }}
        onBlur={() => {
          setTyped(null);
          setWrong(false);
        }}
        onKeyDown={onKeyDown}
      />
      <span className={classes.formulaMark} aria-hidden>
        fx
      </span>
      <output className={classes.formula} aria-label={words.formula}>
        {typedForm(active, selection.row, selection.column)}
      </output>
    </div>
  );
}

function Message({ text, words, onClose }: { readonly text: string; readonly words: ViewWords; readonly onClose: () => void }): ReactNode {
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={words.close} onClick={onClose} />}
      />
    </MessageBar>
  );
}

function StatusBar({ host, words }: Pick<ViewProps, 'host' | 'words'>): ReactNode {
  const classes = useViewStyles();
  const { active, selection } = host.workbook;
  const filtered = active.tables.find(({ filters }) => filters.size > 0);
  const tally = selection.rows * selection.columns > 1 ? tallied(active, selection) : null;
  const hasUnknown = conditionalStyle(active, selection.row, selection.column).notEvaluated !== null;
  return (
    <footer className={classes.statusBar}>
      <span>{host.editing ? words.editing : words.ready}</span>
      {filtered !== undefined && <span>{words.filtered(shownRows(host, filtered).toLocaleString(), filtered.bodyArea().rows.toLocaleString())}</span>}
      {hasUnknown && <span className={classes.warning}>{words.someNotEvaluated}</span>}
      <span className={classes.grow} />
      {tally !== null && tally.count > 0 && (
        <>
          {tally.numbers > 0 && <span>{`${words.average}: ${Number((tally.sum / tally.numbers).toFixed(2)).toLocaleString()}`}</span>}
          <span>{`${words.count}: ${tally.count.toLocaleString()}`}</span>
          {tally.numbers > 0 && <span>{`${words.sum}: ${tally.sum.toLocaleString()}`}</span>}
        </>
      )}
      <span>{areaText(areaAt(selection.row, selection.column, selection.rows, selection.columns))}</span>
    </footer>
  );
}

function shownRows(host: ExcelHost, table: Table): number {
  const { row, rows } = table.bodyArea();
  let shown = 0;
  for (const run of host.workbook.active.geometry.filteredRows.runs(row, rows)) if (!run.value) shown += run.count;
  return shown;
}
