import { AppError, type UserId } from '@crm/shared';
import type { ChangePasswordInput } from '@crm/shared/contract/auth';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { actorOf, type Principal } from '../../principal.ts';
import { record } from '../../record.ts';
import { takeAttempt } from './attempts.usecases.ts';
import { isCommonPassword } from './password.rules.ts';
import { endSessionsOf } from './sessions.usecases.ts';
import { newToken } from './token.rules.ts';
import { findUser, findUserByEmail, updateUser } from './user.store.ts';

/** @throws AppError BAD_INPUT when attackers would try it first; its length is the contract's business */
export function requireGoodPassword(password: string): void {
  if (isCommonPassword(password)) {
    throw new AppError('BAD_INPUT', 'This password is among the first that attackers try. Choose another.', {
      fields: [{ path: 'password', message: 'Too common' }],
    });
  }
}

/** Sets a new password and ends the person's other logins (S2). */
export async function changePassword(
  app: AppContext,
  principal: Principal,
  input: z.output<typeof ChangePasswordInput>,
  address: string,
): Promise<void> {
  const user = findUser(app.db.reader, principal.userId);
  if (!user) throw new AppError('NOT_FOUND', 'There is no such person.');
  const attempt = takeAttempt(app, user.email, address);
  if (!(await app.passwords.verify(user.passwordHash, input.current))) {
    throw new AppError('BAD_INPUT', 'The current password is not right.', {
      fields: [{ path: 'current', message: 'Not right' }],
    });
  }
  attempt.succeeded();
  requireGoodPassword(input.next);
  const passwordHash = await app.passwords.hash(input.next);
  app.db.write((tx) => {
    updateUser(tx, user.id, { passwordHash });
    endSessionsOf(app, tx, user.id, principal.sessionId);
    record(app, tx, { actor: actorOf(principal), action: 'user.password', subject: user.id });
  });
}

/**
 * Gives a person a random password and ends their logins: the operator's way back in when it was forgotten.
 * @returns the password, which is kept nowhere
 */
export async function resetPassword(
  app: AppContext,
  email: string,
): Promise<{ id: UserId; password: string }> {
  const user = findUserByEmail(app.db.reader, email);
  if (!user) throw new AppError('NOT_FOUND', `Nobody here has the address ${email}.`);
  const password = newToken().slice(0, 20);
  const passwordHash = await app.passwords.hash(password);
  app.db.write((tx) => {
    updateUser(tx, user.id, { passwordHash });
    endSessionsOf(app, tx, user.id);
    const actor = { kind: 'system', id: null } as const;
    record(app, tx, { actor, action: 'user.passwordReset', subject: user.id, source: 'cli' });
  });
  return { id: user.id, password };
}
