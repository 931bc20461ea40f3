import type { Role } from '@crm/shared';

const NAMES: Record<Role, string> = { admin: 'Administrator', member: 'Member', bot: 'Bot' };

/** A role as a person reads it. */
export function roleName(role: Role): string {
  return NAMES[role];
}
