import { Epoch, newId, random128, WorkspaceId } from '@crm/shared';
import type { Database, Reader } from './transaction.ts';

/** The id of the one workspace in this file. */
export function workspaceIdOf(db: Reader): WorkspaceId {
  return WorkspaceId.parse(db.reading<{ id: string }>('SELECT id FROM workspace').get()?.id);
}

/** Makes the workspace's row on the first start; its name, zone and currency are settled at set-up. */
export function ensureWorkspace(db: Database, now: Date = new Date()): void {
  db.write((tx) => {
    if (tx.reading('SELECT 1 FROM workspace').get()) return;
    tx.writing(
      `INSERT INTO workspace (id, name, time_zone, currency, epoch, head_seq, pruned_seq, last_number, created_at, updated_at)
       VALUES (?, 'Venture CRM', ?, 'USD', ?, 0, 0, 0, ?, ?)`,
    ).run(newId(WorkspaceId), 'UTC', random128(Epoch), now.toISOString(), now.toISOString());
  });
}
