import type { InvestorId, UserId } from '@crm/shared';
import type { RowMeta } from './types.ts';

/** A row as it is stored: instants in milliseconds since 1970. */
export interface StoredRow {
  readonly number: number;
  readonly position: string;
  readonly ver: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  readonly createdBy: UserId | null;
  readonly updatedBy: UserId | null;
}

/** Everything about rows but their cells, one array per property: 50,000 rows make no 50,000 objects. */
export class RowStore {
  readonly #present: boolean[] = [];
  readonly #numbers: number[] = [];
  readonly #positions: string[] = [];
  readonly #vers: number[] = [];
  readonly #createdAt: number[] = [];
  readonly #updatedAt: number[] = [];
  readonly #deletedAt: (number | null)[] = [];
  readonly #createdBy: (UserId | null)[] = [];
  readonly #updatedBy: (UserId | null)[] = [];

  has(slot: number): boolean {
    return this.#present[slot] === true;
  }

  isLive(slot: number): boolean {
    return this.#present[slot] === true && this.#deletedAt[slot] === null;
  }

  ver(slot: number): number {
    return this.#vers[slot] ?? 0;
  }

  /** The row as an object, or undefined when none stands in the slot. Instants come back as ISO-8601 UTC. */
  get(slot: number, id: InvestorId): RowMeta | undefined {
    if (!this.has(slot)) return undefined;
    const deletedAt = this.#deletedAt[slot] ?? null;
    return {
      id,
      number: this.#numbers[slot] ?? 0,
      position: this.#positions[slot] ?? '',
      ver: this.ver(slot),
      createdAt: iso(this.#createdAt[slot]),
      createdBy: this.#createdBy[slot] ?? null,
      updatedAt: iso(this.#updatedAt[slot]),
      updatedBy: this.#updatedBy[slot] ?? null,
      deletedAt: deletedAt === null ? null : iso(deletedAt),
    };
  }

  put(slot: number, row: Omit<RowMeta, 'id'>): void {
    this.load(slot, {
      ...row,
      createdAt: Date.parse(row.createdAt),
      updatedAt: Date.parse(row.updatedAt),
      deletedAt: row.deletedAt === null ? null : Date.parse(row.deletedAt),
    });
  }

  /** As `put`, from the stored form. */
  load(slot: number, row: StoredRow): void {
    this.#grow(slot);
    this.#present[slot] = true;
    this.#numbers[slot] = row.number;
    this.#positions[slot] = row.position;
    this.#vers[slot] = row.ver;
    this.#createdAt[slot] = row.createdAt;
    this.#updatedAt[slot] = row.updatedAt;
    this.#deletedAt[slot] = row.deletedAt;
    this.#createdBy[slot] = row.createdBy;
    this.#updatedBy[slot] = row.updatedBy;
  }

  touch(slot: number, at: string, by: UserId | null): void {
    if (!this.has(slot)) return;
    this.#updatedAt[slot] = Date.parse(at);
    this.#updatedBy[slot] = by;
  }

  /** Arrays stay dense, so that reading them stays quick. */
  #grow(slot: number): void {
    for (let at = this.#present.length; at <= slot; at++) {
      this.#present.push(false);
      this.#numbers.push(0);
      this.#positions.push('');
      this.#vers.push(0);
      this.#createdAt.push(0);
      this.#updatedAt.push(0);
      this.#deletedAt.push(null);
      this.#createdBy.push(null);
      this.#updatedBy.push(null);
    }
  }
}

function iso(time: number | undefined): string {
  return new Date(time ?? 0).toISOString();
}
