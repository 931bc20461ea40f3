import type { SortKey } from '@crm/shared';
import type { ColumnContext } from '../columns/types.ts';
import { orderSlots } from './order-slots.ts';
import { RankTable } from './rank-table.ts';
import { SortLevel, type RawKey } from './sort-keys.ts';
import type { RowSource } from './types.ts';

/** The keys a held row keeps; `after` puts a new row behind another. */
export interface HeldRow {
  readonly raws: readonly RawKey[];
  readonly place: string;
  readonly after: boolean;
}

/** A step smaller than any between two rows' places. */
const BEHIND = 1e-10;

/** The order of rows: one number per row and sort level, and last the row's place in the sheet, which tells all apart. */
export class RowOrder {
  readonly #source: RowSource;
  readonly #levels: readonly SortLevel[];
  readonly #places = new RankTable();
  #keys: Float64Array[] = [];
  #held = new Map<number, HeldRow>();

  constructor(source: RowSource, sorts: readonly SortKey[], ctx: ColumnContext) {
    this.#source = source;
    this.#levels = sorts.flatMap(({ col, dir }) => {
      const column = source.column(col);
      return column && column.deletedAt === null ? new SortLevel(column, dir, source, ctx) : [];
    });
  }

  /** Negative when row `a` stands before row `b`. */
  compare(a: number, b: number): number {
    for (const keys of this.#keys) {
      const left = keys[a] ?? Infinity;
      const right = keys[b] ?? Infinity;
      if (left !== right) return left < right ? -1 : 1;
    }
    return a - b;
  }

  /** Numbers the rows in `slots` anew and sorts them in place. */
  build(slots: Int32Array): void {
    const size = Math.max(64, this.#source.slotCount * 2);
    this.#keys = [];
    for (const [depth, level] of this.#levels.entries()) {
      const raws: RawKey[] = [];
      for (const slot of slots) raws.push(this.#raw(slot, depth, level));
      this.#keys.push(scattered(slots, level.renumber(raws), size));
    }
    const places: string[] = [];
    for (const slot of slots) places.push(this.#place(slot));
    const last = scattered(slots, this.#places.renumber(places), size);
    for (const [slot, held] of this.#held) if (held.after) last[slot] = (last[slot] ?? 0) + BEHIND;
    this.#keys.push(last);
    orderSlots(slots, this.#keys);
  }

  /** Takes over a row's keys as they are now. `full` = there is no room between two keys: build anew. */
  rekey(slot: number): 'same' | 'changed' | 'full' {
    let changed = false;
    for (const [depth, level] of this.#levels.entries()) {
      const key = level.number(this.#raw(slot, depth, level));
      if (key === null) return 'full';
      changed = this.#write(depth, slot, key) || changed;
    }
    const place = this.#places.rank(this.#place(slot));
    if (place === null) return 'full';
    const behind = this.#held.get(slot)?.after ? BEHIND : 0;
    return this.#write(this.#levels.length, slot, place + behind) || changed ? 'changed' : 'same';
  }

  hold(slot: number, after?: number): void {
    if (this.#held.has(slot)) return;
    const like = after ?? slot;
    const raws = this.#levels.map((level, depth) => this.#raw(like, depth, level));
    this.#held.set(slot, { raws, place: this.#place(like), after: after !== undefined });
  }

  isHeld(slot: number): boolean {
    return this.#held.has(slot);
  }

  heldSlots(): readonly number[] {
    return [...this.#held.keys()];
  }

  /** Whether the row was held. */
  release(slot: number): boolean {
    return this.#held.delete(slot);
  }

  takeHeld(): Map<number, HeldRow> {
    return this.#held;
  }

  /** Keeps rows held by another order; where a sort level has gone since, their keys mean nothing and they are let go. */
  putHeld(held: Map<number, HeldRow>): void {
    const fits = [...held.values()].every((row) => row.raws.length === this.#levels.length);
    this.#held = fits ? held : new Map<number, HeldRow>();
  }

  #raw(slot: number, depth: number, level: SortLevel): RawKey {
    const held = this.#held.get(slot);
    return held ? (held.raws[depth] ?? null) : level.raw(slot);
  }

  #place(slot: number): string {
    const held = this.#held.get(slot);
    if (held) return held.place;
    const row = this.#source.rowAt(slot);
    return `${row.position}\u0000${row.id}`;
  }

  #write(depth: number, slot: number, key: number): boolean {
    let keys = this.#keys[depth] ?? new Float64Array(0);
    if (slot >= keys.length) {
      const larger = new Float64Array(Math.max(slot + 1, keys.length * 2)).fill(Infinity);
      larger.set(keys);
      this.#keys[depth] = keys = larger;
    }
    if (keys[slot] === key) return false;
    keys[slot] = key;
    return true;
  }
}

function scattered(slots: Int32Array, values: Float64Array, size: number): Float64Array {
  const bySlot = new Float64Array(size).fill(Infinity);
  for (let i = 0; i < slots.length; i += 1) bySlot[slots[i] ?? 0] = values[i] ?? Infinity;
  return bySlot;
}
