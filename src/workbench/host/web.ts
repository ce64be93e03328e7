/** How does Office.js reach Excel on the web? By messages to the frame around it, which our host answers here. The pane's own page stays as it is. */
import type { EventMessage } from './eventMessages';
import type { ExcelHost } from './excelHost';
import { DispatchId, MESSAGE_CATEGORY, OfficeJsStatus } from './protocol';

const CONVERSATION = 'workbench-conversation';
const APP = 'workbench-app';
const EXCEL_ON_THE_WEB = 16;
const SERIALIZER = 1;
const HTTP_OK = 200;
/** Where the text of a request, and its flags, stand in what Office.js passes. */
const TEXT = 4;
const FLAGS = 6;

const MessageType = { request: 0, response: 1 } as const;
const ResponseKind = { call: 0, event: 1 } as const;
const CallKind = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** Only what is read here. */
interface PaneRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** What Excel on the web adds to the address of a pane. */
export function paneAddress(page: string, host: ExcelHost, origin: string): string {
  const hostInfo = encodeURIComponent(`Excel$Web$16.00$${host.locale}$workbench$$disableLogging$`);
  const separator = page.includes('?') ? '&' : '?';
  return `${page}${separator}_host_Info=${hostInfo}#&_serializer_version=${SERIALIZER}&_xdm_Info=${CONVERSATION}|${APP}|${origin}`;
}

/** Answers a pane in a frame; Office.js talks like this only over https. Returns what stops it. */
export function connectWeb(host: ExcelHost, frame: Window, pane: Window, paneOrigin: string): () => void {
  const events = new Set<string>();
  const post = (name: string, correlation: number, kind: number, data: unknown): void =>
    pane.postMessage(
      JSON.stringify({
        _messageType: MessageType.response,
        _actionName: name,
        _conversationId: CONVERSATION,
        _correlationId: correlation,
        _origin: frame.location.origin,
        _data: data,
        _errorCode: 0,
        _responseType: kind,
        _serializerVersion: SERIALIZER,
      }),
      paneOrigin,
    );
  const onMessage = (event: MessageEvent): void => {
    const request = event.source === pane && event.origin === paneOrigin ? requestOf(event.data) : null;
    if (request !== null)
      void answer(host, request, events).then((data) => data !== NO_ANSWER && post(request._actionName, request._correlationId, ResponseKind.call, data));
  };
  frame.addEventListener('message', onMessage);
  const stop = host.onMessage((message) => {
    if (events.has('richApiMessage')) post('richApiMessage', -1, ResponseKind.event, { ArrayData: [messageRow(message)] });
  });
  return () => {
    frame.removeEventListener('message', onMessage);
    stop();
  };
}

const messageRow = ({ type, target, body }: EventMessage): readonly unknown[] => [MESSAGE_CATEGORY, type, target, JSON.stringify(body), 1];

const NO_ANSWER = Symbol('no answer');

function requestOf(data: unknown): PaneRequest | null {
  if (typeof data !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(data);
    return isRequest(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

const isRequest = (value: unknown): value is PaneRequest =>
  typeof value === 'object' && value !== null && '_actionName' in value && '_messageType' in value && value._messageType === MessageType.request;

async function answer(
  host: ExcelHost,
  { _actionName: name, _actionType: kind, _correlationId: correlation, _data: data }: PaneRequest,
  events: Set<string>,
): Promise<unknown> {
  if (kind === CallKind.registerEvent) {
    events.add(name);
    return { Version: 1, Error: OfficeJsStatus.success };
  }
  if (kind === CallKind.unregisterEvent) {
    events.delete(name);
    return { Version: 1, Error: OfficeJsStatus.success };
  }
  if (name === 'ContextActivationManager_getAppContextAsync') return appContext(host);
  if (name === 'executeMethod') return executed(host, data);
  return correlation >= 0 ? null : NO_ANSWER;
}

function appContext(host: ExcelHost): unknown {
  return {
    _id: APP,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: host.locale,
    _dataLocale: host.locale,
    _docUrl: host.workbook.name,
    _clientMode: host.faults.viewOnly ? 1 : 0,
    _settings: settingsOf(host),
    _reason: 'Inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'workbench',
    _appInstanceId: 'workbench',
    _requirementMatrix: JSON.stringify(host.requirementSets),
    _hostFullVersion: '16.0.17928.41002',
    _initialDisplayMode: 2,
    _featureGates: {},
  };
}

const settingsOf = (host: ExcelHost): [string, string][] => [...host.workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]);

async function executed(host: ExcelHost, data: unknown): Promise<unknown> {
  const call = asRecord(data);
  const id = asRecord(call.DdaMethod).DispatchId;
  const parts = Array.isArray(call.ArrayData) ? (call.ArrayData as readonly unknown[]) : [];
  const text = parts[TEXT];
  const flags = parts[FLAGS];
  if (id === DispatchId.executeRichApi && typeof text === 'string') {
    const { status, body, message } = await host.execute(text, typeof flags === 'number' ? flags : 0);
    return { Version: 1, Error: status, Data: body === undefined ? [message] : [HTTP_OK, [], body] };
  }
  if (id === DispatchId.saveSettings) return savedSettings(host, asRecord(call.DdaSettingsMethod).Properties);
  host.unanswered.push(typeof id === 'number' ? id : -1);
  return { Version: 1, Error: OfficeJsStatus.internal };
}

function savedSettings(host: ExcelHost, given: unknown): unknown {
  host.workbook.settings.clear();
  for (const pair of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    if (Array.isArray(pair)) host.workbook.settings.set(String(pair[0]), JSON.parse(String(pair[1])) as unknown);
  }
  host.workbook.touch();
  return { Version: 1, Error: OfficeJsStatus.success };
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
