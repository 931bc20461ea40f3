import type { RowMeta } from '@crm/grid';
import { CellValue, Op, UserId } from '@crm/shared';
import type { ColumnId, Communication, Contact, InvestorId, WorkspaceId } from '@crm/shared';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';
import { CommunicationRow, ContactRow, ROW_COLUMNS, RowRow, SELECT_CONTACT } from './rows.store.ts';

/** Every row, deleted ones too. */
export function readRows(db: Reader, workspaceId: WorkspaceId): RowMeta[] {
  return db
    .reading(`SELECT ${ROW_COLUMNS} FROM investors WHERE workspace_id = ? ORDER BY position, id`)
    .all(workspaceId)
    .map((row) => RowRow.parse(row));
}

/** Every contact, deleted ones too. */
export function readContacts(db: Reader, workspaceId: WorkspaceId): Contact[] {
  return db
    .reading(`${SELECT_CONTACT} WHERE workspace_id = ? ORDER BY id`)
    .all(workspaceId)
    .map((row) => ContactRow.parse(row));
}

/** Live communications of a row, newest first. */
export function readCommunications(db: Reader, row: InvestorId): Communication[] {
  return db
    .reading(
      'SELECT * FROM communication WHERE investor_id = ? AND deleted_at IS NULL ORDER BY occurred_on DESC, id DESC',
    )
    .all(row)
    .map((item) => CommunicationRow.parse(item));
}

const Saved = z.object({ version: z.number(), ops: z.number() });

/** What a whole-state save under this key came to, if there was one. */
export function findSave(
  db: Reader,
  key: string,
): { hash: string; result: z.infer<typeof Saved> } | undefined {
  const row = db
    .reading<{ hash: string; result: string }>(
      `SELECT payload_hash AS hash, result FROM mutation WHERE client_id = ? AND mid = 0`,
    )
    .get(key);
  return row && { hash: row.hash, result: Saved.parse(JSON.parse(row.result)) };
}

export function insertSave(
  tx: Writer,
  workspaceId: WorkspaceId,
  key: string,
  hash: string,
  result: z.infer<typeof Saved>,
): void {
  tx.writing(
    `INSERT INTO mutation (workspace_id, client_id, mid, payload_hash, status, result) VALUES (?, ?, 0, ?, 'state', ?)`,
  ).run(workspaceId, key, hash, JSON.stringify(result));
}

const LogRow = z.object({
  seq: z.number(),
  body: z.string().transform((text) => Op.parse(JSON.parse(text))),
  prev: z.string().transform((text): unknown => JSON.parse(text)),
  by: UserId.nullable(),
  cause: z.string().nullable(),
  at: z.string(),
});
/** An op with what stood there before it. */
export type LogRow = z.infer<typeof LogRow>;

/** Ops on a row, newest first, below `before`; with `col`, only those that may concern that column. */
export function readRowLog(
  db: Reader,
  query: { row: InvestorId; col?: ColumnId | undefined; before: number; limit: number },
): LogRow[] {
  return db
    .reading(
      `SELECT seq, body, prev, user_id AS "by", cause, at FROM op
       WHERE row_id = :row AND seq < :before AND (:col IS NULL OR col_id = :col OR col_id IS NULL)
       ORDER BY seq DESC LIMIT :limit`,
    )
    .all({ ...query, col: query.col ?? null })
    .map((row) => LogRow.parse(row));
}

const OldValue = z.object({ value: CellValue });

/** The value that a cell op found, from the log's `prev`. */
export function oldValueOf(prev: unknown): CellValue {
  const parsed = OldValue.safeParse(prev);
  return parsed.success ? parsed.data.value : null;
}

const FundRow = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
  target: z.number(),
  soft: z.number(),
  committed: z.number(),
  funded: z.number(),
  investors: z.number(),
});
const Counts = z.object({ investors: z.number(), contacts: z.number(), communications: z.number() });

/** Counts over live rows only. */
export function readSummary(db: Reader, workspaceId: WorkspaceId) {
  const counts = db
    .reading(
      `SELECT (SELECT count(*) FROM investors WHERE workspace_id = :workspaceId AND deleted_at IS NULL) AS investors,
         (SELECT count(*) FROM contact WHERE workspace_id = :workspaceId AND deleted_at IS NULL) AS contacts,
         (SELECT count(*) FROM communication m JOIN investors i ON i.id = m.investor_id
          WHERE m.workspace_id = :workspaceId AND m.deleted_at IS NULL AND i.deleted_at IS NULL) AS communications`,
    )
    .get({ workspaceId });
  const sum = (status: string) =>
    `coalesce(sum(c.amount) FILTER (WHERE c.status = '${status}'), 0) AS ${status}`;
  const funds = db
    .reading(
      `SELECT f.id, f.name, f.currency, ${['target', 'soft', 'committed', 'funded'].map(sum).join(', ')}, count(c.amount) AS investors
       FROM fund f LEFT JOIN (SELECT m.* FROM commitment m JOIN investors i ON i.id = m.investor_id
         WHERE m.deleted_at IS NULL AND i.deleted_at IS NULL) c ON c.fund_id = f.id
       WHERE f.workspace_id = ? AND f.deleted_at IS NULL GROUP BY f.id ORDER BY f.created_at, f.id`,
    )
    .all(workspaceId);
  return { ...Counts.parse(counts), funds: funds.map((fund) => FundRow.parse(fund)) };
}
