/** Which kinds of notice does the product know? Apart from the layouts, so that the pane's first view need not bring them. */

/** 速報, 確報, 速報取消 */
export const NOTICE_KINDS = ['preliminary', 'confirmed', 'preliminaryCancelled'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
