/** How is what others wrote shown, so that it can neither pose as ours nor hide? Control and direction characters are drawn instead of obeyed. */

/** C0, C1 and delete; what turns the direction of a line; what is there and takes no room. Joiners and variants stay: names need them. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '\u2421';

function pictureOf(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  return code === DELETE ? DELETE_PICTURE : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** On one line: a line end in it is drawn too. */
export const visible = (text: string): string => text.replace(HIDDEN, pictureOf);

/** The same of lines that we have made of it: their ends stay. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** The same for every text in plain data; what needs nothing is the very same. */
export function visibleIn<T>(data: T): T {
  if (typeof data === 'string') return visible(data) as T;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(visibleIn) as T;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, visibleIn(value)])) as T;
}

/** Says it of what is shown. */
export const ofVisible =
  <T>(say: (given: T) => string) =>
  (given: T): string =>
    say(visibleIn(given));
