import { ClientId, random128 } from '@crm/shared';
import type { ColumnId, Epoch, InvestorId, MutationResult, Op, UserId } from '@crm/shared';
import type { Device } from './device.ts';
import { asStored, Lane } from './lane.ts';
import type { Pending } from './lane.ts';
import type { StoredQueue, StoredTrayItem, Timers } from './ports.ts';
import { overTheirs, withRestores } from './resend.ts';
import { splitOps } from './split.ts';
import type { SheetState } from './state.ts';
import { Tray } from './tray.ts';
import type { TrayItem } from './types.ts';
import type { Reverting, UndoHistory } from './undo.ts';

/** What edits need from the session around them. */
export interface EditsDeps {
  readonly state: SheetState;
  readonly undo: UndoHistory;
  readonly device: Device;
  readonly timers: Timers;
  readonly userId: UserId;
  readonly clientId: ClientId;
  pump(): void;
  told(): void;
  renamed(clientId: ClientId): void;
}

/** The life of a person's edits: made, kept, and ended in exactly one of applied, tray and review (I7). */
export class Edits {
  readonly tray = new Tray();
  readonly #deps: EditsDeps;
  readonly #state: SheetState;
  readonly #undo: UndoHistory;
  readonly #device: Device;
  #lane: Lane;

  constructor(deps: EditsDeps) {
    this.#deps = deps;
    this.#state = deps.state;
    this.#undo = deps.undo;
    this.#device = deps.device;
    this.#lane = new Lane(deps.clientId);
    this.#state.lanes = [this.#lane];
  }

  get clientId(): ClientId {
    return this.#lane.clientId;
  }

