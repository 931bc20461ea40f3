import type { Command } from 'commander';
import { people } from '../modules/admin/admin.usecases.ts';
import { resetPassword } from '../modules/auth/passwords.usecases.ts';
import { answer, verb, withApp } from './command.ts';

type Listed = ReturnType<typeof people>;

/** `crm users`, `crm users --reset-password EMAIL` */
export function users(): Command {
  return verb('users', 'list people and open invitations')
    .option('--reset-password <email>', 'give a person a new random password and end their logins')
    .action(async (options: { resetPassword?: string; json?: boolean }) => {
      const email = options.resetPassword?.trim().toLowerCase();
      if (email === undefined) return answer(options, await withApp(people), table);
      const { password } = await withApp((app) => resetPassword(app, email));
      return answer(options, { email, password }, () => `New password of ${email}: ${password}`);
    });
}

function table({ people: everyone, invitations }: Listed): string {
  const lines = everyone.map((person) => {
    const state = person.deactivatedAt === null ? person.role : `${person.role}, deactivated`;
    return `${person.name} <${person.email}> – ${state}, last here ${person.lastSeenAt ?? 'never'}`;
  });
  const open = invitations.map(
    ({ email, role, expiresAt }) => `${email} – invited as ${role}, until ${expiresAt}`,
  );
  return [...lines, ...open].join('\n') || 'Nobody yet.';
}
