/** Which looks do the cells of a file have? Each of them once. */
import { DEFAULT_STYLE, type CellStyle } from '../model/style';

export class StyleList {
  /** The place of the look that cells have by themselves. */
  static readonly plain = 0;
  readonly all: CellStyle[] = [DEFAULT_STYLE];
  private readonly places = new Map<string, number>([[JSON.stringify(DEFAULT_STYLE), StyleList.plain]]);

  place(style: CellStyle): number {
    const key = JSON.stringify(style);
    let place = this.places.get(key);
    if (place === undefined) this.places.set(key, (place = this.all.push(style) - 1));
    return place;
  }
}
