import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './base.ts';

/** One row: the fund's settings and the counters that are locked and raised inside each write transaction. */
export const workspace = sqliteTable('workspace', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** IANA zone in which days are counted. */
  timeZone: text('time_zone').notNull(),
  /** Currency of new funds, ISO 4217. */
  currency: text('currency').notNull(),
  epoch: text('epoch').notNull(),
  headSeq: integer('head_seq').notNull(),
  /** Ops up to this seq have been pruned. */
  prunedSeq: integer('pruned_seq').notNull(),
  /** The last autonumber given to a row. */
  lastNumber: integer('last_number').notNull(),
  /** SHA-256 of the one-time setup token; null once the first admin exists. */
  setupTokenHash: text('setup_token_hash'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: text('updated_by'),
});
