import { HEARTBEAT_MS, PROTOCOL_VERSION } from '@crm/shared';
import type { ClientId, ColumnId, Epoch, LoggedOp, PresenceEntry, StreamEvent } from '@crm/shared';
import { MemorySheet } from '../sheet/memory-sheet.ts';
import { backoff } from './backoff.ts';
import { TransportError } from './ports.ts';
import type { Cancel, StreamStart, Timers, Transport } from './ports.ts';
import { SnapshotLoader } from './snapshot-loader.ts';
import type { SheetState } from './state.ts';

/** A stream that is silent for this long, in milliseconds, is dead. */
const SILENCE = HEARTBEAT_MS * 2.5;
/** After so many failed streams ops are asked for one question at a time. */
const POLL_AFTER = 3;
const POLL_EVERY = 3_000;

/** What the stream brings, told to the session. */
export interface Incoming {
  clientId(): ClientId;
  first(): readonly ColumnId[];
  ops(ops: readonly LoggedOp[]): boolean;
  presence(entries: readonly PresenceEntry[]): void;
  changed(what: 'views' | 'people' | 'imports'): void;
  /** The history is another one: what waits goes to review before anything of the new one is shown. */
  epoch(epoch: Epoch): void;
  loading(loader: SnapshotLoader): void;
  connected(): void;
  outdated(): void;
  signedOut(): void;
  told(): void;
}

/** Loads the sheet and follows its log: snapshot, stream, catch-up, heartbeats (protocol §5). */
export class Receiver {
  readonly #state: SheetState;
  readonly #transport: Transport;
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #incoming: Incoming;
  /** Answers of an earlier life are ignored. */
  #life = 0;
  #stream: Cancel | null = null;
  #timer: Cancel | null = null;
  #watch: Cancel | null = null;
  #attempt = 0;
  /** The last question for ops was answered, so that a failing stream is no loss of connection. */
  #polled = false;
  /** The stream has brought something: no need to ask. */
  #streaming = false;
  #closed = false;
  online = false;
  /** A try has failed since the last success. */
  failed = false;

  constructor(
    state: SheetState,
    transport: Transport,
    timers: Timers,
    random: () => number,
    incoming: Incoming,
  ) {
    this.#state = state;
    this.#transport = transport;
    this.#timers = timers;
    this.#random = random;
    this.#incoming = incoming;
  }

  /** Fetches the sheet, then follows it. Pending edits stay. */
  load(): void {
    void this.#load(this.#restart());
  }

  /** The network is back: no more waiting. */
  now(): void {
    if (this.#closed || this.online) return;
    this.#attempt = 0;
    if (this.#state.epoch === null) this.load();
    else this.#connect();
  }

  close(): void {
    this.#restart();
    this.#closed = true;
  }

  /** Ends whatever is going on. */
  #restart(): number {
    this.#stream?.();
    this.#timer?.();
    this.#watch?.();
    this.#stream = this.#timer = this.#watch = null;
    this.#polled = this.#streaming = false;
    return ++this.#life;
  }

  async #load(life: number): Promise<void> {
    if (this.#closed) return;
    const loader = new SnapshotLoader(new MemorySheet(this.#state.slots, this.#state.sink));
    try {
      for await (const line of this.#transport.snapshot(this.#incoming.first())) {
        if (life !== this.#life) return;
        loader.take(line);
        if (loader.meta && loader.meta.protocol !== PROTOCOL_VERSION) return this.#outdated();
        if (loader.meta && loader.meta.epoch !== this.#state.epoch) this.#incoming.epoch(loader.meta.epoch);
        this.#incoming.loading(loader);
      }
      if (life !== this.#life) return;
      if (loader.phase !== 'ready') throw new TransportError('OFFLINE', 'the snapshot broke off');
    } catch (error) {
      if (life === this.#life) this.#retry(error, () => this.load());
      return;
    }
    this.#connect();
  }

  #start(epoch: Epoch): StreamStart {
    return {
      protocol: PROTOCOL_VERSION,
      epoch,
      clientId: this.#incoming.clientId(),
      since: this.#state.seq,
    };
  }

  #connect(): void {
    const { epoch } = this.#state;
    const life = this.#restart();
    if (this.#closed || epoch === null) return;
    if (this.#attempt >= POLL_AFTER) void this.#poll(life, epoch);
    this.#listen(life);
    this.#stream = this.#transport.stream(this.#start(epoch), {
      event: (event) => {
        if (life !== this.#life) return;
        this.#attempt = 0;
        this.#streaming = true;
        this.#listen(life);
        this.#alive();
        this.#event(event);
      },
      closed: (error) => {
        if (life === this.#life) this.#retry(error, () => this.#connect());
      },
    });
  }

  #event(event: StreamEvent): void {
    switch (event.t) {
      case 'ops':
        if (!this.#incoming.ops(event.ops)) this.#connect();
        return;
      case 'beat':
        if (event.epoch !== this.#state.epoch) this.load();
        else if (event.head > this.#state.seq) this.#connect();
        else if (event.head < this.#state.seq) this.load();
        return;
      case 'presence':
        return this.#incoming.presence(event.entries);
      case 'changed':
        return this.#incoming.changed(event.what);
      case 'resync':
        return this.load();
    }
  }

  async #poll(life: number, epoch: Epoch): Promise<void> {
    while (life === this.#life && !this.#streaming && !this.#closed) {
      try {
        const events = await this.#transport.opsSince(this.#start(epoch));
        if (life !== this.#life) return;
        this.#polled = true;
        this.#alive();
        for (const event of events) if (life === this.#life) this.#event(event);
      } catch (error) {
        if (life !== this.#life) return;
        this.#polled = false;
        this.#lost(error);
      }
      await new Promise<void>((resolve) => this.#timers.after(POLL_EVERY, resolve));
    }
  }

  /** Ends a stream that says nothing, not even that nothing has happened. */
  #listen(life: number): void {
    this.#watch?.();
    this.#watch = this.#timers.after(SILENCE, () => {
      if (life === this.#life) this.#retry(new TransportError('OFFLINE', 'silence'), () => this.#connect());
    });
  }

  #alive(): void {
    this.failed = false;
    if (this.online) return;
    this.online = true;
    this.#incoming.connected();
    this.#incoming.told();
  }

  #lost(error: unknown): void {
    this.online = false;
    this.failed = true;
    if (error instanceof TransportError && error.code === 'UNAUTHENTICATED') {
      this.close();
      this.#incoming.signedOut();
    }
    this.#incoming.told();
  }

  #outdated(): void {
    this.close();
    this.#incoming.outdated();
  }

  #retry(error: unknown, again: () => void): void {
    this.#stream?.();
    this.#watch?.();
    this.#stream = this.#watch = null;
    if (!this.#polled) this.#lost(error);
    if (this.#closed) return;
    this.#timer?.();
    this.#timer = this.#timers.after(backoff(this.#attempt++, this.#random), again);
  }
}
