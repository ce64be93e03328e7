/** How does Office.js reach Excel on a desktop? Through `window.external`, which stands here in front of our host. Load it before office.js. */
import type { ExcelHost } from './excelHost';
import { DispatchId, MESSAGE_CATEGORY, OfficeJsStatus } from './protocol';
import type { EventMessage } from './eventMessages';

/** What the host hands over looks like an array of COM. */
interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}

const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

type Answer = (response: SafeArray) => unknown;
type EventHandler = (id: number, payload: SafeArray) => void;

/** Only what Office.js asks for. */
interface DesktopAbi {
  GetHostInfo(): string;
  GetContext(): unknown;
  GetLoggingAllowed(): boolean;
  Execute(id: number, params: readonly unknown[], answer: Answer): void;
  RegisterEvent(id: number, target: string, handler: EventHandler, answer: (status: number) => void): void;
  UnregisterEvent(id: number, target: string, answer: (status: number) => void): void;
  MessageParent(): void;
  MessageChild(): void;
}

/** Where the text of a request, and its flags, stand in what Office.js passes. */
const TEXT = 4;
const FLAGS = 6;
const HTTP_OK = 200;
const EXCEL = 1;
const VERSION = '16.0.17928.20114';
/** Its own version of the library's file for Excel on Windows. */
const FILE_VERSION = '16.01';

/** Carries a request to the host, and its reply back. */
export type Carry = ExcelHost['execute'];

/**
 * Gives a window the host object of Excel on Windows. The window may be another frame's, before office.js is loaded there.
 * Returns what takes it away again.
 */
export function connectDesktop(host: ExcelHost, target: Window, carry: Carry = (text, flags) => host.execute(text, flags)): () => void {
  const handlers = new Set<EventHandler>();
  const stop = host.onMessage((message) => {
    for (const handler of handlers) handler(DispatchId.richApiMessage, safeArray([messageRow(message)]));
  });
  const external = ((target as { external?: unknown }).external ?? {}) as Partial<DesktopAbi>;
  Object.assign(external, abi(host, handlers, carry));
  (target as { external?: unknown }).external = external;
  return () => {
    stop();
    handlers.clear();
  };
}

const messageRow = ({ type, target, body }: EventMessage): SafeArray => safeArray([MESSAGE_CATEGORY, type, target, JSON.stringify(body), 1]);

function abi(host: ExcelHost, handlers: Set<EventHandler>, carry: Carry): DesktopAbi {
  return {
    GetHostInfo: () => `Excel$Win32$${FILE_VERSION}$${host.locale}$workbench$$disableLogging$`,
    GetContext: () => context(host),
    GetLoggingAllowed: () => false,
    Execute: (id, params, answer) => execute(host, id, params, answer, carry),
    RegisterEvent: (id, _, handler, answer) => {
      const isKnown = id === DispatchId.richApiMessage || id === DispatchId.appCommandInvoked;
      if (id === DispatchId.richApiMessage) handlers.add(handler);
      if (!isKnown) host.unanswered.push(id);
      setTimeout(() => answer(isKnown ? OfficeJsStatus.success : OfficeJsStatus.internal), 0);
    },
    UnregisterEvent: (_, __, answer) => void setTimeout(() => answer(OfficeJsStatus.success), 0),
    MessageParent: () => undefined,
    MessageChild: () => undefined,
  };
}

/** Calls of the older API are not modelled: their callbacks get an error. */
function execute(host: ExcelHost, id: number, params: readonly unknown[], answer: Answer, carry: Carry): void {
  const [request] = params;
  const parts = Array.isArray(request) ? (request as readonly unknown[]) : [];
  const text = parts[TEXT];
  if (id !== DispatchId.executeRichApi || typeof text !== 'string') {
    host.unanswered.push(id);
    setTimeout(() => answer(safeArray([OfficeJsStatus.internal])), 0);
    return;
  }
  const flags = parts[FLAGS];
  void carry(text, typeof flags === 'number' ? flags : 0).then(
    ({ status, body, message }) => answer(safeArray([status, body === undefined ? [message ?? ''] : [HTTP_OK, [], body]])),
    (problem: unknown) => {
      answer(safeArray([OfficeJsStatus.internal]));
      throw problem;
    },
  );
}

const colors = (isDark: boolean): string =>
  JSON.stringify(
    isDark
      ? { bodyBackgroundColor: 0x292929, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x1f1f1f, controlForegroundColor: 0xffffff }
      : { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x000000, controlBackgroundColor: 0xffffff, controlForegroundColor: 0x000000 },
  );

function context(host: ExcelHost): unknown {
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => '00000000-0000-0000-0000-000000000001',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => host.locale,
    GetAppDataLocale: () => host.locale,
    GetDocUrl: () => host.workbook.name,
    GetAppCapabilities: () => (host.faults.viewOnly ? 1 : 0),
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'workbench',
    GetInstanceId: () => 'workbench',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(host.requirementSets),
    GetHostFullVersion: () => VERSION,
    GetHostCustomMessage: () => '',
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => colors(host.isDark),
    GetSettings: () => settings(host),
  };
}

/** Texts, as the older part of Office.js keeps settings. */
function settings(host: ExcelHost): unknown {
  return {
    Read: (keys: string[], values: string[]): void => {
      for (const [key, value] of host.workbook.settings) {
        keys.push(key);
        values.push(JSON.stringify(value));
      }
    },
    Write: (keys: readonly string[], values: readonly string[]): void => {
      host.workbook.settings.clear();
      for (const [index, key] of keys.entries()) host.workbook.settings.set(key, JSON.parse(values[index] ?? 'null') as unknown);
      host.workbook.touch();
    },
  };
}
