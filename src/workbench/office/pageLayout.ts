/** How is a sheet to be printed? */
import { wholeColumns, wholeRows, type Area } from '../model/address';
import { invalidArgument, notFound } from '../model/errors';
import type { HeaderFooter, PageLayout, Zoom } from '../model/records';
import type { Sheet } from '../model/sheet';
import { CellAreas, rangeOn } from './cellsTarget';
import { flag, isLeftOut, number, oneOf, record, text, whole } from './given';
import { cellsArgument, rangeAreas } from './rangeAreas';
import { range, rangeArgument } from './ranges';
import { officeClass, type OfficeClass, type Handle, type Method, type Navigation, type Scalar } from './spec';

type PlainKey = {
  [Key in keyof PageLayout]: PageLayout[Key] extends string | number | boolean | null ? Key : never;
}[keyof PageLayout];

const laidOut = <Key extends PlainKey>(key: Key, read: (value: unknown) => PageLayout[Key]): Scalar<Sheet> => ({
  get: ({ pageLayout }) => pageLayout[key],
  set: ({ pageLayout }, value) => {
    pageLayout[key] = read(value);
  },
});

/** Points, at most what Excel's dialog takes. */
const margin = (value: unknown): number => {
  const points = number(value);
  if (points < 0 || points > 49 * 72) throw invalidArgument(`a margin of ${points} points`);
  return points;
};

/** In the order of their numbers in a file, from 1. */
export const PAPERS = [
  'Letter',
  'LetterSmall',
  'Tabloid',
  'Ledger',
  'Legal',
  'Statement',
  'Executive',
  'A3',
  'A4',
  'A4Small',
  'A5',
  'B4',
  'B5',
  'Folio',
  'Quatro',
  'Paper10x14',
  'Paper11x17',
  'Note',
  'Envelope9',
  'Envelope10',
  'Envelope11',
  'Envelope12',
  'Envelope14',
  'Csheet',
  'Dsheet',
  'Esheet',
  'EnvelopeDL',
  'EnvelopeC5',
  'EnvelopeC3',
  'EnvelopeC4',
  'EnvelopeC6',
  'EnvelopeC65',
  'EnvelopeB4',
  'EnvelopeB5',
  'EnvelopeB6',
  'EnvelopeItaly',
  'EnvelopeMonarch',
  'EnvelopePersonal',
  'FanfoldUS',
  'FanfoldStdGerman',
  'FanfoldLegalGerman',
] as const;

const PAGES = ['horizontalFitToPages', 'verticalFitToPages'] as const;

/** A scale of 10 to 400 %, or a number of pages; what is left out is not fitted. @assumption page-zoom */
function zoom(value: unknown): Zoom {
  const given = record(value);
  const { scale } = given;
  const fitted = Object.fromEntries(PAGES.flatMap((key) => (isLeftOut(given[key]) ? [] : [[key, pages(given[key])]])));
  if (isLeftOut(scale)) return Object.keys(fitted).length === 0 ? { scale: 100 } : fitted;
  const percent = number(scale);
  if (Object.keys(fitted).length > 0 || percent < 10 || percent > 400) throw invalidArgument('zoom');
  return { scale: percent };
}

function pages(value: unknown): number {
  const count = whole(value);
  if (count < 1 || count > 32_767) throw invalidArgument(`${count} pages`);
  return count;
}

const LONGEST_SECTION = 255;

/** With Excel's own codes: &P, &N, &D. */
const section = (key: keyof HeaderFooter): Scalar<HeaderFooter> => ({
  get: (target) => target[key],
  set: (target, value) => {
    const given = text(value);
    if (given.length > LONGEST_SECTION) throw invalidArgument(`a header or footer of ${given.length} characters`);
    target[key] = given;
  },
});

const headerFooter: OfficeClass<HeaderFooter> = officeClass({
  name: 'HeaderFooter',
  scalars: {
    LeftHeader: section('leftHeader'),
    CenterHeader: section('centerHeader'),
    RightHeader: section('rightHeader'),
    LeftFooter: section('leftFooter'),
    CenterFooter: section('centerFooter'),
    RightFooter: section('rightFooter'),
  },
});

type Pages = PageLayout['headersFooters'];

