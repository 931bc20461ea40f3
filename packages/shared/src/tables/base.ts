import { text } from 'drizzle-orm/sqlite-core';

/*
 * Portable columns only: text ids, integer cents, ISO-8601 UTC text, JSON text, 0/1 booleans. Every table carries
 * `workspace_id`, so that one file can later become one tenant of a larger engine.
 */

/** The workspace that owns the row. */
export const workspaceId = () => text('workspace_id').notNull();
/** An ISO-8601 UTC instant. */
export const instant = (name: string) => text(name);
