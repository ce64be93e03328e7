/** Which year of which era is a day? */

interface Era {
  readonly letter: string;
  readonly name: string;
  readonly from: number;
}

const ERAS: readonly Era[] = [
  { letter: 'R', name: '令和', from: Date.UTC(2019, 4, 1) },
  { letter: 'H', name: '平成', from: Date.UTC(1989, 0, 8) },
  { letter: 'S', name: '昭和', from: Date.UTC(1926, 11, 25) },
  { letter: 'T', name: '大正', from: Date.UTC(1912, 6, 30) },
  { letter: 'M', name: '明治', from: Date.UTC(1868, 0, 25) },
];
const OLDEST = ERAS[ERAS.length - 1] as Era;

export function eraOf(date: Date): { readonly letter: string; readonly name: string; readonly year: number } {
  const { letter, name, from } = ERAS.find((era) => date.getTime() >= era.from) ?? OLDEST;
  return { letter, name, year: date.getUTCFullYear() - new Date(from).getUTCFullYear() + 1 };
}

/** The common year of an era's year. */
export function eraYear(letter: string, year: number): number {
  const era = ERAS.find((one) => one.letter === letter.toUpperCase()) ?? OLDEST;
  return new Date(era.from).getUTCFullYear() + year - 1;
}
