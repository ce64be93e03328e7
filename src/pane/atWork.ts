/** What does another pane do in this workbook, in a clause? */
import type { AtWork } from '../engine/workbookPort';

/** 「2027/05/10 14:32に消込を始めました」 */
export const atWorkJa = ({ work, since }: AtWork): string => `${since === '' ? '' : `${since}に`}${WORKS_JA[work]}を始めました`;
const WORKS_JA: Readonly<Record<AtWork['work'], string>> = {
  run: '消込',
  deletion: '個人情報の消去',
  record: '書き出しの記録',
  recovery: '中断した処理の後始末',
};

export const atWorkEn = ({ work, since }: AtWork): string => `began ${WORKS_EN[work]}${since === '' ? '' : ` at ${since}`}`;
const WORKS_EN: Readonly<Record<AtWork['work'], string>> = {
  run: 'a run',
  deletion: 'a deletion',
  record: 'to record an export',
  recovery: 'to tidy up after an interrupted run',
};
