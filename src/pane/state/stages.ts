/** Which steps of a run does the clerk see, and how far along is it? */
import type { Progress } from '../../engine/protocol';

/** The five that are named; matching shows what the engine calls ledger, match and slips. */
export const STAGE_NAMES = ['read', 'cut', 'check', 'match', 'write'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

const SHOWN: Record<Progress['stage'], StageName> = { read: 'read', cut: 'cut', check: 'check', ledger: 'match', match: 'match', slips: 'match' };
export const stageOf = ({ stage }: Progress): StageName => SHOWN[stage];

export const placeOf = (stage: StageName): number => STAGE_NAMES.indexOf(stage);
