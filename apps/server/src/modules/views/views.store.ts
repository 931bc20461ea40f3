import { UserId, ViewConfig, ViewId } from '@crm/shared';
import type { View, WorkspaceId } from '@crm/shared';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

const config = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(ViewConfig);

const ViewRow = z.object({
  id: ViewId,
  name: z.string(),
  ownerId: UserId.nullable(),
  shared: z.number().transform((flag) => flag === 1),
  position: z.string(),
  config,
  draft: z
    .string()
    .nullable()
    .transform((text): unknown => (text === null ? null : JSON.parse(text)))
    .pipe(ViewConfig.nullable()),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
});
/** A view with one person's draft of it, deleted or not. */
export type ViewRow = z.infer<typeof ViewRow>;

const SELECT = `SELECT v.id, v.name, v.owner_id AS ownerId, v.shared, v.position, v.config, d.config AS draft,
  v.updated_at AS updatedAt, v.deleted_at AS deletedAt
  FROM view v LEFT JOIN view_draft d ON d.view_id = v.id AND d.user_id = ?`;

/** Live views that a person may see, in order. */
export function readViews(db: Reader, workspaceId: WorkspaceId, userId: UserId): View[] {
  return db
    .reading(
      `${SELECT} WHERE v.workspace_id = ? AND v.deleted_at IS NULL AND (v.shared = 1 OR v.owner_id = ?) ORDER BY v.position, v.id`,
    )
    .all(userId, workspaceId, userId)
    .map((row) => {
      const { deletedAt: _, ...view } = ViewRow.parse(row);
      return view;
    });
}

export function findView(db: Reader, id: ViewId, userId: UserId): ViewRow | undefined {
  const row = db.reading(`${SELECT} WHERE v.id = ?`).get(userId, id);
  return row === undefined ? undefined : ViewRow.parse(row);
}

/** The highest position in use, '' when there is none. */
export function lastPosition(db: Reader, workspaceId: WorkspaceId): string | null {
  const row = db
    .reading<{ position: string | null }>('SELECT max(position) AS position FROM view WHERE workspace_id = ?')
    .get(workspaceId);
  return row?.position ?? null;
}

export function insertView(
  tx: Writer,
  workspaceId: WorkspaceId,
  view: Pick<View, 'id' | 'name' | 'ownerId' | 'shared' | 'position' | 'config' | 'updatedAt'>,
): void {
  tx.writing(
    `INSERT INTO view (id, workspace_id, name, owner_id, shared, position, config, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    view.id,
    workspaceId,
    view.name,
    view.ownerId,
    view.shared ? 1 : 0,
    view.position,
    JSON.stringify(view.config),
    view.updatedAt,
  );
}

export function updateView(
  tx: Writer,
  { id, name, shared, position, config: to, updatedAt, deletedAt }: Omit<ViewRow, 'draft' | 'ownerId'>,
): void {
  tx.writing(
    'UPDATE view SET name = ?, shared = ?, position = ?, config = ?, updated_at = ?, deleted_at = ? WHERE id = ?',
  ).run(name, shared ? 1 : 0, position, JSON.stringify(to), updatedAt, deletedAt, id);
}

export function putDraft(
  tx: Writer,
  workspaceId: WorkspaceId,
  draft: { viewId: ViewId; userId: UserId; config: ViewConfig; updatedAt: string },
): void {
  tx.writing(
    `INSERT INTO view_draft (workspace_id, view_id, user_id, config, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (view_id, user_id) DO UPDATE SET config = excluded.config, updated_at = excluded.updated_at`,
  ).run(workspaceId, draft.viewId, draft.userId, JSON.stringify(draft.config), draft.updatedAt);
}

export function deleteDraft(tx: Writer, viewId: ViewId, userId: UserId): void {
  tx.writing('DELETE FROM view_draft WHERE view_id = ? AND user_id = ?').run(viewId, userId);
}
