/** 日付: how is a day written, 2027/04/30 or R9.4.30? Sentences are made with the day that is wanted. */
import type { Day } from '../file/calendar';
import { eraDay } from '../file/eras';

export type Dates = 'western' | 'japanese';
export type DayText = (day: Day) => string;

/** `western` is that of the language; days before all eras have no other. */
export const dayText = (dates: Dates, western: DayText): DayText => (dates === 'western' ? western : (day) => eraDay(day) ?? western(day));
