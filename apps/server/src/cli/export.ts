import { AppError } from '@crm/shared';
import { Option, type Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { exportSheet } from '../modules/fundraising/export.usecases.ts';
import { answer, verb, withApp } from './command.ts';

const FORMATS = ['csv', 'airtable', 'json'] as const;

/** `crm export [--format airtable] [--view ID] [--output FILE]` */
export function exportVerb(): Command {
  return verb('export', 'write the sheet as CSV (safe for spreadsheets, or as Airtable writes it) or JSON')
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('csv'))
    .option('--view <id>', 'only what this view shows')
    .option('--output <file>', 'write to a file in place of standard output')
    .action(async (options: { format: string; view?: string; output?: string; json?: boolean }) => {
      const format = FORMATS.find((one) => one === options.format) ?? 'csv';
      const { view } = options;
      const made = await withApp((app) =>
        exportSheet(app, null, { format, ...(view === undefined ? {} : { viewId: view }) }),
      );
      if (options.output === undefined) {
        if (options.json) answer(options, made, () => '');
        else await print(made.text);
        return;
      }
      const { output } = options;
      try {
        writeFileSync(output, made.text);
      } catch (error) {
        throw new AppError(
          'BAD_INPUT',
          `${output} cannot be written: ${error instanceof Error ? error.message : ''}`,
        );
      }
      answer(options, { file: output, bytes: Buffer.byteLength(made.text) }, () => `Written to ${output}.`);
    });
}

/** Whoever reads may have read enough: a closed pipe is no error. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('error', () => resolve());
    process.stdout.write(text, () => resolve());
  });
}
