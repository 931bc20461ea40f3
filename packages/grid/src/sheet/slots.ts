import type { InvestorId } from '@crm/shared';

/** Gives every row id a small integer that stays its own while the page is open, through resyncs too. */
export class SlotTable {
  readonly #slots = new Map<InvestorId, number>();
  readonly #ids: InvestorId[] = [];

  /** One more than the highest slot given. */
  get count(): number {
    return this.#ids.length;
  }

  /** The slot of a row, or undefined when the row was never seen. */
  find(id: InvestorId): number | undefined {
    return this.#slots.get(id);
  }

  /** The slot of a row, given now if it had none. */
  take(id: InvestorId): number {
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    const slot = this.#ids.length;
    this.#ids.push(id);
    this.#slots.set(id, slot);
    return slot;
  }

  /** The row of a slot. Throws on a slot that was never given. */
  id(slot: number): InvestorId {
    const id = this.#ids[slot];
    if (id === undefined) throw new RangeError(`no row has slot ${slot}`);
    return id;
  }
}
