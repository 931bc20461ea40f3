import { InvitationId, Role, UserId, type WorkspaceId } from '@crm/shared';
import { invitation } from '@crm/shared/tables';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

const InvitationRow = z.object({
  id: InvitationId,
  email: z.string(),
  role: Role,
  invitedBy: UserId.nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

/** An invitation about to be stored. */
export interface NewInvitation {
  readonly id: InvitationId;
  readonly workspaceId: WorkspaceId;
  readonly tokenHash: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: UserId | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export function findInvitation(db: Reader, id: InvitationId): InvitationRow | null {
  const row = db.orm.select().from(invitation).where(eq(invitation.id, id)).get();
  return row ? InvitationRow.parse(row) : null;
}

export function findInvitationByHash(db: Reader, tokenHash: string): InvitationRow | null {
  const row = db.orm.select().from(invitation).where(eq(invitation.tokenHash, tokenHash)).get();
  return row ? InvitationRow.parse(row) : null;
}

const stillOpen = (now: string) =>
  and(isNull(invitation.usedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));

/** Invitations that could still be used, newest first. */
export function openInvitations(db: Reader, now: string): InvitationRow[] {
  return db.orm
    .select()
    .from(invitation)
    .where(stillOpen(now))
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .all()
    .map((row) => InvitationRow.parse(row));
}

export function insertInvitation(tx: Writer, made: NewInvitation): void {
  tx.orm.insert(invitation).values(made).run();
}

export function setInvitationUsed(tx: Writer, id: InvitationId, by: UserId, at: string): void {
  tx.orm.update(invitation).set({ usedAt: at, usedBy: by }).where(eq(invitation.id, id)).run();
}

export function setInvitationRevoked(tx: Writer, id: InvitationId, at: string): void {
  tx.orm.update(invitation).set({ revokedAt: at }).where(eq(invitation.id, id)).run();
}
