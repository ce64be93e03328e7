/** Where does the pane meet the page that Excel loads? Here its ports are filled: Excel, the worker, the browser. */
import { createRoot } from 'react-dom/client';
import { excelWorkbook } from './excel';
import { dayOfIso, type Day } from './file/calendar';
import { VERSION } from './version';
import { App } from './pane/app';
import { engineIn } from './pane/worker/client';
import { PRACTICE, type Environment, type Samples, type SettingsStore } from './pane/environment';

const SETTINGS_KEY = 'keshikomi.settings';
const SAMPLE_FILES = ['20261006.dat', '20261007.dat', '20261008.dat', 'ledger.csv'];
const SAMPLE_DAY: Day = 20261120;

/** Whoever opens the address in a browser, to see whether the site is there. */
const OUTSIDE_EXCEL = 'この画面はExcelの中で開きます。サイトは動いています。 This page opens inside Excel. The site is working.';

/** There the pane stands in a WKWebView, which has no downloads: docs/exports.md. */
const WITHOUT_DOWNLOADS = ['Mac', 'iOS'];

/** `2027-05-10 14:32:07` by the clocks of Japan. */
const clockInJapan = (): string => new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' });

/** A browser may forbid storage: the settings then last as long as the pane. */
const settings: SettingsStore = {
  read: () => {
    try {
      return localStorage.getItem(SETTINGS_KEY);
    } catch {
      return null;
    }
  },
  write: (text) => {
    try {
      if (text === null) localStorage.removeItem(SETTINGS_KEY);
      else localStorage.setItem(SETTINGS_KEY, text);
    } catch {
      // Nothing is lost but the wish for next time.
    }
  },
};

async function samples(): Promise<Samples> {
  const files = await Promise.all(
    SAMPLE_FILES.map(async (name) => ({ name: PRACTICE + name, bytes: new Uint8Array(await (await fetch(`samples/${name}`)).arrayBuffer()) })),
  );
  return { files, asOf: SAMPLE_DAY };
}

/** Excel on Windows tells colours only; browsers tell whether they are dark. */
function themeNow(): Environment['theme'] {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  const office = Office.context.officeTheme as { readonly isDarkTheme?: boolean; readonly bodyBackgroundColor?: string } | undefined;
  const isDark = office?.isDarkTheme ?? isDarkColor(office?.bodyBackgroundColor) ?? matchMedia('(prefers-color-scheme: dark)').matches;
  return isDark ? 'dark' : 'light';
}

/** `#292929`: dark when its green, which the eye sees most, is below half. */
function isDarkColor(color: string | undefined): boolean | null {
  const green = /^#..([0-9a-f]{2})..$/i.exec(color ?? '')?.[1];
  return green === undefined ? null : parseInt(green, 16) < 0x80;
}

interface SavePickerWindow {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}
const savePicker = (window as SavePickerWindow).showSaveFilePicker?.bind(window);

/** It says itself that it has saved; a clerk who closes its dialog has not. */
const saveThrough =
  (pick: NonNullable<SavePickerWindow['showSaveFilePicker']>): NonNullable<Environment['saveAs']> =>
  async (suggestedName, type, bytes) => {
    try {
      const stream = await (await pick({ suggestedName })).createWritable();
      await stream.write(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
      await stream.close();
      return true;
    } catch {
      return false;
    }
  };

const environment = (): Environment => ({
  theme: themeNow(),
  language: Office.context.displayLanguage.toLowerCase().startsWith('ja') ? 'ja' : 'en',
  isTouch: Office.context.touchEnabled,
  version: VERSION,
  today: () => dayOfIso(clockInJapan().slice(0, 10))!,
  now: () => clockInJapan().slice(0, 19).replaceAll('-', '/'),
  samples,
  saveAs: savePicker === undefined ? null : saveThrough(savePicker),
  savesFiles: !WITHOUT_DOWNLOADS.includes(String(Office.context.platform)),
  copy: (text) => navigator.clipboard.writeText(text),
  settings,
});

void Office.onReady(({ host }) => {
  if (host !== Office.HostType.Excel) {
    document.getElementById('pane')!.textContent = OUTSIDE_EXCEL;
    return;
  }
  const engine = engineIn(() => new Worker(new URL('./pane/worker/worker.ts', import.meta.url)));
  const workbook = excelWorkbook();
  const root = createRoot(document.getElementById('pane')!);
  const render = (): void => root.render(<App engine={engine} workbook={workbook} environment={environment()} />);
  for (const query of ['(forced-colors: active)', '(prefers-color-scheme: dark)']) matchMedia(query).addEventListener('change', render);
  render();
});

/** A file that is dropped beside 取込 must not be opened in place of the pane. */
for (const type of ['dragover', 'drop'] as const)
  document.addEventListener(type, (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });
