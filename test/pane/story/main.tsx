/** The pane with real results and invented surroundings, in a browser: what the address asks for is what it shows. */
import { createRoot } from 'react-dom/client';
import { App } from '../../../src/pane/app';
import type { Environment } from '../../../src/pane/environment';
import { EngineStopped } from '../../../src/pane/worker/client';
import type { ExportedFile, ExportProblem, ExportRequest } from '../../../src/engine/exportProtocol';
import type { Engine, InspectRequest, PickedFile } from '../../../src/engine/protocol';
import type { WriteProblem } from '../../../src/engine/workbookPort';
import { EMPTY_WORKBOOK, fakeEnvironment, fakeWorkbook, HELD_WORKBOOK, stuckEngine } from '../fakes';

declare global {
  interface Window {
    /** The engine runs in Node; bytes travel as base64. */
    engineCall(name: string, request: string): Promise<unknown>;
    /** The same pane, as it stands, in another theme. */
    wear(theme: Environment['theme']): void;
  }
}

const asked = new URLSearchParams(window.location.search);
const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const packed = (key: string, value: unknown): unknown => (value instanceof Uint8Array ? { base64: toBase64(value) } : key === 'rows' ? value : value);

function call<T>(name: string, request: unknown): Promise<T> {
  return window.engineCall(name, JSON.stringify(request, packed)) as Promise<T>;
}

/** A file whose name begins with "imported" is known to the workbook. */
async function inspect(request: InspectRequest): ReturnType<Engine['inspect']> {
  const inspection = await call<Awaited<ReturnType<Engine['inspect']>>>('inspect', request);
  const files = inspection.files.map((file) =>
    file.name.startsWith('20270406') && asked.get('workbook') === 'held' ? { ...file, standing: 'alreadyImported' as const } : file,
  );
  return { ...inspection, files };
}

/** What the file holds is not shown. */
async function exported(request: ExportRequest): Promise<ExportedFile | { readonly problem: ExportProblem }> {
  const made = await call<ExportedFile | { readonly problem: ExportProblem }>('export', request);
  return 'problem' in made ? made : { ...made, bytes: new Uint8Array() };
}

const nodeEngine: Engine = {
  inspect,
  study: (request) => call('study', request),
  prove: (request) => call('prove', request),
  areOfAgent: (files, layout) => call('areOfAgent', [files, layout]),
  run: async (request, onProgress) => {
    onProgress({ stage: 'read', amount: request.files.length });
    return call('run', request);
  },
  surveyDeletion: (request) => call('surveyDeletion', request),
  previewDeletion: (what) => call('previewDeletion', what),
  slips: (query) => call('slips', query),
  slip: (slip) => call('slip', slip),
  restore: (request) => call('restore', request),
  find: (typed) => call('find', typed),
  record: (file, record) => call('record', [file, record]),
  reminders: () => call('reminders', null),
  workbook: () => call('workbook', null),
  rows: (sheet, from, count) => call('rows', [sheet, from, count]),
  stand: () => void call('stand', null),
  discard: () => void call('discard', null),
  exportable: () => call('exportable', null),
  export: (request, onProgress, signal) => {
    if (asked.get('holds') !== 'export') return exported(request);
    onProgress({ step: 'encrypt', share: 0.4 });
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new EngineStopped())));
  },
  trialFile: () => Promise.resolve(new Uint8Array(5000)),
  stop: () => undefined,
};

const problem = asked.get('problem');
const workbook = fakeWorkbook({
  state: asked.get('workbook') === 'held' ? HELD_WORKBOOK : EMPTY_WORKBOOK,
  isSupported: asked.get('workbook') !== 'old',
  problem: problem === null ? null : (JSON.parse(problem) as WriteProblem),
  trials: {
    emptyColumn: { result: 'failed', expected: '["=1+1","=2*3","","=10-1"]', found: '["=10-1","=10-1","=10-1","=10-1"]' },
    freezingHidden: { result: 'refused', detail: 'GeneralException: There was an internal error while processing the request.' },
  },
  ...(asked.get('holds') === 'write' ? { holdsAt: { step: 'write', sheet: '収納明細', rows: 41200, of: 84000 } } : {}),
});
const samples: readonly PickedFile[] = [];
const environment = fakeEnvironment({
  language: asked.get('language') === 'en' ? 'en' : 'ja',
  isTouch: asked.get('touch') === 'true',
  samples: () => Promise.resolve({ files: samples, asOf: 20270510 }),
});
const engine = asked.get('holds') === 'check' ? stuckEngine(nodeEngine, new EngineStopped()) : nodeEngine;
if (asked.get('settings') !== null) environment.stored = asked.get('settings');
const root = createRoot(document.getElementById('pane')!);
const wear = (theme: Environment['theme']): void => root.render(<App engine={engine} workbook={workbook} environment={{ ...environment, theme }} />);
Object.assign(window, { deeds: workbook.deeds, wear });
wear(asked.get('theme') === 'dark' ? 'dark' : asked.get('theme') === 'contrast' ? 'contrast' : 'light');
