/** What stands around every view? Tabs above, the one important button below, the view between them. */
import { Tab, TabList } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, type ComponentType, type ReactElement } from 'react';
import { usePane } from './context';
import { Footer } from './footer';
import { ImportView } from './import/importView';
import { PaneMenu } from './menu';
import { MessageBlock } from './messageBlock';
import { SCROLLER } from './scroller';
import { TABS, type Page, type Tab as TabName } from './state/state';

/** All but the daily path is fetched when it is opened. */
const BelowStyles = lazy(async () => ({ default: (await import('./belowStyles')).BelowStyles }));
const ResultView = lazy(async () => ({ default: (await import('./result/resultView')).ResultView }));
const HistoryView = lazy(async () => ({ default: (await import('./pages/historyView')).HistoryView }));
const UsagePage = lazy(async () => ({ default: (await import('./pages/usagePage')).UsagePage }));
const AboutPage = lazy(async () => ({ default: (await import('./pages/aboutPage')).AboutPage }));
const SettingsView = lazy(async () => ({ default: (await import('./pages/settingsView')).SettingsView }));
const BenchPage = lazy(async () => ({ default: (await import('./bench/benchPage')).BenchPage }));
const ExportPage = lazy(async () => ({ default: (await import('./export/exportPage')).ExportPage }));
const FinancePage = lazy(async () => ({ default: (await import('./export/exportPage')).FinancePage }));
const TrialsPage = lazy(async () => ({ default: (await import('./trials/trialsPage')).TrialsPage }));
const CalendarPage = lazy(async () => ({ default: (await import('./calendar/calendarPage')).CalendarPage }));
const RemindersPage = lazy(async () => ({ default: (await import('./reminders/remindersPage')).RemindersPage }));
const DeletionView = lazy(async () => ({ default: (await import('./deletion/deletionView')).DeletionView }));
/** Excel does not always do what it is asked. */
const Notices = lazy(async () => ({ default: (await import('./notices/notices')).Notices }));
const VIEWS: Record<TabName, ComponentType> = { import: ImportView, result: ResultView, history: HistoryView };
const PAGES: Record<Page, ComponentType> = {
  export: ExportPage,
  finance: FinancePage,
  deletion: DeletionView,
  reminders: RemindersPage,
  calendar: CalendarPage,
  settings: SettingsView,
  bench: BenchPage,
  usage: UsagePage,
  trials: TrialsPage,
  about: AboutPage,
};

export function Shell(): ReactElement {
  const { state, words, dispatch } = usePane();
  useEffect(() => {
    // A run ends in it: fetched at once, but beside the entry. Who needs it tells where it cannot be fetched.
    import('./result/resultView').catch(() => undefined);
  }, []);
  const View = state.page === null ? VIEWS[state.tab] : PAGES[state.page];
  return (
    <div className="shell">
      <Suspense fallback={null}>
        <BelowStyles />
      </Suspense>
      <header className="top">
        <h1 className="hidden">{words.productName}</h1>
        <nav aria-label={words.screens}>
          <TabList
            selectedValue={state.page === null ? state.tab : ''}
            onTabSelect={(_, { value }) => dispatch({ type: 'tabChosen', tab: value as TabName })}
            selectTabOnFocus={false}
          >
            {TABS.map((tab) => (
              <Tab key={tab} value={tab} id={`tab-${tab}`} aria-controls="pane-view">
                {words.tabs[tab]}
              </Tab>
            ))}
          </TabList>
        </nav>
        <PaneMenu onOpen={(page) => dispatch({ type: 'pageOpened', page })} />
      </header>
      <main id={SCROLLER} className="body">
        <div id="pane-view" className="view" {...(state.page === null ? { role: 'tabpanel', 'aria-labelledby': `tab-${state.tab}` } : {})}>
          {state.waits !== null && <MessageBlock intent="warning" message={words.waits[state.waits]} />}
          <Suspense fallback={null}>{(state.notes.length > 0 || state.workbook?.atWork || (state.workbook?.faults ?? []).length > 0) && <Notices />}</Suspense>
          <Suspense fallback={null}>
            <View key={state.page ?? state.tab} />
          </Suspense>
        </div>
      </main>
      <Footer />
    </div>
  );
}
