import type { Column, ColumnId, Communication, Contact, InvestorId, UserId } from '@crm/shared';
import { byPosition } from './order.ts';
import type { MemorySheet } from './memory-sheet.ts';
import type { CellState, ChangeSink, RowMeta, SheetWriter } from './types.ts';

/**
 * Pending edits over a base, which is neither copied nor changed. It costs what the edits cost; folding them anew is
 * `clear` and applying them again.
 */
export class Overlay implements SheetWriter {
  readonly #cells = new Map<ColumnId, Map<number, CellState>>();
  readonly #rows = new Map<number, RowMeta>();
  /** Those of `#rows` that differ from the base in more than the time and author of change. */
  readonly #moved = new Set<number>();
  readonly #columns = new Map<ColumnId, Column>();
  readonly #contacts = new Map<Contact['id'], Contact>();
  readonly #communications = new Map<Communication['id'], Communication>();
  readonly #base: MemorySheet;
  readonly #sink: ChangeSink | undefined;
  #numbers = 0;
  #live: readonly Column[] | undefined;

  constructor(base: MemorySheet, sink?: ChangeSink) {
    this.#base = base;
    this.#sink = sink;
  }

  /** Forgets the edits; everything that they covered is told to the sink. */
  clear(): void {
    for (const [col, cells] of this.#cells) for (const slot of cells.keys()) this.#sink?.cell(slot, col);
    for (const slot of this.#rows.keys()) {
      if (this.#moved.has(slot)) this.#sink?.row(slot);
      else this.#sink?.touched(slot);
    }
    for (const item of this.#communications.values()) this.#sink?.communication(item.investorId);
    if (this.#columns.size > 0) this.#sink?.column();
    if (this.#contacts.size > 0) this.#sink?.contact();
    this.#cells.clear();
    this.#rows.clear();
    this.#moved.clear();
    this.#columns.clear();
    this.#contacts.clear();
    this.#communications.clear();
    this.#numbers = 0;
    this.#live = undefined;
  }

  /** The pending write of a cell, if there is one. */
  pendingCell(slot: number, col: ColumnId): CellState | undefined {
    return this.#cells.get(col)?.get(slot);
  }

  pendingRow(slot: number): RowMeta | undefined {
    return this.#rows.get(slot);
  }

  liveColumns(): readonly Column[] {
    if (this.#columns.size === 0) return this.#base.liveColumns();
    this.#live ??= [...this.allColumns()].filter((column) => column.deletedAt === null).toSorted(byPosition);
    return this.#live;
  }

  *allColumns(): Generator<Column> {
    for (const column of this.#base.allColumns()) if (!this.#columns.has(column.id)) yield column;
    yield* this.#columns.values();
  }

  /** Contacts and communications that the pending edits put. */
  pendingContacts(): ReadonlyMap<Contact['id'], Contact> {
    return this.#contacts;
  }

  pendingCommunications(): ReadonlyMap<Communication['id'], Communication> {
    return this.#communications;
  }

  row(id: InvestorId): RowMeta | undefined {
    const slot = this.#base.slots.find(id);
    return (slot === undefined ? undefined : this.#rows.get(slot)) ?? this.#base.row(id);
  }

  column(id: ColumnId): Column | undefined {
    return this.#columns.get(id) ?? this.#base.column(id);
  }

  cell(row: InvestorId, col: ColumnId): CellState {
    const slot = this.#base.slots.find(row);
    return (slot === undefined ? undefined : this.pendingCell(slot, col)) ?? this.#base.cell(row, col);
  }

  contact(id: Contact['id']): Contact | undefined {
    return this.#contacts.get(id) ?? this.#base.contact(id);
  }

  communication(id: Communication['id']): Communication | undefined {
    return this.#communications.get(id) ?? this.#base.communication(id);
  }

  *cellsOf(col: ColumnId): Generator<readonly [InvestorId, CellState]> {
    const pending = this.#cells.get(col);
    for (const entry of this.#base.cellsOf(col)) {
      const slot = this.#base.slots.find(entry[0]);
      if (slot === undefined || !pending?.has(slot)) yield entry;
    }
    for (const [slot, state] of pending ?? []) yield [this.#base.slots.id(slot), state];
  }

  putRow(row: RowMeta): void {
    const slot = this.#base.slots.take(row.id);
    this.#rows.set(slot, row);
    this.#moved.add(slot);
    this.#sink?.row(slot);
  }

  touchRow(id: InvestorId, at: string, by: UserId | null): void {
    const slot = this.#base.slots.find(id);
    const row = this.row(id);
    if (slot === undefined || !row) return;
    this.#rows.set(slot, { ...row, updatedAt: at, updatedBy: by });
    this.#sink?.touched(slot);
  }

  putColumn(column: Column): void {
    this.#columns.set(column.id, column);
    this.#live = undefined;
    this.#sink?.column();
  }

  putCell(row: InvestorId, col: ColumnId, state: CellState): void {
    const slot = this.#base.slots.take(row);
    let cells = this.#cells.get(col);
    if (!cells) this.#cells.set(col, (cells = new Map<number, CellState>()));
    cells.set(slot, state);
    this.#sink?.cell(slot, col);
  }

  putContact(contact: Contact): void {
    this.#contacts.set(contact.id, contact);
    this.#sink?.contact();
  }

  putCommunication(communication: Communication): void {
    this.#communications.set(communication.id, communication);
    this.#sink?.communication(communication.investorId);
  }

  nextNumber(): number {
    return this.#base.lastNumber + ++this.#numbers;
  }
}
