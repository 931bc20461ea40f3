import { TransportError, type StreamHandlers, type StreamStart, type Transport } from '@crm/grid/sync';
import type { ColumnId, Epoch, PushInput, PushOutput, StreamEvent } from '@crm/shared';
import { feedOf, opsSince, push, stream } from '../../modules/fundraising/live.usecases.ts';
import { snapshotsOf } from '../../modules/fundraising/snapshot.usecases.ts';
import type { Principal } from '../../principal.ts';
import type { Faults } from './faults.ts';
import { Crash, withEpoch, type FuzzServer } from './fuzz-server.ts';
import { tamperBefore, tamperAfter } from './tamper.ts';
import type { Random } from './random.ts';

/** Something on its way; running it is its arrival. */
type Parcel = () => void;

interface OpenStream {
  readonly life: number;
  readonly abort: AbortController;
  readonly handlers: StreamHandlers;
  readonly events: StreamEvent[];
  ended: boolean;
}

/** How unkind the network is: chances per parcel. */
export interface Weather {
  readonly loss: number;
  readonly duplicate: number;
  readonly cut: number;
}

export const CALM: Weather = { loss: 0, duplicate: 0, cut: 0 };

/** The network of one device: it delays, loses, repeats and cuts, one parcel at a time. */
export class Network {
  weather: Weather;
  online = true;
  readonly #server: FuzzServer;
  readonly #principal: Principal;
  readonly #random: Random;
  readonly #faults: Faults;
  #parcels: Parcel[] = [];
  readonly #streams = new Set<OpenStream>();
  /** Real work of the server that is under way: the harness waits for it. */
  working = 0;
  /** The epoch that the fault `noEpoch` pretends to be in. */
  #pretended: Epoch | null = null;

  constructor(server: FuzzServer, principal: Principal, random: Random, faults: Faults, weather: Weather) {
    this.#server = server;
    this.#principal = principal;
    this.#random = random;
    this.#faults = faults;
    this.weather = weather;
  }

  /** Parcels on their way. */
  get waiting(): number {
    return (
      this.#parcels.length + [...this.#streams].filter((open) => open.events.length > 0 || open.ended).length
    );
  }

