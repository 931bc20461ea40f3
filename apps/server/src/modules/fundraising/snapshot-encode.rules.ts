/** A row as the snapshot needs it; ids stay text, for speed: they were checked when they were written. */
export interface SourceRow {
  readonly id: string;
  readonly number: number;
  readonly position: string;
  readonly ver: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
  readonly deletedAt: string | null;
}

/** A cell with its value as the JSON text that it is stored as. */
export interface SourceCell {
  readonly rowId: string;
  readonly value: string;
  readonly ver: number;
}

/** A row's version by its id, as the encoder meets it. */
export type RowKey = Pick<SourceRow, 'id' | 'ver'>;

/** Rows by property, as the snapshot line holds them; values of `people` by index. */
export function encodeRows(rows: readonly SourceRow[], people: ReadonlyMap<string, number>): string {
  const list = (read: (row: SourceRow) => unknown) => JSON.stringify(rows.map(read));
  const person = (id: string | null) => (id === null ? -1 : (people.get(id) ?? -1));
  return `{"ids":${list((row) => row.id)},"positions":${list((row) => row.position)},"numbers":${list(
    (row) => row.number,
  )},"vers":${list((row) => row.ver)},"createdAt":${list((row) => Date.parse(row.createdAt))},"updatedAt":${list(
    (row) => Date.parse(row.updatedAt),
  )},"deletedAt":${list((row) => (row.deletedAt === null ? 0 : Date.parse(row.deletedAt)))},"createdBy":${list(
    (row) => person(row.createdBy),
  )},"updatedBy":${list((row) => person(row.updatedBy))}}`;
}

/** Gathers the cells of some rows in their order; stored JSON goes in as it is. */
export class PieceEncoder {
  readonly #values: string[] = [];
  readonly #vers: number[] = [];

  /** Adds the next row's cell; undefined where it was never written. */
  add(row: RowKey, cell: SourceCell | undefined): void {
    const index = this.#values.length;
    this.#values.push(cell?.value ?? 'null');
    const expected = cell && cell.value !== 'null' ? row.ver : 0;
    if (cell && cell.ver !== expected) this.#vers.push(index, cell.ver);
  }

  /** The fields of a column piece, without braces. */
  encode(col: string, from: number, last: boolean): string {
    return `"col":"${col}","from":${from},"values":[${this.#values.join(',')}],"vers":[${this.#vers.join(
      ',',
    )}],"last":${last}`;
  }
}
