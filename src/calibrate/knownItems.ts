/** Which items do settlement files have, by their official titles? Those of the built-in layouts. */
import type { Field } from '../file/layout';
import { RECORD_NAMES } from '../file/layout';
import { BUILT_IN_LAYOUTS } from '../file/layouts';
import type { Place } from './proposal';

export const PLACES: readonly Place[] = ['header', 'data', 'barcode', 'trailer', 'end'];

/** The items of a place, each once, as the first layout that has it describes it; constants and fillers are no items of the agent's table. */
export function knownItems(place: Place): readonly Field[] {
  const items = new Map<string, Field>();
  for (const layout of BUILT_IN_LAYOUTS) {
    if (layout.csv !== undefined) continue;
    for (const field of place === 'barcode' ? layout.barcode : (layout.records[place] ?? [])) {
      if (field.kind !== 'filler' && field.name !== 'recordType' && !items.has(field.name)) items.set(field.name, field);
    }
  }
  return [...items.values()];
}

/** Other spellings in agents' tables, after `plainTitle`. */
const ALSO: Readonly<Record<string, string>> = {
  データ作成日: 'createdDate',
  作成日: 'createdDate',
  作成日付: 'createdDate',
  ファイル作成日付: 'createdDate',
  収納代行会社コード: 'agentCode',
  委託者コード: 'billerCode',
  収納企業コード: 'billerCode',
  企業コード: 'billerCode',
  データ種別: 'noticeKind',
  種別: 'noticeKind',
  種別コード: 'noticeKind',
  データ区分コード: 'noticeKind',
  収納日: 'paidDate',
  支払日: 'paidDate',
  収納時刻: 'paidTime',
  収納時分: 'paidTime',
  バーコード: 'barcode',
  バーコードデータ: 'barcode',
  店舗コード: 'storeCode',
  店番: 'storeCode',
  振込予定日: 'transferDate',
  入金予定日: 'transferDate',
  払込予定日: 'transferDate',
  支払予定日: 'transferDate',
  計算日: 'accountingDate',
  処理日: 'accountingDate',
  本部コード: 'chainCode',
  CVSコード: 'chainCode',
  速報件数: 'preliminaryCount',
  速報金額: 'preliminaryAmount',
  確報件数: 'confirmedCount',
  確報金額: 'confirmedAmount',
  速報取消件数: 'preliminaryCancelledCount',
  速報取消金額: 'preliminaryCancelledAmount',
  取消件数: 'preliminaryCancelledCount',
  取消金額: 'preliminaryCancelledAmount',
  レコード件数: 'recordCount',
  レコード総数: 'recordCount',
  総件数: 'recordCount',
  総レコード件数: 'recordCount',
  メーカー: 'makerCode',
  金額: 'amount',
  支払期限: 'paymentDueDate',
  支払期限日: 'paymentDueDate',
  再発行番号: 'reissueNumber',
  CD: 'checkDigit',
};

/** A title without blanks, marks and what stands in brackets; full-width letters as half-width ones. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^)]*\)|［[^］]*］|\[[^\]]*\]/g, '')
    .replace(/[\s・:：、,.*＊※-]/g, '');

/** The known item that a title of the agent's table means, or null. */
export function knownByTitle(place: Place, title: string): Field | null {
  const plain = plainTitle(title);
  const known = knownItems(place);
  return known.find((field) => plainTitle(field.title) === plain) ?? known.find(({ name }) => name === ALSO[plain]) ?? null;
}

const RECORD_TITLES: readonly (readonly [RegExp, Place])[] = [
  [/^ヘッダ/, 'header'],
  [/^データ(?:レコード|部)?$/, 'data'],
  [/^明細/, 'data'],
  [/^バーコード(?:情報)?(?:の内訳|内訳)$/, 'barcode'],
  [/^トレーラ/, 'trailer'],
  [/^合計レコード/, 'trailer'],
  [/^エンド/, 'end'],
];

/** The record that a heading between the lines of a table names. */
export const placeOfHeading = (text: string): Place | null => {
  const plain = plainTitle(text).replace(/^[0-9①-⑨]+/, '');
  return RECORD_TITLES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

/** The titles of the first byte. */
export const isRecordType = (title: string): boolean => /^(?:レコード|データ)?区分$|^レコード(?:種別|タイプ)$/.test(plainTitle(title));

export const isFillerTitle = (title: string): boolean => /^(?:予備|空き|余白|フィラー|ダミー|FILLER|未使用)\d*$/i.test(plainTitle(title));

export const isRecord = (place: Place): place is Exclude<Place, 'barcode'> => (RECORD_NAMES as readonly string[]).includes(place);
