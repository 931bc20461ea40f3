import { ClientId, random128 } from '@crm/shared';
import type { ColumnId, Epoch, InvestorId, MutationResult, Op, UserId } from '@crm/shared';
import type { Types } from '../ops/index.ts';
import { ChangeBuffer } from './changes.ts';
import { CommunicationLoader } from './communications.ts';
import { Device } from './device.ts';
import { Lane, stored } from './lane.ts';
import type { Pending } from './lane.ts';
import type { QueueStore, StoredTrayItem, Timers, Transport } from './ports.ts';
import { Presence } from './presence.ts';
import { Pusher } from './pusher.ts';
import { Receiver } from './receiver.ts';
import { overTheirs, withRestores } from './resend.ts';
import type { SnapshotLoader } from './snapshot-loader.ts';
import { splitOps } from './split.ts';
import { SheetState } from './state.ts';
import { statusOf } from './status.ts';
import { Tray } from './tray.ts';
import type { LoadPhase, SheetChange, SheetSession, SyncStatus, TrayItem, WorkspaceFacts } from './types.ts';
import { UndoHistory } from './undo.ts';
import type { Reverting } from './undo.ts';

/** What a session is made of and with. */
export interface SessionOptions {
  readonly transport: Transport;
  readonly store: QueueStore;
  readonly timers: Timers;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly types: Types;
  readonly userId: UserId;
  /** This tab's name, held under a lock by the caller so that no other tab uses it. */
  readonly clientId: ClientId;
  /** Queues of this person that closed tabs have left on the device, oldest first. */
  readonly orphans?: readonly ClientId[];
  /** Columns to load before the others: those in view. */
  readonly first?: () => readonly ColumnId[];
  /** The tab goes on under another name. */
  readonly onClientId?: (clientId: ClientId) => void;
  /** Something outside the sheet changed. */
  readonly onOutside?: (what: 'views' | 'people' | 'imports') => void;
  readonly onSignedOut?: () => void;
}

/** The real session: pending edits over the server's sheet (protocol §6). Made by `openSession`. */
class SyncSession implements SheetSession {
  phase: LoadPhase = 'opening';
  workspace: WorkspaceFacts | null = null;
  readonly #options: SessionOptions;
  readonly #listeners = new Set<(change: SheetChange) => void>();
  readonly #statusListeners = new Set<() => void>();
  readonly #presenceListeners = new Set<() => void>();
  readonly #undo = new UndoHistory();
  readonly #tray = new Tray();
  readonly #changes: ChangeBuffer;
  readonly #state: SheetState;
  readonly #device: Device;
  readonly #pusher: Pusher;
  readonly #receiver: Receiver;
  readonly #presence: Presence;
  readonly #communications: CommunicationLoader;
  #lane: Lane;
  #outdated = false;
  #statusTold = false;

