/** Shortest and longest wait before trying again, in milliseconds (protocol §5.4). */
const SHORTEST = 500;
const LONGEST = 30_000;

/** The wait before try number `attempt` (0 = the first repeat): full jitter, so that a crowd does not return at once. */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt + 1, 16));
  return SHORTEST + random() * (ceiling - SHORTEST);
}