  /** Takes back what the device has kept for queues, in the order in which they are to be sent. */
  restore(queues: readonly { clientId: ClientId; kept: StoredQueue }[]): void {
    const lanes: Lane[] = [];
    for (const { clientId, kept } of queues) {
      const lane = clientId === this.clientId ? this.#lane : new Lane(clientId);
      lane.nextMid = Math.max(lane.nextMid, kept.client?.nextMid ?? 1);
      lane.restore(kept.pending);
      for (const item of kept.tray) this.tray.put(item);
      if (lane.pending.length > 0 && lane !== this.#lane) lanes.push(lane);
    }
    this.#state.lanes = [...lanes, this.#lane];
    this.mark();
  }

  commit(ops: readonly Op[], label: string): void {
    this.#perform('edit', { label, ops, conflicts: [], leadsTo: [] });
  }

  keepMine(id: string): void {
    const item = this.tray.get(id);
    if (item) this.#again(item, overTheirs(item, this.#versionNow));
  }

  discard(id: string): void {
    if (!this.tray.get(id)) return;
    this.#forget(id);
    void this.#device.write({ removeTray: [id] });
  }

  restoreAndApply(id: string): void {
    const item = this.tray.get(id);
    if (!item) return;
    const { overlay } = this.#state.view;
    const isDeleted = {
      row: (row: InvestorId) => (overlay.row(row)?.deletedAt ?? null) !== null,
      col: (col: ColumnId) => (overlay.column(col)?.deletedAt ?? null) !== null,
    };
    this.#again(item, withRestores(item, isDeleted, this.#versionNow));
  }

  /** Takes the latest step back, or does it again; its label, or null when there is none. */
  revert(which: 'undo' | 'redo'): string | null {
    const step = this.#undo.take(which, this.#state.view.overlay);
    if (!step) return null;
    if (step.conflicts.length === 0) this.#perform(which, step);
    else {
      const { label, ops, conflicts } = step;
      const result: MutationResult = { status: 'conflict', mid: 0, conflicts: [...conflicts] };
      const name = which === 'undo' ? `Undo: ${label}` : `Redo: ${label}`;
      this.#intoTray([this.#item(random128(ClientId), 'conflict', name, ops, result)]);
    }
    return step.label;
  }

  #again(item: TrayItem, ops: readonly Op[]): void {
    if (this.#state.epoch === null) return;
    this.#perform('edit', { label: item.label, ops, conflicts: [], leadsTo: [] }, item.id);
  }

  answered(entry: Pending): void {
    void this.#device.write({ remove: [{ clientId: entry.lane.clientId, mid: entry.mid }] });
    this.#deps.told();
  }

  refused(entry: Pending, result: MutationResult): void {
    const kind = result.status === 'conflict' ? 'conflict' : 'rejected';
    this.#intoTray([this.#item(idOf(entry), kind, entry.label, entry.ops, result)], [entry]);
  }

  /** Puts everything unanswered in a queue before its author: it is never sent again by itself. */
  review(lane: Lane): void {
    const entries = lane.unanswered();
    for (const entry of entries) entry.dropped = true;
    if (lane === this.#lane) this.#rename();
    const items = entries.map((entry) => this.#item(idOf(entry), 'review', entry.label, entry.ops, null));
    this.#state.lanes = this.#state.lanes.filter((other) => other !== lane || other === this.#lane);
    this.#intoTray(items, entries);
    this.#state.refold();
  }

  /** A queue that broke leaves its client id behind. */
  #rename(): void {
    const old = this.#lane;
    this.#lane = new Lane(random128(ClientId));
    this.#state.lanes = [...this.#state.lanes.filter((lane) => lane !== old), this.#lane];
    this.#deps.renamed(this.#lane.clientId);
  }

  /** The history that these edits were made on has ended. */
  reviewAll(): void {
    for (const lane of this.#state.lanes) if (lane.unanswered().length > 0) this.review(lane);
  }

  /** The history is `epoch` now: edits made on another one go to review. */
  epoch(epoch: Epoch): void {
    const first = this.#state.epoch === null;
    this.#state.epoch = epoch;
    // On opening, what was kept under the same epoch simply goes on.
    const stale = (lane: Lane) => lane.pending.some((entry) => entry.epoch !== epoch);
    for (const lane of this.#state.lanes) if (!first || stale(lane)) this.review(lane);
    this.#undo.clear();
  }

  #perform(kind: 'edit' | 'undo' | 'redo', step: Reverting, removeTray?: string): void {
    const { epoch } = this.#state;
    if (step.ops.length === 0) return;
    if (epoch === null) throw new Error('the sheet is not open yet');
    const at = this.#deps.timers.at();
    const { mutations, oversized } = splitOps(step.ops);
    const entries: Pending[] = [];
    const reversals = [];
    let index = 0;
    for (const ops of mutations) {
      const entry = this.#lane.make(ops, step.label, epoch, at);
      for (const op of ops) {
        const target = oversized.length === 0 ? (step.leadsTo[index++] ?? null) : null;
        const predicted = this.#state.predict(op, entry);
        reversals.push(...this.#undo.record(this.#state.view.overlay, predicted, entry, target));
        this.#state.fold(predicted, entry);
      }
      this.#lane.pending.push(entry);
      entries.push(entry);
    }
    this.#undo.push(kind, step.label, reversals);
    const tooLarge = oversized.map((op, n) => this.#tooLarge(op, step.label, at, n));
    if (removeTray !== undefined) this.#forget(removeTray);
    const { clientId, nextMid } = this.#lane;
    const batch = {
      client: { clientId, nextMid, userId: this.#deps.userId },
      put: entries.map(asStored),
      putTray: tooLarge,
      removeTray: removeTray === undefined ? [] : [removeTray],
    };
    void this.#device.keep(batch).then(() => {
      for (const entry of entries) entry.stored = true;
      this.#deps.pump();
    });
    this.#deps.told();
  }

  #intoTray(items: readonly StoredTrayItem[], gone: readonly Pending[] = []): void {
    for (const item of items) this.tray.put(item);
    this.mark();
    const remove = gone.map((entry) => ({ clientId: entry.lane.clientId, mid: entry.mid }));
    void this.#device.write({ putTray: items, remove });
    this.#deps.told();
  }

  #forget(id: string): void {
    this.tray.remove(id);
    this.mark();
    this.#deps.told();
  }

  #tooLarge(op: Op, label: string, at: string, n: number): StoredTrayItem {
    const result: MutationResult = {
      status: 'rejected',
      mid: 0,
      reason: 'too_large',
      op: 0,
      detail: 'This is more than can be sent at once.',
    };
    const item = this.#item(`${random128(ClientId)}:${n}`, 'rejected', label, [op], result, at);
    this.tray.put(item);
    this.mark();
    return item;
  }

  #item(
    id: string,
    kind: TrayItem['kind'],
    label: string,
    ops: readonly Op[],
    result: MutationResult | null,
    at = this.#deps.timers.at(),
  ): StoredTrayItem {
    return { id, kind, label, ops, result, at, clientId: this.#lane.clientId };
  }

  mark(): void {
    this.#state.mark(this.tray.cells());
  }

  #versionNow = (row: InvestorId, col: ColumnId): number => {
    const slot = this.#state.view.slotOf(row);
    return slot === undefined ? 0 : this.#state.view.version(slot, col);
  };
}

function idOf(entry: Pending): string {
  return `${entry.lane.clientId}:${entry.mid}`;
}
