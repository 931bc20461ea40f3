import { AppError, Role } from '@crm/shared';
import { Email } from '@crm/shared/contract/auth';
import { Option, type Command } from 'commander';
import { invite as inviteUseCase } from '../modules/admin/admin.usecases.ts';
import { addressOf } from '../address-of.ts';
import { answer, OPERATOR, verb, withApp } from './command.ts';

/** `crm invite EMAIL --role member` */
export function invite(): Command {
  return verb('invite', 'make a link that lets one person in, once, within 72 hours')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what they may do').choices(Role.options).default('member'))
    .action(async (email: string, options: { role: string; json?: boolean }) => {
      const who = { email: parseEmail(email), role: Role.parse(options.role) };
      const made = await withApp((app, config) =>
        inviteUseCase(app, OPERATOR, who, addressOf(config), 'cli'),
      );
      answer(
        options,
        { ...who, ...made },
        ({ url, expiresAt }) => `${url}\nGood until ${expiresAt}, for one use.`,
      );
    });
}

function parseEmail(text: string): string {
  const parsed = Email.safeParse(text);
  if (!parsed.success) throw new AppError('BAD_INPUT', `"${text}" is not an e-mail address.`);
  return parsed.data;
}
