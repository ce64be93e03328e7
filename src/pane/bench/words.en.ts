/** The words of the layout bench, in English. */
import { calibrationEn } from '../../calibrate/words.en';
import type { TableRemark } from '../../calibrate/itemTable';
import type { FieldKind } from '../../file/layout';
import type { LayoutFault, Share } from '../../engine/layoutProtocol';
import type { BenchWords } from './words';
import { number } from '../../words/number';

const place = calibrationEn.places;
const share = ({ matched, of }: Share): string => `${number(matched)} of ${number(of)}`;

function remark(found: TableRemark): string {
  switch (found.code) {
    case 'noColumns':
      return 'No line names the columns. Paste the table with its headings: 項目名, and 桁数 or 開始位置.';
    case 'noNumber':
      return `Line ${number(found.line)}, “${found.title}”, has neither a length nor a position. It is not used.`;
    case 'sumDiffers':
      return `The lengths of the ${place[found.place]} come to ${number(found.actual)}, not ${number(found.expected)} (difference ${number(Math.abs(found.actual - found.expected))}). Check the agent’s table.`;
    case 'gap':
    case 'overlap':
      return `“${found.title}” of the ${place[found.place]} begins at ${number(found.actual)}, but the item before it ends before ${number(found.expected)} (difference ${number(Math.abs(found.actual - found.expected))}).`;
    case 'widthDiffers':
      return `“${found.title}” of the ${place[found.place]} is an item of ${number(found.expected)} bytes; the table says ${number(found.actual)}. It is kept and not read.`;
  }
}

function shape(found: LayoutFault, kindName: (kind: FieldKind) => string): string {
  if (typeof found.expected === 'string' && found.expected !== '') return `“${found.expected}”`;
  if (found.kind === null || found.kind === 'digits') return 'digits';
  return kindName(found.kind);
}

function fault(found: LayoutFault, kindName: (kind: FieldKind) => string): string {
  const where = found.title === null ? '' : `${found.title} (bytes ${found.from} to ${found.to}): `;
  const values = found.found.map((text) => `“${text}”`).join(', ');
  const places = found.places.map(({ file, record }) => `${file}${record === null ? '' : ` record ${number(record)}`}`).join(', ');
  const at = `${number(found.count)} (${places}${found.count > found.places.length ? ' …' : ''})`;
  switch (found.code) {
    case 'recordLength':
      return `The record length differs: ${found.expected === null ? '' : `expected ${String(found.expected)}, `}found ${found.found.join(', ')}. ${at}`;
    case 'recordType':
      return `The record type is none of 1, 2, 8, 9: ${values}. ${at}`;
    case 'recordOrder':
      return `The order of records (header, data, trailer, end) differs. ${at}`;
    case 'noticeKind':
      return `${where}unknown notice kind ${values}. ${at}`;
    case 'barcodeCheckDigit':
      return `${where}the barcode’s check digit is not the computed one. ${at}`;
    case 'totalMismatch':
    case 'recordCountMismatch':
      return `${where}the total is not what the records add up to: ${found.found
        .map((pair) => pair.split(' ').map(Number))
        .map(([declared = 0, counted = 0]) => `declared ${number(declared)}, counted ${number(counted)}, difference ${number(Math.abs(declared - counted))}`)
        .join('; ')}. ${at}`;
    case 'paidDateImplausible':
      return `${where}the paid date is after the file’s day, or more than 400 days before it. ${at}`;
    default:
      return `${where}expected ${shape(found, kindName)}${values === '' ? '' : `, found ${values}`}. ${at}`;
  }
}

