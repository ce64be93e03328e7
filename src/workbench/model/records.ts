/** What else does a sheet or a workbook keep that nothing is calculated from? Page layout, protection, charts, names, conditional formats. */
import type { Area } from './address';
import type { Border, Underline } from './style';

export interface HeaderFooter {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

/** Margins are points. */
export interface PageLayout {
  orientation: string;
  paperSize: string | null;
  blackAndWhite: boolean;
  centerHorizontally: boolean;
  centerVertically: boolean;
  draftMode: boolean;
  firstPageNumber: number | '';
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  printComments: string;
  printErrors: string;
  printGridlines: boolean;
  printHeadings: boolean;
  printOrder: string;
  zoom: Zoom;
  printArea: readonly Area[];
  printTitleRows: Area | null;
  printTitleColumns: Area | null;
  headersFooters: { state: string; useSheetMargins: boolean; useSheetScale: boolean } & Record<
    'defaultForAllPages' | 'evenPages' | 'firstPage' | 'oddPages',
    HeaderFooter
  >;
}

const emptyHeaderFooter = (): HeaderFooter => ({ leftHeader: '', centerHeader: '', rightHeader: '', leftFooter: '', centerFooter: '', rightFooter: '' });

/** A Japanese Excel's own page. @assumption page-layout-defaults */
export const usualPageLayout = (): PageLayout => ({
  orientation: 'Portrait',
  paperSize: 'A4',
  blackAndWhite: false,
  centerHorizontally: false,
  centerVertically: false,
  draftMode: false,
  firstPageNumber: '',
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
  printComments: 'NoComments',
  printErrors: 'AsDisplayed',
  printGridlines: false,
  printHeadings: false,
  printOrder: 'DownThenOver',
  zoom: { scale: 100 },
  printArea: [],
  printTitleRows: null,
  printTitleColumns: null,
  headersFooters: {
    state: 'Default',
    useSheetMargins: true,
    useSheetScale: true,
    defaultForAllPages: emptyHeaderFooter(),
    evenPages: emptyHeaderFooter(),
    firstPage: emptyHeaderFooter(),
    oddPages: emptyHeaderFooter(),
  },
});

/** What a person may still do on a protected sheet. */
export const PROTECTION_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};
export type ProtectionOptions = { -readonly [Key in keyof typeof PROTECTION_OPTIONS]: (typeof PROTECTION_OPTIONS)[Key] };

export interface Protection {
  readonly password: string | null;
  readonly options: ProtectionOptions;
}

/** A name for cells or a formula, without `=`. */
export interface NamedItem {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
}

/** What a conditional format changes; null: leaves it as it is. */
export interface ConditionalStyle {
  fillColor: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: Underline | null;
  strikethrough: boolean | null;
  numberFormat: string | null;
  top: Border | null;
  bottom: Border | null;
  left: Border | null;
  right: Border | null;
}

/** The formula is read from the first cell of the first area. */
export interface ConditionalFormat {
  readonly id: string;
  areas: readonly Area[];
  formula: string;
  stopIfTrue: boolean;
  readonly style: ConditionalStyle;
}

export const plainConditionalStyle = (): ConditionalStyle => ({
  fillColor: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  numberFormat: null,
  top: null,
  bottom: null,
  left: null,
  right: null,
});

/** Where a chart's series takes its numbers and labels from. */
export interface SeriesSource {
  readonly sheet: string;
  readonly area: Area;
}

export interface ChartSeries {
  name: string;
  values: SeriesSource | null;
  categories: SeriesSource | null;
  fillColor: string | null;
  /** Other properties that were set, by their path. */
  readonly set: Map<string, unknown>;
}

/** A chart is kept as it was described; places are points. */
export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** null: no title was set. */
  title: string | null;
  readonly series: ChartSeries[];
  readonly set: Map<string, unknown>;
}

export interface CustomXmlPart {
  readonly id: string;
  namespaceUri: string;
  xml: string;
}
