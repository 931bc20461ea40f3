import type { ClientId, ColumnId, Epoch, InvestorId, LoggedOp, Op, UserId } from '@crm/shared';
import { applyOp, cellsOf, resolveOp } from '../ops/index.ts';
import type { Types } from '../ops/index.ts';
import { modifiedColumns } from '../sheet/computed.ts';
import { MemorySheet } from '../sheet/memory-sheet.ts';
import { SlotTable } from '../sheet/slots.ts';
import type { ChangeSink } from '../sheet/types.ts';
import type { ChangeBuffer } from './changes.ts';
import type { Lane, Pending } from './lane.ts';
import type { SnapshotLoader } from './snapshot-loader.ts';
import type { TrayItem } from './types.ts';
import type { UndoHistory } from './undo.ts';
import { FoldedView } from './view.ts';

/** `base@seq` and `pending[]`: what the server has said, and what this device has yet to hear about. */
export class SheetState {
  readonly slots = new SlotTable();
  readonly view: FoldedView;
  epoch: Epoch | null = null;
  seq = 0;
  /** Queues in the order in which they are sent; this tab's own is the last. */
  lanes: Lane[] = [];
  /** Hears of every change of the sheet. */
  readonly sink: ChangeSink;
  #marks = new Map<ColumnId, Map<number, TrayItem>>();
  readonly #changes: ChangeBuffer;
  readonly #undo: UndoHistory;
  readonly #types: Types;
  readonly #by: UserId;

  constructor(changes: ChangeBuffer, undo: UndoHistory, types: Types, by: UserId) {
    this.#changes = changes;
    this.sink = changes;
    this.#undo = undo;
    this.#types = types;
    this.#by = by;
    this.view = new FoldedView(new MemorySheet(this.slots, changes), changes);
  }

  /** The columns that an edit of any cell changes too. */
  modifiedColumns = (): readonly ColumnId[] => modifiedColumns(this.view.columns());

  /** The op as the server would log it over what is shown now. */
  predict(op: Op, entry: Pending): Op {
    return resolveOp(this.view.overlay, op, { by: this.#by, at: entry.at }, this.#types);
  }

  /** Shows a predicted op over everything before it. */
  fold(op: Op, entry: Pending): void {
    applyOp(this.view.overlay, op, { seq: -1, by: this.#by, at: entry.at, clientId: entry.lane.clientId });
  }

  /** Folds every pending edit anew over the base. */
  refold(): void {
    this.view.overlay.clear();
    for (const lane of this.lanes)
      for (const entry of lane.pending)
        if (!entry.landed) for (const op of entry.ops) this.fold(this.predict(op, entry), entry);
  }

  /**
   * Takes ops from the server. Those known already are ignored; false when one is missing in between, so that the rest
   * cannot be applied. `landed` hears of own mutations that the server has thereby confirmed.
   */
  take(ops: readonly LoggedOp[], landed: (entry: Pending) => void): boolean {
    let whole = true;
    const before = this.seq;
    for (const logged of ops) {
      if (logged.seq <= this.seq) continue;
      if (logged.seq !== this.seq + 1) {
        whole = false;
        break;
      }
      const { seq, by, at, clientId, op } = logged;
      applyOp(this.view.base, op, { seq, by, at, clientId });
      this.seq = seq;
      this.#note(logged, landed);
    }
    if (this.seq > before) this.settle();
    return whole;
  }

  /** Forgets acknowledged edits that the base shows, and folds the others anew. */
  settle(): void {
    let folded = false;
    for (const lane of this.lanes) {
      folded ||= lane.pending.length > 0;
      lane.pending = lane.pending.filter(
        (entry) => !entry.dropped && (entry.seq === null || entry.seq + entry.ops.length - 1 > this.seq),
      );
    }
    this.lanes = this.lanes.filter(
      (lane, index) => lane.pending.length > 0 || index === this.lanes.length - 1,
    );
    if (folded) this.refold();
  }

  /** Every unanswered edit, oldest first. */
  unanswered(): Pending[] {
    return this.lanes.flatMap((lane) => lane.unanswered());
  }

  /** Puts a loaded (or loading) snapshot in the place of the base. */
  rebase(loader: SnapshotLoader): void {
    const old = this.view.base;
    const { sheet } = loader;
    this.view.rebase(sheet, loader.phase === 'ready' ? 'all' : loader.loaded);
    this.seq = loader.seq;
    if (old !== sheet) this.#undo.reloaded((row, col) => sheet.cell(row, col).ver === old.cell(row, col).ver);
    this.settle();
    this.refold();
    this.#changes.everything();
  }

  /** Marks the cells of tray entries; cells marked before are told as changed too. */
  mark(cells: Iterable<{ row: InvestorId; col: ColumnId; item: TrayItem }>): void {
    const marks = new Map<ColumnId, Map<number, TrayItem>>();
    for (const { row, col, item } of cells) {
      const slot = this.slots.find(row);
      if (slot === undefined) continue;
      let column = marks.get(col);
      if (!column) marks.set(col, (column = new Map<number, TrayItem>()));
      column.set(slot, item);
    }
    for (const set of [this.#marks, marks])
      for (const [col, slots] of set) for (const slot of slots.keys()) this.sink.cell(slot, col);
    this.#marks = marks;
    this.view.mark(marks);
  }

  isOwn(clientId: ClientId | null): boolean {
    return clientId !== null && this.lanes.at(-1)?.clientId === clientId;
  }

  #note({ op, clientId, mid, seq }: LoggedOp, landed: (entry: Pending) => void): void {
    if (!this.isOwn(clientId)) this.#noteForeign(op);
    if (clientId === null) return;
    const lane = this.lanes.find((candidate) => candidate.clientId === clientId);
    const entry = lane?.pending.find((candidate) => candidate.mid === mid);
    if (!entry || entry.landed) return;
    entry.landed = true;
    if (entry.seq !== null) return;
    entry.seq = seq;
    landed(entry);
  }

  #noteForeign(op: Op): void {
    if (op.t === 'col.retype') {
      for (const [row] of cellsOf<InvestorId>(op.values ?? {})) this.#undo.foreignWrite(row, op.col);
    } else if ('row' in op && 'col' in op) this.#undo.foreignWrite(op.row, op.col);
  }
}
