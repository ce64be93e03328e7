/** Which words does a record as it came need beside those of the pane? Both languages come with it: they are few. */
import { usePane } from '../context';

export interface RecordWords {
  readonly open: string;
  /** For the ear: which record. */
  readonly openOf: (file: string, record: number) => string;
  readonly close: string;
  readonly caption: (file: string, record: number) => string;
  readonly about: (layout: string, bytes: number) => string;
  readonly positions: string;
  readonly item: string;
  readonly value: string;
  readonly blank: (length: number) => string;
  readonly gone: string;
}

const ja: RecordWords = {
  open: '原文',
  openOf: (file, record) => `${file} レコード${record}の原文を開く`,
  close: '原文を閉じる',
  caption: (file, record) => `${file} レコード${record}の原文`,
  about: (layout, bytes) => `レイアウト「${layout}」、${bytes}バイト。取込原本のとおりです。`,
  positions: '位置',
  item: '項目',
  value: '値',
  blank: (length) => `空白${length}文字`,
  gone: 'このレコードの原文は、項目に分けて表示できません。',
};

const en: RecordWords = {
  open: 'As it came',
  openOf: (file, record) => `Open record ${record} of ${file} as it came`,
  close: 'Close the record',
  caption: (file, record) => `Record ${record} of ${file} as it came`,
  about: (layout, bytes) => `Layout “${layout}”, ${bytes} bytes, as kept in 取込原本.`,
  positions: 'Bytes',
  item: 'Item',
  value: 'Value',
  blank: (length) => `${length} blanks`,
  gone: 'This record cannot be cut into items.',
};

export function useRecordWords(): RecordWords {
  const { state, environment } = usePane();
  return (state.settings.language ?? environment.language) === 'en' ? en : ja;
}
