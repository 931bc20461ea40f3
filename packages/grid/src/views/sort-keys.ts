import type { Column, SortKey } from '@crm/shared';
import { collationKey, kindOf } from '../columns/index.ts';
import type { ColumnContext } from '../columns/types.ts';
import { RankTable } from './rank-table.ts';
import type { RowSource } from './types.ts';

/** What a row is ordered by before it is made a number. */
export type RawKey = number | string | null;

/**
 * The numbers by which one sort level orders rows: ascending whatever the direction, empty cells last. A text's number is
 * its place among the column's texts.
 */
export class SortLevel {
  readonly #column: Column;
  readonly #source: RowSource;
  readonly #ctx: ColumnContext;
  readonly #descending: boolean;
  readonly #texts = new RankTable();

  constructor(column: Column, dir: SortKey['dir'], source: RowSource, ctx: ColumnContext) {
    this.#column = column;
    this.#source = source;
    this.#ctx = ctx;
    this.#descending = dir === 'desc';
  }

  raw(slot: number): RawKey {
    const { type, options, id } = this.#column;
    const key = kindOf(type).sortKey(this.#source.value(slot, id), options, this.#ctx);
    return typeof key === 'string' ? collationKey(key) : key;
  }

  /** Numbers all rows anew. */
  renumber(raws: readonly RawKey[]): Float64Array {
    const texts = raws.filter((raw) => typeof raw === 'string');
    const ranks = this.#texts.renumber(texts);
    const keys = new Float64Array(raws.length);
    let text = 0;
    for (let i = 0; i < raws.length; i += 1) {
      const raw = raws[i] ?? null;
      keys[i] = this.#directed(typeof raw === 'string' ? (ranks[text++] ?? null) : raw);
    }
    return keys;
  }

  /** One row's number; null when all rows must be numbered anew. */
  number(raw: RawKey): number | null {
    if (typeof raw !== 'string') return this.#directed(raw);
    const rank = this.#texts.rank(raw);
    return rank === null ? null : this.#directed(rank);
  }

  #directed(key: number | null): number {
    if (key === null || Number.isNaN(key)) return Infinity;
    return this.#descending ? -key : key;
  }
}
