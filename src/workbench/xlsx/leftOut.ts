/** What could not be taken from a workbook into a file, or from a file into a workbook? It is counted and told, never dropped in silence. */

/** Saved or opened only in part, or not at all. */
export const LEFT_OUT = [
  'arrayFormulas',
  'chartSettings',
  'charts',
  'comments',
  'conditionalFormats',
  'dataValidations',
  'filters',
  'formulas',
  'hyperlinks',
  'images',
  'linkedWorkbooks',
  'looks',
  'mergedCells',
  'outlines',
  'pageBreaks',
  'passwords',
  'pivotTables',
  'properties',
  'richTexts',
  'sheetProperties',
  'slicers',
  'sparklines',
  'splitPanes',
  'totals',
] as const;
export type LeftOutKind = (typeof LEFT_OUT)[number];

export interface LeftOut {
  readonly what: LeftOutKind;
  readonly count: number;
}

export class LeftOutCounts {
  private readonly counts = new Map<LeftOutKind, number>();

  add(what: LeftOutKind, count = 1): void {
    if (count > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }

  /** In the order of the list above. */
  found(): LeftOut[] {
    return LEFT_OUT.flatMap((what) => {
      const count = this.counts.get(what);
      return count === undefined ? [] : [{ what, count }];
    });
  }
}
