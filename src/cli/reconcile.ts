/** What does one call of the command do, from arguments to exit code? Reads and writes files; prints nothing itself. */
import { isUtf8 } from 'node:buffer';
import { codec as portableCodec } from '../charset';
import { readCsv } from '../csv';
import { dayOfIso, type Day } from '../file/calendar';
import type { Layout } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import { exportWordsIn } from '../export/spoken';
import type { TextCodec } from '../file/text';
import type { LedgerTable } from '../reconcile/table';
import { changesSince } from '../reconcile/changes';
import { settle } from '../settle';
import { spokenIn } from '../sheet/spoken';
import type { Words } from '../words';
import { wordsIn } from '../words/spoken';
import { visible, visibleIn } from '../words/visible';
import { commandIn } from './spoken';
import { answerOf } from './answer';
import { languageOf, readArguments, type Request } from './arguments';
import { templateOf } from './csvTemplate';
import { EdgeError } from './edgeError';
import { exportNotes } from './exportNotes';
import { answerNames, parseJson, readBytes, readBytesMeanwhile, sourceFile } from './files';
import { assertOutputs, writeOutputs } from './outputs';
import { readPassword } from './passwordFile';
import { readEarlierAnswer } from './since';
import { summaryOf } from './summary';

/** Node's own test of UTF-8 is ten times faster than the portable one. */
const codec: TextCodec = { ...portableCodec, isUtf8 };
/** Runs that read less than this are over before a progress line could be read. */
const LONG_WORK_BYTES = 20_000_000;

export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that stand, whatever becomes of the answer. */
  readonly written?: readonly string[];
}

/** `progress` is told of each stage of long work. */
export async function reconcile(argv: readonly string[], progress: (line: string) => void): Promise<Outcome> {
  try {
    const request = readArguments(argv, todayInJapan);
    if (request.help) return { code: 0, stdout: `${commandIn(request.lang).help}\n`, stderr: '' };
    return await carryOut(request, progress);
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return { code: 2, stdout: '', stderr: `${commandIn(languageOf(argv)).problem(visibleIn(error.problem))}\n` };
  }
}

async function carryOut(request: Request, progress: (line: string) => void): Promise<Outcome> {
  const words = wordsIn(request.lang);
  const command = commandIn(request.lang);
  const ledgerPaths = request.ledger === null ? [] : [request.ledger];
  const inputs = [...request.files, ...ledgerPaths, ...request.receipts];
  const alsoRead = [request.passwordFile, request.layout, request.csv?.template ?? null, request.since].filter((path) => path !== null);
  assertOutputs(request, [...inputs, ...alsoRead]);
  const outputWords = { ...spokenIn(request.lang, request.dress.dates), exportWords: exportWordsIn(request.lang) };
  const template = request.csv === null ? null : templateOf(request.csv, request.withNames, codec, outputWords.exportWords.csv);
  const password = request.passwordFile === null ? null : readPassword(request.passwordFile, codec);
  const layouts = layoutsOf(request.layout, words);
  const earlier = request.since === null ? null : readEarlierAnswer(request.since, codec);
  // Other programs get the names as they are; a person gets what cannot pose as a line of ours.
  const names = request.json ? answerNames(inputs) : answerNames(inputs).map(visible);
  const tables = [...ledgerPaths, ...request.receipts].map((path) => ({ path, bytes: readBytes(path) }));
  const reading = Promise.all(request.files.map(readBytesMeanwhile));
  const indexed = Promise.resolve().then(() =>
    tables.map(({ path, bytes }, index) => readTable(path, names[request.files.length + index]!, bytes, words, index < ledgerPaths.length)),
  );
  const [bytes, read] = await Promise.all([reading, indexed]);
  const [ledger, receipts] = request.ledger === null ? [null, read] : [read[0]!, read.slice(1)];
  const files = bytes.map((content, index) => sourceFile(names[index]!, content));
  const isLong = files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LONG_WORK_BYTES;
  const settlement = settle({
    files,
    ledger,
    receipts,
    terms: request.terms,
    layouts,
    asOf: request.asOf,
    codec,
    onStage: (stage, amount) => {
      if (isLong) progress(command.progress(words.stages[stage], amount));
    },
  });
  if ('refusal' in settlement) {
    const sentence = words.ledgerRefusal(settlement.refusal);
    throw settlement.receipts === null
      ? new EdgeError({ code: 'ledgerRefused', path: request.ledger!, sentence })
      : new EdgeError({ code: 'receiptsRefused', path: request.receipts[settlement.receipts]!, sentence });
  }
  const changes = earlier === null ? null : changesSince(earlier, settlement.slips, settlement.billers);
  // Made before anything is written: what cannot be said must not have been done.
  const answer = request.json ? `${JSON.stringify(answerOf(settlement, words, changes))}\n` : `${summaryOf(settlement, words, command, changes)}\n`;
  const paths = await writeOutputs(settlement, {
    request,
    template,
    password,
    onEncrypt: (path) => progress(command.encrypting(visible(path))),
    outputWords,
    codec,
    runAt: nowInJapan(),
  });
  const written = paths.length === 0 ? '' : `\n${paths.map(visible).map(command.written).join('\n')}\n`;
  const stdout = request.json ? answer : answer + written;
  const code = settlement.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  const notes = exportNotes(settlement, request, template, { words, command, csvWords: outputWords.exportWords.csv });
  return { code, stdout, stderr: notes.map((note) => `${visible(note)}\n`).join(''), ...(paths.length === 0 ? {} : { written: paths.map(visible) }) };
}

function layoutsOf(layout: string | null, words: Words): readonly Layout[] {
  if (layout === null) return BUILT_IN_LAYOUTS;
  const builtIn = BUILT_IN_LAYOUTS.find(({ id }) => id === layout);
  if (builtIn !== undefined) return [builtIn];
  const json = parseJson(readBytes(layout), codec);
  if (json === null) throw new EdgeError({ code: 'layoutNotJson', path: layout });
  const read = readUserLayout(json.value);
  if ('problem' in read) throw new EdgeError({ code: 'layoutRefused', path: layout, sentence: words.layoutProblem(read.problem) });
  return [read.layout];
}

function readTable(path: string, name: string, bytes: Uint8Array, words: Words, isLedger: boolean): LedgerTable {
  const read = readCsv(name, bytes, codec);
  if ('problem' in read) throw new EdgeError({ code: isLedger ? 'ledgerRefused' : 'receiptsRefused', path, sentence: words.csvProblem(read.problem) });
  return read.table;
}

/** `2027-05-10 14:32:07` by the clocks of Japan. */
function clockInJapan(): string {
  return new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' });
}

const todayInJapan = (): Day => dayOfIso(clockInJapan().slice(0, 10))!;
const nowInJapan = (): string => clockInJapan().replaceAll('-', '/');
