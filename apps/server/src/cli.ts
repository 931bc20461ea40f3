import { AppError } from '@crm/shared';
import { Command, CommanderError } from 'commander';
import { doctor } from './cli/doctor.ts';
import { exportVerb } from './cli/export.ts';
import { importVerb } from './cli/import.ts';
import { invite } from './cli/invite.ts';
import { users } from './cli/users.ts';

process.umask(0o077);

const program = new Command('crm')
  .description("The operator's command line of Venture CRM. It may be used while the server runs.")
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'crm: ')) });

for (const verb of [importVerb, exportVerb, invite, users, doctor])
  program.addCommand(verb().exitOverride().copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
  if (!(error instanceof CommanderError)) console.error(`crm: ${sentence(error)}`);
}

/** One line on standard error; a stack only for what nobody planned for. */
function sentence(error: unknown): string {
  if (error instanceof AppError) return error.message.replaceAll('\n', '; ');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
