/** How does a file say how a sheet is printed? */
import type { HeaderFooter as FileHeaderFooter, NamedRange, PageSetup } from 'hucre';
import { isWholeColumns, isWholeRows, parseAddress, quotedSheet, type Area } from '../model/address';
import { usualPageLayout, type HeaderFooter, type PageLayout, type Zoom } from '../model/records';
import { PAPERS } from '../office/pageLayout';
import { fixedArea } from './formulas';
import { attributes } from './xml';

const INCH = 72;

/** What the library writes; `pageSetupXml` says the rest. */
export const pageSetup = (layout: PageLayout): PageSetup => ({
  orientation: layout.orientation === 'Landscape' ? 'landscape' : 'portrait',
  fitToPage: isFitted(layout.zoom),
  showGridLines: layout.printGridlines,
  showRowColHeaders: layout.printHeadings,
  horizontalCentered: layout.centerHorizontally,
  verticalCentered: layout.centerVertically,
  margins: {
    left: layout.leftMargin / INCH,
    right: layout.rightMargin / INCH,
    top: layout.topMargin / INCH,
    bottom: layout.bottomMargin / INCH,
    header: layout.headerMargin / INCH,
    footer: layout.footerMargin / INCH,
  },
});

const isFitted = ({ horizontalFitToPages, verticalFitToPages }: Zoom): boolean => horizontalFitToPages !== undefined || verticalFitToPages !== undefined;

const COMMENTS: Readonly<Record<string, string | null>> = { NoComments: null, EndSheet: 'atEnd', InPlace: 'asDisplayed' };
const ERRORS: Readonly<Record<string, string | null>> = { AsDisplayed: null, Blank: 'blank', Dash: 'dash', NotAvailable: 'NA' };

/** Papers are known by their place in the list. */
export function pageSetupXml(layout: PageLayout): string {
  const { zoom, firstPageNumber, paperSize } = layout;
  return `<pageSetup${attributes({
    paperSize: paperSize === null ? null : PAPERS.findIndex((name) => name === paperSize) + 1,
    scale: zoom.scale ?? null,
    firstPageNumber: firstPageNumber === '' ? null : firstPageNumber,
    fitToWidth: isFitted(zoom) ? (zoom.horizontalFitToPages ?? 0) : null,
    fitToHeight: isFitted(zoom) ? (zoom.verticalFitToPages ?? 0) : null,
    pageOrder: layout.printOrder === 'OverThenDown' ? 'overThenDown' : null,
    orientation: layout.orientation.toLowerCase(),
    blackAndWhite: layout.blackAndWhite ? 1 : null,
    draft: layout.draftMode ? 1 : null,
    cellComments: COMMENTS[layout.printComments] ?? null,
    useFirstPageNumber: firstPageNumber === '' ? null : 1,
    errors: ERRORS[layout.printErrors] ?? null,
  })}/>`;
}

export function headerFooter({ headersFooters: { state, ...pages } }: PageLayout): FileHeaderFooter {
  const isOddAndEven = state === 'OddAndEven' || state === 'FirstOddAndEven';
  const isFirst = state === 'FirstAndDefault' || state === 'FirstOddAndEven';
  const odd = isOddAndEven ? pages.oddPages : pages.defaultForAllPages;
  return {
    oddHeader: joined(odd, 'Header'),
    oddFooter: joined(odd, 'Footer'),
    ...(isOddAndEven ? { differentOddEven: true, evenHeader: joined(pages.evenPages, 'Header'), evenFooter: joined(pages.evenPages, 'Footer') } : {}),
    ...(isFirst ? { differentFirst: true, firstHeader: joined(pages.firstPage, 'Header'), firstFooter: joined(pages.firstPage, 'Footer') } : {}),
  };
}

/** The file's own words where the sheet's margins and scale do not hold. */
export const headerFooterXml = ({ headersFooters }: PageLayout, xml: string): string =>
  xml.replace(
    '<headerFooter',
    `<headerFooter${attributes({ scaleWithDoc: headersFooters.useSheetScale ? null : 0, alignWithMargins: headersFooters.useSheetMargins ? null : 0 })}`,
  );

const PLACES = [
  ['left', 'L'],
  ['center', 'C'],
  ['right', 'R'],
] as const;

function joined(parts: HeaderFooter, what: 'Header' | 'Footer'): string {
  return PLACES.map(([place, mark]) => {
    const text = parts[`${place}${what}`];
    return text === '' ? '' : `&${mark}${text}`;
  }).join('');
}

