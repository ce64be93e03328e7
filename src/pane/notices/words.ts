/** Which words does the pane need where Excel did otherwise than asked? Fetched with the first of them. */
import type { WriteNote } from '../../engine/workbookPort';
import type { Message } from '../words';

export interface NoticeWords {
  readonly note: (note: WriteNote) => Message;
}
