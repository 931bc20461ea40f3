import type { WorkspaceId } from '@crm/shared';
import type { Reader, Writer } from '../../db/transaction.ts';
import type { Attempts } from './attempt.rules.ts';

export function readAttempts(db: Reader, key: string): Attempts | null {
  return (
    db.reading<Attempts>('SELECT failures, last_at AS lastAt FROM attempt WHERE key = ?').get(key) ?? null
  );
}

export function writeAttempts(tx: Writer, workspaceId: WorkspaceId, key: string, attempts: Attempts): void {
  tx.writing(
    `INSERT INTO attempt (key, workspace_id, failures, last_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`,
  ).run(key, workspaceId, attempts.failures, attempts.lastAt);
}

export function deleteAttempts(tx: Writer, key: string): void {
  tx.writing('DELETE FROM attempt WHERE key = ?').run(key);
}

/** Forgets what no longer counts. */
export function deleteAttemptsBefore(tx: Writer, lastAt: number): number {
  return tx.writing('DELETE FROM attempt WHERE last_at < ?').run(lastAt).changes;
}

/** Whether someone with this e-mail address has logged in from `address` since `since`. */
export function hasLoggedInFrom(db: Reader, email: string, address: string, since: string): boolean {
  const found = db
    .reading(
      `SELECT 1 FROM session s JOIN user u ON u.id = s.user_id
       WHERE u.email = ? AND s.address = ? AND s.created_at > ? LIMIT 1`,
    )
    .get(email, address, since);
  return found !== undefined;
}
