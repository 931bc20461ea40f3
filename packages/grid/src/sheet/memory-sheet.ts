import type { CellValue, Column, ColumnId, Communication, Contact, InvestorId, UserId } from '@crm/shared';
import { CellStore } from './cell-store.ts';
import { byPosition } from './order.ts';
import { RowStore } from './row-store.ts';
import { SlotTable } from './slots.ts';
import type { CellState, ChangeSink, RowMeta, SheetWriter } from './types.ts';

const EMPTY: CellState = { value: null, ver: 0, clientId: null };

/**
 * A whole sheet in memory, stored by column and slot. Reading a cell costs two array accesses and makes nothing.
 * Writes are told to `sink`.
 */
export class MemorySheet implements SheetWriter {
  readonly slots: SlotTable;
  readonly rows = new RowStore();
  /** The last autonumber given. */
  lastNumber = 0;
  readonly #cells = new Map<ColumnId, CellStore>();
  readonly #columns = new Map<ColumnId, Column>();
  readonly #contacts = new Map<Contact['id'], Contact>();
  readonly #communications = new Map<Communication['id'], Communication>();
  readonly #sink: ChangeSink | undefined;
  #live: readonly Column[] | undefined;

  /** `slots` is shared with the sheet that this one replaces, so that rows keep their slots. */
  constructor(slots: SlotTable = new SlotTable(), sink?: ChangeSink) {
    this.slots = slots;
    this.#sink = sink;
  }

  /** Live columns in sheet order; the same array until a column changes. */
  liveColumns(): readonly Column[] {
    this.#live ??= [...this.#columns.values()]
      .filter((column) => column.deletedAt === null)
      .toSorted(byPosition);
    return this.#live;
  }

  allColumns(): Iterable<Column> {
    return this.#columns.values();
  }

  contacts(): Iterable<Contact> {
    return this.#contacts.values();
  }

  communications(): Iterable<Communication> {
    return this.#communications.values();
  }

  /** The cells of a column for bulk loading; made when there were none. */
  store(col: ColumnId): CellStore {
    let store = this.#cells.get(col);
    if (!store) this.#cells.set(col, (store = new CellStore()));
    return store;
  }

  valueAt(slot: number, col: ColumnId): CellValue {
    return this.#cells.get(col)?.value(slot) ?? null;
  }

  verAt(slot: number, col: ColumnId): number {
    return this.#cells.get(col)?.ver(slot) ?? 0;
  }

  cellAt(slot: number, col: ColumnId): CellState {
    return this.#cells.get(col)?.get(slot) ?? EMPTY;
  }

  row(id: InvestorId): RowMeta | undefined {
    const slot = this.slots.find(id);
    return slot === undefined ? undefined : this.rows.get(slot, id);
  }

  column(id: ColumnId): Column | undefined {
    return this.#columns.get(id);
  }

  cell(row: InvestorId, col: ColumnId): CellState {
    const slot = this.slots.find(row);
    return slot === undefined ? EMPTY : this.cellAt(slot, col);
  }

  contact(id: Contact['id']): Contact | undefined {
    return this.#contacts.get(id);
  }

  communication(id: Communication['id']): Communication | undefined {
    return this.#communications.get(id);
  }

  *cellsOf(col: ColumnId): Generator<readonly [InvestorId, CellState]> {
    const store = this.#cells.get(col);
    if (!store) return;
    for (const slot of store.written()) yield [this.slots.id(slot), store.get(slot)];
  }

  putRow(row: RowMeta): void {
    const slot = this.slots.take(row.id);
    this.rows.put(slot, row);
    this.#sink?.row(slot);
  }

  touchRow(id: InvestorId, at: string, by: UserId | null): void {
    const slot = this.slots.find(id);
    if (slot === undefined) return;
    this.rows.touch(slot, at, by);
    this.#sink?.touched(slot);
  }

  putColumn(column: Column): void {
    this.#columns.set(column.id, column);
    this.#live = undefined;
    this.#sink?.column();
  }

  putCell(row: InvestorId, col: ColumnId, state: CellState): void {
    const slot = this.slots.take(row);
    this.store(col).set(slot, state.value, state.ver, state.clientId);
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
    return ++this.lastNumber;
  }
}
