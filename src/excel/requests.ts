/** How do many small changes become few requests? Each at most 1 MB, calculation suspended; between two of them the pane gets its turn. */

import type { Claims } from './claim';
import { inFront, watched } from './waiting';

/** Of what we count; the rest of the megabyte is for what Office.js puts around it. */
const MOST_BYTES = 600_000;

/** The clerk said stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export const stopIf = (signal: AbortSignal) => (): void => {
  if (signal.aborted) throw new Stopped();
};

export const NEVER = (): void => undefined;

/** While the clerk edits a cell, requests wait. Here, and only here, is `Excel.run`. */
export const inExcel = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run({ delayForCellEdit: true }, (context) => batch(watched(context)));

/** A handler of events is taken off in the context that put it on. */
export const removeHandler = <T>(handler: OfficeExtension.EventHandlerResult<T>): Promise<void> =>
  Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });

export class Requests {
  private bytes = 0;

  constructor(
    readonly context: Excel.RequestContext,
    private readonly stop: () => void,
    private readonly claims: Claims,
  ) {}

  /** Room for changes of about so many bytes; what would not fit beside what waits is sent first. */
  async room(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > MOST_BYTES) await this.send();
    if (this.bytes === 0) this.context.application.suspendApiCalculationUntilNextSync();
    this.bytes += bytes;
  }

  async send(): Promise<void> {
    this.stop();
    this.bytes = 0;
    await this.context.sync();
    await new Promise((resolve) => setTimeout(resolve));
    this.stop();
    await this.claims.keep(this.context);
  }

  /** What Excel refuses while another workbook is in front; what waits is sent before. */
  async inFront(act: (attempt: number) => Promise<void> | void): Promise<void> {
    if (this.bytes > 0) await this.send();
    await inFront(this.context, act, () => this.between());
  }

  /** A hidden sheet of ours. */
  async addHidden(name: string): Promise<Excel.Worksheet> {
    const { worksheets } = this.context.workbook;
    let sheet = worksheets.getItemOrNullObject(name);
    await this.inFront(async (attempt) => {
      if (attempt > 0) {
        sheet = worksheets.getItemOrNullObject(name);
        await this.context.sync();
      }
      if (attempt === 0 || sheet.isNullObject) sheet = worksheets.add(name);
      sheet.visibility = 'Hidden';
      sheet.load('id');
    });
    return sheet;
  }

  private async between(): Promise<void> {
    this.stop();
    await this.claims.keep(this.context);
  }
}

/** Bytes of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** What Office.js adds for a cell when it cuts a large range into slices of 1,500. */
const A_CELL = 1;
export const rowBytes = (row: readonly unknown[]): number => utf8Bytes(JSON.stringify(row)) + row.length * A_CELL;

/** Sets every cell of a range to the same; Office.js takes one value for all. */
export const everywhere = (value: string | number): string[][] => value as unknown as string[][];

/** What went wrong, for the details that the clerk can copy: nothing of a cell's content. */
export function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, debugInfo } = error as Error & { readonly code?: unknown; readonly debugInfo?: { readonly errorLocation?: unknown } };
  const place = debugInfo?.errorLocation;
  return [typeof code === 'string' ? code : error.name, error.message, ...(typeof place === 'string' ? [place] : [])].join(': ');
}
