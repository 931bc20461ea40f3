import type { CellValue, ClientId } from '@crm/shared';
import type { CellState } from './types.ts';

const EMPTY: CellState = { value: null, ver: 0, clientId: null };

/** The cells of one column by slot: values and versions in arrays of their own, writers only where they are known. */
export class CellStore {
  readonly #values: CellValue[] = [];
  #vers = new Uint32Array(64);
  readonly #writers = new Map<number, ClientId>();

  value(slot: number): CellValue {
    return this.#values[slot] ?? null;
  }

  ver(slot: number): number {
    return this.#vers[slot] ?? 0;
  }

  get(slot: number): CellState {
    const ver = this.ver(slot);
    if (ver === 0) return EMPTY;
    return { value: this.value(slot), ver, clientId: this.#writers.get(slot) ?? null };
  }

  /** Writes without noting by whom: for loading. */
  load(slot: number, value: CellValue, ver: number): void {
    this.#reserve(slot + 1);
    while (this.#values.length < slot) this.#values.push(null);
    this.#values[slot] = value;
    this.#vers[slot] = ver;
  }

  set(slot: number, value: CellValue, ver: number, clientId: ClientId | null): void {
    this.load(slot, value, ver);
    if (clientId !== null) this.#writers.set(slot, clientId);
    else this.#writers.delete(slot);
  }

  /** Slots that were ever written. */
  *written(): Generator<number> {
    for (let slot = 0; slot < this.#values.length; slot++) if (this.#vers[slot] !== 0) yield slot;
  }

  #reserve(count: number): void {
    if (count <= this.#vers.length) return;
    const grown = new Uint32Array(Math.max(count, this.#vers.length * 2));
    grown.set(this.#vers);
    this.#vers = grown;
  }
}
