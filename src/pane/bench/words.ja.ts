/** レイアウトを作る画面の言葉. */
import { calibrationJa } from '../../calibrate/words.ja';
import type { TableRemark } from '../../calibrate/itemTable';
import type { FieldKind } from '../../file/layout';
import type { LayoutFault, Share } from '../../engine/layoutProtocol';
import type { BenchWords } from './words';
import { number } from '../../words/number';

const place = calibrationJa.places;
const share = ({ matched, of }: Share, unit: string): string => `${number(of)}${unit}中${number(matched)}${unit}`;

function remark(found: TableRemark): string {
  switch (found.code) {
    case 'noColumns':
      return '列の見出しがありません。「項目名」の列と、「桁数」又は「開始位置」の列の見出しを含めて貼り付けてください。';
    case 'noNumber':
      return `${number(found.line)}行目の「${found.title}」に桁数も開始位置もありません。この行は使っていません。`;
    case 'sumDiffers':
      return `${place[found.place]}の桁数の合計は${number(found.actual)}で、${number(found.expected)}と${number(Math.abs(found.actual - found.expected))}違います。代行会社の項目表で確認してください。`;
    case 'gap':
    case 'overlap':
      return `${place[found.place]}の「${found.title}」の開始位置は${number(found.actual)}ですが、前の項目の次は${number(found.expected)}です（差${number(Math.abs(found.actual - found.expected))}）。`;
    case 'widthDiffers':
      return `${place[found.place]}の「${found.title}」は${number(found.expected)}桁の項目ですが、表では${number(found.actual)}桁です。読まずに残します。`;
  }
}

function shape(found: LayoutFault, kindName: (kind: FieldKind) => string): string {
  if (typeof found.expected === 'string' && found.expected !== '') return `「${found.expected}」`;
  if (found.kind === null || found.kind === 'digits') return '数字';
  return kindName(found.kind);
}

function fault(found: LayoutFault, kindName: (kind: FieldKind) => string): string {
  const where = found.title === null ? '' : `${found.title}（${found.from}〜${found.to}桁目）：`;
  const values = found.found.map((text) => `「${text}」`).join('、');
  const places = found.places.map(({ file, record }) => `${file}${record === null ? '' : ` レコード${number(record)}`}`).join('、');
  const at = `${number(found.count)}件（${places}${found.count > found.places.length ? ' ほか' : ''}）`;
  switch (found.code) {
    case 'recordLength':
      return `レコードの長さが違います。${found.expected === null ? '' : `${String(found.expected)}バイトのはずですが、`}${found.found.join('、')}バイトです。${at}`;
    case 'recordType':
      return `レコード区分が1、2、8、9のどれでもありません：${values}。${at}`;
    case 'recordOrder':
      return `レコードの順序（ヘッダ、データ、トレーラ、エンド）が違います。${at}`;
    case 'noticeKind':
      return `${where}知らないデータ識別コードです：${values}。${at}`;
    case 'barcodeCheckDigit':
      return `${where}バーコードのチェックデジットが計算と合いません。${at}`;
    case 'totalMismatch':
    case 'recordCountMismatch':
      return `${where}合計が明細と合いません。${found.found
        .map((pair) => pair.split(' ').map(Number))
        .map(([declared = 0, counted = 0]) => `ファイルの合計${number(declared)}、明細の計${number(counted)}、差${number(Math.abs(declared - counted))}`)
        .join('；')}。${at}`;
    case 'paidDateImplausible':
      return `${where}収納日付がファイル作成日より後か、400日より前です。${at}`;
    default:
      return `${where}${shape(found, kindName)}のはずですが、${values === '' ? 'そうではありません' : `${values}です`}。${at}`;
  }
}

