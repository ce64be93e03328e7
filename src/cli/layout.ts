/** What does one call of `npm run layout` do? It reads files of an unknown layout and proposes one, item by item. */
import { basename } from 'node:path';
import { calibrate } from '../calibrate/calibrate';
import type { Calibration } from '../calibrate/proposal';
import { calibrationEn } from '../calibrate/words.en';
import { calibrationJa } from '../calibrate/words.ja';
import type { CalibrationWords } from '../calibrate/words';
import { codec } from '../charset';
import { readCsv } from '../csv';
import { BUILT_IN_LAYOUTS } from '../file/layouts';
import { findColumns } from '../reconcile/ledger';
import type { LedgerTable } from '../reconcile/table';
import type { Language, Words } from '../words';
import { wordsIn } from '../words/spoken';
import { visible, visibleIn, visibleLines } from '../words/visible';
import { commandIn } from './spoken';
import { languageOf } from './arguments';
import { EdgeError } from './edgeError';
import { assertWritable, discard, isSameFile, readBytes, readBytesMeanwhile, replaceFiles, stageFile } from './files';
import { layoutAnswer, layoutReport } from './layoutReport';
import { onceOf, parsed, usage } from './parsed';
import type { Outcome } from './reconcile';

const CALIBRATION_WORDS: Record<Language, CalibrationWords> = { ja: calibrationJa, en: calibrationEn };

const OPTIONS = {
  ledger: { type: 'string', multiple: true },
  out: { type: 'string', multiple: true },
  lang: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface LayoutRequest {
  readonly help: boolean;
  readonly files: readonly string[];
  readonly ledger: string | null;
  readonly out: string | null;
  readonly json: boolean;
  readonly lang: Language;
}

/** Exit code 0: a proposal; 1: something must be answered before it can be used; 2: it cannot run. */
export async function proposeLayout(argv: readonly string[]): Promise<Outcome> {
  try {
    const request = readRequest(argv);
    if (request.help) return { code: 0, stdout: `${commandIn(request.lang).layoutHelp}\n`, stderr: '' };
    return await carryOut(request);
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return { code: 2, stdout: '', stderr: `${commandIn(languageOf(argv)).problem(visibleIn(error.problem))}\n` };
  }
}

function readRequest(argv: readonly string[]): LayoutRequest {
  const { values, positionals } = parsed(argv, OPTIONS);
  const once = (name: 'ledger' | 'out' | 'lang'): string | null => onceOf(name, values[name]);
  const lang = once('lang') ?? 'ja';
  if (lang !== 'ja' && lang !== 'en') throw usage('lang', lang);
  const out = once('out');
  if (out !== null && !out.toLowerCase().endsWith('.json'))
    throw new EdgeError({ code: 'usage', reason: 'outName', value: out, option: '--out', ending: '.json' });
  const help = values.help ?? false;
  if (!help && positionals.length === 0) throw usage('noFile');
  return { help, files: positionals, ledger: once('ledger'), out, json: values.json ?? false, lang };
}

async function carryOut(request: LayoutRequest): Promise<Outcome> {
  const words = wordsIn(request.lang);
  const command = commandIn(request.lang);
  const inputs = [...request.files, ...(request.ledger === null ? [] : [request.ledger])];
  const { out } = request;
  if (out !== null) {
    if (inputs.some((path) => isSameFile(path, out))) throw new EdgeError({ code: 'usage', reason: 'outIsInput', value: out, option: '--out' });
    assertWritable(out);
  }
  const ledger = request.ledger === null ? null : readLedgerTable(request.ledger, words);
  const files = await Promise.all(request.files.map(readBytesMeanwhile));
  const calibration = calibrate({ files, ledger, id: idOf(out), title: command.layoutTitle });
  if (out !== null && calibration.layout !== null) write(out, calibration);
  const report = { calibration, words: CALIBRATION_WORDS[request.lang], command };
  const written = out === null ? '' : `\n${calibration.layout === null ? command.layoutNotWritten(visible(out)) : command.written(visible(out))}\n`;
  const stdout = request.json ? `${JSON.stringify(layoutAnswer(report))}\n` : `${visibleLines(layoutReport(report))}\n${written}`;
  return { code: calibration.layout === null ? 1 : 0, stdout, stderr: '' };
}

/** The file's own name, unless a built-in layout has it. */
function idOf(out: string | null): string {
  const name = out === null ? '' : basename(out).slice(0, -'.json'.length);
  return name === '' || BUILT_IN_LAYOUTS.some(({ id }) => id === name) ? 'proposed' : name;
}

function readLedgerTable(path: string, words: Words): LedgerTable {
  const refused = (sentence: string): EdgeError => new EdgeError({ code: 'ledgerRefused', path, sentence });
  const read = readCsv(basename(path), readBytes(path), codec);
  if ('problem' in read) throw refused(words.csvProblem(read.problem));
  const columns = findColumns(read.table.header);
  if ('refusal' in columns) throw refused(words.ledgerRefusal(columns.refusal));
  return read.table;
}

function write(path: string, { layout }: Calibration): void {
  const staged = [stageFile(path, [new TextEncoder().encode(`${JSON.stringify(layout, null, 2)}\n`)])];
  try {
    replaceFiles(staged);
  } finally {
    discard(staged);
  }
}
