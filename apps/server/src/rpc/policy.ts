import type { Role } from '@crm/shared';

/** Who may call a procedure. */
export type Policy = 'public' | 'bot' | 'member' | 'admin';

const ALLOWED: Record<Policy, readonly Role[]> = {
  public: ['admin', 'member', 'bot'],
  bot: ['admin', 'member', 'bot'],
  member: ['admin', 'member'],
  admin: ['admin'],
};

/** Whether a signed-in caller of this role may call. */
export function allows(policy: Policy, role: Role): boolean {
  return ALLOWED[policy].includes(role);
}
