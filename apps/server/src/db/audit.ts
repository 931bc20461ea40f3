import type { PrincipalKind, UserId, WorkspaceId } from '@crm/shared';
import { hash } from 'node:crypto';
import type { Reader, Writer } from './transaction.ts';

/** Who did it, from where. */
export interface Actor {
  readonly kind: PrincipalKind;
  readonly id: UserId | null;
}

/** What is recorded of one act. */
export interface AuditEntry {
  readonly workspaceId: WorkspaceId;
  /** ISO-8601 UTC instant. */
  readonly at: string;
  readonly actor: Actor;
  /** e.g. `user.deactivated`, or the op's type. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject: string | null;
  /** JSON text; never holds a secret. */
  readonly detail: string;
  readonly opSeq?: number;
  readonly cause?: string | null;
  /** Where it came from: `web`, `cli`, … */
  readonly source?: string | null;
}

interface Row {
  seq: number;
  workspace_id: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject: string | null;
  detail: string;
  op_seq: number | null;
  cause: string | null;
  source: string | null;
  prev_hash: string;
  hash: string;
}

/** What the first row points back to. */
const GENESIS = '0'.repeat(64);
const LAST = 'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1';
const INSERT = `INSERT INTO audit
  (seq, workspace_id, at, actor_kind, actor_id, action, subject, detail, op_seq, cause, source, prev_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Adds one row to the chain, in the transaction of the act itself. The last hash is read from the table each time (about
 * a microsecond), so that a rollback or another process's row can never leave a stale one.
 * @returns the row's seq
 */
export function appendAudit(tx: Writer, entry: AuditEntry): number {
  const last = tx.reading<{ seq: number; hash: string }>(LAST).get();
  const seq = (last?.seq ?? 0) + 1;
  const prevHash = last?.hash ?? GENESIS;
  const fields = [
    entry.workspaceId,
    entry.at,
    entry.actor.kind,
    entry.actor.id,
    entry.action,
    entry.subject,
    entry.detail,
    entry.opSeq ?? null,
    entry.cause ?? null,
    entry.source ?? null,
  ];
  tx.writing(INSERT).run(seq, ...fields, prevHash, chainHash(prevHash, seq, fields));
  return seq;
}

/** Checks the whole chain; names the first row that does not follow from the one before it. */
export function verifyAudit(db: Reader): { rows: number; head: string; firstBad: number | null } {
  let seq = 0;
  let prevHash = GENESIS;
  for (const row of db.reading<Row>('SELECT * FROM audit ORDER BY seq').iterate()) {
    seq++;
    if (
      row.seq !== seq ||
      row.prev_hash !== prevHash ||
      row.hash !== chainHash(prevHash, seq, fieldsOf(row))
    ) {
      return { rows: seq - 1, head: prevHash, firstBad: Math.min(seq, row.seq) };
    }
    prevHash = row.hash;
  }
  return { rows: seq, head: prevHash, firstBad: null };
}

function fieldsOf(row: Row): (string | number | null)[] {
  return [
    row.workspace_id,
    row.at,
    row.actor_kind,
    row.actor_id,
    row.action,
    row.subject,
    row.detail,
    row.op_seq,
    row.cause,
    row.source,
  ];
}

/** A JSON array of scalars in fixed order is canonical. */
function chainHash(prevHash: string, seq: number, fields: readonly (string | number | null)[]): string {
  return hash('sha256', prevHash + JSON.stringify([seq, ...fields]), 'hex');
}
