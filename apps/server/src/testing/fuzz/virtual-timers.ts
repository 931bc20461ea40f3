import type { Timers } from '@crm/grid/sync';

/** Time that moves only when the test says so. */
export class VirtualTimers implements Timers {
  #now = Date.parse('2026-03-02T09:00:00Z');
  #next = 1;
  readonly #due = new Map<number, { at: number; run: () => void }>();

  now = (): number => this.#now;
  at = (): string => new Date(this.#now).toISOString();

  after = (ms: number, run: () => void) => {
    const id = this.#next++;
    this.#due.set(id, { at: this.#now + ms, run });
    return () => void this.#due.delete(id);
  };

  /** Moves on and runs what has become due, in order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [first] = [...this.#due].toSorted((a, b) => a[1].at - b[1].at || a[0] - b[0]);
      if (!first || first[1].at > until) break;
      this.#due.delete(first[0]);
      this.#now = Math.max(this.#now, first[1].at);
      first[1].run();
    }
    this.#now = until;
  }
}
