import type { AppContext } from '../../context.ts';
import { isSessionLive } from './session.rules.ts';
import { deleteSessionsBefore, findSession } from './session.store.ts';
import { deleteAttemptsBefore } from './attempt.store.ts';

const DAY_MS = 24 * 3_600_000;
/** A month of ended logins tells which addresses a person is known from. */
const KEEP_SESSIONS_MS = 30 * DAY_MS;

/**
 * Closes connections whose login no longer holds: it ran out, or another process ended it. Logins that end in this process
 * close theirs at once.
 */
export function closeStaleSockets(app: AppContext): void {
  const now = app.clock.now();
  const stale = app.sockets.sessions().filter((id) => {
    const session = findSession(app.db.reader, id);
    return !session || session.deactivatedAt !== null || !isSessionLive(session, now);
  });
  app.sockets.closeSessions(stale);
}

/** Forgets logins that ended long ago and failures that no longer count. */
export function forgetOldLogins(app: AppContext): void {
  const now = app.clock.now().getTime();
  app.db.write((tx) => {
    deleteSessionsBefore(tx, new Date(now - KEEP_SESSIONS_MS).toISOString());
    deleteAttemptsBefore(tx, now - DAY_MS);
  });
}
