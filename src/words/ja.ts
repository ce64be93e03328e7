/** 指摘の文: what each finding says to a clerk, in Japanese. Rules of writing: docs/glossary.md. */
import type { FindingCode, LedgerNeed, SlipName } from '../check/finding';
import type { Filler, Lookalike } from '../file/cut';
import type { FieldKind, RecordName } from '../file/layout';
import type { FindingOf } from '../check/finding';
import { foreignJa } from './foreign.ja';
import { dayText, type Dates, type DayText } from './days';
import { termsJa, termsJaIn, westernDay } from './terms.ja';
import type { FindingTable, FindingWords, Words } from '.';

const { number, yen } = termsJa;

const slip = ({ fiscalYear, slipNumber }: SlipName): string => `${fiscalYear}年度の納付書${slipNumber}`;

const RECORDS: Record<RecordName, string> = { header: 'ヘッダ', data: 'データ', trailer: '合計レコード（トレーラ）', end: 'エンドレコード' };
const ASK_AGENT = '収納代行会社に確認してください。';
const CHECK_STUB = '納付書の控えを確認してください。';
const CUT_OFF = 'ファイルが途中で切れていないか確認してください。';
const JOINED = '別のファイルがつながっていないか確認してください。';
const CHOOSE_ORIGINAL = '収納代行会社から受け取ったファイルをそのまま選んでください。';
const LOOKALIKE: Record<Lookalike, string> = {
  csv: `ファイルの内容はCSV（コンマ区切りの文字）です。${CHOOSE_ORIGINAL}`,
  utf16: `ファイルの文字コードはUTF-16です。${CHOOSE_ORIGINAL}`,
};
const FILLERS: Record<Filler, string> = { nines: '「9」', blanks: '空白', zeros: '値0のバイト（NUL）' };
const FIX_LEDGER = '台帳を直して選び直してください。';
const FIX_RECEIPTS = '一覧を直して選び直してください。';

type Any = FindingOf<FindingCode>;
const place = ({ file, record }: Pick<Any, 'file' | 'record'>, what = ''): string =>
  `${file ?? ''}${record === null ? '' : ` レコード${record}`}${what === '' ? '' : `（${what}）`}`;
const ledgerPlace = ({ record }: Pick<Any, 'record'>, what = ''): string => `台帳${record === null ? '' : `${record}行目`}${what === '' ? '' : `（${what}）`}`;
const receiptPlace = ({ file, record }: Pick<Any, 'file' | 'record'>, what = ''): string =>
  `${file ?? ''}${record === null ? '' : ` ${record}行目`}${what === '' ? '' : `（${what}）`}`;
/** 見出しよりセルの多い行。 */
const movedSentence = ({ expected, actual }: Pick<Any, 'expected' | 'actual'>): string =>
  `見出しは${expected}列ですが、この行は${actual}列で、${Number(actual) - Number(expected)}列多くなっています。引用符（"）のないコンマなどで値がずれています。`;
const words = (title: string, where: string, sentence: string): FindingWords => ({ title, place: where, sentence });

const NEEDS: Record<FieldKind | 'digits', string> = {
  constant: '決まった値',
  date: '暦にある年月日（8桁）',
  optionalDate: '暦にある年月日（8桁）、空白又は0',
  optionalTime: '0000から2359までの時刻又は空白',
  shortDate: '暦にある年月日（6桁）又は期限なしの値',
  code: '半角の英数字と空白',
  count: '半角の数字',
  yen: '半角の数字',
  noticeKind: '決まった区分',
  barcode: '44桁の数字',
  checkDigit: '半角の数字',
  text: 'レイアウトの文字コードの文字',
  filler: '任意の値',
  digits: '半角の数字',
};

const LEDGER_NEEDS: Record<LedgerNeed, string> = {
  fiscalYear: '年度（2027、R9、令和9年度など）',
  slipNumber: '半角の数字',
  slipNumberWidth: 'レイアウトの桁数以内の数字',
  date: '日付（2027/04/30、R9.4.30など）',
  amount: '金額',
  reissueNumber: '半角の数字又は空白',
  text: '読める文字',
  notAfterDue: '納期限以前の日付',
  moreThanZero: '1円以上の金額',
  noMoreCells: '見出しと同じ数のセル',
};

function fieldSentence({ expected, actual, detail }: FindingOf<'fieldValue'>): string {
  const needs = expected === null ? NEEDS[detail.kind] : `「${expected}」`;
  const result =
    detail.record !== 'data' ? 'この項目は使っていません。' : detail.held ? 'この通知は保留し、消し込んでいません。' : 'この誤りだけでは通知を保留しません。';
  return `${needs}のはずですが、「${actual}」です。${result}${ASK_AGENT}`;
}

