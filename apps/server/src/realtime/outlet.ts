import { MAX_CATCH_UP_OPS } from '@crm/shared';
import type { LoggedOp, StreamEvent } from '@crm/shared';

/** Bytes that may wait in a socket before its reader is taken as too slow (protocol §10). */
const MAX_BUFFERED = 1024 * 1024;

/** How much waits in a connection to be sent, in bytes; 0 where there is none. */
export type Buffered = () => number;

/**
 * What waits for one reader. Memory stays bounded: a reader that does not keep up loses what waits and is told to fetch
 * the sheet again.
 */
export class Outlet {
  readonly #buffered: Buffered;
  #ops: LoggedOp[] = [];
  #others: StreamEvent[] = [];
  #ended = false;
  #wake: (() => void) | null = null;

  constructor(buffered: Buffered) {
    this.#buffered = buffered;
  }

  ops(ops: readonly LoggedOp[]): void {
    if (this.#ended) return;
    if (this.#ops.length + ops.length > MAX_CATCH_UP_OPS || this.#buffered() > MAX_BUFFERED) {
      this.resync('slow');
      return;
    }
    this.#ops.push(...ops);
    this.#wake?.();
  }

  /** Queues anything but ops; a presence list that has not left yet is replaced by the newer one. */
  put(event: StreamEvent): void {
    if (this.#ended) return;
    // Whoever does not read needs no beat.
    if (this.#buffered() > MAX_BUFFERED) return this.resync('slow');
    this.#others = this.#others.filter((other) => other.t !== event.t || event.t === 'changed');
    this.#others.push(event);
    this.#wake?.();
  }

  /** The last thing that this reader gets. */
  resync(reason: Extract<StreamEvent, { t: 'resync' }>['reason']): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#ops = [];
    this.#others = [{ t: 'resync', reason }];
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#ops = [];
    this.#others = [];
    this.#wake?.();
  }

  /** What waits, ops first; waits for something to come; null after the end. */
  async next(): Promise<StreamEvent | null> {
    for (;;) {
      if (this.#ops.length > 0) {
        const ops = this.#ops;
        this.#ops = [];
        return { t: 'ops', ops };
      }
      const other = this.#others.shift();
      if (other) return other;
      if (this.#ended) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
  }
}