export function printNames(sheet: string, { printArea, printTitleRows, printTitleColumns }: PageLayout): NamedRange[] {
  const quoted = quotedSheet(sheet);
  const areas = printArea.map((area) => `${quoted}!${fixedArea(area.row, area.column, area.rows, area.columns)}`);
  const columns = printTitleColumns === null ? [] : [`${quoted}!${fixedArea(0, printTitleColumns.column, 1, printTitleColumns.columns).replace(/\$\d+/g, '')}`];
  const rows = printTitleRows === null ? [] : [`${quoted}!$${printTitleRows.row + 1}:$${printTitleRows.row + printTitleRows.rows}`];
  return [
    ...(areas.length === 0 ? [] : [{ name: '_xlnm.Print_Area', range: areas.join(','), scope: sheet }]),
    ...(columns.length + rows.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', range: [...columns, ...rows].join(','), scope: sheet }]),
  ];
}

/** Commas outside of quotes. */
const areasOf = (references: string): Area[] => (references.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).flatMap((text) => parseAddress(text)?.area ?? []);

export interface FilePage {
  readonly setup: PageSetup;
  /** The `<pageSetup>` and `<headerFooter>` of the sheet. */
  readonly setupElement: Element | null;
  readonly headerElement: Element | null;
  readonly header: FileHeaderFooter;
  readonly titles: string;
}

export function pageLayoutOf({ setup, setupElement, headerElement, header, titles }: FilePage): PageLayout {
  const usual = usualPageLayout();
  const { margins = {} } = setup;
  const inches = (value: number | undefined, usualPoints: number): number => (value === undefined ? usualPoints : value * INCH);
  const said = (name: string): string | null => setupElement?.getAttribute(name) ?? null;
  const isSaid = (name: string): boolean => ['1', 'true'].includes(said(name) ?? '');
  const number = (name: string, otherwise: number): number => Number(said(name) ?? otherwise);
  const paper = said('paperSize');
  const titleAreas = areasOf(titles);
  const wordOf = (words: Readonly<Record<string, string | null>>, name: string, otherwise: string): string =>
    Object.keys(words).find((key) => words[key] !== null && words[key] === said(name)) ?? otherwise;
  return {
    ...usual,
    orientation: setup.orientation === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: paper === null ? usual.paperSize : (PAPERS[Number(paper) - 1] ?? null),
    blackAndWhite: isSaid('blackAndWhite'),
    draftMode: isSaid('draft'),
    centerHorizontally: setup.horizontalCentered ?? false,
    centerVertically: setup.verticalCentered ?? false,
    printGridlines: setup.showGridLines ?? false,
    printHeadings: setup.showRowColHeaders ?? false,
    firstPageNumber: isSaid('useFirstPageNumber') ? number('firstPageNumber', 1) : '',
    leftMargin: inches(margins.left, usual.leftMargin),
    rightMargin: inches(margins.right, usual.rightMargin),
    topMargin: inches(margins.top, usual.topMargin),
    bottomMargin: inches(margins.bottom, usual.bottomMargin),
    headerMargin: inches(margins.header, usual.headerMargin),
    footerMargin: inches(margins.footer, usual.footerMargin),
    printComments: wordOf(COMMENTS, 'cellComments', usual.printComments),
    printErrors: wordOf(ERRORS, 'errors', usual.printErrors),
    printOrder: said('pageOrder') === 'overThenDown' ? 'OverThenDown' : usual.printOrder,
    zoom: setup.fitToPage === true ? fitted(number('fitToWidth', 1), number('fitToHeight', 1)) : { scale: number('scale', 100) },
    printArea: areasOf(setup.printArea ?? ''),
    printTitleRows: titleAreas.find(isWholeRows) ?? null,
    printTitleColumns: titleAreas.find(isWholeColumns) ?? null,
    headersFooters: {
      ...usual.headersFooters,
      state: `${header.differentFirst === true ? 'First' : ''}${header.differentOddEven === true ? 'OddAndEven' : header.differentFirst === true ? 'AndDefault' : 'Default'}`,
      useSheetScale: headerElement?.getAttribute('scaleWithDoc') !== '0',
      useSheetMargins: headerElement?.getAttribute('alignWithMargins') !== '0',
      ...(header.differentOddEven === true
        ? { oddPages: parted(header.oddHeader, header.oddFooter), evenPages: parted(header.evenHeader, header.evenFooter) }
        : { defaultForAllPages: parted(header.oddHeader, header.oddFooter) }),
      ...(header.differentFirst === true ? { firstPage: parted(header.firstHeader, header.firstFooter) } : {}),
    },
  };
}

/** 0 pages: as many as it takes. */
const fitted = (wide: number, tall: number): Zoom => ({
  ...(wide > 0 ? { horizontalFitToPages: wide } : {}),
  ...(tall > 0 ? { verticalFitToPages: tall } : {}),
});

function parted(header = '', footer = ''): HeaderFooter {
  const [above, below] = [sections(header), sections(footer)];
  return { leftHeader: above.L, centerHeader: above.C, rightHeader: above.R, leftFooter: below.L, centerFooter: below.C, rightFooter: below.R };
}

/** What stands before the first mark is in the middle; `&&` is no mark. */
function sections(text: string): Record<'L' | 'C' | 'R', string> {
  const found = { L: '', C: '', R: '' };
  let place: 'L' | 'C' | 'R' = 'C';
  for (const [token] of text.matchAll(/&&|&[LCR]|[^&]+|&/gs)) {
    if (/^&[LCR]$/.test(token)) place = token.charAt(1) as 'L' | 'C' | 'R';
    else found[place] += token;
  }
  return found;
}
