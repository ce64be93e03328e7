/** What does the worker answer? It holds the last settlement and shows parts of it as plain data. */
import { codec } from '../../charset';
import { readCsv, type CsvCharset } from '../../csv';
import { fitLayout, fitLayouts } from '../../check/detectLayout';
import { unreadableKind } from '../../file/cut';
import type { Layout } from '../../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../../file/layouts';
import { cutFile, readFrame, type SourceFile } from '../../file/settlementFile';
import { findColumns, textTable, type LedgerTable } from '../../reconcile/ledger';
import { readAmount } from '../../reconcile/ledger';
import { settle } from '../../settle';
import { buildWorkbook } from '../../sheet';
import { sourceOf, type Source } from '../../sheet/source';
import type { Cell, Workbook } from '../../sheet/workbook';
import { sheetEn } from '../../sheet/words.en';
import { sheetJa } from '../../sheet/words.ja';
import type { CsvProblem } from '../../words';
import { en } from '../../words.en';
import { ja } from '../../words.ja';
import type {
  Inspection,
  InspectedFile,
  InspectedLedger,
  InspectRequest,
  PickedFile,
  PickedLedger,
  Progress,
  RunRequest,
  RunView,
  SlipPage,
  SlipQuery,
  SlipView,
  WorkbookPlan,
} from './protocol';
import { runView } from './runView';
import { slipPage, slipView } from './slipViews';

const WORDS = { ja, en };
const SHEET_WORDS = { ja: sheetJa, en: sheetEn };

/** The engine's own mistake: it was asked for a result that it does not have. */
class NoRun extends Error {
  override readonly name = 'NoRun';
}

/** A layout or a ledger that inspection had refused was run all the same. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}

export class EngineCore {
  private source: Source | null = null;
  private book: Workbook | null = null;

  async inspect(request: InspectRequest): Promise<Inspection> {
    const layouts = layoutsOf(request.layout);
    const seen = new Set(request.imported);
    const files: InspectedFile[] = [];
    for (const picked of request.files) {
      const source = await hashed(picked);
      files.push(inspectFile(source, layouts, seen.has(source.sha256)));
      seen.add(source.sha256);
    }
    return { files, ledger: request.ledger === null ? null : inspectLedger(request.ledger) };
  }

  async run(request: RunRequest, onProgress: (progress: Progress) => void): Promise<RunView> {
    onProgress({ stage: 'read', amount: request.files.length });
    const sources: SourceFile[] = [];
    for (const picked of request.files) sources.push(await hashed(picked));
    const ledger = request.ledger === null ? null : tableOf(request.ledger);
    if (ledger !== null && 'problem' in ledger) throw new RunRefused(ledger.problem.code);
    const settlement = settle({
      files: sources.filter(({ sha256 }) => !request.imported.includes(sha256)),
      ledger: ledger?.table ?? null,
      layouts: layoutsOf(request.layout),
      asOf: request.asOf,
      codec,
      onStage: (stage, amount) => onProgress({ stage, amount }),
    });
    if ('refusal' in settlement) throw new RunRefused(settlement.refusal.code);
    const { lang, withNames, runAt, version } = request;
    const options = { words: WORDS[lang], sheetWords: SHEET_WORDS[lang], codec, withNames, runAt, version };
    this.source = sourceOf(settlement, options);
    this.book = buildWorkbook(settlement, options);
    return runView(settlement, options.words, runAt);
  }

  slips(query: SlipQuery): SlipPage {
    return slipPage(this.held().settlement, query);
  }

  slip(slip: number): SlipView {
    return slipView(this.held(), slip);
  }

  /** The sheets without the functions that make their cells. */
  workbook(): WorkbookPlan {
    const book = this.heldBook();
    const sheets = book.sheets.map(({ table, ...sheet }) => {
      if (table === null) return { ...sheet, table };
      const columns = table.columns.map(({ cell: _cell, ...column }) => column);
      return { ...sheet, table: { ...table, columns } };
    });
    return { ...book, sheets };
  }

  rows(sheet: number, from: number, count: number): Cell[][] {
    const table = this.heldBook().sheets[sheet]?.table;
    if (table === null || table === undefined) return [];
    const last = Math.min(table.rowCount, from + count);
    return Array.from({ length: Math.max(0, last - from) }, (_, index) => table.columns.map((column) => column.cell(from + index)));
  }

  private held(): Source {
    if (this.source === null) throw new NoRun();
    return this.source;
  }

  private heldBook(): Workbook {
    if (this.book === null) throw new NoRun();
    return this.book;
  }
}

function layoutsOf(layout: InspectRequest['layout']): readonly Layout[] {
  if (layout === null) return BUILT_IN_LAYOUTS;
  if (typeof layout === 'string') return BUILT_IN_LAYOUTS.filter(({ id }) => id === layout);
  const read = readUserLayout(layout);
  if ('problem' in read) throw new RunRefused(read.problem.code);
  return [read.layout];
}

async function hashed({ name, bytes }: PickedFile): Promise<SourceFile> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return { name, bytes, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

function inspectFile(source: SourceFile, layouts: readonly Layout[], isKnown: boolean): InspectedFile {
  const about = { name: source.name, sha256: source.sha256, size: source.bytes.length };
  const unreadable = unreadableKind(source.bytes);
  if (unreadable !== null) return { ...about, standing: isKnown ? 'alreadyImported' : unreadable, layout: null, createdDates: [], details: 0 };
  const { layout, misfits, records } = layouts.length === 1 ? fitLayout(source, layouts[0]!, codec) : fitLayouts(source, layouts, codec)[0]!;
  const file = readFrame(cutFile(source, layout), codec);
  const standing = isKnown ? 'alreadyImported' : file.cut.count === 0 ? 'emptyFile' : 'ok';
  return {
    ...about,
    standing,
    layout: { id: layout.id, title: layout.title, verified: layout.verified, misfits, records },
    createdDates: [...new Set(file.groups.flatMap(({ createdDate }) => createdDate ?? []))],
    details: file.grammar.noticeCount,
  };
}

type ReadLedger = { readonly table: LedgerTable; readonly charset: CsvCharset | 'workbook' } | { readonly problem: CsvProblem };

function tableOf(ledger: PickedLedger): ReadLedger {
  if (ledger.kind === 'csv') return readCsv(ledger.name, ledger.bytes, codec);
  const table = textTable(ledger.name, ledger.rows, true);
  return table === null ? { problem: { code: 'empty' } } : { table, charset: 'workbook' };
}

function inspectLedger(ledger: PickedLedger): InspectedLedger {
  const { name } = ledger;
  const read = tableOf(ledger);
  if ('problem' in read) return { standing: 'unreadable', name, problem: read.problem };
  const found = findColumns(read.table.header);
  if ('refusal' in found) return { standing: 'refused', name, refusal: found.refusal };
  const { ids, texts } = read.table.dictionary(found.columnOf.billedAmount);
  const amounts = texts.map((text) => readAmount(text.trim()) ?? 0);
  let billed = 0;
  for (const id of ids) billed += amounts[id]!;
  return { standing: 'ok', name, rows: read.table.rowCount, billed, charset: read.charset };
}
