import {
  ColumnId,
  InvestorId,
  newId,
  type CellValue,
  type Column,
  type ColumnOptions,
  type ColumnType,
} from '@crm/shared';
import { generateKeyBetween } from 'fractional-indexing';
import type { RowMeta } from '../sheet/types.ts';
import type { SheetChange } from '../sync/types.ts';
import type { RowSource } from './types.ts';

/** A sheet in memory for tests of filters and orders: rows are slots, cells are set at will. */
export class TestSheet implements RowSource {
  readonly rows: { meta: RowMeta; live: boolean; values: Map<ColumnId, CellValue> }[] = [];
  readonly #columns = new Map<ColumnId, Column>();
  #last: string | null = null;

  get slotCount(): number {
    return this.rows.length;
  }

  addColumn(type: ColumnType, options: ColumnOptions = {}): Column {
    const column: Column = {
      id: newId(ColumnId),
      name: type,
      type,
      options,
      position: `a${this.#columns.size}`,
      key: null,
      deletedAt: null,
      ver: 0,
    };
    this.#columns.set(column.id, column);
    return column;
  }

  putColumn(column: Column): void {
    this.#columns.set(column.id, column);
  }

  /** Adds a row at the end, or at the given position; returns its slot. */
  addRow(values: Iterable<readonly [Column, CellValue]> = [], position?: string): number {
    this.#last = position === undefined ? generateKeyBetween(this.#last, null) : this.#last;
    const meta: RowMeta = {
      id: newId(InvestorId),
      number: this.rows.length + 1,
      position: position ?? this.#last ?? 'a0',
      ver: 0,
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: null,
      updatedAt: '2026-01-01T00:00:00.000Z',
      updatedBy: null,
      deletedAt: null,
    };
    this.rows.push({
      meta,
      live: true,
      values: new Map([...values].map(([column, value]) => [column.id, value])),
    });
    return this.rows.length - 1;
  }

  set(slot: number, column: Column, value: CellValue): SheetChange {
    this.#row(slot).values.set(column.id, value);
    return { ...NOTHING, cells: [{ slot, col: column.id }] };
  }

  setLive(slot: number, live: boolean): SheetChange {
    this.#row(slot).live = live;
    return { ...NOTHING, rows: [slot] };
  }

  move(slot: number, position: string): SheetChange {
    const row = this.#row(slot);
    row.meta = { ...row.meta, position };
    return { ...NOTHING, rows: [slot] };
  }

  isLive(slot: number): boolean {
    return this.rows[slot]?.live ?? false;
  }

  rowAt(slot: number): RowMeta {
    return this.#row(slot).meta;
  }

  value(slot: number, col: ColumnId): CellValue {
    return this.rows[slot]?.values.get(col) ?? null;
  }

  version(): number {
    return 7;
  }

  column(id: ColumnId): Column | undefined {
    return this.#columns.get(id);
  }

  isColumnLoaded(): boolean {
    return true;
  }

  #row(slot: number): (typeof this.rows)[number] {
    const row = this.rows[slot];
    if (!row) throw new RangeError(`no row in slot ${slot}`);
    return row;
  }
}

/** A change that says nothing. */
export const NOTHING: SheetChange = {
  cells: [],
  rows: [],
  columns: false,
  contacts: false,
  communications: [],
};

/** Random numbers from a seed: the same ones every time. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
