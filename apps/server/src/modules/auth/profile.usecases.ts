import { AppError, type SessionId } from '@crm/shared';
import type { ProfileInput, SessionInfo } from '@crm/shared/contract/auth';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { actorOf, type Principal } from '../../principal.ts';
import { record } from '../../record.ts';
import { changePerson } from './people.usecases.ts';
import { isSessionLive } from './session.rules.ts';
import { openSessionsOf, type SessionRow } from './session.store.ts';
import { endSessions, endSessionsOf } from './sessions.usecases.ts';

/** Changes one's own name or theme, and nothing else (S7). */
export function updateProfile(
  app: AppContext,
  principal: Principal,
  input: z.output<typeof ProfileInput>,
): void {
  const { name, theme } = input;
  const patch = { ...(name === undefined ? {} : { name }), ...(theme === undefined ? {} : { theme }) };
  if (Object.keys(patch).length === 0) return;
  app.db.write((tx) => {
    changePerson(app, tx, { id: principal.userId, patch, actor: actorOf(principal), action: 'user.profile' });
  });
}

/** One's own logins that still hold. */
export function listSessions(app: AppContext, principal: Principal): z.output<typeof SessionInfo>[] {
  return liveSessions(app, principal).map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
    id,
    current: id === principal.sessionId,
    userAgent,
    address,
    createdAt,
    lastSeenAt,
  }));
}

/** Ends one of one's own logins. @throws AppError NOT_FOUND when it is not one's own or has ended */
export function revokeSession(app: AppContext, principal: Principal, id: SessionId): void {
  if (!liveSessions(app, principal).some((session) => session.id === id)) {
    throw new AppError('NOT_FOUND', 'There is no such session.');
  }
  app.db.write((tx) => {
    endSessions(app, tx, [id]);
    record(app, tx, { actor: actorOf(principal), action: 'session.revoked', subject: principal.userId });
  });
}

/** Ends all of one's own logins but this. @returns how many */
export function revokeOtherSessions(app: AppContext, principal: Principal): number {
  return app.db.write((tx) => {
    const ended = endSessionsOf(app, tx, principal.userId, principal.sessionId).length;
    record(app, tx, {
      actor: actorOf(principal),
      action: 'session.revokedOthers',
      subject: principal.userId,
    });
    return ended;
  });
}

function liveSessions(app: AppContext, principal: Principal): SessionRow[] {
  const now = app.clock.now();
  return openSessionsOf(app.db.reader, principal.userId).filter((session) => isSessionLive(session, now));
}
