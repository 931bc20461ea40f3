/** Time, passed in so that tests can set it. */
export interface Clock {
  now(): Date;
  /** Milliseconds that never run backwards, for leases and intervals. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
};
