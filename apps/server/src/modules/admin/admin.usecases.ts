import { AppError, type InvitationId, type Role, type UserId } from '@crm/shared';
import type { InviteOutput, Person, PeopleOutput } from '@crm/shared/contract/auth';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Reader } from '../../db/transaction.ts';
import { record, type Source } from '../../record.ts';
import { createInvitation, listInvitations, revokeInvitation } from '../auth/invitations.usecases.ts';
import { changePerson, isLastAdmin, listPeopleInDetail, requirePerson } from '../auth/people.usecases.ts';
import { endSessionsOf } from '../auth/sessions.usecases.ts';
import { changeWorkspace, type WorkspaceSettings } from '../auth/workspace.usecases.ts';

/** Everyone, and the invitations that are still open. */
export function people(app: AppContext): z.input<typeof PeopleOutput> {
  return app.db.read((db) => ({
    people: listPeopleInDetail(app, db),
    invitations: listInvitations(app, db),
  }));
}

/**
 * Makes an invitation's link, with the token in the fragment, which browsers do not send and servers do not log.
 * @param origin where people reach the server, e.g. `https://crm.example`
 */
export function invite(
  app: AppContext,
  actor: Actor,
  who: { email: string; role: Role },
  origin: string,
  source: Source = 'web',
): z.input<typeof InviteOutput> {
  const { id, token, expiresAt } = createInvitation(app, actor, who, source);
  return { id, url: `${origin}/invite#${token}`, expiresAt };
}

export function withdrawInvitation(app: AppContext, actor: Actor, id: InvitationId): void {
  revokeInvitation(app, actor, id);
}

/** Gives a person another role and ends their logins (S2). */
export function setRole(app: AppContext, actor: Actor, userId: UserId, role: Role): void {
  app.db.write((tx) => {
    const person = requirePerson(tx, userId);
    if (person.role === role) return;
    refuseLastAdmin(tx, person, 'Make someone else an admin first: this is the last one.');
    changePerson(app, tx, { id: userId, patch: { role }, actor, action: 'user.role' });
    endSessionsOf(app, tx, userId);
  });
}

/** Shuts a person out at once: logins and connections end, what they did stays theirs. */
export function deactivate(app: AppContext, actor: Actor, userId: UserId): void {
  app.db.write((tx) => {
    const person = requirePerson(tx, userId);
    if (person.deactivatedAt !== null) return;
    refuseLastAdmin(tx, person, 'The last admin cannot be deactivated.');
    const deactivatedAt = app.clock.now().toISOString();
    changePerson(app, tx, { id: userId, patch: { deactivatedAt }, actor, action: 'user.deactivated' });
    endSessionsOf(app, tx, userId);
  });
}

/** Lets a person in again, with the password and role they had. */
export function reactivate(app: AppContext, actor: Actor, userId: UserId): void {
  app.db.write((tx) => {
    if (requirePerson(tx, userId).deactivatedAt === null) return;
    changePerson(app, tx, { id: userId, patch: { deactivatedAt: null }, actor, action: 'user.reactivated' });
  });
}

/** Ends all logins of a person. @returns how many */
export function revokeSessions(app: AppContext, actor: Actor, userId: UserId): number {
  return app.db.write((tx) => {
    requirePerson(tx, userId);
    const ended = endSessionsOf(app, tx, userId).length;
    record(app, tx, { actor, action: 'user.sessionsRevoked', subject: userId, detail: { ended } });
    return ended;
  });
}

export function setWorkspace(app: AppContext, actor: Actor, settings: WorkspaceSettings): void {
  app.db.write((tx) => changeWorkspace(app, tx, actor, settings));
}

function refuseLastAdmin(db: Reader, person: Person, sentence: string): void {
  if (isLastAdmin(db, person)) throw new AppError('CONFLICT', sentence);
}
