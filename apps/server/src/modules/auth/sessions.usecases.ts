import { AppError, newId, SessionId, type UserId } from '@crm/shared';
import type { AppContext } from '../../context.ts';
import type { Writer } from '../../db/transaction.ts';
import type { Principal } from '../../principal.ts';
import { isSessionLive, MAX_AGE_MS, needsTouch } from './session.rules.ts';
import {
  findSessionByHash,
  insertSession,
  openSessionsOf,
  setSessionRevoked,
  setSessionSeen,
  type SessionRow,
} from './session.store.ts';
import { hashToken, newToken } from './token.rules.ts';

/** Where a login came from, as the person will see it in the list of their sessions. */
export interface LoginOrigin {
  readonly address: string;
  readonly userAgent: string;
}

/** Who holds this token now; null when nobody does. */
export function findPrincipal(app: AppContext, token: string | null): Principal | null {
  if (token === null) return null;
  const session = findSessionByHash(app.db.reader, hashToken(token));
  return session && isUsable(session, app.clock.now()) ? principalOf(session) : null;
}

/**
 * Who makes a call; notes, at most once a minute, that they are active. A full disk does not stop a read.
 * @param isActivity false for calls that a page makes by itself
 * @throws AppError UNAUTHENTICATED when the token is missing, expired, revoked, or its user is deactivated
 */
export function requirePrincipal(app: AppContext, token: string | null, isActivity: boolean): Principal {
  const now = app.clock.now();
  const session = token === null ? null : findSessionByHash(app.db.reader, hashToken(token));
  if (!session || !isUsable(session, now)) throw new AppError('UNAUTHENTICATED', 'Log in to go on.');
  if (isActivity && needsTouch(session, now)) touch(app, session, now);
  return principalOf(session);
}

function touch(app: AppContext, session: SessionRow, now: Date): void {
  try {
    app.db.write((tx) => setSessionSeen(tx, session.id, session.userId, now.toISOString()));
  } catch (error) {
    app.log.error('Could not note a session as active', error);
  }
}

/** Makes a login in the transaction of the act that allows it. The token leaves the server once, in the cookie. */
export function startSession(app: AppContext, tx: Writer, userId: UserId, from: LoginOrigin): string {
  const token = newToken();
  const now = app.clock.now();
  insertSession(tx, {
    id: newId(SessionId),
    workspaceId: app.workspaceId,
    userId,
    tokenHash: hashToken(token),
    userAgent: from.userAgent.slice(0, 300),
    address: from.address,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + MAX_AGE_MS).toISOString(),
  });
  return token;
}

/** Ends logins of a user, all or all but one; their connections close once that is on disk. */
export function endSessionsOf(app: AppContext, tx: Writer, userId: UserId, except?: SessionId): SessionId[] {
  const ended = openSessionsOf(tx, userId).map(({ id }) => id);
  return endSessions(
    app,
    tx,
    ended.filter((id) => id !== except),
  );
}

/** Ends these logins; their connections close once that is on disk. */
export function endSessions(app: AppContext, tx: Writer, ids: SessionId[]): SessionId[] {
  const at = app.clock.now().toISOString();
  for (const id of ids) setSessionRevoked(tx, id, at);
  if (ids.length > 0) tx.afterCommit(() => app.bus.publish('sessionsEnded', ids));
  return ids;
}

function isUsable(session: SessionRow, now: Date): boolean {
  return session.deactivatedAt === null && isSessionLive(session, now);
}

function principalOf({ userId, role, id }: SessionRow): Principal {
  return { userId, role, sessionId: id };
}

export { MAX_AGE_MS };
