/** How well do files fit a layout that nobody has confirmed? The product's own checks say it, before anything is reconciled. */
import { nearestOf, type Placed } from '../calibrate/nearest';
import { codec } from '../charset';
import { SEVERITY, type Finding, type FindingCode } from '../check/finding';
import { comparedTotals } from '../check/totals';
import type { FieldKind, Layout, PlacedField, RecordName } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import { settle } from '../settle';
import type { LayoutFault, LayoutProof, ProofRequest } from './layoutProtocol';
import { hashed } from './pickedFiles';

/** What says that bytes do not fit: no finding of the payments' life. */
const OF_LAYOUT: readonly FindingCode[] = [
  'recordLength',
  'recordType',
  'recordOrder',
  'fieldValue',
  'noticeKind',
  'barcodeIdentifier',
  'barcodeCheckDigit',
  'revenueStamp',
  'paidDateImplausible',
  'totalMismatch',
  'recordCountMismatch',
];
const OF_TOTALS: readonly FindingCode[] = ['totalMismatch', 'recordCountMismatch'];
const MOST_FAULTS = 40;
const MOST_PLACES = 5;
const MOST_FOUND = 3;
/** Any day: nothing that depends on it is asked. */
const SOME_DAY = 20270401;

export async function proveLayout({ files, layout: data }: ProofRequest): Promise<LayoutProof> {
  const read = readUserLayout(data);
  if ('problem' in read) return { problem: read.problem };
  const { layout } = read;
  const sources = [];
  for (const file of files) sources.push(await hashed(file));
  const settlement = settle({ files: sources, ledger: null, layouts: [layout], asOf: SOME_DAY, codec });
  if ('refusal' in settlement) throw new Error('there is no ledger that could be refused');
  const found = settlement.findings.filter(({ code }) => OF_LAYOUT.includes(code));
  const totals = settlement.settlements.flatMap(comparedTotals);
  const compared = totals.filter(({ comparison }) => comparison === null);
  const all = settlement.settlements.reduce((sum, { cut }) => sum + cut.count, 0);
  return {
    problem: null,
    records: shareWithout(
      all,
      found.filter(({ code }) => SEVERITY[code] === 'error' && !OF_TOTALS.includes(code)),
    ),
    checkDigits: shareWithout(
      settlement.notices.count,
      found.filter((one) => isOfBarcode(one, layout)),
    ),
    totals: { matched: compared.filter(({ declared, counted }) => declared === counted).length, of: compared.length },
    unchecked: totals.length - compared.length,
    faults: faultsOf(found, layout),
    nearest: nearestOf(itemsOf(layout), layout.recordLength, BUILT_IN_LAYOUTS),
  };
}

function shareWithout(all: number, findings: readonly Finding[]): { readonly matched: number; readonly of: number } {
  const bad = new Set(findings.map(({ file, record }) => `${record} ${file}`));
  return { matched: Math.max(0, all - bad.size), of: all };
}

function isOfBarcode({ code, field }: Finding, { barcodeField }: Layout): boolean {
  return code === 'barcodeCheckDigit' || code === 'barcodeIdentifier' || (code === 'fieldValue' && barcodeField.parts.some(({ name }) => name === field));
}

/** Findings of one kind about one item are one fault. */
function faultsOf(findings: readonly Finding[], layout: Layout): LayoutFault[] {
  interface Growing extends LayoutFault {
    count: number;
    found: string[];
    places: { readonly file: string; readonly record: number | null }[];
  }
  const faults = new Map<string, Growing>();
  for (const one of findings) {
    const key = `${one.code} ${one.field}`;
    const place = placeOf(one, layout);
    const known = faults.get(key);
    const fault = known ?? { code: one.code, ...place, kind: kindOf(one), expected: place.isVarying ? null : one.expected, found: [], count: 0, places: [] };
    if (known === undefined) faults.set(key, fault);
    fault.count++;
    if (fault.places.length < MOST_PLACES && one.file !== null) fault.places.push({ file: one.file, record: one.record });
    const text = foundText(one);
    if (text !== null && fault.found.length < MOST_FOUND && !fault.found.includes(text)) fault.found.push(text);
  }
  return [...faults.values()].sort((a, b) => b.count - a.count).slice(0, MOST_FAULTS);
}

const kindOf = (one: Finding): FieldKind | 'digits' | null => (one.code === 'fieldValue' ? one.detail.kind : null);

const RECORD_OF: Partial<Record<FindingCode, RecordName>> = { totalMismatch: 'trailer', recordCountMismatch: 'end' };

function placeOf(one: Finding, layout: Layout): Pick<LayoutFault, 'title' | 'from' | 'to'> & { readonly isVarying: boolean } {
  const record = one.code === 'fieldValue' ? one.detail.record : (RECORD_OF[one.code] ?? 'data');
  const field = fieldIn(layout, record, one.field);
  // Each record has its own check digit, each trailer its own sums.
  const isVarying = one.code === 'barcodeCheckDigit' || OF_TOTALS.includes(one.code);
  if (field === null) return { title: null, from: null, to: null, isVarying };
  return { title: field.title, from: field.offset + 1, to: field.offset + field.length, isVarying };
}

function fieldIn({ placed }: Layout, record: RecordName, name: string | null): PlacedField | null {
  const fields = placed[record];
  return [...fields, ...fields.flatMap(({ parts }) => parts)].find((field) => field.name === name) ?? null;
}

function foundText(one: Finding): string | null {
  if (OF_TOTALS.includes(one.code)) return `${one.expected} ${one.actual}`;
  if (one.code === 'barcodeCheckDigit') return null;
  if (typeof one.actual === 'number') return one.code === 'recordLength' ? String(one.actual) : null;
  return one.actual === null ? null : one.code === 'noticeKind' || one.code === 'recordType' ? one.actual : masked(one.actual);
}

/** Digits are 9, letters A; bytes that are no ASCII may be a name. */
export function masked(text: string): string {
  if (/^0x(?:[0-9a-f]{2})+$/.test(text)) return '■'.repeat((text.length - 2) / 2);
  return text.replace(/[0-9]/g, '9').replace(/[A-Za-z]/g, 'A');
}

function itemsOf({ placed, barcodeField }: Layout): Placed[] {
  const inRecords = (Object.keys(placed) as RecordName[]).flatMap((place) => placed[place].map((field) => ({ ...field, place })));
  return [...inRecords, ...barcodeField.parts.map((field) => ({ ...field, place: 'barcode' as const, offset: field.offset - barcodeField.offset }))];
}
