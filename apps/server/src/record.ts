import type { AppContext } from './context.ts';
import { appendAudit, type Actor } from './db/audit.ts';
import type { Writer } from './db/transaction.ts';

/** Where an act on people came from. */
export type Source = 'web' | 'cli' | 'server';

/** Records an act on people in its own transaction; `detail` never holds a secret. */
export function record(
  app: AppContext,
  tx: Writer,
  act: {
    actor: Actor;
    action: string;
    subject: string | null;
    detail?: Record<string, unknown>;
    source?: Source;
  },
): void {
  appendAudit(tx, {
    workspaceId: app.workspaceId,
    at: app.clock.now().toISOString(),
    actor: act.actor,
    action: act.action,
    subject: act.subject,
    detail: JSON.stringify(act.detail ?? {}),
    source: act.source ?? 'web',
  });
}

/** Tells everyone's page, once it is on disk, that people or the workspace have changed. */
export function peopleChanged(app: AppContext, tx: Writer): void {
  tx.afterCommit(() => app.bus.publish('changed', 'people'));
}
