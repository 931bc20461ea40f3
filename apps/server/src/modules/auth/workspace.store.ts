import { WorkspaceId } from '@crm/shared';
import { workspace } from '@crm/shared/tables';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

const WorkspaceRow = z.object({
  id: WorkspaceId,
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  setupTokenHash: z.string().nullable(),
});
export type WorkspaceRow = z.infer<typeof WorkspaceRow>;

export function readWorkspace(db: Reader): WorkspaceRow {
  return WorkspaceRow.parse(db.orm.select().from(workspace).get());
}

/** Settings of the fund. `updated_at` and `updated_by` belong to the sheet's version and stay. */
export type WorkspacePatch = Partial<Pick<WorkspaceRow, 'name' | 'timeZone' | 'currency' | 'setupTokenHash'>>;

export function updateWorkspace(tx: Writer, patch: WorkspacePatch): void {
  tx.orm.update(workspace).set(patch).run();
}
