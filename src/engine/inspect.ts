/** What is found in picked files and a ledger before anything runs? */
import { codec } from '../charset';
import { candidatesOf, chooseLayouts, hasItsRows, type LayoutFit } from '../check/detectLayout';
import { isPoorFit } from '../check/poorFit';
import { foreignKind, type ForeignKind } from '../file/foreign';
import { cutFile, readFrame, type SettlementFile, type SourceFile } from '../file/settlementFile';
import { readAmount } from '../reconcile/cells';
import { findColumns } from '../reconcile/ledger';
import { holdsDataRow } from '../reconcile/table';
import { foreignEn } from '../words/foreign.en';
import { foreignJa } from '../words/foreign.ja';
import { hashed } from './pickedFiles';
import { namesFor } from './fileNames';
import { layoutsOf } from './layouts';
import { BUILT_IN_LAYOUTS } from '../file/layouts';
import { ledgerFit } from './ledgerFit';
import { yearsOf } from './filesYears';
import { foundTable, tableOf } from './ledgerTable';
import type { InspectedFile, InspectedLedger, Inspection, InspectRequest, PickedFile, PickedLayout, PickedLedger } from './protocol';

export async function inspect(request: InspectRequest): Promise<Inspection> {
  const layouts = layoutsOf(request.layout);
  const sources: SourceFile[] = [];
  for (const picked of request.files) sources.push(await hashed(picked));
  const names = namesFor(sources, request.known, request.imported);
  const imported = new Set(request.imported);
  const chosen = new Set<string>();
  const foreign = new Map(sources.map((source) => [source, foreignKind(source.bytes, codec)]));
  const readable = sources.filter((source) => foreign.get(source) === null);
  const fits = chooseLayouts(readable.map((source) => candidatesOf(source, layouts, codec)));
  const fitOf = new Map(readable.map((source, index) => [source, fits[index]!]));
  const read: SettlementFile[] = [];
  const files = sources.map((source, index) => {
    const leftOut = imported.has(source.sha256) ? 'alreadyImported' : chosen.has(source.sha256) ? 'chosenTwice' : null;
    chosen.add(source.sha256);
    return inspectFile(leftOut === null ? { ...source, name: names[index]! } : source, fitOf.get(source) ?? foreign.get(source)!, leftOut, (file) =>
      read.push(file),
    );
  });
  // What the workbook holds already may be of other years, and the ledger is for all of them; years that a strange layout reads are none.
  const filesYears = imported.size > 0 || fits.some(isPoorFit) ? null : yearsOf(read);
  return { files, ledger: request.ledger === null ? null : inspectLedger(request.ledger, filesYears) };
}

/** Whether each CSV is of the agent: settlement data, or another of its lists. All others are the office's own tables. */
export function areOfAgent(files: readonly PickedFile[], layout: PickedLayout): boolean[] {
  const known = [...BUILT_IN_LAYOUTS, ...layoutsOf(layout)].filter(({ csv }) => csv !== undefined);
  return files.map(
    ({ bytes }) => foreignKind(bytes, codec) === 'storeList' || known.some((one) => hasItsRows(cutFile({ name: '', sha256: '', bytes }, one, ROWS_LOOKED_AT))),
  );
}

const ROWS_LOOKED_AT = 100;

/** `fit`: the layout to read it with, or what it is when it is no settlement data. */
function inspectFile(
  source: SourceFile,
  fit: LayoutFit | ForeignKind,
  leftOut: 'alreadyImported' | 'chosenTwice' | null,
  onRead: (file: SettlementFile) => void,
): InspectedFile {
  const about = { name: source.name, sha256: source.sha256, size: source.bytes.length };
  if (typeof fit === 'string') {
    const standing = leftOut ?? (fit === 'ebcdic' ? 'ebcdicFile' : 'notASettlementFile');
    return { ...about, standing, foreign: { ja: foreignJa[fit], en: foreignEn[fit] }, layout: null, createdDates: [], details: 0 };
  }
  const { layout, misfits, records } = fit;
  const file = readFrame(cutFile(source, layout), codec);
  if (leftOut === null) onRead(file);
  const standing = leftOut ?? (file.cut.count === 0 ? 'emptyFile' : 'ok');
  return {
    ...about,
    standing,
    layout: { id: layout.id, title: layout.title, verified: layout.verified, misfits, records },
    createdDates: [...new Set(file.groups.flatMap(({ createdDate }) => createdDate ?? []))],
    details: file.grammar.noticeCount,
  };
}

/** A refusal tells the columns as they were found, so that they can be matched anew. */
function inspectLedger(ledger: PickedLedger, filesYears: ReadonlySet<string> | null): InspectedLedger {
  const { name } = ledger;
  const read = tableOf(ledger);
  if ('problem' in read) return { standing: 'unreadable', name, problem: read.problem };
  const found = findColumns(read.table.header);
  if ('refusal' in found) return { standing: 'refused', name, refusal: { ...found.refusal, columns: foundHeaders(ledger) } };
  if (!holdsDataRow(read.table)) return { standing: 'refused', name, refusal: { code: 'noDataRow', columns: foundHeaders(ledger) } };
  const { rows, unfit } = ledgerFit(read.table, found.columnOf, filesYears);
  if (unfit !== null) return { standing: 'unfit', name, unfit };
  const { ids, texts } = read.table.dictionary(found.columnOf.billedAmount);
  const amounts = texts.map((text) => readAmount(text.trim()) ?? 0);
  let billed = 0;
  for (const id of ids) billed += amounts[id]!;
  return { standing: 'ok', name, rows, billed, charset: read.charset };
}

function foundHeaders(ledger: PickedLedger): string[] {
  const found = foundTable(ledger);
  return 'problem' in found ? [] : found.table.header.map((text) => text.trim());
}