const moreOrLess = (difference: number, more: string, less: string): string => (difference > 0 ? more : less);

const findingsWith = (day: DayText): FindingTable => ({
  emptyFile: (f) => words('空のファイル', place(f), `レコードがありません（${number(f.detail.size)}バイト）。受け取り直したファイルを選んでください。`),
  ebcdicFile: (f) =>
    words('EBCDICのファイル', place(f), '数字がEBCDIC（F0〜F9）です。読めるのはShift_JISのファイルです。収納代行会社にShift_JISでの提供を依頼してください。'),
  notASettlementFile: (f) => words('収納データでないファイル', place(f), foreignJa[f.detail.kind]),
  recordLength: (f) => {
    const difference = Number(f.actual) - Number(f.expected);
    const amount = `${number(Math.abs(difference))}バイト${moreOrLess(difference, '超過', '不足')}`;
    return words(
      'レコード長の相違',
      place(f),
      `長さは${number(Number(f.expected))}バイトのはずですが、${number(Number(f.actual))}バイトです（${amount}）。このレコードは読み飛ばしました。${f.detail.looksLike === null ? '編集や変換をしていない元のファイルか確認してください。' : LOOKALIKE[f.detail.looksLike]}`,
    );
  },
  recordType: (f) =>
    words(
      '不明なレコード区分',
      place(f),
      `先頭は1、2、8、9のいずれかのはずですが、「${f.actual}」です。このレコードは読み飛ばしました。${f.detail.looksLike === null ? ASK_AGENT : LOOKALIKE[f.detail.looksLike]}`,
    ),
  recordOrder: (f) => {
    const { came, expectedRecords } = f.detail;
    const sentence =
      f.record === null
        ? 'エンドレコードがありません。'
        : expectedRecords.length === 0
          ? 'エンドレコードの後にあるため、読んでいません。'
          : `${expectedRecords.map((name) => RECORDS[name]).join('又は')}が来るはずですが、${came === null ? '不明なレコード' : RECORDS[came]}があります。`;
    return words('レコードの順序の誤り', place(f), `${sentence}${f.record !== null && expectedRecords.length === 0 ? JOINED : CUT_OFF}`);
  },
  mixedLineEndings: (f) =>
    words(
      '改行の混在',
      place(f),
      '改行の種類が混ざっているか、改行のない所でレコードが続いています。読み取りは続けました。ファイルを編集していないか確認してください。',
    ),
  fillerAfterEnd: (f) =>
    words(
      'ファイル末尾の埋め草',
      place(f),
      `エンドレコードの後に、${FILLERS[f.detail.filler]}だけが${number(f.detail.length)}バイト続きます。読み取りには使っていません。毎回同じように続くなら、このままで構いません。`,
    ),
  fieldValue: (f) => words('項目の値の誤り', place(f, f.detail.title), fieldSentence(f)),
  noticeKind: (f) =>
    words(
      '不明なデータ識別コード',
      place(f, 'データ識別コード'),
      `${f.detail.known.join('、')}のいずれかのはずですが、「${f.actual}」です。この通知は保留し、どの合計にも入れていません。${ASK_AGENT}`,
    ),
  barcodeIdentifier: (f) =>
    words('識別コードの誤り', place(f, '識別コード'), `${f.expected}のはずですが、「${f.actual}」です。この通知は保留し、消し込んでいません。${CHECK_STUB}`),
  barcodeCheckDigit: (f) =>
    words(
      'チェックデジットの誤り',
      place(f, 'チェックデジット'),
      `計算した値は${f.expected}、ファイルの値は${f.actual}です。この通知は保留し、消し込んでいません。納付書の控えで番号を確認してください。`,
    ),
  revenueStamp: (f) =>
    words('印紙フラグあり', place(f, '印紙フラグ'), `0のはずですが、${f.actual}です。公金に収入印紙は要りません。納付書の作成元に確認してください。`),
  amountLimit: (f) => {
    const over = Number(f.actual) - Number(f.expected);
    return words(
      '金額の上限超過',
      place(f, '支払い金額'),
      `${yen(Number(f.actual))}は上限の${yen(Number(f.expected))}を${yen(over)}超えています。バーコードを印字できない金額です。納付書を確認してください。`,
    );
  },
  zeroAmount: (f) => words('0円の納付', place(f, '支払い金額'), `支払い金額が0円です。${CHECK_STUB}`),
  paidDateImplausible: (f) => {
    const { paidDate, createdDate, days } = f.detail;
    const sentence =
      days > 0
        ? `収納日付${day(paidDate)}は、ファイル作成日${day(createdDate)}より${number(days)}日後です。`
        : `収納日付${day(paidDate)}は、ファイル作成日${day(createdDate)}より${number(-days)}日前で、400日を超えています。`;
    return words('収納日付の疑い', place(f, '収納日付'), `${sentence}${ASK_AGENT}`);
  },
  totalMismatch: (f) => {
    const { title, measure } = f.detail;
    const difference = Number(f.actual) - Number(f.expected);
    const unit = measure === 'amount' ? '円' : '件';
    const [declared, counted, gap] = [Number(f.expected), Number(f.actual), Math.abs(difference)].map((value) => `${number(value)}${unit}`);
    return words(
      `${title}の不一致`,
      place(f, title),
      `ファイルの合計は${declared}、明細の計は${counted}で、明細が${gap}${moreOrLess(difference, '多く', '少なく')}なっています。収納を確定せず、${ASK_AGENT}`,
    );
  },
  recordCountMismatch: (f) => {
    const difference = Number(f.actual) - Number(f.expected);
    return words(
      'レコード総件数の不一致',
      place(f, 'エンドレコード'),
      `エンドレコードの値は${number(Number(f.expected))}件、実際のレコードは${number(Number(f.actual))}件で、レコードが${number(Math.abs(difference))}件${moreOrLess(difference, '多く', '少なく')}なっています。${difference > 0 ? JOINED : CUT_OFF}`,
    );
  },
  duplicateNotice: (f) => {
    const { kind, first, isReal } = f.detail;
    return words(
      '同じ通知の重複',
      place(f),
      `同じ納付の${ja.noticeKinds[kind]}が${place(first)}にもあります。${isReal ? `ファイルの合計が両方を数えて一致しているため、別の納付としました。${ASK_AGENT}` : `消込では1回、合計の照合では2回と数えました。続く場合は${ASK_AGENT}`}`,
    );
  },
  ambiguousPairing: (f) => {
    const { kind, waiting, chosen } = f.detail;
    return words(
      '組み合わせの候補が複数',
      place(f),
      `時刻のない${ja.noticeKinds[kind]}に合う速報が${waiting}件あります。収納時間の最も早いもの（${place(chosen)}）と組み合わせました。${slip(f.detail)}の納付を確認してください。`,
    );
  },
  cancellationWithoutPreliminary: (f) =>
    words('取消の元になる速報なし', place(f), `${slip(f.detail)}の速報取消に対応する速報がありません。前日までのファイルがそろっているか確認してください。`),
  confirmedAndCancelled: (f) =>
    words(
      '確報と取消の両方あり',
      place(f),
      `${slip(f.detail)}の同じ納付に確報と速報取消があります。入金を優先し、収納済としました。収納代行会社に入金の有無を確認してください。`,
    ),
  confirmedTakenBack: (f) =>
    words(
      '確報の訂正あり',
      place(f),
      `${slip(f.detail)}の確報が訂正で取り消されました。入金はなかったものとしました。収納代行会社に入金の有無を確認してください。`,
    ),
  noticeIgnored: (f) =>
    words('対象外の通知', place(f), 'レイアウトで対象外としている識別コードの通知です。消込に使っていません。対象外でよいか確認してください。'),
  yearAmbiguous: (f) =>
    words(
      '年度を決められない',
      place(f, '納付書番号'),
      `バーコードに年度がなく、番号「${f.actual}」の納付書は台帳の${f.detail.years.join('年度と')}年度にあります。どちらの納付か決められないので、この通知は保留しました。台帳を1つの年度にするか、納付書を確認してください。`,
    ),
  fileAlreadyImported: (f) =>
    words('取り込み済みのファイル', place(f), `${f.detail.sameAs}と内容が同じです。今回は読み込みませんでした。二重に数えていないので、そのままで構いません。`),
  layoutDiffers: (f) => {
    const { first, other } = f.detail;
    return words(
      'レイアウトの混在',
      '今回の取込',
      `${first.file}は「${first.layoutTitle}」、${other.file}は「${other.layoutTitle}」と判定しました。同じ収納代行会社のファイルか確認してください。`,
    );
  },
  billerAmbiguous: (f) => {
    const { billers, chosen, isLedger } = f.detail;
    const name = (code: string | null): string => code ?? '（不明）';
    return words(
      '収納機関を決められない',
      isLedger ? ledgerPlace(f) : receiptPlace(f),
      `${slip(f.detail)}は収納機関${billers.map(name).join('と')}にあります。${name(chosen)}のものとしました。${isLedger ? '台帳' : '他の収納'}に「収納機関コード」の列を加えてください。`,
    );
  },
  ledgerRow: (f) => {
    const { needs, rowUsed, digits } = f.detail;
    const wide =
      digits === null ? '' : `（レイアウトは${number(digits.most)}桁、この値は${number(digits.actual)}桁で${number(digits.actual - digits.most)}桁超過）`;
    const rounded = /^\d+(\.\d+)?E\+\d+$/i.test(String(f.actual).trim()) ? `「${f.actual}」はExcelが丸めた表示です。` : '';
    if (needs === 'noMoreCells') {
      const result = rowUsed ? '年度と納付書番号のほかの値は使っていません。' : 'この行は使っていません。';
      return words('台帳の行のずれ', ledgerPlace(f), `${movedSentence(f)}${result}${FIX_LEDGER}`);
    }
    const result = rowUsed ? 'この値は空として扱いました。' : 'この行は使っていません。';
    return words(
      '台帳の行の誤り',
      ledgerPlace(f, f.field ?? '見出しのない列'),
      `${LEDGER_NEEDS[needs]}のはずですが、${f.actual === '' ? '空欄' : `「${f.actual}」`}です${wide}。${result}${rounded}${FIX_LEDGER}`,
    );
  },
  ledgerDuplicate: (f) =>
    words('台帳の重複', ledgerPlace(f), `${slip(f.detail)}は${f.detail.firstRecord}行目にもあります。${f.detail.firstRecord}行目を使いました。${FIX_LEDGER}`),
  ledgerRounded: (f) =>
    words(
      '台帳の番号の丸め',
      ledgerPlace(f, '納付書番号'),
      `納付書番号${number(f.detail.count)}件の16桁目以降が全て0です。Excelで開いて保存すると15桁までしか残りません。元のシステムから${f.detail.isLedger ? '台帳' : '他の収納'}を出し直してください。`,
    ),
  ledgerUnrelated: (f) => {
    const { biller } = f.detail;
    const ofFiles = biller === undefined ? '他の収納' : biller === null ? '収納データ' : `収納データ（収納機関${biller}）`;
    const [slips, missing] = [Number(f.expected), Number(f.actual)];
    return words(
      '台帳の取り違え',
      biller === undefined ? receiptPlace(f) : ledgerPlace(f),
      `${ofFiles}の納付書${number(slips)}件のうち、台帳にあるのは${number(slips - missing)}件で、${number(missing)}件がありません。ほかの課・年度の台帳か、番号の付け方が違う台帳です。この台帳の未納は使えません。正しい台帳を選んでください。`,
    );
  },
  receiptRow: (f) => {
    const { needs } = f.detail;
    if (needs === 'noMoreCells') return words('他の収納の行のずれ', receiptPlace(f), `${movedSentence(f)}この行は使っていません。${FIX_RECEIPTS}`);
    return words(
      '他の収納の行の誤り',
      receiptPlace(f, f.field ?? ''),
      `${LEDGER_NEEDS[needs]}のはずですが、${f.actual === '' ? '空欄' : `「${f.actual}」`}です。この行は使っていません。${FIX_RECEIPTS}`,
    );
  },
  receiptDuplicate: (f) =>
    words(
      '他の収納の重複',
      receiptPlace(f),
      `${slip(f.detail)}の同じ日・同じ金額の収納が${receiptPlace(f.detail.first)}にもあります。1回だけ数えました。別々の納付であれば、収納日か金額を確認してください。`,
    ),
  receiptUnclear: (f) =>
    words(
      '収納方法のない収納',
      ledgerPlace(f, '収納方法'),
      `${slip(f.detail)}には収納データの納付もあり、台帳の収納と同じものか分かりません。台帳の収納は数えていません。台帳の「収納方法」を確認してください。`,
    ),
  receiptWithoutNotice: (f) =>
    words(
      '通知のないコンビニなどの収納',
      receiptPlace(f, '収納方法'),
      `${slip(f.detail)}はコンビニなどで納付されたとありますが、収納データに納付の通知がありません。この収納は数えていません。抜けたファイルがないか、${ASK_AGENT}`,
    ),
});

export const jaIn = (dates: Dates): Words => ({ ...termsJaIn(dates), findings: findingsWith(dayText(dates, westernDay)) });
export const ja = jaIn('western');
