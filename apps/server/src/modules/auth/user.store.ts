import { Hue, type Role, type UserId, type WorkspaceId } from '@crm/shared';
import { Person, Theme } from '@crm/shared/contract/auth';
import { user } from '@crm/shared/tables';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

const UserRow = Person.extend({
  theme: Theme,
  passwordHash: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable(),
});
/** A user with everything but other people's business. */
export type UserRow = z.infer<typeof UserRow>;

/** A user about to be stored. */
export interface NewUser {
  readonly id: UserId;
  readonly workspaceId: WorkspaceId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly at: string;
}

export function findUser(db: Reader, id: UserId): UserRow | null {
  const row = db.orm.select().from(user).where(eq(user.id, id)).get();
  return row ? UserRow.parse(row) : null;
}

/** @param email lower case */
export function findUserByEmail(db: Reader, email: string): UserRow | null {
  const row = db.orm.select().from(user).where(eq(user.email, email)).get();
  return row ? UserRow.parse(row) : null;
}

/** Everyone, deactivated people too, by name. */
export function allUsers(db: Reader): UserRow[] {
  return db.orm
    .select()
    .from(user)
    .orderBy(asc(user.name), asc(user.id))
    .all()
    .map((row) => UserRow.parse(row));
}

export function hasUsers(db: Reader): boolean {
  return db.reading('SELECT 1 FROM user LIMIT 1').get() !== undefined;
}

export function countActiveAdmins(db: Reader): number {
  const active = and(eq(user.role, 'admin'), isNull(user.deactivatedAt));
  return db.orm.select({ n: count() }).from(user).where(active).get()?.n ?? 0;
}

export function insertUser(tx: Writer, { at, ...person }: NewUser): void {
  const made = tx.orm.select({ n: count() }).from(user).get()?.n ?? 0;
  const hues = Hue.options.filter((hue) => hue !== 'gray');
  const hue = hues[made % hues.length] ?? 'blue';
  tx.orm
    .insert(user)
    .values({ ...person, hue, theme: 'system', createdAt: at })
    .run();
}

/** What may be changed of a user; a key that is absent stays as it is. */
export type UserPatch = Partial<Pick<UserRow, 'name' | 'theme' | 'role' | 'passwordHash' | 'deactivatedAt'>>;

export function updateUser(tx: Writer, id: UserId, patch: UserPatch): void {
  if (Object.keys(patch).length > 0) tx.orm.update(user).set(patch).where(eq(user.id, id)).run();
}
