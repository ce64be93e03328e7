/** Which ranges does an add-in hold on to, and where did they go when cells moved? */
import { relocated, type Shift } from '../model/shift';
import { CellAreas, CellRange } from '../office/cellsTarget';
import { Handle } from '../office/spec';

export class References {
  private readonly byId = new Map<string, Handle>();
  /** Two proxies of the same cells are held, and let go of, each for itself. */
  private readonly ids = new Map<Handle, string>();
  private lastId = 0;

  keep(handle: Handle): string {
    const known = this.ids.get(handle);
    if (known !== undefined) return known;
    const id = `{reference-${++this.lastId}}`;
    this.byId.set(id, handle);
    this.ids.set(handle, id);
    return id;
  }

  idOf(handle: Handle): string | undefined {
    return this.ids.get(handle);
  }

  get(id: string): Handle | undefined {
    return this.byId.get(id);
  }

  remove(id: string): void {
    const handle = this.byId.get(id);
    if (handle !== undefined) this.ids.delete(handle);
    this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
    this.ids.clear();
  }

  get count(): number {
    return this.byId.size;
  }

  /** A range that is held follows its cells. @assumption tracked-ranges */
  follow(shift: Shift): void {
    for (const { target } of this.byId.values()) {
      const held: unknown = target;
      if (held instanceof CellRange && held.sheet === shift.sheet && held.place !== null) held.place = relocated(shift, held.place);
      if (held instanceof CellAreas && held.sheet === shift.sheet) held.places = held.places.flatMap((area) => relocated(shift, area) ?? []);
    }
  }
}
