import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, workspaceId } from './base.ts';

/** A person or bot. `deactivatedAt` ends sessions and sockets at once; the row stays for attribution. */
export const user = sqliteTable(
  'user',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['admin', 'member', 'bot'] }).notNull(),
    hue: text('hue').notNull(),
    /** argon2id, PHC string. */
    passwordHash: text('password_hash').notNull(),
    theme: text('theme', { enum: ['light', 'dark', 'system'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at'),
    deactivatedAt: instant('deactivated_at'),
  },
  (t) => [uniqueIndex('user_email').on(t.workspaceId, t.email)],
);

/** A login. The cookie holds the token; the database only its SHA-256. */
export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    tokenHash: text('token_hash').notNull(),
    userAgent: text('user_agent').notNull(),
    address: text('address').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [uniqueIndex('session_token').on(t.tokenHash), index('session_user').on(t.userId)],
);

/** A single-use link that lets one person in, within 72 hours. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceId(),
    tokenHash: text('token_hash').notNull(),
    email: text('email').notNull(),
    role: text('role', { enum: ['admin', 'member', 'bot'] }).notNull(),
    invitedBy: text('invited_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: text('used_by'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [uniqueIndex('invitation_token').on(t.tokenHash)],
);

/** Failed attempts per key (account or address), kept through restarts. */
export const attempt = sqliteTable('attempt', {
  key: text('key').primaryKey(),
  workspaceId: workspaceId(),
  failures: integer('failures').notNull(),
  /** When the last failure was counted, in milliseconds since 1970. */
  lastAt: integer('last_at').notNull(),
});
