/** What does one record say as it came, item by item? Plain data. */
export interface RecordItem {
  readonly title: string;
  /** 1-based bytes in the record; null where the file has columns and no positions. */
  readonly from: number | null;
  readonly length: number;
  /** As it came: its characters, or 0x and its bytes where they are none. */
  readonly text: string;
  /** What is wrong with it, in sentences. */
  readonly findings: readonly string[];
}

export interface RecordView {
  readonly layoutTitle: string;
  /** Bytes of the record. */
  readonly length: number;
  readonly items: readonly RecordItem[];
  /** What is said of the record as a whole. */
  readonly findings: readonly string[];
}
