import type { WorkspaceId } from '@crm/shared';
import { examineFold } from './examine-fold.ts';
import type { Finding } from './examine.ts';
import type { Reader } from './transaction.ts';

interface Counts {
  ops: number;
  first: number | null;
  last: number | null;
}

/** Whether the op log is whole (protocol I3), recorded (I5) and the truth of the cells (I6). */
export function examineLog(db: Reader, workspaceId: WorkspaceId): Finding[] {
  return [examineSeq(db, workspaceId), examineRecords(db), examineFold(db, workspaceId)];
}

function examineSeq(db: Reader, workspaceId: WorkspaceId): Finding {
  const { head, pruned } = db
    .reading<{ head: number; pruned: number }>('SELECT head_seq AS head, pruned_seq AS pruned FROM workspace')
    .get() ?? { head: 0, pruned: 0 };
  const { ops, first, last } = db
    .reading<Counts>(
      'SELECT count(*) AS ops, min(seq) AS first, max(seq) AS last FROM op WHERE workspace_id = ?',
    )
    .get(workspaceId) ?? { ops: 0, first: null, last: null };
  const ok = ops === head - pruned && (ops === 0 || (first === pruned + 1 && last === head));
  const detail = ok
    ? `${ops} ops up to ${head}`
    : `${ops} ops from ${first} to ${last}, but ${pruned + 1} to ${head} expected`;
  return { check: 'op log', ok, detail };
}

/** Ops that do not have exactly one row in the audit. */
function examineRecords(db: Reader): Finding {
  const missing = count(
    db,
    'SELECT count(*) AS n FROM op WHERE (SELECT count(*) FROM audit WHERE audit.op_seq = op.seq) <> 1',
  );
  return {
    check: 'op records',
    ok: missing === 0,
    detail: missing === 0 ? 'one for each op' : `${missing} ops without`,
  };
}

function count(db: Reader, sql: string, ...values: string[]): number {
  return db.reading<{ n: number }>(sql).get(...values)?.n ?? 0;
}
