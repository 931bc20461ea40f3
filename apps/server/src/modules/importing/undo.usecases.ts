import { AppError, ImportId, type Column, type Op } from '@crm/shared';
import type { UndoOutput } from '@crm/shared/contract/importing';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Reader } from '../../db/transaction.ts';
import { changeSheet, type Author, type SheetChange } from '../fundraising/change.usecases.ts';
import { setState } from './apply.usecases.ts';
import { dropBases, findRun } from './run.store.ts';
import { holdsChoice, holdsValues, importedOps, worksForSomeone, type ImportedOp } from './undo.store.ts';

const CHUNK_OPS = 200;

type Outcome = z.infer<typeof UndoOutput>;

/**
 * Takes back what one import did and nothing else. Rows and cells that somebody has edited since stay as they are and are listed, and so do
 * columns and choices that are in use. May be called again after an interruption.
 */
export async function undo(app: AppContext, actor: Actor, id: ImportId): Promise<Outcome> {
  const run = findRun(app.db.reader, app.workspaceId, id);
  if (!run) throw new AppError('NOT_FOUND', 'There is no such import.');
  if (run.state !== 'done' && run.state !== 'failed') {
    throw new AppError(
      'CONFLICT',
      run.state === 'undone' ? 'This import was undone already.' : 'This import has not ended.',
    );
  }
  const author: Author = { actor, clientId: null, mid: null, cause: `import-undo:${id}`, source: 'import' };
  const outcome: Outcome = { reverted: 0, skipped: [] };
  const last = importedOps(app.db.reader, app.workspaceId, id, Number.MAX_SAFE_INTEGER, 1)[0]?.seq ?? 0;
  let before = last + 1;
  for (;;) {
    const ops = importedOps(app.db.reader, app.workspaceId, id, before, CHUNK_OPS);
    if (ops.length === 0) break;
    before = ops.at(-1)?.seq ?? 0;
    changeSheet(app, (change, tx) => {
      for (const logged of ops) takeBack(app, change, tx, logged, last, author, outcome);
    });
    await setImmediate();
  }
  app.db.write((tx) => {
    dropBases(tx, app.workspaceId, id);
    setState(app, tx, id, 'undone', run.done);
  });
  return outcome;
}

function takeBack(
  app: AppContext,
  change: SheetChange,
  db: Reader,
  logged: ImportedOp,
  last: number,
  author: Author,
  outcome: Outcome,
): void {
  const inverse = inverseOf(app, change, db, logged, last);
  if (inverse === 'in use') {
    outcome.skipped.push(skipped(change, logged.op, 'It is in use.'));
    return;
  }
  if (inverse === null) return;
  const result = change.apply([inverse], author);
  if (result.status === 'applied') outcome.reverted += 1;
  else if (result.status === 'conflict' || result.reason !== 'row_deleted') {
    outcome.skipped.push(skipped(change, logged.op, 'Edited since the import.'));
  }
}

/** The op that takes an imported one back; null when nothing is to be done. */
function inverseOf(
  app: AppContext,
  change: SheetChange,
  db: Reader,
  { seq, op, prev }: ImportedOp,
  last: number,
): Op | 'in use' | null {
  switch (op.t) {
    case 'row.add':
      return change.sheet.row(op.row)?.deletedAt === null ? { t: 'row.del', row: op.row, ifVer: last } : null;
    case 'cell.set':
      return { ...op, value: prev.value ?? null, ifVer: seq };
    case 'col.add':
      if (change.sheet.column(op.column.id)?.deletedAt !== null) return null;
      // Cells that were not emptied or deleted with their rows before this are somebody's.
      return holdsValues(db, app.workspaceId, op.column.id) ? 'in use' : { t: 'col.del', col: op.column.id };
    case 'col.set':
      return prev.column ? withoutChoices(app, change, db, prev.column, op) : null;
    case 'contact.put':
      if (worksForSomeone(db, op.contact.id)) return 'in use';
      return {
        t: 'contact.put',
        contact: prev.contact ?? { ...op.contact, deletedAt: app.clock.now().toISOString() },
      };
    default:
      return null;
  }
}

/** Takes away the choices that the import added, unless a row has come to hold one of them. */
function withoutChoices(
  app: AppContext,
  change: SheetChange,
  db: Reader,
  before: Column,
  op: Extract<Op, { t: 'col.set' }>,
): Op | 'in use' | null {
  const now = change.sheet.column(op.col);
  const known = new Set(before.options.choices?.map((choice) => choice.id));
  const added = new Set(
    op.patch.options?.choices?.map((choice) => choice.id).filter((choice) => !known.has(choice)),
  );
  const choices = now?.options.choices?.filter((choice) => !added.has(choice.id));
  if (!now || now.deletedAt !== null || !choices || choices.length === now.options.choices?.length)
    return null;
  if (holdsChoice(db, app.workspaceId, op.col, [...added])) return 'in use';
  return { t: 'col.set', col: op.col, patch: { options: { ...now.options, choices } } };
}

function skipped(change: SheetChange, op: Op, reason: string): Outcome['skipped'][number] {
  const column = 'col' in op ? change.sheet.column(op.col) : op.t === 'col.add' ? op.column : undefined;
  return { row: 'row' in op ? op.row : null, column: column?.name ?? null, reason };
}
