import type { CellValue, Column, ColumnId, Communication, Contact, InvestorId } from '@crm/shared';
import { computedValue, isComputed } from '../sheet/computed.ts';
import type { MemorySheet } from '../sheet/memory-sheet.ts';
import { Overlay } from '../sheet/overlay.ts';
import type { ChangeSink, RowMeta } from '../sheet/types.ts';
import type { SheetView, TrayItem } from './types.ts';

/** The server's sheet with the pending edits folded over it, as screens read it. */
export class FoldedView implements SheetView {
  #base: MemorySheet;
  #overlay: Overlay;
  readonly #sink: ChangeSink;
  #loaded: ReadonlySet<ColumnId> | 'all' = 'all';
  #marks: ReadonlyMap<ColumnId, ReadonlyMap<number, TrayItem>> = new Map();
  #contacts: readonly Contact[] | undefined;
  #communications: Map<InvestorId, Communication[]> | undefined;

  /** Hears which row's communications are looked at. */
  onCommunications: ((row: InvestorId) => void) | undefined;

  constructor(base: MemorySheet, sink: ChangeSink) {
    this.#base = base;
    this.#sink = sink;
    this.#overlay = new Overlay(base, sink);
  }

  get base(): MemorySheet {
    return this.#base;
  }

  get overlay(): Overlay {
    return this.#overlay;
  }

  /** Shows another base, which shares the slots of the one before. `loaded` names the columns that are there yet. */
  rebase(base: MemorySheet, loaded: ReadonlySet<ColumnId> | 'all'): void {
    this.#base = base;
    this.#overlay = new Overlay(base, this.#sink);
    this.#loaded = loaded;
    this.forgetContacts();
    this.forgetCommunications();
  }

  mark(marks: ReadonlyMap<ColumnId, ReadonlyMap<number, TrayItem>>): void {
    this.#marks = marks;
  }

  forgetContacts(): void {
    this.#contacts = undefined;
  }

  forgetCommunications(): void {
    this.#communications = undefined;
  }

  get slotCount(): number {
    return this.#base.slots.count;
  }

  slotOf(row: InvestorId): number | undefined {
    return this.#base.slots.find(row);
  }

  rowAt(slot: number): RowMeta {
    const row = this.#overlay.pendingRow(slot) ?? this.#base.rows.get(slot, this.#base.slots.id(slot));
    if (!row) throw new RangeError(`no row stands in slot ${slot}`);
    return row;
  }

  isLive(slot: number): boolean {
    const pending = this.#overlay.pendingRow(slot);
    return pending ? pending.deletedAt === null : this.#base.rows.isLive(slot);
  }

  value(slot: number, col: ColumnId): CellValue {
    const pending = this.#overlay.pendingCell(slot, col);
    if (pending) return pending.value;
    const type = this.column(col)?.type;
    if (type !== undefined && isComputed(type)) return computedValue(type, this.rowAt(slot));
    return this.#base.valueAt(slot, col);
  }

  version(slot: number, col: ColumnId): number {
    return this.#overlay.pendingCell(slot, col) ? -1 : this.#base.verAt(slot, col);
  }

  columns(): readonly Column[] {
    return this.#overlay.liveColumns();
  }

  deletedColumns(): readonly Column[] {
    return [...this.#overlay.allColumns()]
      .filter((column) => column.deletedAt !== null)
      .toSorted((a, b) => (b.deletedAt ?? '').localeCompare(a.deletedAt ?? ''));
  }

  column(id: ColumnId): Column | undefined {
    return this.#overlay.column(id);
  }

  isColumnLoaded(id: ColumnId): boolean {
    if (this.#loaded === 'all' || this.#loaded.has(id)) return true;
    const column = this.column(id);
    return column !== undefined && (isComputed(column.type) || this.#base.column(id) === undefined);
  }

  contact(id: Contact['id']): Contact | undefined {
    return this.#overlay.contact(id);
  }

  contacts(): readonly Contact[] {
    if (!this.#contacts) {
      const all = new Map([...this.#base.contacts()].map((contact) => [contact.id, contact]));
      for (const [id, contact] of this.#overlay.pendingContacts()) all.set(id, contact);
      this.#contacts = [...all.values()].filter((contact) => contact.deletedAt === null);
    }
    return this.#contacts;
  }

  communications(row: InvestorId): readonly Communication[] {
    this.onCommunications?.(row);
    this.#communications ??= this.#indexCommunications();
    return this.#communications.get(row) ?? [];
  }

  isPending(slot: number, col: ColumnId): boolean {
    return this.#overlay.pendingCell(slot, col) !== undefined;
  }

  conflictAt(slot: number, col: ColumnId): TrayItem | undefined {
    return this.#marks.get(col)?.get(slot);
  }

  #indexCommunications(): Map<InvestorId, Communication[]> {
    const all = new Map([...this.#base.communications()].map((item) => [item.id, item]));
    for (const [id, item] of this.#overlay.pendingCommunications()) all.set(id, item);
    const live = [...all.values()].filter((item) => item.deletedAt === null);
    // Newest first; ids are time-ordered, which settles the order within a day.
    const newestFirst = live.toSorted((a, b) =>
      a.occurredOn !== b.occurredOn ? (a.occurredOn < b.occurredOn ? 1 : -1) : a.id < b.id ? 1 : -1,
    );
    return Map.groupBy(newestFirst, (item) => item.investorId);
  }
}
