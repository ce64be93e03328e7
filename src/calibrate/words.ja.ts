/** レイアウトの調べの言葉: what a calibration found, in Japanese. */
import { NOTICE_KINDS, type NoticeKind } from '../file/layout';
import type { Difference, Evidence } from './proposal';
import type { CalibrationWords } from './words';
import { number } from '../words/number';

const share = ({ matched, of }: Evidence, unit: string): string => `${number(of)}${unit}中${number(matched)}${unit}`;
const records = (evidence: Evidence): string => share(evidence, '件');

const NOTICES: Record<NoticeKind, string> = { preliminary: '速報', confirmed: '確報', preliminaryCancelled: '速報取消' };
const PLACES = { header: 'ヘッダ', data: 'データ', barcode: 'バーコード', trailer: 'トレーラ', end: 'エンド' } as const;
const kindName = (kind: string): string => NOTICES[NOTICE_KINDS.find((name) => name === kind) ?? 'preliminary'];

const COUNTED: Readonly<Record<string, string>> = {
  allRecords: '全レコード',
  dataRecords: 'データレコード',
  withoutEnd: 'エンドを除くレコード',
  withoutHeaderAndEnd: 'ヘッダとエンドを除くレコード',
};

function difference({ place, names, shift, here, there }: Difference, title: (name: string) => string): string {
  const items = `${PLACES[place]}の${names.map(title).join('、')}`;
  if (here === null) return `${items}が見つかりません。`;
  if (there === null) return `${items}が加わっています。`;
  const moved = shift === 0 ? '' : `${Math.abs(shift)}桁${shift > 0 ? '後ろ' : '前'}にずれて`;
  const size = here === there ? '' : `${number(there)}桁ではなく${number(here)}桁`;
  if (size === '') return `${items}が${moved}います。`;
  return moved === '' ? `${items}は${size}です。` : `${items}が${moved}いて、${size}です。`;
}