  constructor(options: SessionOptions) {
    const { transport, timers, random } = options;
    this.#options = options;
    this.#changes = new ChangeBuffer(
      (change) => this.#changed(change),
      () => this.#state.modifiedColumns(),
    );
    this.#state = new SheetState(this.#changes, this.#undo, options.types, options.userId);
    this.#lane = new Lane(options.clientId);
    this.#state.lanes = [this.#lane];
    this.#device = new Device(options.store, timers, this.#changes, () => this.#tellStatus());
    const shared = {
      outdated: () => {
        this.#outdated = true;
        this.#receiver.close();
        this.#tellStatus();
      },
      signedOut: () => {
        this.close();
        options.onSignedOut?.();
      },
      told: () => this.#tellStatus(),
    };
    this.#pusher = new Pusher(this.#state, transport, timers, random, {
      ...shared,
      applied: (entry) => this.#answered(entry),
      refused: (entry, result) => this.#refused(entry, result),
      broken: (lane) => this.#review(lane),
      epoch: () => this.#receiver.load(),
    });
    this.#receiver = new Receiver(this.#state, transport, timers, random, {
      ...shared,
      clientId: () => this.#lane.clientId,
      first: () => options.first?.() ?? [],
      ops: (ops) => this.#state.take(ops, (entry) => this.#answered(entry)),
      presence: (entries) => this.#presence.received(entries),
      changed: (what) => options.onOutside?.(what),
      epoch: (epoch) => this.#epoch(epoch),
      loading: (loader) => this.#loading(loader),
      connected: () => {
        this.#pusher.now();
        this.#presence.resume();
      },
    });
    this.#presence = new Presence(
      transport,
      timers,
      () => this.#lane.clientId,
      () => {
        for (const listener of [...this.#presenceListeners]) listener();
      },
    );
    this.#communications = new CommunicationLoader(transport, this.#state);
    this.#state.view.onCommunications = (row) => this.#communications.want(row);
  }

  /** Takes back what the device has kept, then loads and follows the sheet. */
  async open(): Promise<void> {
    const { store, clientId, orphans = [] } = this.#options;
    const lanes: Lane[] = [];
    for (const id of [...orphans, clientId]) {
      const kept = await store.read(id).catch(() => null);
      const lane = id === clientId ? this.#lane : new Lane(id);
      lane.nextMid = Math.max(lane.nextMid, kept?.client?.nextMid ?? 1);
      lane.restore(kept?.pending ?? []);
      for (const item of kept?.tray ?? []) this.#tray.put(item);
      if (lane.pending.length > 0 || lane === this.#lane) lanes.push(lane);
    }
    this.#state.lanes = lanes;
    this.#marks();
    this.#receiver.load();
  }

  get view() {
    return this.#state.view;
  }

  get undoLabel(): string | null {
    return this.#undo.label('undo');
  }

  get redoLabel(): string | null {
    return this.#undo.label('redo');
  }

  commit(ops: readonly Op[], label: string): void {
    this.#perform('edit', { label, ops, conflicts: [], leadsTo: [] });
  }

  undo(): string | null {
    return this.#revert('undo');
  }

  redo(): string | null {
    return this.#revert('redo');
  }

  status(): SyncStatus {
    return statusOf({
      outdated: this.#outdated,
      deviceProblem: this.#device.problem,
      serverProblem: this.#pusher.problem,
      offline: this.#pusher.offline || (!this.#receiver.online && this.#receiver.failed),
      pending: this.#state.unanswered().length,
      attention: this.#tray.size,
    });
  }

  tray(): readonly TrayItem[] {
    return this.#tray.items();
  }

  keepMine(id: string): void {
    const item = this.#tray.get(id);
    if (item) this.#again(item, overTheirs(item, this.#versionNow));
  }

  discard(id: string): void {
    if (!this.#tray.get(id)) return;
    this.#forget(id);
    void this.#device.write({ removeTray: [id] });
  }

  restoreAndApply(id: string): void {
    const item = this.#tray.get(id);
    if (!item) return;
    const { overlay } = this.#state.view;
    const isDeleted = {
      row: (row: InvestorId) => (overlay.row(row)?.deletedAt ?? null) !== null,
      col: (col: ColumnId) => (overlay.column(col)?.deletedAt ?? null) !== null,
    };
    this.#again(item, withRestores(item, isDeleted, this.#versionNow));
  }

  presence() {
    return this.#presence.others();
  }

  announce(...where: Parameters<SheetSession['announce']>): boolean {
    return this.#presence.announce(...where);
  }

  onChange(listener: (change: SheetChange) => void): () => void {
    return subscribe(this.#listeners, listener);
  }

  onStatus(listener: () => void): () => void {
    return subscribe(this.#statusListeners, listener);
  }

  onPresence(listener: () => void): () => void {
    return subscribe(this.#presenceListeners, listener);
  }

  /** The browser says that it is on line again. */
  wake(): void {
    this.#receiver.now();
    this.#pusher.now();
  }

  close(): void {
    this.#receiver.close();
    this.#pusher.close();
    this.#presence.close();
  }

  #perform(kind: 'edit' | 'undo' | 'redo', step: Reverting, removeTray?: string): void {
    const { epoch } = this.#state;
    if (step.ops.length === 0) return;
    if (epoch === null) throw new Error('the sheet is not open yet');
    const at = this.#options.timers.at();
    const { mutations, oversized } = splitOps(step.ops);
    const entries: Pending[] = [];
    const reversals = [];
    let index = 0;
    for (const ops of mutations) {
      const entry = this.#lane.make(ops, step.label, epoch, at);
      for (const op of ops) {
        const target = oversized.length === 0 ? (step.leadsTo[index++] ?? null) : null;
        reversals.push(...this.#undo.record(this.#state.view.overlay, op, entry, target));
        this.#state.fold(op, entry);
      }
      this.#lane.pending.push(entry);
      entries.push(entry);
    }
    this.#undo.push(kind, step.label, reversals);
    const tooLarge = oversized.map((op, n) => this.#tooLarge(op, step.label, at, n));
    if (removeTray !== undefined) this.#forget(removeTray);
    const { clientId, nextMid } = this.#lane;
    const batch = {
      client: { clientId, nextMid, userId: this.#options.userId },
      put: entries.map(stored),
      putTray: tooLarge,
      removeTray: removeTray === undefined ? [] : [removeTray],
    };
    void this.#device.keep(batch).then(() => {
      for (const entry of entries) entry.stored = true;
      this.#pusher.pump();
    });
    this.#tellStatus();
  }

  #revert(which: 'undo' | 'redo'): string | null {
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

  #answered(entry: Pending): void {
    void this.#device.write({ remove: [{ clientId: entry.lane.clientId, mid: entry.mid }] });
    this.#tellStatus();
  }

  #refused(entry: Pending, result: MutationResult): void {
    const kind = result.status === 'conflict' ? 'conflict' : 'rejected';
    this.#intoTray([this.#item(idOf(entry), kind, entry.label, entry.ops, result)], [entry]);
  }

  /** Puts everything unanswered in a queue before its author: it is never sent again by itself. */
  #review(lane: Lane): void {
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
    this.#options.onClientId?.(this.#lane.clientId);
  }

  #epoch(epoch: Epoch): void {
    const first = this.#state.epoch === null;
    this.#state.epoch = epoch;
    // On opening, what was kept under the same epoch simply goes on.
    const stale = (lane: Lane) => lane.pending.some((entry) => entry.epoch !== epoch);
    for (const lane of [...this.#state.lanes]) if (!first || stale(lane)) this.#review(lane);
    this.#undo.clear();
    this.phase = 'opening';
  }

  #loading(loader: SnapshotLoader): void {
    // A sheet that is complete is shown until its successor is; only a new history replaces it at once.
    if (this.phase === 'ready' && loader.phase !== 'ready') return;
    if (loader.phase === 'opening') return;
    this.phase = loader.phase;
    this.workspace = loader.meta?.workspace ?? null;
    this.#state.rebase(loader);
    this.#communications.again();
    this.#marks();
    if (loader.phase === 'ready') this.#pusher.pump();
  }

  #intoTray(items: readonly StoredTrayItem[], gone: readonly Pending[] = []): void {
    for (const item of items) this.#tray.put(item);
    this.#marks();
    const remove = gone.map((entry) => ({ clientId: entry.lane.clientId, mid: entry.mid }));
    void this.#device.write({ putTray: items, remove });
    this.#tellStatus();
  }

  #forget(id: string): void {
    this.#tray.remove(id);
    this.#marks();
    this.#tellStatus();
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
    this.#tray.put(item);
    this.#marks();
    return item;
  }

  #item(
    id: string,
    kind: TrayItem['kind'],
    label: string,
    ops: readonly Op[],
    result: MutationResult | null,
    at = this.#options.timers.at(),
  ): StoredTrayItem {
    return { id, kind, label, ops, result, at, clientId: this.#lane.clientId };
  }

  #marks(): void {
    this.#state.mark(this.#tray.cells());
  }

  #versionNow = (row: InvestorId, col: ColumnId): number => {
    const slot = this.view.slotOf(row);
    return slot === undefined ? 0 : this.view.version(slot, col);
  };

  #changed(change: SheetChange): void {
    if (change.contacts) this.view.forgetContacts();
    if (change.communications.length > 0 || change.cells === null) this.view.forgetCommunications();
    for (const listener of [...this.#listeners]) listener(change);
  }

  #tellStatus(): void {
    if (this.#statusTold) return;
    this.#statusTold = true;
    queueMicrotask(() => {
      this.#statusTold = false;
      for (const listener of [...this.#statusListeners]) listener();
    });
  }
}

/** Opens the sheet: edits can be made as soon as `phase` leaves `opening`. Nothing is thrown when the server is away. */
export function openSession(options: SessionOptions): SheetSession & { wake(): void } {
  const session = new SyncSession(options);
  void session.open();
  return session;
}

function idOf(entry: Pending): string {
  return `${entry.lane.clientId}:${entry.mid}`;
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
