import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, workspaceId } from './base.ts';

/** The log of the grid: seq is exactly 1..head. `body` and `prev` are JSON; `prev` is what undo and history need. */
export const op = sqliteTable(
  'op',
  {
    workspaceId: workspaceId(),
    seq: integer('seq').notNull(),
    clientId: text('client_id'),
    mid: integer('mid'),
    body: text('body').notNull(),
    prev: text('prev').notNull(),
    rowId: text('row_id'),
    colId: text('col_id'),
    userId: text('user_id'),
    cause: text('cause'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index('op_row').on(t.rowId, t.seq),
    index('op_cause').on(t.cause),
  ],
);

/** What became of each mutation, so that a repeated push gets the same answer. */
export const mutation = sqliteTable(
  'mutation',
  {
    workspaceId: workspaceId(),
    clientId: text('client_id').notNull(),
    mid: integer('mid').notNull(),
    payloadHash: text('payload_hash').notNull(),
    status: text('status').notNull(),
    result: text('result').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.mid] })],
);

/** A tab that has pushed, bound to one user. */
export const client = sqliteTable('client', {
  clientId: text('client_id').primaryKey(),
  workspaceId: workspaceId(),
  userId: text('user_id').notNull(),
  lastMid: integer('last_mid').notNull(),
  lastSeen: instant('last_seen').notNull(),
});

/**
 * Append-only record of who did what, chained by hash. One row per op (with its `op_seq`), and one for every other act.
 * Triggers refuse UPDATE and DELETE.
 */
export const audit = sqliteTable(
  'audit',
  {
    seq: integer('seq').primaryKey(),
    workspaceId: workspaceId(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subject: text('subject'),
    detail: text('detail').notNull(),
    opSeq: integer('op_seq'),
    cause: text('cause'),
    source: text('source'),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [index('audit_op').on(t.opSeq)],
);

/** Side effects to be done after the commit, at least once. */
export const outbox = sqliteTable('outbox', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  workspaceId: workspaceId(),
  topic: text('topic').notNull(),
  payload: text('payload').notNull(),
  opSeq: integer('op_seq'),
  createdAt: instant('created_at').notNull(),
  doneAt: instant('done_at'),
});

/** One import of a file: a job that survives a restart. `plan` and `receipt` are JSON. */
export const importRun = sqliteTable('import_run', {
  id: text('id').primaryKey(),
  workspaceId: workspaceId(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  userId: text('user_id'),
  state: text('state', { enum: ['draft', 'running', 'done', 'failed', 'undone', 'discarded'] }).notNull(),
  plan: text('plan'),
  receipt: text('receipt'),
  done: integer('done').notNull(),
  total: integer('total').notNull(),
  error: text('error'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** What the last import gave each cell: the base of the three-way comparison that finds local edits. */
export const importBase = sqliteTable(
  'import_base',
  {
    workspaceId: workspaceId(),
    colId: text('col_id').notNull(),
    rowId: text('row_id').notNull(),
    importId: text('import_id').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.colId, t.rowId] })],
);