export const calibrationJa: CalibrationWords = {
  places: PLACES,
  kinds: {
    constant: '固定',
    date: '日付',
    optionalDate: '日付（空き可）',
    optionalTime: '時刻（空き可）',
    shortDate: '日付（YYMMDD）',
    code: 'コード',
    count: '件数',
    yen: '金額',
    noticeKind: '識別コード',
    barcode: 'バーコード',
    checkDigit: 'チェックデジット',
    text: '文字',
    filler: '予備',
  },
  certainties: { certain: '確実', likely: 'ほぼ確実', weak: '要確認', none: '—' },
  noticeKinds: NOTICES,
  evidence: {
    recordType: (e) => `${number(e.of)}件の先頭の1桁`,
    identifier: (e) => `${records(e)}が91`,
    checkDigit: (e) => `${records(e)}でチェックデジットが正しい`,
    dueDate: (e) => `${records(e)}が暦にある日`,
    noDueDate: (e) => `${number(e.matched)}件は期限なし（${e.about ?? ''}）`,
    stampZero: (e) => `${records(e)}が0`,
    withinLimit: (e) => `${records(e)}が30万円以下`,
    calendar: (e) => `${records(e)}が暦にある日又は空き`,
    sameForOnePayment: (e) => `同じ納付の通知${share(e, '組')}で同じ`,
    notAfterCreated: (e) => `${records(e)}でファイル作成日以前`,
    afterCreated: (e) => `${records(e)}でファイル作成日より後`,
    setOnConfirmed: (e) => `${e.about ?? ''}は${records(e)}に支払い予定日がある`,
    blankOnPreliminary: (e) => `${e.about ?? ''}は${records(e)}で支払い予定日が空き`,
    timeOfDay: (e) => `${records(e)}が時刻又は空き`,
    timeBlank: (e) => `${number(e.matched)}件は空き又は0000`,
    fewValues: (e) => `${number(e.of)}件に${number(e.matched)}種類の値（${e.about ?? ''}）`,
    differsInPayment: (e) => `同じ納付の通知${share(e, '組')}で異なる`,
    tellsTransfer: () => '値ごとに、支払い予定日の有無がそろう',
    kindOf: (e) => {
      const [code = '', kind = ''] = (e.about ?? '').split(' ');
      return `${code}は${kindName(kind)}（${number(e.of)}件中${number(e.matched)}件）`;
    },
    followsPreliminary: (e) => `${e.about ?? ''}は${share(e, '組')}で速報の後のファイルに来る`,
    inLedger: (e) => `異なるバーコード${records(e)}の番号が台帳にある`,
    yearInLedger: (e) => `${records(e)}が台帳の年度と同じ`,
    amountInLedger: (e) => `${records(e)}が台帳の請求金額と同じ`,
    reissueInLedger: (e) => `${records(e)}が台帳の再発行区分と同じ`,
    billerInLedger: (e) => `${records(e)}が台帳の収納機関コードと同じ`,
    billerInHeader: (e) => `${records(e)}で、バーコードの中の数字とヘッダの数字が同じ`,
    variesBetweenGroups: (e) => `${share(e, 'ファイル')}で、同じファイルの組ごとに異なる`,
    fiscalYearOfDue: (e) => `${records(e)}が支払い期限日の年度と合う`,
    runsThrough: (e) => `異なるバーコード${number(e.of)}件で変わる数字（台帳での確認なし）`,
    distinctValues: (e) => `${number(e.of)}件に${number(e.matched)}種類の値`,
    totalEquals: (e, title) =>
      e.about !== undefined && title(e.about) !== e.about ? `合計レコード${records(e)}が明細の計と同じ` : `件数と金額${share(e, '項目')}がトレーラにある`,
    totalAlwaysZero: (e) => `合計レコード${records(e)}が0（明細も0件）。ほかの0と区別できない`,
    countsAllRecords: (e) => `${share(e, 'ファイル')}で全レコード数と同じ`,
    countsDataRecords: (e) => `${share(e, 'ファイル')}でデータレコード数と同じ`,
    countsOtherwise: (e) => `${share(e, 'ファイル')}で${COUNTED[e.about ?? ''] ?? ''}の数と同じ`,
    alwaysThis: (e) => `全て「${e.about ?? ''}」`,
    alwaysBlank: () => '全て空白',
    standard: () => '標準バーコードの位置',
    notUnderstood: () => '意味は分からない（読まずに残す）',
  },
  questions: {
    recordLength: () => 'レコードの長さが分かりません。収納データのファイルか確認してください。',
    dataRecords: () => 'データレコードがありません。明細のあるファイルを指定してください。',
    barcode: () => '91で始まりチェックデジットの正しい44桁のバーコードが、データレコードの同じ位置に見つかりません。',
    noticeKind: () => 'データ識別コード（速報・確報）の位置が分かりません。速報と確報の両方がある数日分のファイルを指定してください。',
    kindMeaning: ({ about }) =>
      `データ識別コード ${about} のどれが速報、確報、速報取消か決められません。もっと多くの日のファイルを指定するか、代行会社に確認してください。`,
    kindNotSeen: ({ about }) => `${kindName(about)}の明細がないため、そのコードは分かりません。代行会社に確認してください。`,
    strayCode: ({ about }) => `データ識別コード ${about} の明細はごく少なく、納付とも合計とも結び付きません。コードから除いたので、その通知は保留になります。`,
    paidDate: ({ about }) =>
      about === '' ? '収納日付の位置が分かりません。' : `収納日付の候補がほかにもあります（${about}桁目から）。代行会社の項目表で確認してください。`,
    fiscalYear: () => 'バーコードの中の年度の位置が分かりません。納付書番号の採番の決まりを確認してください。',
    noFiscalYear: () => 'バーコードの中に台帳の年度と同じ数字がありません。納付書は番号だけで探します。同じ番号が2つの年度にあるときは、その通知を保留します。',
    slipNumber: () => 'バーコードの中の納付書番号の位置が分かりません。そのファイルの納付書を含む台帳を指定してください。',
    slipNumberWithoutLedger: ({ about }) => `納付書番号はバーコードの${about}桁目としました。台帳がないため、前後の数字が番号に含まれるかは分かりません。`,
    billerCode: ({ about }) =>
      `収納機関コードの位置が分かりません${about === '' ? '' : `（ヘッダの候補：${about}桁目）`}。台帳に収納機関コードの列があれば分かります。`,
    createdDate: () => 'ヘッダにファイル作成日が見つかりません。データの期間は分からないままになります。',
    trailerItem: ({ about }, title) => `トレーラに${title(about)}が見つかりません。この合計は未検査になります。`,
    trailerZero: ({ about }, title) => `トレーラの${title(about)}は全て0で、位置は確かではありません。代行会社の項目表で確認してください。`,
    recordCount: () => 'エンドにレコード総件数が見つかりません。件数は未検査になります。',
    noLedger: () => '台帳がないため、納付書番号を台帳と照らし合わせていません。--ledger で指定してください。',
  },
  difference,
  between: '、',
  recordLengthDiffers: (here, there) => `レコードの長さは${number(there)}バイトではなく${number(here)}バイトです。`,
  alternative: (position, length, title) => `${number(position)}桁目から${number(length)}桁が${title}かもしれない`,
};