const ofPages = (key: 'defaultForAllPages' | 'evenPages' | 'firstPage' | 'oddPages'): Navigation<Pages> => ({ get: (group) => headerFooter.of(group[key]) });
const STATES = oneOf(['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const);

const headerFooterGroup: OfficeClass<Pages> = officeClass({
  name: 'HeaderFooterGroup',
  scalars: {
    State: { get: ({ state }) => state, set: (group, value) => void (group.state = STATES(value)) },
    UseSheetMargins: { get: ({ useSheetMargins }) => useSheetMargins, set: (group, value) => void (group.useSheetMargins = flag(value)) },
    UseSheetScale: { get: ({ useSheetScale }) => useSheetScale, set: (group, value) => void (group.useSheetScale = flag(value)) },
  },
  navigations: {
    DefaultForAllPages: ofPages('defaultForAllPages'),
    EvenPages: ofPages('evenPages'),
    FirstPage: ofPages('firstPage'),
    OddPages: ofPages('oddPages'),
  },
});

const UNITS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MARGINS = { left: 'leftMargin', right: 'rightMargin', top: 'topMargin', bottom: 'bottomMargin', header: 'headerMargin', footer: 'footerMargin' } as const;

function setMargins({ pageLayout }: Sheet, unit: unknown, given: unknown): void {
  const factor = UNITS[String(unit)];
  if (factor === undefined) throw invalidArgument(`the unit ${String(unit)}`);
  for (const [key, value] of Object.entries(record(given))) {
    if (!(key in MARGINS)) throw invalidArgument(`the margin ${key}`);
    pageLayout[MARGINS[key as keyof typeof MARGINS]] = margin(number(value) * factor);
  }
}

const areasOf = (sheet: Sheet, areas: readonly Area[]): Handle | null => (areas.length === 0 ? null : rangeAreas.of(new CellAreas(sheet, areas)));
const areaOf = (sheet: Sheet, area: Area | null): Handle | null => (area === null ? null : range.of(rangeOn(sheet, area)));

const orMissing = (give: (sheet: Sheet) => Handle | null, what: string): Method<Sheet> => ({
  call: (sheet) => {
    const handle = give(sheet);
    if (handle === null) throw notFound(what);
    return handle;
  },
});

const printArea = (sheet: Sheet): Handle | null => areasOf(sheet, sheet.pageLayout.printArea);
const titleRows = (sheet: Sheet): Handle | null => areaOf(sheet, sheet.pageLayout.printTitleRows);
const titleColumns = (sheet: Sheet): Handle | null => areaOf(sheet, sheet.pageLayout.printTitleColumns);

const ORIENTATION = oneOf(['Portrait', 'Landscape'] as const);
const COMMENTS = oneOf(['NoComments', 'EndSheet', 'InPlace'] as const);
const ERRORS = oneOf(['AsDisplayed', 'Blank', 'Dash', 'NotAvailable'] as const);
const ORDER = oneOf(['DownThenOver', 'OverThenDown'] as const);

export const pageLayout: OfficeClass<Sheet> = officeClass({
  name: 'PageLayout',
  scalars: {
    Orientation: laidOut('orientation', ORIENTATION),
    PaperSize: laidOut('paperSize', oneOf(PAPERS)),
    BlackAndWhite: laidOut('blackAndWhite', flag),
    CenterHorizontally: laidOut('centerHorizontally', flag),
    CenterVertically: laidOut('centerVertically', flag),
    DraftMode: laidOut('draftMode', flag),
    FirstPageNumber: laidOut('firstPageNumber', (value) => (value === '' ? '' : whole(value))),
    LeftMargin: laidOut('leftMargin', margin),
    RightMargin: laidOut('rightMargin', margin),
    TopMargin: laidOut('topMargin', margin),
    BottomMargin: laidOut('bottomMargin', margin),
    HeaderMargin: laidOut('headerMargin', margin),
    FooterMargin: laidOut('footerMargin', margin),
    PrintComments: laidOut('printComments', COMMENTS),
    PrintErrors: laidOut('printErrors', ERRORS),
    PrintGridlines: laidOut('printGridlines', flag),
    PrintHeadings: laidOut('printHeadings', flag),
    PrintOrder: laidOut('printOrder', ORDER),
    Zoom: { get: (sheet) => sheet.pageLayout.zoom, set: (sheet, value) => void (sheet.pageLayout.zoom = zoom(value)) },
  },
  navigations: { HeadersFooters: { get: (sheet) => headerFooterGroup.of(sheet.pageLayout.headersFooters) } },
  methods: {
    SetPrintArea: { call: (sheet, [given]) => void (sheet.pageLayout.printArea = [...cellsArgument(sheet, given).areas()]) },
    SetPrintMargins: { call: (sheet, [unit, margins]) => setMargins(sheet, unit, margins) },
    /** Whole rows, whatever part of them was given. */
    SetPrintTitleRows: {
      call: (sheet, [given]) => {
        const { area } = rangeArgument(sheet, given);
        sheet.pageLayout.printTitleRows = wholeRows(area.row, area.rows);
      },
    },
    SetPrintTitleColumns: {
      call: (sheet, [given]) => {
        const { area } = rangeArgument(sheet, given);
        sheet.pageLayout.printTitleColumns = wholeColumns(area.column, area.columns);
      },
    },
    GetPrintArea: orMissing(printArea, 'no print area'),
    GetPrintAreaOrNullObject: { call: printArea },
    GetPrintTitleRows: orMissing(titleRows, 'no title rows'),
    GetPrintTitleRowsOrNullObject: { call: titleRows },
    GetPrintTitleColumns: orMissing(titleColumns, 'no title columns'),
    GetPrintTitleColumnsOrNullObject: { call: titleColumns },
  },
});
