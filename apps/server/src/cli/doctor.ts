import type { Command } from 'commander';
import { examine, type Finding } from '../db/examine.ts';
import { answer, verb, withApp } from './command.ts';

/** `crm doctor`: is the data whole? Ends with 1 when it is not. */
export function doctor(): Command {
  return verb('doctor', 'check that the data is whole and safely kept').action(
    async (options: { json?: boolean }) => {
      const findings = await withApp((app, config) => examine(app.db, config.dataDir));
      const ok = findings.every((finding) => finding.ok);
      answer(options, { ok, findings }, () => findings.map(line).join('\n'));
      if (!ok) {
        const bad = findings.filter((finding) => !finding.ok).map(({ check }) => check);
        console.error(`crm: something is wrong: ${bad.join(', ')}`);
        process.exitCode = 1;
      }
    },
  );
}

function line({ check, ok, detail }: Finding): string {
  return `${ok ? 'ok ' : 'BAD'} ${check}: ${detail}`;
}