export const benchJa: BenchWords = {
  calibration: calibrationJa,
  title: 'レイアウトを作る',
  noFiles: '取込で収納データのファイルを選んでから、ここを開いてください。速報と確報のある数日分と、納付書台帳があると、多くのことが分かります。',
  studying: 'ファイルを調べています',
  about: (files, records, length) => `${number(files)}ファイル・${number(records)}レコード・1レコード${number(length)}バイト`,
  lengthUnknown: 'レコードの長さが分かりません。代行会社の仕様書にある長さ（バイト）を入力してください。',
  recordLength: 'レコードの長さ（バイト）',
  setLength: 'この長さで調べる',
  ledgerHelps: '納付書台帳を選ぶと、納付書番号の位置を台帳で確かめられます。',

  proof: '確かめ',
  proving: '確かめています',
  shares: {
    records: (found) => `レコード ${share(found, '件')}がレイアウトに合う`,
    checkDigits: (found) => `バーコード ${share(found, '件')}でチェックデジットが正しい`,
    totals: (found) => `合計 ${share(found, 'か所')}が明細の計と一致`,
  },
  unchecked: (count) => `合計 ${number(count)}か所は項目がないため未検査`,
  noRecords: 'このレイアウトで読めるレコードがありません。',
  refused: (sentence) => `まだ使えません。${sentence}`,
  nearest: (title) => `近いレイアウト「${title}」との違い`,
  sameAs: (title) => `「${title}」と同じです。`,
  questions: 'ファイルからは分からないこと',

  parts: 'レコードの種類',
  bytes: (name) => `${name}のバイト`,
  shownOf: (shown, all) => (shown === all ? `${number(all)}件` : `${number(all)}件のうち初めの${number(shown)}件`),
  noneOf: (name) => `${name}のレコードはありません。`,
  bytesHelp: '←→で1バイトずつ、↑↓でレコードを移ります。',
  cursor: (record, position, title, value) => `${record} ${number(position)}桁目：${title}「${value}」`,
  recordAt: (file, record) => `${file} レコード${number(record)}`,
  boundary: (title, next) => `${title}と${next}の境`,
  position: (position) => `${number(position)}桁目の後`,

  items: (name) => `${name}の項目`,
  digits: (length) => `${number(length)}桁`,
  span: (from, to) => (from === to ? `${number(from)}桁目` : `${number(from)}〜${number(to)}桁目`),
  sum: (sum, of) => `合計 ${number(sum)}／${number(of)}桁`,
  sumDiffers: (sum, of) => `合計 ${number(sum)}／${number(of)}桁（${number(Math.abs(sum - of))}桁${sum > of ? '多い' : '足りない'}）`,
  itemsHelp: '↑↓で項目を選び、←→で項目の終わりを1桁動かします。Enterで直します。',
  unknown: '未確認',
  kept: '読まずに残す',
  confirmedMark: '確認済み',

  item: '項目',
  itemOther: 'その他（読まずに残す）',
  ownTitle: '項目の名前',
  length: '桁数',
  earlier: '1桁前へ',
  later: '1桁後ろへ',
  confirm: '確認した（新しい提案で動かさない）',
  insertBefore: 'この前に項目を入れる',
  insertLength: '入れる項目の桁数',
  shiftQuestion: '後ろの項目',
  shift: '後ろの項目をずらす',
  noShift: (title) => `ずらさない（「${title}」の初めの桁を使う）`,
  insert: '入れる',
  cancel: 'やめる',
  close: '閉じる',
  refusals: {
    confirmedStays: '確認済みの項目は動かしません。動かすときは、先に「確認した」を外してください。',
    noRoom: '動かせる桁がありません。',
  },
  moved: (title, length, from, to) => `${title} ${number(length)}桁、${from === to ? number(from) : `${number(from)}〜${number(to)}`}桁目`,
  undo: '元に戻す',
  proposeAgain: 'もう一度提案させる',
  proposedAgain: '提案し直しました。確認済みの項目は動かしていません。',

  codes: 'データ識別コードの意味',
  codesNote: '代行会社の仕様書で確かめてください。',
  codeIs: (code) => `コード ${code}`,
  codeUnknown: '分からない',

  paste: '代行会社の項目表を貼り付ける',
  pasteNote: (name) =>
    `Excelや仕様書の表を、見出し（項目名と、桁数又は開始位置）ごと貼り付けます。「ヘッダレコード」「データレコード」などの行があれば、その種類の項目にします。なければ${name}の項目にします。`,
  pasteField: '項目表',
  pasteTake: '項目表を読み込む',
  pasteTaken: (items, own) =>
    `${number(items)}項目を読み込みました。${own.length === 0 ? '' : `次の項目は、そのままの名前で読まずに残します：${own.join('、')}。`}`,
  remark,

  use: 'このレイアウトを使う',
  layoutName: 'レイアウトの名前',
  usualName: '代行会社のレイアウト',
  checkedAgainst: '代行会社の仕様書と照合した',
  checkedNote: '照合した人の言葉として取込履歴に残り、「未検証」が外れます。',
  checkedBy: '照合した人',
  checkedOn: '照合した日',
  checkedDocument: '仕様書の名前',
  checkedMissing: '照合した人、日、仕様書の名前を全て入力してください。',
  checkedSource: (by, day, document) => `${day}に${by}が「${document}」と照合した（本人の申告）。`,
  proposedSource: 'ファイルから提案し、担当者が直した。代行会社の確認はない。',
  staysUnverified: '照合するまで、結果とシートに「未検証」と表示します。',
  used: (title) => `「${title}」で読みます。`,
  save: 'JSONファイルに保存する',
  saved: 'レイアウトを保存しました。',

  inquiry: '代行会社への問合せ',
  inquiryNote: '個人の情報と番号の数字を除いた1枚です。',
  inquiryCopy: '問合せの文をコピーする',
  inquirySave: '問合せの文を保存する',
  inquiryFile: '代行会社への問合せ.txt',
  inquiryTitle: '収納データのレイアウトについての問合せ',
  inquiryIntro: (files, length) => [`対象のファイル：${files.join('、')}`, `1レコード${number(length)}バイトとして読みました。`],
  inquiryItems: '読み取った項目（桁は1から）',
  inquiryFaults: '合わないところ',
  inquiryNone: '合わないところはありません。',
  inquiryMasked: '番号の数字は9、英字はA、その他の文字は■に置き換えています。',
  inquiryAsk: [
    '次のことを教えてください。',
    '1. 各レコードの項目名、桁数、開始位置（項目表）',
    '2. 上の「合わないところ」が仕様どおりかどうか',
    '3. データ識別コードの一覧と意味',
  ],
  fault,
  placeName: (name) => place[name],
};
