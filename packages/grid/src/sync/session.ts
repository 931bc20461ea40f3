import type { ClientId, ColumnId, Epoch, Op, UserId } from '@crm/shared';
import type { Types } from '../ops/index.ts';
import { ChangeBuffer } from './changes.ts';
import { CommunicationLoader } from './communications.ts';
import { Device } from './device.ts';
import { Edits } from './edits.ts';
import type { QueueStore, StoredQueue, Timers, Transport } from './ports.ts';
import { Presence } from './presence.ts';
import { Pusher } from './pusher.ts';
import { Receiver } from './receiver.ts';
import type { SnapshotLoader } from './snapshot-loader.ts';
import { SheetState } from './state.ts';
import { statusOf } from './status.ts';
import type { LoadPhase, SheetChange, SheetSession, SyncStatus, TrayItem, WorkspaceFacts } from './types.ts';
import { UndoHistory } from './undo.ts';

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
class SyncSession implements OwnedSession {
  phase: LoadPhase = 'opening';
  workspace: WorkspaceFacts | null = null;
  readonly #options: SessionOptions;
  readonly #listeners = new Set<(change: SheetChange) => void>();
  readonly #statusListeners = new Set<() => void>();
  readonly #presenceListeners = new Set<() => void>();
  readonly #undo = new UndoHistory();
  readonly #changes: ChangeBuffer;
  readonly #state: SheetState;
  readonly #device: Device;
  readonly #edits: Edits;
  readonly #pusher: Pusher;
  readonly #receiver: Receiver;
  readonly #presence: Presence;
  readonly #communications: CommunicationLoader;
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
    this.#device = new Device(options.store, timers, this.#changes, () => this.#tellStatus());
    this.#edits = new Edits({
      state: this.#state,
      undo: this.#undo,
      device: this.#device,
      timers,
      userId: options.userId,
      clientId: options.clientId,
      pump: () => this.#pusher.pump(),
      told: () => this.#tellStatus(),
      renamed: (clientId) => options.onClientId?.(clientId),
    });
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
      applied: (entry) => this.#edits.answered(entry),
      refused: (entry, result) => this.#edits.refused(entry, result),
      broken: (lane) => this.#edits.review(lane),
      // At once: what stays in the queue would be sent, and refused, again and again until the new sheet is here.
      epoch: () => {
        this.#edits.reviewAll();
        this.#receiver.load();
      },
    });
    this.#receiver = new Receiver(this.#state, transport, timers, random, {
      ...shared,
      clientId: () => this.#edits.clientId,
      first: () => options.first?.() ?? [],
      ops: (ops) => this.#state.take(ops, (entry) => this.#edits.answered(entry)),
      presence: (entries) => this.#presence.received(entries),
      changed: (what) => options.onOutside?.(what),
      epoch: (epoch) => {
        this.#edits.epoch(epoch);
        this.phase = 'opening';
      },
      loading: (loader) => this.#loading(loader),
      connected: () => {
        this.#pusher.now();
        this.#presence.resume();
      },
    });
    this.#presence = new Presence(
      transport,
      timers,
      () => this.#edits.clientId,
      () => {
        for (const listener of this.#presenceListeners) listener();
      },
    );
    this.#communications = new CommunicationLoader(transport, this.#state);
    this.#state.view.onCommunications = (row) => this.#communications.want(row);
  }

  /** Takes back what the device has kept, then loads and follows the sheet. */
  async open(): Promise<void> {
    const { store, clientId, orphans = [] } = this.#options;
    const queues: { clientId: ClientId; kept: StoredQueue }[] = [];
    for (const id of [...orphans, clientId]) {
      try {
        queues.push({ clientId: id, kept: await store.read(id) });
      } catch {
        // A device that cannot be read will refuse to be written too, and say so.
      }
    }
    this.#edits.restore(queues);
    this.#receiver.load();
  }

  get view() {
    return this.#state.view;
  }

  get position() {
    const { epoch, seq } = this.#state;
    return { epoch, seq };
  }

  get undoLabel(): string | null {
    return this.#undo.label('undo');
  }

  get redoLabel(): string | null {
    return this.#undo.label('redo');
  }

  commit(ops: readonly Op[], label: string): void {
    this.#edits.commit(ops, label);
  }

  undo(): string | null {
    return this.#edits.revert('undo');
  }

  redo(): string | null {
    return this.#edits.revert('redo');
  }

  keepMine(id: string): void {
    this.#edits.keepMine(id);
  }

  discard(id: string): void {
    this.#edits.discard(id);
  }

  restoreAndApply(id: string): void {
    this.#edits.restoreAndApply(id);
  }

  status(): SyncStatus {
    return statusOf({
      outdated: this.#outdated,
      deviceProblem: this.#device.problem,
      serverProblem: this.#pusher.problem,
      offline: this.#pusher.offline || (!this.#receiver.online && this.#receiver.failed),
      pending: this.#state.unanswered().length,
      attention: this.#edits.tray.size,
    });
  }

  tray(): readonly TrayItem[] {
    return this.#edits.tray.items();
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

  wake(): void {
    this.#receiver.now();
    this.#pusher.now();
  }

  close(): void {
    this.#receiver.close();
    this.#pusher.close();
    this.#presence.close();
  }

  #loading(loader: SnapshotLoader): void {
    // A sheet that is complete is shown until its successor is; only a new history replaces it at once.
    if (this.phase === 'ready' && loader.phase !== 'ready') return;
    if (loader.phase === 'opening') return;
    this.phase = loader.phase;
    this.workspace = loader.meta?.workspace ?? null;
    this.#state.rebase(loader);
    this.#communications.again();
    this.#edits.mark();
    if (loader.phase === 'ready') this.#pusher.pump();
  }

  #changed(change: SheetChange): void {
    if (change.contacts) this.view.forgetContacts();
    if (change.communications.length > 0 || change.cells === null) this.view.forgetCommunications();
    for (const listener of this.#listeners) listener(change);
  }

  #tellStatus(): void {
    if (this.#statusTold) return;
    this.#statusTold = true;
    queueMicrotask(() => {
      this.#statusTold = false;
      for (const listener of this.#statusListeners) listener();
    });
  }
}

/** A session with what only its owner needs. */
export interface OwnedSession extends SheetSession {
  /** The browser says that it is on line again: no more waiting. */
  wake(): void;
  /** What the server has said so far: which history, and how much of it. */
  readonly position: { readonly epoch: Epoch | null; readonly seq: number };
}

/** Opens the sheet: edits can be made as soon as `phase` leaves `opening`. Nothing is thrown when the server is away. */
export function openSession(options: SessionOptions): OwnedSession {
  const session = new SyncSession(options);
  void session.open();
  return session;
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
