import { ViewConfig, type UserId, type WorkspaceId } from '@crm/shared';
import { z } from 'zod';
import type { Reader } from '../../db/transaction.ts';

const ViewRow = z.object({ name: z.string(), config: z.string() });

/** A view that the person may see, as it is saved for everyone; undefined when there is none. */
export function findView(
  db: Reader,
  workspaceId: WorkspaceId,
  viewId: string,
  userId: UserId | null,
): { name: string; config: ViewConfig } | undefined {
  const row = db
    .reading(
      `SELECT name, config FROM view
       WHERE workspace_id = ? AND id = ? AND deleted_at IS NULL AND (shared = 1 OR owner_id IS ?)`,
    )
    .get(workspaceId, viewId, userId);
  if (row === undefined) return undefined;
  const { name, config } = ViewRow.parse(row);
  return { name, config: ViewConfig.parse(JSON.parse(config)) };
}

export function workspaceName(db: Reader): string {
  return z.object({ name: z.string() }).parse(db.reading('SELECT name FROM workspace').get()).name;
}
