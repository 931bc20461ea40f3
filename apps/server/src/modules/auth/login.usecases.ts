import { AppError } from '@crm/shared';
import type { LoginInput, MeOutput } from '@crm/shared/contract/auth';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { actorOf, type Principal } from '../../principal.ts';
import { record } from '../../record.ts';
import { takeAttempt } from './attempts.usecases.ts';
import { publicPerson } from './people.usecases.ts';
import { needsSetup } from './setup.usecases.ts';
import { endSessions, findPrincipal, startSession, type LoginOrigin } from './sessions.usecases.ts';
import { findUser, findUserByEmail, updateUser } from './user.store.ts';
import { readWorkspace } from './workspace.store.ts';

/**
 * Checks a password, whoever is asked for with the same work and the same answer.
 * @returns the new session's token
 * @throws AppError UNAUTHENTICATED, or RATE_LIMITED after too many failures
 */
export async function logIn(
  app: AppContext,
  input: z.output<typeof LoginInput>,
  from: LoginOrigin,
): Promise<string> {
  const email = input.email.trim().toLowerCase();
  const attempt = takeAttempt(app, email, from.address);
  const user = findUserByEmail(app.db.reader, email);
  const right = await app.passwords.verify(user?.passwordHash ?? null, input.password);
  if (!user || !right || user.deactivatedAt !== null) {
    throw new AppError('UNAUTHENTICATED', 'E-mail or password is not right.');
  }
  attempt.succeeded();
  const renewed = (await app.passwords.isOutdated(user.passwordHash))
    ? await app.passwords.hash(input.password)
    : null;
  return app.db.write((tx) => {
    // Between the check and here the account may have been deactivated or given another password.
    const now = findUser(tx, user.id);
    if (!now || now.deactivatedAt !== null || now.passwordHash !== user.passwordHash) {
      throw new AppError('UNAUTHENTICATED', 'E-mail or password is not right.');
    }
    if (renewed) updateUser(tx, user.id, { passwordHash: renewed });
    const actor = { kind: user.role === 'bot' ? 'bot' : 'user', id: user.id } as const;
    record(app, tx, {
      actor,
      action: 'session.started',
      subject: user.id,
      detail: { address: from.address },
    });
    return startSession(app, tx, user.id, from);
  });
}

/** Ends the login that made the call, if it was one. */
export function logOut(app: AppContext, token: string | null): void {
  const principal = findPrincipal(app, token);
  if (!principal) return;
  app.db.write((tx) => {
    endSessions(app, tx, [principal.sessionId]);
    record(app, tx, { actor: actorOf(principal), action: 'session.ended', subject: principal.userId });
  });
}

/** Who is here, or what the login page has to offer. */
export function whoAmI(app: AppContext, token: string | null): z.input<typeof MeOutput> {
  return app.db.read((db) => {
    const principal: Principal | null = findPrincipal(app, token);
    const user = principal && findUser(db, principal.userId);
    if (!principal || !user) return { state: needsSetup(db) ? 'setup' : 'anonymous' };
    const { id, name, timeZone, currency } = readWorkspace(db);
    return {
      state: 'signedIn',
      me: { ...publicPerson(user), theme: user.theme },
      sessionId: principal.sessionId,
      workspace: { id, name, timeZone, currency },
    };
  });
}
