import { ClientId, Epoch, MutationResult, Op, UserId } from '@crm/shared';
import type { LoggedOp, WorkspaceId } from '@crm/shared';
import { z } from 'zod';
import type { Reader, Writer } from '../../db/transaction.ts';

const Counters = z.object({
  epoch: Epoch,
  headSeq: z.number(),
  prunedSeq: z.number(),
  lastNumber: z.number(),
  updatedAt: z.string(),
  updatedBy: UserId.nullable(),
});
/** Where the log stands. */
export type Counters = z.infer<typeof Counters>;

export function readCounters(db: Pick<Reader, 'reading'>, workspaceId: WorkspaceId): Counters {
  return Counters.parse(
    db
      .reading(
        `SELECT epoch, head_seq AS headSeq, pruned_seq AS prunedSeq, last_number AS lastNumber,
           updated_at AS updatedAt, updated_by AS updatedBy FROM workspace WHERE id = ?`,
      )
      .get(workspaceId),
  );
}

export function writeCounters(
  tx: Writer,
  workspaceId: WorkspaceId,
  to: Omit<Counters, 'epoch' | 'prunedSeq'>,
): void {
  tx.writing(
    'UPDATE workspace SET head_seq = ?, last_number = ?, updated_at = ?, updated_by = ? WHERE id = ?',
  ).run(to.headSeq, to.lastNumber, to.updatedAt, to.updatedBy, workspaceId);
}

/** The op as the log keeps it: what it did, what stood there before, and which row and column it concerns. */
export interface OpRecord {
  readonly logged: LoggedOp;
  /** JSON. */
  readonly body: string;
  /** JSON. */
  readonly prev: string;
  readonly rowId: string | null;
  readonly colId: string | null;
}

export function insertOp(tx: Writer, workspaceId: WorkspaceId, record: OpRecord): void {
  const { logged, body, prev, rowId, colId } = record;
  tx.writing(
    `INSERT INTO op (workspace_id, seq, client_id, mid, body, prev, row_id, col_id, user_id, cause, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    workspaceId,
    logged.seq,
    logged.clientId,
    logged.mid,
    body,
    prev,
    rowId,
    colId,
    logged.by,
    logged.cause,
    logged.at,
  );
}

const OpRow = z.object({
  seq: z.number(),
  client_id: ClientId.nullable(),
  mid: z.number().nullable(),
  body: z.string(),
  user_id: UserId.nullable(),
  cause: z.string().nullable(),
  at: z.string(),
});

/** Ops after `since`, in order, at most `limit`. */
export function readOpsSince(db: Reader, workspaceId: WorkspaceId, since: number, limit: number): LoggedOp[] {
  return db
    .reading(
      `SELECT seq, client_id, mid, body, user_id, cause, at FROM op
       WHERE workspace_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    )
    .all(workspaceId, since, limit)
    .map((raw) => {
      const { seq, client_id, mid, body, user_id, cause, at } = OpRow.parse(raw);
      return { seq, op: Op.parse(JSON.parse(body)), clientId: client_id, mid, by: user_id, at, cause };
    });
}

/** Who wrote op `seq`, and when. */
export function readAuthor(
  db: Reader,
  workspaceId: WorkspaceId,
  seq: number,
): { by: UserId | null; at: string } | undefined {
  const row = db
    .reading('SELECT user_id AS "by", at FROM op WHERE workspace_id = ? AND seq = ?')
    .get(workspaceId, seq);
  return row === undefined ? undefined : z.object({ by: UserId.nullable(), at: z.string() }).parse(row);
}

/** What is known of a tab that pushes. */
export interface ClientRecord {
  readonly userId: UserId;
  readonly lastMid: number;
}

export function findClient(db: Reader, clientId: ClientId): ClientRecord | undefined {
  const row = db
    .reading('SELECT user_id AS userId, last_mid AS lastMid FROM client WHERE client_id = ?')
    .get(clientId);
  return row === undefined ? undefined : z.object({ userId: UserId, lastMid: z.number() }).parse(row);
}

export function putClient(
  tx: Writer,
  workspaceId: WorkspaceId,
  clientId: ClientId,
  { userId, lastMid, at }: ClientRecord & { at: string },
): void {
  tx.writing(
    `INSERT INTO client (client_id, workspace_id, user_id, last_mid, last_seen) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (client_id) DO UPDATE SET last_mid = excluded.last_mid, last_seen = excluded.last_seen`,
  ).run(clientId, workspaceId, userId, lastMid, at);
}

export function findMutation(
  db: Reader,
  clientId: ClientId,
  mid: number,
): { hash: string; result: MutationResult } | undefined {
  const row = db
    .reading<{ hash: string; result: string }>(
      'SELECT payload_hash AS hash, result FROM mutation WHERE client_id = ? AND mid = ?',
    )
    .get(clientId, mid);
  return row && { hash: row.hash, result: MutationResult.parse(JSON.parse(row.result)) };
}

export function insertMutation(
  tx: Writer,
  workspaceId: WorkspaceId,
  clientId: ClientId,
  hash: string,
  result: MutationResult,
): void {
  tx.writing(
    'INSERT INTO mutation (workspace_id, client_id, mid, payload_hash, status, result) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(workspaceId, clientId, result.mid, hash, result.status, JSON.stringify(result));
}
