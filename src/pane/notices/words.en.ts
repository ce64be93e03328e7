/** English */
import type { WriteNote } from '../../engine/workbookPort';
import type { Message } from '../words';
import type { NoticeWords } from './words';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

function note(said: WriteNote): Message {
  switch (said.code) {
    case 'formulasAsValues':
      return {
        title: 'Values stand in place of formulas',
        body: `On the sheet “${said.sheet}”, ${quoted(said.columns)} hold values, because this Excel makes other formulas of ours. Amounts and counts are right; they do not follow changes of other cells.`,
      };
  }
}

export const noticesEn: NoticeWords = { note };
