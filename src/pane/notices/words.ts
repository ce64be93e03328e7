/** Which words does the pane need where Excel did otherwise than asked? Fetched with the first of them. */
import type { AtWork, WriteNote } from '../../engine/workbookPort';
import type { Message } from '../words';

export interface NoticeWords {
  /** Another pane writes. */
  readonly atWork: (atWork: AtWork) => Message;
  readonly note: (note: WriteNote) => Message;
  readonly coloursLost: (sheets: readonly string[]) => string;
}
