import type { RowBase } from '@crm/grid/csv';
import { CellValue, ColumnId, ImportId, InvestorId, UserId, type WorkspaceId } from '@crm/shared';
import { ImportStatus, Receipt } from '@crm/shared/contract/importing';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

/** The bases of all columns of a row stand together in one row of `import_base`, under this in the place of a column. */
const ALL_COLUMNS = '';

const RunRow = z
  .object({
    id: ImportId,
    fileName: z.string(),
    state: ImportStatus.shape.state,
    done: z.number(),
    total: z.number(),
    error: z.string().nullable(),
    userId: UserId.nullable(),
    createdAt: z.string(),
    receipt: z.string().nullable(),
  })
  .transform(({ receipt, ...run }): ImportStatus => ({
    ...run,
    receipt: receipt === null ? null : Receipt.parse(JSON.parse(receipt)),
  }));

const FIELDS = `id, file_name AS fileName, state, done, total, error, user_id AS userId, created_at AS createdAt, receipt`;

export function findRun(db: Reader, workspaceId: WorkspaceId, id: ImportId): ImportStatus | undefined {
  const row = db
    .reading(`SELECT ${FIELDS} FROM import_run WHERE workspace_id = ? AND id = ?`)
    .get(workspaceId, id);
  return row === undefined ? undefined : RunRow.parse(row);
}

/** The newest 50, without those that were only looked at. */
export function listRuns(db: Reader, workspaceId: WorkspaceId): ImportStatus[] {
  return db
    .reading(
      `SELECT ${FIELDS} FROM import_run WHERE workspace_id = ? AND state NOT IN ('draft', 'discarded')
       ORDER BY created_at DESC, id DESC LIMIT 50`,
    )
    .all(workspaceId)
    .map((row) => RunRow.parse(row));
}

export function runningIds(db: Reader, workspaceId: WorkspaceId): ImportId[] {
  const rows = db
    .reading("SELECT id FROM import_run WHERE workspace_id = ? AND state = 'running' ORDER BY id")
    .all(workspaceId);
  return rows.map((row) => z.object({ id: ImportId }).parse(row).id);
}

/** The file and the plan, see `plan-file.rules.ts`. */
export function readPlan(db: Reader, id: ImportId): string {
  const row = db.reading<{ plan: string | null }>('SELECT plan FROM import_run WHERE id = ?').get(id);
  return row?.plan ?? '';
}

export function insertRun(
  tx: Writer,
  workspaceId: WorkspaceId,
  run: { id: ImportId; fileName: string; sha256: string; userId: UserId | null; plan: string; at: string },
): void {
  // A person looks at one file at a time: what they only looked at before is given up.
  tx.writing(
    "UPDATE import_run SET state = 'discarded', plan = NULL WHERE workspace_id = ? AND state = 'draft' AND user_id IS ?",
  ).run(workspaceId, run.userId);
  tx.writing(
    `INSERT INTO import_run (id, workspace_id, file_name, sha256, user_id, state, plan, done, total, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, 'draft', ?, 0, 0, ?, ?)`,
  ).run(run.id, workspaceId, run.fileName, run.sha256, run.userId, run.plan, run.at, run.at);
}

export function putPlan(
  tx: Writer,
  id: ImportId,
  { plan, receipt, total, at }: { plan: string; receipt: Receipt; total: number; at: string },
): void {
  tx.writing('UPDATE import_run SET plan = ?, receipt = ?, total = ?, updated_at = ? WHERE id = ?').run(
    plan,
    JSON.stringify(receipt),
    total,
    at,
    id,
  );
}

export function putState(
  tx: Writer,
  id: ImportId,
  to: {
    state: ImportStatus['state'];
    done: number;
    error: string | null;
    receipt: Receipt | null;
    at: string;
  },
): void {
  tx.writing(
    'UPDATE import_run SET state = ?, done = ?, error = ?, receipt = coalesce(?, receipt), updated_at = ? WHERE id = ?',
  ).run(to.state, to.done, to.error, to.receipt && JSON.stringify(to.receipt), to.at, id);
}

const Base = z.record(ColumnId, CellValue);

/** What the last import gave each row, by row. */
export function readBases(db: Reader, workspaceId: WorkspaceId): Map<InvestorId, RowBase> {
  const rows = db
    .reading('SELECT row_id AS row, value FROM import_base WHERE workspace_id = ? AND col_id = ?')
    .all(workspaceId, ALL_COLUMNS);
  const parsed = z.array(z.object({ row: InvestorId, value: z.string() })).parse(rows);
  return new Map(parsed.map(({ row, value }) => [row, Base.parse(JSON.parse(value))]));
}

export function putBase(
  tx: Writer,
  workspaceId: WorkspaceId,
  id: ImportId,
  row: InvestorId,
  base: RowBase,
): void {
  tx.writing(
    `INSERT INTO import_base (workspace_id, col_id, row_id, import_id, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (workspace_id, col_id, row_id) DO UPDATE SET import_id = excluded.import_id, value = excluded.value`,
  ).run(workspaceId, ALL_COLUMNS, row, id, JSON.stringify(base));
}

/** The rows that an import has done: each leaves its base in the same transaction. */
export function rowsDone(db: Reader, workspaceId: WorkspaceId, id: ImportId): Set<string> {
  const rows = db
    .reading<{ row: string }>(
      'SELECT row_id AS row FROM import_base WHERE workspace_id = ? AND import_id = ?',
    )
    .all(workspaceId, id);
  return new Set(rows.map(({ row }) => row));
}

export function dropBases(tx: Writer, workspaceId: WorkspaceId, id: ImportId): void {
  tx.writing('DELETE FROM import_base WHERE workspace_id = ? AND import_id = ?').run(workspaceId, id);
}
