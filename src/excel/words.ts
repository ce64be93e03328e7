/** The few words that the writer says or has to know by itself, in the language of the sheet around them. */
import { headersJa } from '../sheet/headers.ja';

/** `remarks` is the header of 備考, by which the sheet's language is known. */
export const leftoverTitle = (remarks: string): string =>
  remarks === headersJa.reconciliation.remarks
    ? '次の納付書は今回の一覧にありません（備考を残しています）'
    : 'These slips are no longer in the list (their remarks are kept)';
