import type { ColumnId, ViewConfig } from '@crm/shared';
import type { ColumnContext } from '../columns/types.ts';
import type { SheetChange } from '../sync/types.ts';
import { compileFilter, type RowTest } from './filter.ts';
import { RowOrder } from './row-order.ts';
import { SlotList } from './slot-list.ts';
import type { RowDelta, RowSource } from './types.ts';

/** What a view says of its rows. */
export type RowConfig = Pick<ViewConfig, 'filter' | 'sorts'>;

/** More changed rows than this are cheaper to order anew than one by one. */
const MANY = 1000;

/**
 * The rows a view shows, in its order, kept up to date as cells change: an edit costs two binary searches and a move of
 * memory. Rows with equal sort keys stand in the sheet's order.
 *
 * A held row stays visible and in place although the filter or the order no longer says so, until it is released.
 */
export class RowIndex {
  readonly #source: RowSource;
  #ctx: ColumnContext;
  #config: RowConfig;
  #test: RowTest | null;
  #order: RowOrder;
  #list = new SlotList();
  #member = new Uint8Array(0);
  #definitions: readonly unknown[] = [];

  constructor(source: RowSource, config: RowConfig, ctx: ColumnContext) {
    this.#source = source;
    this.#ctx = ctx;
    this.#config = config;
    this.#test = compileFilter(config.filter, source, ctx);
    this.#order = new RowOrder(source, config.sorts, ctx);
    this.#rebuild();
  }

  /** Slots in view order; good until the next change. */
  get rows(): Int32Array {
    return this.#list.view;
  }

  get count(): number {
    return this.#list.count;
  }

  has(slot: number): boolean {
    return this.#member[slot] === 1;
  }

  /** Where the row stands, -1 when it is not shown. */
  indexOf(slot: number): number {
    if (!this.has(slot)) return -1;
    return this.#list.search((other) => this.#order.compare(other, slot));
  }

  /** Shows other rows or another order; every held row is let go. */
  configure(config: RowConfig, ctx: ColumnContext = this.#ctx): void {
    this.#config = config;
    this.#ctx = ctx;
    this.#compile();
    this.#rebuild();
  }

  /**
   * Keeps a row visible where it stands. Call it before the edit is made. With `after`, a row that is yet to be added will
   * appear behind that one.
   */
  hold(slot: number, after?: number): void {
    this.#order.hold(slot, after);
  }

  isHeld(slot: number): boolean {
    return this.#order.isHeld(slot);
  }

  /** Lets held rows go where the filter and the order put them; all of them when none is named. */
  release(slots: readonly number[] = this.#order.heldSlots()): RowDelta {
    const freed = slots.filter((slot) => this.#order.release(slot));
    return this.#update(freed);
  }

  /** Follows a change of the sheet. */
  apply(change: SheetChange): RowDelta {
    if (change.columns || change.contacts) {
      const before = this.#definitions;
      const now = this.#columnsInUse();
      const same = now.length === before.length && now.every((definition, i) => definition === before[i]);
      if (!same || (change.contacts && this.#usesContacts())) {
        const held = this.#order.takeHeld();
        this.#compile();
        this.#order.putHeld(held);
        return this.#rebuild();
      }
    }
    if (change.cells === null) return this.#rebuild();
    const dirty = new Set(change.rows);
    const inUse = this.#idsInUse();
    for (const { slot, col } of change.cells) if (inUse.has(col)) dirty.add(slot);
    return dirty.size > MANY ? this.#rebuild() : this.#update([...dirty]);
  }

  #compile(): void {
    this.#test = compileFilter(this.#config.filter, this.#source, this.#ctx);
    this.#order = new RowOrder(this.#source, this.#config.sorts, this.#ctx);
  }

  #rebuild(): RowDelta {
    const count = this.#source.slotCount;
    const shown = new Int32Array(count);
    this.#member = new Uint8Array(Math.max(64, count * 2));
    let length = 0;
    for (let slot = 0; slot < count; slot += 1) {
      if (!this.#belongs(slot)) continue;
      shown[length] = slot;
      this.#member[slot] = 1;
      length += 1;
    }
    const slots = shown.slice(0, length);
    this.#order.build(slots);
    this.#list = new SlotList(slots);
    this.#definitions = this.#columnsInUse();
    return { rebuilt: true, moved: true, entered: [], left: [] };
  }

  #belongs(slot: number): boolean {
    if (!this.#source.isLive(slot)) return false;
    return this.#test === null || this.#order.isHeld(slot) || this.#test(slot);
  }

  #update(slots: readonly number[]): RowDelta {
    const entered: number[] = [];
    const left: number[] = [];
    let moved = false;
    for (const slot of slots) {
      const was = this.has(slot);
      const now = slot < this.#source.slotCount && this.#belongs(slot);
      if (!was && !now) continue;
      // The old keys find the row where it stands; the new ones say where it goes.
      const from = was ? this.indexOf(slot) : -1;
      const changed = now ? this.#order.rekey(slot) : 'same';
      if (changed === 'full') return this.#rebuild();
      if (was && now && changed === 'same') continue;
      if (was) this.#list.remove(from);
      this.#mark(slot, now);
      if (now)
        this.#list.insert(
          this.#list.search((other) => this.#order.compare(other, slot)),
          slot,
        );
      if (!was) entered.push(slot);
      if (!now) left.push(slot);
      moved = true;
    }
    return { rebuilt: false, moved, entered, left };
  }

  #mark(slot: number, shown: boolean): void {
    if (slot >= this.#member.length) {
      const larger = new Uint8Array(Math.max(slot + 1, this.#member.length * 2));
      larger.set(this.#member);
      this.#member = larger;
    }
    this.#member[slot] = shown ? 1 : 0;
  }

  #idsInUse(): ReadonlySet<ColumnId> {
    return new Set([
      ...this.#config.filter.conditions.map((condition) => condition.col),
      ...this.#config.sorts.map((sort) => sort.col),
    ]);
  }

  /** The columns that filter and order read, and whether they are loaded: another object means another meaning. */
  #columnsInUse(): unknown[] {
    return [...this.#idsInUse()].flatMap((id) => [this.#source.column(id), this.#source.isColumnLoaded(id)]);
  }

  #usesContacts(): boolean {
    return [...this.#idsInUse()].some((id) => this.#source.column(id)?.type === 'contacts');
  }
}
