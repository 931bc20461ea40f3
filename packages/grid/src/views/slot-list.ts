/** Slots in order, in one typed array with room to grow. */
export class SlotList {
  #slots: Int32Array;
  #count: number;

  constructor(slots: Int32Array = new Int32Array(0)) {
    this.#slots = slots;
    this.#count = slots.length;
  }

  get count(): number {
    return this.#count;
  }

  /** The slots as they stand; a look into the list's own memory, good until its next change. */
  get view(): Int32Array {
    return this.#slots.subarray(0, this.#count);
  }

  at(index: number): number {
    return this.#slots[index] ?? -1;
  }

  insert(index: number, slot: number): void {
    if (this.#count === this.#slots.length) {
      const larger = new Int32Array(Math.max(64, this.#count * 2));
      larger.set(this.#slots);
      this.#slots = larger;
    }
    this.#slots.copyWithin(index + 1, index, this.#count);
    this.#slots[index] = slot;
    this.#count += 1;
  }

  remove(index: number): void {
    this.#slots.copyWithin(index, index + 1, this.#count);
    this.#count -= 1;
  }

  /** The first index whose slot does not stand before what `compare` looks for (negative = the slot stands before). */
  search(compare: (slot: number) => number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.at(middle)) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
