import { AppError, newId, UserId } from '@crm/shared';
import type { SetupInput } from '@crm/shared/contract/auth';
import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Reader } from '../../db/transaction.ts';
import { peopleChanged, record } from '../../record.ts';
import { createDefaultSheet } from '../fundraising/default-sheet.usecases.ts';
import { takeAttempt } from './attempts.usecases.ts';
import { requireGoodPassword } from './passwords.usecases.ts';
import { startSession, type LoginOrigin } from './sessions.usecases.ts';
import { hashToken, newToken } from './token.rules.ts';
import { hasUsers, insertUser } from './user.store.ts';
import { readWorkspace, updateWorkspace } from './workspace.store.ts';
import { requireTimeZone } from './workspace.usecases.ts';

/** The one-time token that makes the first admin, a new one at every start; null once there is anyone (S22). */
export function issueSetupToken(app: AppContext): string | null {
  return app.db.write((tx) => {
    if (hasUsers(tx)) return null;
    const token = newToken();
    updateWorkspace(tx, { setupTokenHash: hashToken(token) });
    return token;
  });
}

/** Whether nobody has been let in yet. */
export function needsSetup(db: Reader): boolean {
  return !hasUsers(db);
}

/**
 * Makes the workspace's first admin and logs them in. Of several calls at once one wins.
 * @returns the session's token
 * @throws AppError FORBIDDEN when the token is not the one that was printed, or set-up is done
 */
export async function setUp(
  app: AppContext,
  input: z.output<typeof SetupInput>,
  from: LoginOrigin,
): Promise<string> {
  const attempt = takeAttempt(app, 'setup', from.address);
  requireSetupToken(app.db.reader, input.token);
  attempt.succeeded();
  requireTimeZone(input.timeZone);
  requireGoodPassword(input.password);
  const passwordHash = await app.passwords.hash(input.password);
  return app.db.write((tx) => {
    requireSetupToken(tx, input.token);
    const id = newId(UserId);
    const at = app.clock.now().toISOString();
    const { email, name, timeZone, currency, workspaceName } = input;
    insertUser(tx, { id, workspaceId: app.workspaceId, email, name, role: 'admin', passwordHash, at });
    updateWorkspace(tx, { name: workspaceName, timeZone, currency, setupTokenHash: null });
    const actor = { kind: 'user', id } as const;
    createDefaultSheet(app, tx, actor);
    record(app, tx, { actor, action: 'workspace.setUp', subject: app.workspaceId, detail: { email } });
    peopleChanged(app, tx);
    return startSession(app, tx, id, from);
  });
}

function requireSetupToken(db: Reader, token: string): void {
  const { setupTokenHash } = readWorkspace(db);
  const given = Buffer.from(hashToken(token));
  const right = setupTokenHash !== null && timingSafeEqual(given, Buffer.from(setupTokenHash));
  if (right && !hasUsers(db)) return;
  throw new AppError('FORBIDDEN', 'This set-up link is not valid. Use the one that the server printed last.');
}
