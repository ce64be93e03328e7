/** How is the time of a run told to people? To the minute; its seconds only tell runs of one minute apart. */

export const withoutSeconds = (runAt: string): string => runAt.replace(/( \d{1,2}:\d{2}):\d{2}$/, '$1');
