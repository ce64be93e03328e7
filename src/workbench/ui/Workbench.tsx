/** How does a person see and touch the workbook that an add-in works in? With sheet tabs, a grid, a name box and a button to save. */
import { Button, FluentProvider, Input, MessageBar, MessageBarActions, MessageBarBody, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { CircleSmall20Filled, DismissRegular, SaveRegular, Table20Filled } from '@fluentui/react-icons';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ExcelHost } from '../host/excelHost';
import { areaText, areaAt } from '../model/address';
import type { WorkbookSnapshot } from '../model/snapshot';
import type { Table } from '../model/table';
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
  /** Without it there is no button to save. When it is done, nothing is unsaved any more. */
  readonly onSave?: (snapshot: WorkbookSnapshot) => void | Promise<void>;
}

export function Workbench({ host, language = 'ja', isDark = false, onSave }: WorkbenchProps): ReactNode {
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: '100%', minHeight: 0 }} lang={language}>
      <View {...{ host, isDark }} words={VIEW_WORDS[language]} {...(onSave === undefined ? {} : { onSave })} />
    </FluentProvider>
  );
}

type ViewProps = Pick<WorkbenchProps, 'host' | 'onSave'> & { readonly words: ViewWords; readonly isDark: boolean };

function View({ host, words, isDark, onSave }: ViewProps): ReactNode {
  const classes = useViewStyles();
  const version = useHostVersion(host);
  const [refused, setRefused] = useState<string | null>(null);
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
    if (refusal !== null) setRefused(refusal);
  };
  return (
    <div className={classes.root}>
      <TitleBar {...{ host, words }} {...(onSave === undefined ? {} : { onSave })} />
      <FormulaBar {...{ host, words }} />
      <div>{refused !== null && <Refused code={refused} words={words} onClose={() => setRefused(null)} />}</div>
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

function TitleBar({ host, words, onSave }: Pick<ViewProps, 'host' | 'words' | 'onSave'>): ReactNode {
  const classes = useViewStyles();
  const [isSaving, setSaving] = useState(false);
  const { workbook } = host;
  const save = async (): Promise<void> => {
    if (onSave === undefined) return;
    setSaving(true);
    const { revision } = workbook;
    try {
      await onSave(host.snapshot());
      host.asPerson(() => {
        if (workbook.revision === revision) workbook.isDirty = false;
      });
    } finally {
      setSaving(false);
    }
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
      {onSave !== undefined && (
        <Button appearance="primary" size="small" icon={<SaveRegular />} disabled={isSaving} onClick={() => void save()}>
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

function Refused({ code, words, onClose }: { readonly code: string; readonly words: ViewWords; readonly onClose: () => void }): ReactNode {
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{words.refused[code] ?? code}</MessageBarBody>
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
