/** Which bytes are a workbook as .xlsx, open or encrypted, and what if it does not fit? */
import { encryptWorkbook } from '../encrypt';
import type { ExportWords } from '../export/words';
import { CellTooLong, WorkbookTooLarge } from '../sheet';
import type { Workbook } from '../sheet/workbook';
import { writeWorkbook } from '../xlsx';

export interface Making {
  /** Told before encrypting begins, and the share that is done, 0 to 1. */
  readonly onEncrypt?: (share: number | 'begins') => void;
  readonly signal?: AbortSignal;
}

export interface BookProblem {
  readonly code: 'tooLarge' | 'cellTooLong';
  /** Where, how much, and how much would fit. */
  readonly sentence: string;
}

/** `make` may throw what `bookFile` tells as a problem. */
export async function bookFile(
  make: () => Workbook,
  password: string | null,
  { limits }: Pick<ExportWords, 'limits'>,
  { onEncrypt = () => undefined, signal }: Making = {},
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: BookProblem }> {
  try {
    const bytes = await writeWorkbook(make());
    signal?.throwIfAborted();
    if (password === null) return { bytes };
    onEncrypt('begins');
    return { bytes: await encryptWorkbook(bytes, password, { onProgress: onEncrypt, ...(signal === undefined ? {} : { signal }) }) };
  } catch (error) {
    if (error instanceof WorkbookTooLarge) return { problem: { code: 'tooLarge', sentence: limits.tooLarge(error) } };
    if (error instanceof CellTooLong) return { problem: { code: 'cellTooLong', sentence: limits.cellTooLong(error) } };
    throw error;
  }
}
