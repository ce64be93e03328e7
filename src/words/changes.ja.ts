/** 変化: what has become of a slip since the run before, in Japanese; the sheet and the pane say the same. */
import type { ChangeKind } from '../reconcile/changeKinds';

export const changesJa: Readonly<Record<ChangeKind, string>> = {
  paidAfterReminder: '督促済なのに収納済',
  changedAfterDeed: '処理済みの後に変化',
  cancelled: '取消になった',
  paidTwice: '二重納付になった',
  amountDiffers: '金額相違になった',
  needsReview: '要確認になった',
  noticeHeld: '通知保留になった',
  notInLedger: '台帳なしになった',
  openAgain: '未納に戻った',
  newlyPaid: '新たに収納済',
  confirmed: '速報から確報',
  preliminary: '速報のみになった',
  paidElsewhere: '他で収納済になった',
  partlyPaid: '一部収納になった',
  notOwed: '請求なしになった',
  listed: '新しい納付書',
  other: 'そのほかの変化',
};
