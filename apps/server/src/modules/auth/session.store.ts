import { Role, SessionId, UserId, type WorkspaceId } from '@crm/shared';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

const SessionRow = z.object({
  id: SessionId,
  userId: UserId,
  role: Role,
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  deactivatedAt: z.string().nullable(),
});
/** A login with what its user may do now. */
export type SessionRow = z.infer<typeof SessionRow>;

const SELECT = `SELECT s.id, s.user_id AS userId, u.role, s.user_agent AS userAgent, s.address, s.created_at AS createdAt,
  s.last_seen_at AS lastSeenAt, s.expires_at AS expiresAt, s.revoked_at AS revokedAt, u.deactivated_at AS deactivatedAt
  FROM session s JOIN user u ON u.id = s.user_id`;

export function findSessionByHash(db: Reader, tokenHash: string): SessionRow | null {
  const row = db.reading(`${SELECT} WHERE s.token_hash = ?`).get(tokenHash);
  return row === undefined ? null : SessionRow.parse(row);
}

export function findSession(db: Reader, id: SessionId): SessionRow | null {
  const row = db.reading(`${SELECT} WHERE s.id = ?`).get(id);
  return row === undefined ? null : SessionRow.parse(row);
}

/** Logins of a user that were not revoked, newest activity first. */
export function openSessionsOf(db: Reader, userId: UserId): SessionRow[] {
  const rows = db
    .reading(`${SELECT} WHERE s.user_id = ? AND s.revoked_at IS NULL ORDER BY s.last_seen_at DESC, s.id`)
    .all(userId);
  return rows.map((row) => SessionRow.parse(row));
}

/** A login about to be stored. */
export interface NewSession {
  readonly id: SessionId;
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly address: string;
  readonly at: string;
  readonly expiresAt: string;
}

export function insertSession(tx: Writer, session: NewSession): void {
  const { id, workspaceId, userId, tokenHash, userAgent, address, at, expiresAt } = session;
  tx.writing(
    `INSERT INTO session (id, workspace_id, user_id, token_hash, user_agent, address, created_at, last_seen_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, workspaceId, userId, tokenHash, userAgent, address, at, at, expiresAt);
  tx.writing('UPDATE user SET last_seen_at = ? WHERE id = ?').run(at, userId);
}

export function setSessionSeen(tx: Writer, id: SessionId, userId: UserId, at: string): void {
  tx.writing('UPDATE session SET last_seen_at = ? WHERE id = ?').run(at, id);
  tx.writing('UPDATE user SET last_seen_at = ? WHERE id = ?').run(at, userId);
}

export function setSessionRevoked(tx: Writer, id: SessionId, at: string): void {
  tx.writing('UPDATE session SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL').run(at, id);
}

/** Logins that nobody can use any more are forgotten after a while. */
export function deleteSessionsBefore(tx: Writer, expiredBefore: string): number {
  return tx.writing('DELETE FROM session WHERE expires_at < ?').run(expiredBefore).changes;
}
