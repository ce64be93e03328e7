/** What is the pane as a whole? Its frame, and where each view stands in it. */
import { FluentProvider, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState, type ReactElement } from 'react';
import { toldRunAt } from '../sheet/runAt';
import type { Language } from '../words';
import { Announcer } from './announcer';
import { PaneContext, type Pane } from './context';
import { actsOf, type Acts } from './acts';
import { CrashBoundary } from './crash';
import { dayText } from '../words/days';
import { yearText } from './days';
import type { Engine } from '../engine/protocol';
import type { Environment } from './environment';
import { focusWhenThere } from './focusing';
import { FilePickers, usePickers } from './filePickers';
import { OldExcel } from './oldExcel';
import type { WorkbookPort } from '../engine/workbookPort';
import { readSettings } from './settings';
import { Shell } from './shell';
import { initialState } from './state/initialState';
import type { State } from './state/state';
import { reduce } from './state/reduce';
import type { Action } from './state/actions';
import { STYLES } from './styles';
import type { PaneWords } from './words';
import { useWords } from './useWords';

/** Fluent's own font stack has no Japanese face. */
const FONTS = "'Segoe UI', 'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif";
const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FONTS };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase: FONTS };

export interface AppProps {
  readonly engine: Engine;
  readonly workbook: WorkbookPort;
  readonly environment: Environment;
}

export function App(props: AppProps): ReactElement | null {
  const { environment } = props;
  const [settings] = useState(() => readSettings(environment.settings.read()));
  const [state, reactDispatch] = useReducer(reduce, undefined, () => initialState(environment.today(), settings));
  const language = state.settings.language ?? environment.language;
  const words = useWords(language);
  return words === null ? null : <SpeakingApp {...props} state={state} reactDispatch={reactDispatch} language={language} words={words} />;
}

interface SpeakingProps extends AppProps {
  readonly state: State;
  readonly reactDispatch: Dispatch;
  readonly language: Language;
  readonly words: PaneWords;
}

function SpeakingApp(props: SpeakingProps): ReactElement {
  const { environment, state, language, words } = props;
  const { acts, dispatch } = useActs(props);
  const pickers = usePickers();
  const support = useMemo(() => props.workbook.support(), [props.workbook]);
  const { dates } = state.settings;
  const written = useMemo<Pick<Pane, 'day' | 'year' | 'time'>>(() => {
    const day = dayText(dates, words.westernDay);
    return { day, year: (fiscalYear) => yearText(fiscalYear, dates, words), time: (runAt) => toldRunAt(runAt, day) };
  }, [dates, words]);
  const pane = useMemo<Pane>(
    () => ({ state, dispatch, acts, words, environment, support, ask: pickers.ask, ...written }),
    [state, dispatch, acts, words, environment, support, pickers.ask, written],
  );

  useEffect(() => {
    if (support.isSupported) void acts.remembering.begin();
  }, [acts, support]);
  useFocusWish(state);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = words.productName;
  }, [language, words]);

  return (
    <FluentProvider
      theme={environment.theme === 'dark' ? DARK : LIGHT}
      className="pane"
      lang={language}
      data-theme={environment.theme}
      data-touch={environment.isTouch}
    >
      <style>{STYLES}</style>
      <PaneContext.Provider value={pane}>
        <CrashBoundary>
          {support.isSupported ? <Shell /> : <OldExcel />}
          <FilePickers inputs={pickers.inputs} />
          <Announcer />
        </CrashBoundary>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

type Dispatch = (action: Action) => void;

/** The acts lives as long as the pane, and always sees its latest state. */
function useActs({ engine, workbook, environment, state, reactDispatch, language, words }: SpeakingProps): {
  acts: Acts;
  dispatch: Dispatch;
} {
  const latest = useRef({ state, environment, language, words });
  latest.current = { ...latest.current, environment, language, words };
  return useMemo(() => {
    // Acts that follow each other within one turn must see each other: the state is reduced here first, React's follows.
    const dispatch: Dispatch = (action) => {
      latest.current = { ...latest.current, state: reduce(latest.current.state, action) };
      reactDispatch(action);
    };
    const acts = actsOf({
      engine,
      workbook,
      environment: () => latest.current.environment,
      words: () => latest.current.words,
      language: () => latest.current.language,
      state: () => latest.current.state,
      dispatch,
    });
    return { acts, dispatch };
  }, [engine, workbook, reactDispatch]);
}

/** Focus moves only by the clerk's act: the reducer says where to. */
function useFocusWish({ focus }: State): void {
  useEffect(() => {
    if (focus !== null) return focusWhenThere(() => document.getElementById(focus.id));
    return undefined;
  }, [focus]);
}
