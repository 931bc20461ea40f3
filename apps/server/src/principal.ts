import type { Role, SessionId, UserId } from '@crm/shared';
import type { Actor } from './db/audit.ts';

/** Who makes a call, as the database says at that moment. */
export interface Principal {
  readonly userId: UserId;
  readonly role: Role;
  readonly sessionId: SessionId;
}

/** A principal where the login does not matter. */
export type Person = Pick<Principal, 'userId' | 'role'>;

/** The principal as the audit names them. */
export function actorOf(principal: Person): Actor {
  return { kind: principal.role === 'bot' ? 'bot' : 'user', id: principal.userId };
}
