import { parseTable, writeCsv } from '@crm/grid/csv';
import { AppError, type ImportId } from '@crm/shared';
import type { ImportStatus } from '@crm/shared/contract/importing';
import type { AppContext } from '../../context.ts';
import { progressOf } from './apply.usecases.ts';
import { readHead } from './plan-file.rules.ts';
import { findRun, listRuns, readPlan } from './run.store.ts';

/** Where an import stands. */
export function status(app: AppContext, id: ImportId): ImportStatus {
  return live(app, found(app, id));
}

/** The newest imports that were started. */
export function list(app: AppContext): ImportStatus[] {
  return listRuns(app.db.reader, app.workspaceId).map((run) => live(app, run));
}

/** The rows of the file that were not taken whole, as a file of the same shape with a column that says why. */
export function rejected(app: AppContext, id: ImportId): { fileName: string; text: string } {
  const run = found(app, id);
  const plan = readPlan(app.db.reader, id);
  if (plan === '') throw new AppError('GONE', 'The file of this import is no longer kept.');
  const head = readHead(plan);
  const table = parseTable(head.file);
  const reasons = new Map<number, string[]>();
  for (const { row, column, reason } of run.receipt?.problems ?? []) {
    reasons.set(row, [...(reasons.get(row) ?? []), `${column}: ${reason}`]);
  }
  const lines = new Set([...head.rejectedLines, ...reasons.keys()]);
  const rows = table.rows.flatMap((row, i) =>
    lines.has(i + 1) ? [[...row, (reasons.get(i + 1) ?? []).join(' ')]] : [],
  );
  // Plain ASCII: a browser in a locale without UTF-8 would call it "download" otherwise.
  const fileName = `${run.fileName.replace(/\.\w+$/, '')} (not imported).csv`;
  return { fileName, text: writeCsv([[...table.header, 'Why not imported'], ...rows]) };
}

function found(app: AppContext, id: ImportId): ImportStatus {
  const run = findRun(app.db.reader, app.workspaceId, id);
  if (!run) throw new AppError('NOT_FOUND', 'There is no such import.');
  return run;
}

function live(app: AppContext, run: ImportStatus): ImportStatus {
  return run.state === 'running' ? { ...run, done: progressOf(app, run.id) ?? run.done } : run;
}
