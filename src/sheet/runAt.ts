/** How is the time of a run told to people? To the minute; its seconds only tell runs of one minute apart. */
import type { DayText } from '../words/days';
import { readDay } from '../reconcile/cells';

/** `2027/05/10 14:32:07` with the day as it shall be written; what is no such time stays as it is. */
export function toldRunAt(runAt: string, day: DayText): string {
  const match = /^(\S+) (\d{1,2}:\d{2})(?::\d{2})?$/.exec(runAt);
  const date = match === null ? null : readDay(match[1]!);
  return match === null || date === null ? runAt : `${day(date)} ${match[2]!}`;
}
