import { PROTOCOL_VERSION } from '@crm/shared';
import type { Epoch, MutationResult, PushOutput } from '@crm/shared';
import { backoff } from './backoff.ts';
import { asMutation } from './lane.ts';
import type { Lane, Pending } from './lane.ts';
import { TransportError } from './ports.ts';
import type { Cancel, Timers, Transport } from './ports.ts';
import type { SheetState } from './state.ts';

/** A push that is not answered after this long, in milliseconds, is sent again. */
const ANSWER_WITHIN = 30_000;

/** What becomes of edits, told to the session. */
export interface PushOutcome {
  applied(entry: Pending): void;
  refused(entry: Pending, result: MutationResult): void;
  /** The queue cannot go on under its client id: its edits wait for review. */
  broken(lane: Lane): void;
  epoch(epoch: Epoch): void;
  outdated(): void;
  signedOut(): void;
  /** The state of the connection or of the server changed. */
  told(): void;
}

/** Sends the queues in order, one push in flight (protocol §3). */
export class Pusher {
  readonly #state: SheetState;
  readonly #transport: Transport;
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #outcome: PushOutcome;
  #flight = 0;
  #busy = false;
  #attempt = 0;
  #wait: Cancel | null = null;
  #closed = false;
  /** The last push got no answer. */
  offline = false;
  /** Why the server could not save, in its own words. */
  problem: string | null = null;

  constructor(
    state: SheetState,
    transport: Transport,
    timers: Timers,
    random: () => number,
    outcome: PushOutcome,
  ) {
    this.#state = state;
    this.#transport = transport;
    this.#timers = timers;
    this.#random = random;
    this.#outcome = outcome;
  }

  /** Sends what waits, unless a push is on its way or a pause is being kept. */
  pump(): void {
    const { epoch } = this.#state;
    if (this.#busy || this.#wait || this.#closed || epoch === null) return;
    const lane = this.#state.lanes.find((candidate) => candidate.unanswered().length > 0);
    const batch = lane?.batch() ?? [];
    if (!lane || batch.length === 0) return;
    this.#busy = true;
    const flight = ++this.#flight;
    const cancel = this.#timers.after(ANSWER_WITHIN, () =>
      this.#ended(flight, cancel, () => this.#failed(lane, new TransportError('OFFLINE', 'no answer'))),
    );
    const { clientId } = lane;
    this.#transport.push({ protocol: PROTOCOL_VERSION, epoch, clientId, muts: batch.map(asMutation) }).then(
      (output) => this.#ended(flight, cancel, () => this.#answered(lane, output)),
      (error: unknown) =>
        this.#ended(flight, cancel, () =>
          this.#failed(
            lane,
            error instanceof TransportError ? error : new TransportError('OFFLINE', String(error)),
          ),
        ),
    );
  }

  /** The network is back, or the person asks: no more waiting. */
  now(): void {
    this.#wait?.();
    this.#wait = null;
    this.pump();
  }

  close(): void {
    this.#closed = true;
    this.#flight += 1;
    this.#wait?.();
  }

  #ended(flight: number, cancel: Cancel, handle: () => void): void {
    cancel();
    if (flight !== this.#flight) return;
    this.#flight += 1;
    this.#busy = false;
    handle();
    this.pump();
  }

  #answered(lane: Lane, { results, stop }: PushOutput): void {
    this.#attempt = 0;
    this.offline = false;
    this.problem = null;
    for (const result of results) this.#settle(lane, result);
    this.#state.settle();
    switch (stop?.code) {
      case 'EPOCH':
        this.#outcome.epoch(stop.epoch);
        break;
      case 'PROTOCOL':
        this.#closed = true;
        this.#outcome.outdated();
        break;
      case 'HASH_MISMATCH':
        this.#outcome.broken(lane);
        break;
      case 'GAP':
        // The server waits for a mutation before the ones that are left here; it must never wait for ever (I8).
        if (!lane.unanswered().some((entry) => entry.mid === stop.expected)) this.#outcome.broken(lane);
        break;
      case undefined:
        if (results.length === 0) this.#pause(null);
    }
    this.#outcome.told();
  }

  #settle(lane: Lane, result: MutationResult): void {
    const entry = lane.pending.find((candidate) => candidate.mid === result.mid);
    if (!entry || entry.seq !== null || entry.dropped) return;
    if (result.status === 'applied') {
      entry.seq = result.seq;
      this.#outcome.applied(entry);
    } else {
      entry.dropped = true;
      this.#outcome.refused(entry, result);
    }
  }

  #failed(lane: Lane, error: TransportError): void {
    this.offline = error.code === 'OFFLINE';
    this.problem = null;
    switch (error.code) {
      case 'UNAUTHENTICATED':
        this.#closed = true;
        this.#outcome.signedOut();
        break;
      // The same bytes would be refused again and again.
      case 'FORBIDDEN':
      case 'BAD_INPUT':
      case 'TOO_LARGE':
        this.#outcome.broken(lane);
        break;
      case 'OFFLINE':
      case 'RATE_LIMITED':
        this.#pause(error.retryAfter);
        break;
      default:
        this.problem = error.message;
        this.#pause(error.retryAfter);
    }
    this.#outcome.told();
  }

  #pause(retryAfter: number | null): void {
    const jittered = backoff(this.#attempt++, this.#random);
    this.#wait?.();
    this.#wait = this.#timers.after(Math.max(retryAfter ?? 0, jittered), () => {
      this.#wait = null;
      this.pump();
    });
  }
}
