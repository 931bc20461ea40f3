import { type CellValue, type ColumnId, type InvestorId } from '@crm/shared';
import type { ImportBase, ImportRow } from './plan-types.ts';

/** Which row of the sheet a row of the file is. */
export type Match =
  | { readonly kind: 'new' }
  | { readonly kind: 'row'; readonly row: ImportRow }
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * Finds rows of the sheet by the value of the key column. Where several rows have one key, in the file or in the sheet, a row is
 * known again only when all of its cells are the same; guessing would mix up two investors.
 */
export class RowMatcher {
  readonly #byKey = new Map<string, ImportRow[]>();
  readonly #used = new Set<InvestorId>();
  readonly #alike = new Map<string, Map<string, ImportRow[]>>();
  readonly #columns: readonly ColumnId[];
  readonly #repeated: ReadonlySet<string>;
  readonly #base: ImportBase;

  /**
   * @param key the column that rows are found by; null = every row is new
   * @param columns all columns that the file fills
   * @param repeated keys that several rows of the file have
   */
  constructor(
    rows: readonly ImportRow[],
    key: ColumnId | null,
    columns: readonly ColumnId[],
    repeated: ReadonlySet<string>,
    base: ImportBase,
  ) {
    this.#columns = columns;
    this.#repeated = repeated;
    this.#base = base;
    if (key === null) return;
    // A live row stands before a deleted one of the same key.
    for (const row of [...rows.filter((r) => !r.deleted), ...rows.filter((r) => r.deleted)]) {
      const at = keyOf(row.cell(key).value);
      const same = this.#byKey.get(at);
      if (!same) this.#byKey.set(at, [row]);
      else if (!row.deleted) same.push(row);
    }
  }

  match(key: string, values: ReadonlyMap<ColumnId, CellValue>): Match {
    const rows = this.#byKey.get(key);
    if (!rows) return { kind: 'new' };
    const [first] = rows;
    if (first && rows.length === 1 && key !== EMPTY_KEY && !this.#repeated.has(key)) return this.#take(first);
    const twin = this.#group(key, rows)
      .get(this.#signature((col) => values.get(col) ?? null))
      ?.find((row) => !this.#used.has(row.id));
    if (twin) return this.#take(twin);
    // Rows without a key that no import brought are nobody the file could mean.
    if (key === EMPTY_KEY && rows.every((row) => this.#base(row.id) === undefined)) return { kind: 'new' };
    const reason =
      key === EMPTY_KEY
        ? 'The row has no key, so which row of the sheet it is cannot be told.'
        : 'Several rows have this key, so which one is meant cannot be told.';
    return { kind: 'problem', reason };
  }

  #take(row: ImportRow): Match {
    this.#used.add(row.id);
    return row.deleted
      ? { kind: 'problem', reason: 'The row was deleted here since; restore it first.' }
      : { kind: 'row', row };
  }

  #group(key: string, rows: readonly ImportRow[]): Map<string, ImportRow[]> {
    let group = this.#alike.get(key);
    if (!group) {
      group = Map.groupBy(rows, (row) => this.#signature((col) => row.cell(col).value));
      this.#alike.set(key, group);
    }
    return group;
  }

  #signature(value: (col: ColumnId) => CellValue): string {
    return JSON.stringify(this.#columns.map(value));
  }
}

/** The key of rows whose key cell is empty. */
export const EMPTY_KEY = 'null';

/** What two equal key values have in common. */
export function keyOf(value: CellValue): string {
  return JSON.stringify(value === '' ? null : value);
}