  /** Lets one parcel, or the next event of a stream, arrive. */
  deliver(): void {
    const streams = [...this.#streams].filter((open) => open.events.length > 0 || open.ended);
    const at = this.#random.below(this.#parcels.length + streams.length);
    const parcel = this.#parcels[at];
    if (parcel) {
      this.#parcels.splice(at, 1);
      parcel();
      return;
    }
    const open = streams[at - this.#parcels.length];
    if (open) this.#deliverEvent(open);
  }

  /** Nothing gets through any more, in either direction. */
  goOffline(): void {
    this.online = false;
    for (const open of this.#streams) this.#cut(open, true);
  }

  /** The server has gone: its streams end, once what it had sent before has come. */
  serverGone(): void {
    for (const open of this.#streams) {
      open.ended = true;
      open.abort.abort();
    }
  }

  /** The page was closed: its streams end without a word. */
  pageGone(): void {
    for (const open of this.#streams) this.#cut(open, false);
  }

  /** A transport for one page; a page that is gone hears nothing. */
  transport(page: { alive: boolean }): Transport {
    const offline = () => new TransportError('OFFLINE', 'lost');
    const call = <T>(work: () => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const answer = (settle: () => void) => this.#parcels.push(() => page.alive && settle());
        const arrive = (isCopy: boolean) => {
          if (!this.online || this.#random.chance(this.weather.loss)) {
            if (!isCopy) answer(() => reject(offline()));
            return;
          }
          if (!isCopy && this.#random.chance(this.weather.duplicate)) this.#parcels.push(() => arrive(true));
          this.#work(work).then(
            (value) => {
              const lost = !this.online || this.#random.chance(this.weather.loss);
              if (!isCopy) answer(() => (lost ? reject(offline()) : resolve(value)));
            },
            (error: unknown) => {
              if (!isCopy) answer(() => reject(error instanceof TransportError ? error : offline()));
            },
          );
        };
        this.#parcels.push(() => arrive(false));
      });
    return {
      push: (input) => {
        const frozen = structuredClone(input);
        return call(() => this.#push(frozen));
      },
      opsSince: (start) =>
        call(async () =>
          opsSince(this.#server.app, this.#asServer(start)).map((event) => this.#asClient(event)),
        ),
      presence: async () => ({ granted: true }),
      communications: async () => [],
      stream: (start, handlers) => this.#stream(start, handlers, page),
      snapshot: (first) => this.#snapshot(first, call),
    };
  }

  async *#snapshot(first: readonly ColumnId[], call: <T>(work: () => Promise<T>) => Promise<T>) {
    const lines = await call(async () => {
      let text = '';
      for await (const chunk of snapshotsOf(this.#server.app).lines(first)) text += chunk.toString();
      return text.split('\n').filter((line) => line !== '');
    });
    for (const line of lines) {
      const parsed: unknown = JSON.parse(line);
      yield this.#faults.noEpoch ? { ...Object(parsed), ...this.#pretend(parsed) } : parsed;
    }
  }

  async #push(input: PushInput): Promise<PushOutput> {
    const { app } = this.#server;
    const sent = tamperBefore(this.#faults, app, input);
    const output = await push(app, this.#principal, this.#asServer(sent));
    tamperAfter(this.#faults, app, input, output);
    return output;
  }

  #stream(start: StreamStart, handlers: StreamHandlers, page: { alive: boolean }): () => void {
    const abort = new AbortController();
    const open: OpenStream = { life: this.#server.life, abort, handlers, events: [], ended: false };
    const close = () => {
      this.#streams.delete(open);
      abort.abort();
    };
    this.#parcels.push(() => {
      if (abort.signal.aborted || !page.alive) return;
      if (!this.online || this.#random.chance(this.weather.loss)) {
        this.#parcels.push(
          () =>
            page.alive && !abort.signal.aborted && handlers.closed(new TransportError('OFFLINE', 'refused')),
        );
        return;
      }
      this.#streams.add(open);
      void this.#pump(open, this.#asServer(start));
    });
    return close;
  }

  async #pump(open: OpenStream, start: StreamStart): Promise<void> {
    const { app } = this.#server;
    const { signal } = open.abort;
    let from = start;
    if (this.#faults.lateListener) {
      open.events.push(
        ...feedOf(app)
          .since(start)
          .filter((event) => event.t !== 'beat'),
      );
      // What is committed before the listener is attached is lost.
      await new Promise<void>((resolve) => this.#parcels.push(resolve));
      if (signal.aborted) return;
      const head = feedOf(app).since(start).at(-1);
      from = { ...start, since: head?.t === 'beat' ? head.head : start.since };
    }
    try {
      for await (const event of stream(app, this.#principal, from, () => 0, signal))
        if (!this.#faults.lateListener || event.t !== 'beat') open.events.push(this.#asClient(event));
    } catch (error) {
      this.#server.errors.push(String(error));
    }
    if (!signal.aborted) open.ended = true;
  }

  #deliverEvent(open: OpenStream): void {
    const { weather } = this;
    const event = open.events.shift();
    if (!event) return this.#cut(open, true);
    // A parcel that vanishes without the connection noticing: only gaps and heartbeats tell of it.
    if (this.#random.chance(weather.loss / 2)) return;
    open.handlers.event(structuredClone(event));
    if (this.#random.chance(weather.cut)) this.#cut(open, true);
  }

  #cut(open: OpenStream, tell: boolean): void {
    this.#streams.delete(open);
    open.abort.abort();
    if (tell) this.#parcels.push(() => open.handlers.closed(new TransportError('OFFLINE', 'cut')));
  }

  async #work<T>(work: () => Promise<T>): Promise<T> {
    const { life } = this.#server;
    this.working += 1;
    try {
      const value = await work();
      // An answer of a process that has ended since does not arrive.
      if (life !== this.#server.life) throw new TransportError('OFFLINE', 'gone');
      return value;
    } catch (error) {
      if (error instanceof Crash && life === this.#server.life) this.#server.wantsRestart = true;
      throw error;
    } finally {
      this.working -= 1;
    }
  }

  #asServer<T extends { epoch: Epoch }>(input: T): T {
    if (!this.#faults.noEpoch) return input;
    this.#pretended ??= input.epoch;
    return { ...input, epoch: this.#server.epoch() };
  }

  #asClient(event: StreamEvent): StreamEvent {
    return this.#faults.noEpoch && this.#pretended ? withEpoch(event, this.#pretended) : event;
  }

  #pretend(line: unknown): { epoch?: Epoch } {
    if (typeof line !== 'object' || line === null || !('epoch' in line)) return {};
    this.#pretended ??= this.#server.epoch();
    return { epoch: this.#pretended };
  }
}
