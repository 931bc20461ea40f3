import { AppError, InvitationId, newId, UserId, type Role } from '@crm/shared';
import type { AcceptInput, InvitationOutput } from '@crm/shared/contract/auth';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Reader, Writer } from '../../db/transaction.ts';
import { peopleChanged, record, type Source } from '../../record.ts';
import { createDefaultSheet } from '../fundraising/default-sheet.usecases.ts';
import {
  findInvitation,
  findInvitationByHash,
  insertInvitation,
  openInvitations,
  setInvitationRevoked,
  setInvitationUsed,
  type InvitationRow,
} from './invitation.store.ts';
import { requireGoodPassword } from './passwords.usecases.ts';
import { startSession, type LoginOrigin } from './sessions.usecases.ts';
import { hashToken, newToken } from './token.rules.ts';
import { findUserByEmail, insertUser } from './user.store.ts';
import { readWorkspace, updateWorkspace } from './workspace.store.ts';

const LIFETIME_MS = 72 * 3_600_000;

/** An invitation just made; the token is kept nowhere and is shown once. */
export interface MadeInvitation {
  readonly id: InvitationId;
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Makes a link that lets one person in, once, within 72 hours. An older one for the same address ends.
 * @throws AppError CONFLICT when the person is here already
 */
export function createInvitation(
  app: AppContext,
  actor: Actor,
  who: { email: string; role: Role },
  source: Source,
): MadeInvitation {
  return app.db.write((tx) => {
    refuseKnown(tx, who.email);
    const now = app.clock.now();
    const at = now.toISOString();
    for (const { id, email } of openInvitations(tx, at)) {
      if (email === who.email) setInvitationRevoked(tx, id, at);
    }
    const made = {
      id: newId(InvitationId),
      token: newToken(),
      expiresAt: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    };
    insertInvitation(tx, {
      ...who,
      id: made.id,
      workspaceId: app.workspaceId,
      tokenHash: hashToken(made.token),
      invitedBy: actor.id,
      createdAt: at,
      expiresAt: made.expiresAt,
    });
    record(app, tx, { actor, action: 'invitation.made', subject: made.id, detail: who, source });
    peopleChanged(app, tx);
    return made;
  });
}

/** Invitations that could still be used. */
export function listInvitations(app: AppContext, db: Reader) {
  return openInvitations(db, app.clock.now().toISOString()).map(
    ({ id, email, role, invitedBy, createdAt, expiresAt }) => ({
      id,
      email,
      role,
      invitedBy,
      createdAt,
      expiresAt,
    }),
  );
}

/** Ends an invitation before it is used. */
export function revokeInvitation(app: AppContext, actor: Actor, id: InvitationId): void {
  app.db.write((tx) => {
    const found = findInvitation(tx, id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such invitation.');
    if (found.usedAt) throw new AppError('CONFLICT', 'This invitation has been used already.');
    setInvitationRevoked(tx, id, app.clock.now().toISOString());
    record(app, tx, { actor, action: 'invitation.revoked', subject: id, detail: { email: found.email } });
    peopleChanged(app, tx);
  });
}

/** What a link is good for. @throws AppError GONE */
export function describeInvitation(app: AppContext, token: string): z.output<typeof InvitationOutput> {
  const { email, role } = requireInvitation(app, app.db.reader, token);
  return { email, role, workspaceName: readWorkspace(app.db.reader).name };
}

/**
 * Makes the account that a link is good for and logs the person in. Of several calls at once one wins.
 * @returns the session's token
 * @throws AppError GONE when the link is used, revoked, expired or unknown
 */
export async function acceptInvitation(
  app: AppContext,
  input: z.output<typeof AcceptInput>,
  from: LoginOrigin,
): Promise<string> {
  requireInvitation(app, app.db.reader, input.token);
  requireGoodPassword(input.password);
  const passwordHash = await app.passwords.hash(input.password);
  return app.db.write((tx) => {
    const { id: invitationId, email, role } = requireInvitation(app, tx, input.token);
    refuseKnown(tx, email);
    const id = newId(UserId);
    const at = app.clock.now().toISOString();
    insertUser(tx, { id, workspaceId: app.workspaceId, email, name: input.name, role, passwordHash, at });
    setInvitationUsed(tx, invitationId, id, at);
    // An operator may invite the first person on the command line: then the printed link is void.
    updateWorkspace(tx, { setupTokenHash: null });
    const actor = { kind: role === 'bot' ? 'bot' : 'user', id } as const;
    createDefaultSheet(app, tx, actor);
    record(app, tx, { actor, action: 'user.joined', subject: id, detail: { email, role, invitationId } });
    peopleChanged(app, tx);
    return startSession(app, tx, id, from);
  });
}

function requireInvitation(app: AppContext, db: Reader, token: string): InvitationRow {
  const found = findInvitationByHash(db, hashToken(token));
  const now = app.clock.now().getTime();
  if (found && !found.usedAt && !found.revokedAt && now < Date.parse(found.expiresAt)) return found;
  const why = found?.usedAt ? 'has been used already' : 'is no longer valid';
  throw new AppError('GONE', `This invitation ${why}. Ask for a new one.`);
}

function refuseKnown(tx: Writer, email: string): void {
  const known = findUserByEmail(tx, email);
  if (!known) return;
  const what = known.deactivatedAt ? 'belongs to a deactivated person; reactivate them' : 'is here already';
  throw new AppError('CONFLICT', `${email} ${what}.`);
}
