import type { ColumnId, InvestorId } from '@crm/shared';
import type { ChangeSink } from '../sheet/types.ts';
import type { SheetChange } from './types.ts';

/** Beyond this many cells, building anew is cheaper than a list. */
const MAX_CELLS = 20_000;

/** Gathers what changed during one turn of the event loop and tells it once. */
export class ChangeBuffer implements ChangeSink {
  readonly #flushed: (change: SheetChange) => void;
  readonly #modifiedColumns: () => readonly ColumnId[];
  #cells: Map<ColumnId, Set<number>> = new Map();
  #cellCount = 0;
  #rows = new Set<number>();
  #communications = new Set<InvestorId>();
  #columns = false;
  #contacts = false;
  #all = false;
  #scheduled = false;
  #held = false;

  /** `modifiedColumns` are the computed columns that show a row's last change. */
  constructor(flushed: (change: SheetChange) => void, modifiedColumns: () => readonly ColumnId[]) {
    this.#flushed = flushed;
    this.#modifiedColumns = modifiedColumns;
  }

  cell(slot: number, col: ColumnId): void {
    let slots = this.#cells.get(col);
    if (!slots) this.#cells.set(col, (slots = new Set()));
    if (!slots.has(slot)) {
      slots.add(slot);
      this.#cellCount += 1;
    }
    this.#schedule();
  }

  row(slot: number): void {
    this.#rows.add(slot);
    this.#schedule();
  }

  touched(slot: number): void {
    for (const col of this.#modifiedColumns()) this.cell(slot, col);
  }

  column(): void {
    this.#columns = true;
    this.#schedule();
  }

  contact(): void {
    this.#contacts = true;
    this.#schedule();
  }

  communication(row: InvestorId): void {
    this.#communications.add(row);
    this.#schedule();
  }

  /** Anything may have changed. */
  everything(): void {
    this.#all = true;
    this.#columns = true;
    this.#contacts = true;
    this.#schedule();
  }

  /** Keeps changes back until `release`: an edit is painted when it is safe on the device. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    if (this.#pending()) this.#schedule();
  }

  #pending(): boolean {
    return (
      this.#all ||
      this.#columns ||
      this.#contacts ||
      this.#cellCount > 0 ||
      this.#rows.size > 0 ||
      this.#communications.size > 0
    );
  }

  #schedule(): void {
    if (this.#scheduled || this.#held) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.#held) this.#flush();
    });
  }

  #flush(): void {
    const cells: { slot: number; col: ColumnId }[] = [];
    const all = this.#all || this.#cellCount > MAX_CELLS;
    if (!all) for (const [col, slots] of this.#cells) for (const slot of slots) cells.push({ slot, col });
    const change: SheetChange = {
      cells: all ? null : cells,
      rows: [...this.#rows],
      columns: this.#columns,
      contacts: this.#contacts,
      communications: [...this.#communications],
    };
    this.#cells = new Map();
    this.#cellCount = 0;
    this.#rows = new Set();
    this.#communications = new Set();
    this.#columns = this.#contacts = this.#all = false;
    this.#flushed(change);
  }
}
