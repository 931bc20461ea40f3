import { kindOf } from '@crm/grid/columns';
import { AppError, ColumnType } from '@crm/shared';
import type { ColumnMapping, Receipt } from '@crm/shared/contract/importing';
import type { Command } from 'commander';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AppContext } from '../context.ts';
import { apply } from '../modules/importing/apply.usecases.ts';
import { status } from '../modules/importing/importing.usecases.ts';
import { begin, openFile, plan, workOut, type OpenedFile } from '../modules/importing/plan.usecases.ts';
import { answer, verb, withApp } from './command.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly key?: string;
  readonly type: readonly string[];
  readonly dates?: string;
}

/** A file beyond this is not even read. */
const MAX_READ = 64 * 1024 * 1024;

/** `crm import FILE [--dry-run] [--key NAME] [--type NAME=TYPE]` */
export function importVerb(): Command {
  return verb('import', 'import a CSV file, for example one that Airtable has exported')
    .argument('<file>')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--key <name>', 'the column of the file by which rows are found again')
    .option('--type <name=type>', 'make a new column of this type; may be given again', gather, [])
    .option('--dates <order>', 'how 1/4/2026 is read where the file does not tell: us or european')
    .action(async (file: string, options: Options) => {
      const bytes = readFile(file);
      const receipt = await withApp((app) => importFile(app, path.basename(file), bytes, options));
      answer(options, receipt, (made) => summary(made, options.dryRun === true));
    });
}

async function importFile(
  app: AppContext,
  fileName: string,
  bytes: Uint8Array,
  options: Options,
): Promise<Receipt> {
  if (options.dryRun) {
    const file = openFile(app, bytes);
    return (await workOut(app, file.table, file.proposed, choices(file, options))).receipt;
  }
  const { id, columns, mapping, mergeKey } = begin(app, null, { fileName, bytes });
  const chosen = choices({ proposed: columns, mapping, mergeKey }, options);
  await plan(app, null, { id, ...chosen });
  await apply(app, null, id);
  const { error, receipt } = status(app, id);
  if (error !== null || !receipt) throw new AppError('UNAVAILABLE', error ?? 'The import failed.');
  return receipt;
}

/** The mapping that is proposed, with what the options say otherwise. */
function choices(
  file: Pick<OpenedFile, 'proposed' | 'mapping' | 'mergeKey'>,
  options: Options,
): { mapping: ColumnMapping[]; mergeKey: number | null } {
  const mapping = file.mapping.map((choice, i) => {
    const guess = file.proposed[i];
    const dates = guess?.question?.kind === 'dayMonth' ? datesOf(options) : undefined;
    return dates !== undefined && (choice.to === 'new' || choice.to === 'existing')
      ? { ...choice, answer: dates }
      : choice;
  });
  for (const pair of options.type) {
    const [, name = '', given = ''] = /^(.*)=(\w+)$/.exec(pair) ?? [];
    const type = ColumnType.safeParse(given);
    if (!type.success || kindOf(type.data).computed || type.data === 'commitment') {
      throw new AppError('BAD_INPUT', `“${pair}” is not NAME=TYPE with a type such as text, number or date.`);
    }
    const index = indexOf(file.proposed, name);
    const own = mapping[index];
    if (own?.to === 'existing')
      throw new AppError('BAD_INPUT', `“${name}” is a column already and keeps its type.`);
    const guess = file.proposed[index];
    const same = guess?.type === type.data;
    const fitting = same && guess ? guess.options : kindOf(type.data).defaultOptions();
    mapping[index] = { to: 'new', name: name.trim(), type: type.data, options: fitting };
  }
  return {
    mapping,
    mergeKey: options.key === undefined ? file.mergeKey : indexOf(file.proposed, options.key),
  };
}

function indexOf(proposed: OpenedFile['proposed'], name: string): number {
  const index = proposed.findIndex((column) => column.name.trim() === name.trim());
  if (index < 0) throw new AppError('BAD_INPUT', `The file has no column “${name}”.`);
  return index;
}

function datesOf({ dates }: Options): string | undefined {
  if (dates === undefined || dates === 'us' || dates === 'european') return dates;
  throw new AppError('BAD_INPUT', `--dates is us or european, not “${dates}”.`);
}

function readFile(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > MAX_READ)
      throw new AppError(
        'TOO_LARGE',
        `The file has ${Math.ceil(size / 1024 / 1024)} MB; at most 10 MB can be imported at once.`,
      );
    return readFileSync(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('BAD_INPUT', `${file} cannot be read.`);
  }
}

function gather(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function summary({ rows, cells, columns, problems }: Receipt, dryRun: boolean): string {
  const shown = problems.slice(0, 20).map(({ row, column, reason }) => `  row ${row}, ${column}: ${reason}`);
  const more = problems.length > shown.length ? [`  … and ${problems.length - shown.length} more`] : [];
  return [
    dryRun ? 'Dry run: nothing was changed.' : 'Imported.',
    ...columns.map(({ name, type, evidence }) => `  ${name.trim()}: ${type} – ${evidence}`),
    `Rows: ${rows.read} read, ${rows.new} new, ${rows.changed} changed, ${rows.unchanged} unchanged, ${rows.problem} with a problem.`,
    `Cells: ${cells.read} read = ${cells.imported} imported + ${cells.changedInMeaning} changed in meaning + ${cells.rejected} rejected.`,
    ...(problems.length > 0 ? ['Not imported:', ...shown, ...more] : []),
  ].join('\n');
}
