const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt to connect: between nothing and a bound that doubles from 0.5 s to 30 s,
 * at random, so that many tabs do not return at once when a server comes back.
 * @param attempt 0 for the first
 * @param random in [0, 1)
 */
export function socketDelay(attempt: number, random = Math.random()): number {
  return Math.round(random * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt));
}
