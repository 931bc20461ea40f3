import { newId, UserId, type Role } from '@crm/shared';
import type { AppContext } from '../../context.ts';
import { record } from '../../record.ts';
import { hasUsers, insertUser } from './user.store.ts';
import { updateWorkspace } from './workspace.store.ts';

/** An account of the demonstration. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

/**
 * Makes a workspace with these people, on an empty data folder only.
 * @returns their ids, in order; null when there is someone already
 */
export async function addDemoPeople(
  app: AppContext,
  workspaceName: string,
  people: readonly DemoPerson[],
): Promise<UserId[] | null> {
  const hashes = await Promise.all(people.map(({ password }) => app.passwords.hash(password)));
  return app.db.write((tx) => {
    if (hasUsers(tx)) return null;
    updateWorkspace(tx, { name: workspaceName, timeZone: 'America/New_York', currency: 'USD' });
    const at = app.clock.now().toISOString();
    return people.map(({ name, email, role }, i) => {
      const id = newId(UserId);
      insertUser(tx, {
        id,
        workspaceId: app.workspaceId,
        name,
        email,
        role,
        passwordHash: hashes[i] ?? '',
        at,
      });
      const actor = { kind: 'system', id: null } as const;
      record(app, tx, {
        actor,
        action: 'user.joined',
        subject: id,
        detail: { email, role },
        source: 'server',
      });
      return id;
    });
  });
}
