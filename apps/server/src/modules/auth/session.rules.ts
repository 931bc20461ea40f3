const HOUR = 3_600_000;

/** A login ends when nothing was done for this long … */
export const IDLE_MS = 12 * HOUR;
/** … and in any case after this long (S1). */
export const MAX_AGE_MS = 7 * 24 * HOUR;
/** How stale `lastSeenAt` may get before it is written again, so that not every call is a write. */
export const TOUCH_MS = 60_000;

/** What decides whether a login still holds. Instants are ISO-8601 UTC. */
export interface SessionTimes {
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

export function isSessionLive(session: SessionTimes, now: Date): boolean {
  if (session.revokedAt !== null) return false;
  return (
    now.getTime() < Date.parse(session.expiresAt) && now.getTime() < Date.parse(session.lastSeenAt) + IDLE_MS
  );
}

/** Whether activity at `now` is worth writing down. */
export function needsTouch(session: Pick<SessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(session.lastSeenAt) >= TOUCH_MS;
}
