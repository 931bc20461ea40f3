import { AppError, type UserId } from '@crm/shared';
import type { Person } from '@crm/shared/contract/auth';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Reader, Writer } from '../../db/transaction.ts';
import { peopleChanged, record, type Source } from '../../record.ts';
import { isSessionLive } from './session.rules.ts';
import { openSessionsOf } from './session.store.ts';
import {
  allUsers,
  countActiveAdmins,
  findUser,
  updateUser,
  type UserPatch,
  type UserRow,
} from './user.store.ts';

/** Everyone in the workspace, deactivated people too, as all may see them. */
export function listPeople(db: Reader): Person[] {
  return allUsers(db).map(publicPerson);
}

/** What everyone may know of a person; in particular not the password's hash. */
export function publicPerson(user: UserRow): Person {
  const { id, name, email, role, hue, deactivatedAt } = user;
  return { id, name, email, role, hue, deactivatedAt };
}

/** Everyone with when they joined and were last here, and how many logins of theirs hold. */
export function listPeopleInDetail(app: AppContext, db: Reader) {
  const now = app.clock.now();
  return allUsers(db).map((user) => ({
    ...publicPerson(user),
    createdAt: user.createdAt,
    lastSeenAt: user.lastSeenAt,
    sessions: openSessionsOf(db, user.id).filter((session) => isSessionLive(session, now)).length,
  }));
}

/** @throws AppError NOT_FOUND */
export function requirePerson(db: Reader, id: UserId): Person {
  const user = findUser(db, id);
  if (!user) throw new AppError('NOT_FOUND', 'There is no such person.');
  return publicPerson(user);
}

/** Whether this is the only admin who can still log in. */
export function isLastAdmin(db: Reader, person: Person): boolean {
  return person.role === 'admin' && person.deactivatedAt === null && countActiveAdmins(db) <= 1;
}

/** A change of a person with what is recorded of it. */
export interface PersonChange {
  readonly id: UserId;
  readonly patch: Omit<UserPatch, 'passwordHash'>;
  readonly actor: Actor;
  /** e.g. `user.role`. */
  readonly action: string;
  readonly source?: Source;
}

/** Changes a person, with its record, in the caller's transaction; everyone's page hears of it. */
export function changePerson(app: AppContext, tx: Writer, change: PersonChange): void {
  const { id, patch, actor, action, source = 'web' } = change;
  updateUser(tx, id, patch);
  record(app, tx, { actor, action, subject: id, detail: patch, source });
  peopleChanged(app, tx);
}
