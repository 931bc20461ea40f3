import {
  decodeFile,
  inferColumns,
  parseTable,
  planImportSteps,
  proposeMapping,
  proposeMergeKey,
  type CsvTable,
  type ImportPlan,
} from '@crm/grid/csv';
import { AppError, ImportId, newId, type ColumnId, type UserId } from '@crm/shared';
import type {
  BeginOutput,
  ColumnMapping,
  ImportStatus,
  PlanOutput,
  ProposedColumn,
} from '@crm/shared/contract/importing';
import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { draftFile, planFile, readHead } from './plan-file.rules.ts';
import { findRun, insertRun, putPlan, readBases, readPlan } from './run.store.ts';
import { readFrame, readTable } from './sheet-table.usecases.ts';

const PREVIEW_ROWS = 20;
const EMPTY = { value: null, ver: 0 } as const;
/** How long planning may keep other requests waiting, in milliseconds. */
const SLICE_MS = 25;

/** A file that has been read: its table and what its columns seem to be. */
export interface OpenedFile {
  readonly text: string;
  readonly table: CsvTable;
  readonly proposed: readonly ProposedColumn[];
  readonly mapping: readonly ColumnMapping[];
  readonly mergeKey: number | null;
  readonly warnings: readonly string[];
}

/** The file that was opened last, so that its dry run need not read it again. */
const lastOpened = new WeakMap<AppContext['bus'], { readonly id: ImportId; readonly file: OpenedFile }>();

/** Reads a file and proposes what its columns are; nothing is changed. Throws an `AppError` with one sentence on a bad file. */
export function openFile(app: AppContext, bytes: Uint8Array): OpenedFile {
  const { text, warnings } = decodeFile(bytes);
  const file = opened(app, text);
  return { ...file, warnings: [...warnings, ...file.warnings] };
}

function opened(app: AppContext, text: string): OpenedFile {
  const frame = readFrame(app);
  const table = parseTable(text);
  const proposed = inferColumns(table, frame.ctx);
  const mapping = proposeMapping(proposed, frame.columns);
  return {
    text,
    table,
    proposed,
    mapping,
    mergeKey: proposeMergeKey(table, mapping),
    warnings: table.warnings,
  };
}

/** Keeps a file that somebody wants to import, and says what is in it. */
export function begin(
  app: AppContext,
  userId: UserId | null,
  file: { fileName: string; bytes: Uint8Array },
): z.infer<typeof BeginOutput> {
  const read = openFile(app, file.bytes);
  const { text, table, proposed, mapping, mergeKey, warnings } = read;
  const id = newId(ImportId);
  lastOpened.set(app.bus, { id, file: read });
  const at = app.clock.now().toISOString();
  const sha256 = hash('sha256', file.bytes, 'hex');
  const run = { id, fileName: file.fileName, sha256, userId, plan: draftFile(text), at };
  app.db.write((tx) => insertRun(tx, app.workspaceId, run));
  const preview = table.rows.slice(0, PREVIEW_ROWS).map((row) => [...row]);
  const columns = [...proposed];
  return {
    id,
    fileName: file.fileName,
    rows: table.rows.length,
    warnings: [...warnings],
    columns,
    mapping: [...mapping],
    mergeKey,
    preview,
  };
}

/** The dry run: works out and keeps what applying the import will do. */
export async function plan(
  app: AppContext,
  userId: UserId | null,
  input: { id: ImportId; mapping: readonly ColumnMapping[]; mergeKey: number | null },
): Promise<z.infer<typeof PlanOutput>> {
  ownDraft(app, userId, input.id);
  const last = lastOpened.get(app.bus);
  const read =
    last?.id === input.id ? last.file : opened(app, readHead(readPlan(app.db.reader, input.id)).file);
  const { text: file, table, proposed } = read;
  const worked = await workOut(app, table, proposed, input);
  const kept = planFile(file, { mapping: input.mapping, mergeKey: input.mergeKey }, worked);
  const at = app.clock.now().toISOString();
  app.db.write((tx) => {
    ownDraft(app, userId, input.id);
    putPlan(tx, input.id, { plan: kept, receipt: worked.receipt, total: worked.rows.length, at });
  });
  const { receipt, conflicts, diff, diffTotal } = worked;
  return { id: input.id, receipt, conflicts, diff: [...diff], diffTotal };
}

/** Works out an import against the sheet as it stands, and lets other requests in between. */
export async function workOut(
  app: AppContext,
  table: CsvTable,
  proposed: readonly ProposedColumn[],
  { mapping, mergeKey }: { mapping: readonly ColumnMapping[]; mergeKey: number | null },
): Promise<ImportPlan> {
  const wanted = new Set(mapping.flatMap((choice) => (choice.to === 'existing' ? [choice.col] : [])));
  for (const choice of mapping) {
    if (choice.to !== 'fund' || choice.fundId === undefined) continue;
    const column = readFrame(app).columns.find(({ options }) => options.fundId === choice.fundId);
    if (column) wanted.add(column.id);
  }
  const { columns, rows, cells, ctx } = await readTable(app, wanted);
  const bases = readBases(app.db.reader, app.workspaceId);
  const known = rows.map(({ id, deletedAt }) => ({
    id,
    deleted: deletedAt !== null,
    cell: (col: ColumnId) => cells.get(col)?.get(id) ?? EMPTY,
  }));
  const lastPosition = rows.findLast((row) => row.deletedAt === null)?.position ?? null;
  const steps = planImportSteps({
    table,
    proposed,
    mapping,
    mergeKey,
    state: { columns, rows: known, lastPosition },
    base: (row) => bases.get(row),
    ctx,
  });
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** The person's own import that is not yet under way; throws otherwise. */
export function ownDraft(app: AppContext, userId: UserId | null, id: ImportId): ImportStatus {
  const run = findRun(app.db.reader, app.workspaceId, id);
  if (!run || run.userId !== userId) throw new AppError('NOT_FOUND', 'There is no such import.');
  if (run.state === 'discarded')
    throw new AppError('GONE', 'Another file was opened since: open this one again.');
  if (run.state !== 'draft') throw new AppError('CONFLICT', 'This import has been started already.');
  return run;
}
