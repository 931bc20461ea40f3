import { AppError } from '@crm/shared';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Writer } from '../../db/transaction.ts';
import { peopleChanged, record } from '../../record.ts';
import { updateWorkspace } from './workspace.store.ts';

/** The fund's settings. */
export interface WorkspaceSettings {
  readonly name: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** @throws AppError BAD_INPUT when the zone is not one that this server knows */
export function changeWorkspace(
  app: AppContext,
  tx: Writer,
  actor: Actor,
  settings: WorkspaceSettings,
): void {
  requireTimeZone(settings.timeZone);
  updateWorkspace(tx, settings);
  record(app, tx, { actor, action: 'workspace.settings', subject: app.workspaceId, detail: { ...settings } });
  peopleChanged(app, tx);
}

/** @throws AppError BAD_INPUT */
export function requireTimeZone(zone: string): void {
  if (!isTimeZone(zone)) {
    throw new AppError('BAD_INPUT', `"${zone}" is not a time zone, such as Europe/Berlin.`);
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
