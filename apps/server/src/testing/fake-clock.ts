import type { Clock } from '../jobs/clock.ts';

/** A clock that stands still until it is told to move. */
export interface FakeClock extends Clock {
  advance(ms: number): void;
}

export function createFakeClock(start = new Date('2026-03-02T09:00:00Z')): FakeClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    monotonic: () => now,
    advance: (ms) => void (now += ms),
  };
}