export const benchEn: BenchWords = {
  calibration: calibrationEn,
  title: 'Make a layout',
  noFiles: 'Choose settlement files in Import first. Several days with preliminary and confirmed notices, and the ledger, tell most.',
  studying: 'Looking into the files',
  about: (files, records, length) => `${number(files)} file(s), ${number(records)} records of ${number(length)} bytes`,
  lengthUnknown: 'The record length cannot be told. Enter the length in bytes from the agent’s document.',
  recordLength: 'Record length (bytes)',
  setLength: 'Study with this length',
  ledgerHelps: 'With the ledger of slips chosen, the place of the slip number can be proved.',

  proof: 'Proof',
  proving: 'Proving',
  shares: {
    records: (found) => `${share(found)} records fit the layout`,
    checkDigits: (found) => `${share(found)} barcodes have a valid check digit`,
    totals: (found) => `${share(found)} totals agree with the records`,
  },
  unchecked: (count) => `${number(count)} totals are not checked: no such item`,
  noRecords: 'No record can be read with this layout.',
  refused: (sentence) => `It cannot be used yet. ${sentence}`,
  nearest: (title) => `Differences from the nearest layout, “${title}”`,
  sameAs: (title) => `The same as “${title}”.`,
  questions: 'What the files do not tell',

  parts: 'Kind of record',
  bytes: (name) => `Bytes of the ${name}`,
  shownOf: (shown, all) => (shown === all ? `${number(all)} records` : `the first ${number(shown)} of ${number(all)} records`),
  noneOf: (name) => `There is no record of this kind (${name}).`,
  bytesHelp: 'Left and right move by a byte, up and down by a record.',
  cursor: (record, position, title, value) => `${record}, byte ${number(position)}: ${title} “${value}”`,
  recordAt: (file, record) => `${file} record ${number(record)}`,
  boundary: (title, next) => `Boundary between ${title} and ${next}`,
  position: (position) => `after byte ${number(position)}`,

  items: (name) => `Items of the ${name}`,
  digits: (length) => `${number(length)} bytes`,
  span: (from, to) => (from === to ? `at ${number(from)}` : `${number(from)} to ${number(to)}`),
  sum: (sum, of) => `Sum ${number(sum)} of ${number(of)} bytes`,
  sumDiffers: (sum, of) => `Sum ${number(sum)} of ${number(of)} bytes (${number(Math.abs(sum - of))} too ${sum > of ? 'many' : 'few'})`,
  itemsHelp: 'Up and down choose an item, left and right move its end by a byte. Enter opens it.',
  unknown: 'unknown',
  kept: 'kept, not read',
  confirmedMark: 'confirmed',

  item: 'Item',
  itemOther: 'Other (kept, not read)',
  ownTitle: 'Name of the item',
  length: 'Bytes',
  earlier: 'One byte earlier',
  later: 'One byte later',
  confirm: 'Confirmed (a new proposal does not move it)',
  insertBefore: 'Insert an item before this one',
  insertLength: 'Bytes of the new item',
  shiftQuestion: 'Later items',
  shift: 'Shift the later items',
  noShift: (title) => `Do not shift (take the first bytes of “${title}”)`,
  insert: 'Insert',
  cancel: 'Leave it',
  close: 'Close',
  refusals: {
    confirmedStays: 'A confirmed item is not moved. Untick “Confirmed” first.',
    noRoom: 'There is no byte to move into.',
  },
  moved: (title, length, from, to) => `${title}, ${number(length)} bytes, ${from === to ? number(from) : `${number(from)} to ${number(to)}`}`,
  undo: 'Undo',
  proposeAgain: 'Propose again',
  proposedAgain: 'Proposed again. Confirmed items were not moved.',

  codes: 'What the notice kinds mean',
  codesNote: 'Check them against the agent’s document.',
  codeIs: (code) => `Code ${code}`,
  codeUnknown: 'not known',

  paste: 'Paste the agent’s table of items',
  pasteNote: (name) =>
    `Paste the table from Excel or the document with its headings (項目名, and 桁数 or 開始位置). Lines such as ヘッダレコード or データレコード say whose items follow; without them they are those of the ${name}.`,
  pasteField: 'Table of items',
  pasteTake: 'Read the table',
  pasteTaken: (items, own) => `${number(items)} items were read. ${own.length === 0 ? '' : `Kept under their own names and not read: ${own.join(', ')}.`}`,
  remark,

  use: 'Use this layout',
  layoutName: 'Name of the layout',
  usualName: 'The agent’s layout',
  checkedAgainst: 'Compared with the agent’s document',
  checkedNote: 'It is kept in the import history as this person’s word, and “unverified” goes away.',
  checkedBy: 'Compared by',
  checkedOn: 'On',
  checkedDocument: 'Document',
  checkedMissing: 'Enter who compared it, when, and the name of the document.',
  checkedSource: (by, day, document) => `Compared with “${document}” by ${by} on ${day} (this person’s word).`,
  proposedSource: 'Proposed from files and corrected by the clerk; the agent has not confirmed it.',
  staysUnverified: 'Until it is compared, results and sheets say “unverified”.',
  used: (title) => `Files are read with “${title}”.`,
  save: 'Save as a JSON file',
  saved: 'The layout is saved.',

  inquiry: 'Inquiry to the agent',
  inquiryNote: 'One page without personal data and without the digits of numbers.',
  inquiryCopy: 'Copy the inquiry',
  inquirySave: 'Save the inquiry',
  inquiryFile: 'inquiry-to-the-agent.txt',
  inquiryTitle: 'Inquiry about the layout of the settlement data',
  inquiryIntro: (files, length) => [`Files: ${files.join(', ')}`, `Read as records of ${number(length)} bytes.`],
  inquiryItems: 'Items as they were read (bytes from 1)',
  inquiryFaults: 'What does not fit',
  inquiryNone: 'Everything fits.',
  inquiryMasked: 'Digits of numbers are shown as 9, letters as A, other characters as ■.',
  inquiryAsk: [
    'Please tell us:',
    '1. the items of each record with length and position',
    '2. whether what does not fit is as specified',
    '3. the notice kinds and their meaning',
  ],
  fault,
  placeName: (name) => place[name],
};
