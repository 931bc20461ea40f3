import { AppError, sameValue, type Column, type ImportId, type Op } from '@crm/shared';
import type { UndoOutput } from '@crm/shared/contract/importing';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Reader } from '../../db/transaction.ts';
import { changeSheet, type Author, type SheetChange } from '../fundraising/change.usecases.ts';
import { setState } from './apply.usecases.ts';
import { dropBases, findRun } from './run.store.ts';
import {
  hasCommunications,
  holdsChoice,
  holdsValues,
  importedOps,
  worksForSomeone,
  type ImportedOp,
} from './undo.store.ts';

/** One transaction takes about this long, in milliseconds. */
const CHUNK_MS = 80;
const PAGE_OPS = 200;

const EDITED = 'Edited since the import.';
const IN_USE = 'It is in use.';

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
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = importedOps(app.db.reader, app.workspaceId, id, before, PAGE_OPS);
    if (page.length === 0) break;
    before = changeSheet(app, (change, tx) => {
      const until = performance.now() + CHUNK_MS;
      let at = before;
      for (const logged of page) {
        takeBack(app, change, tx, logged, author, outcome);
        at = logged.seq;
        if (performance.now() > until) break;
      }
      return at;
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
  author: Author,
  outcome: Outcome,
): void {
  const inverse = inverseOf(app, change, db, logged);
  if (typeof inverse === 'string') {
    outcome.skipped.push(skipped(change, logged.op, inverse));
    return;
  }
  if (inverse === null) return;
  const result = change.apply([inverse], author);
  if (result.status === 'applied') outcome.reverted += 1;
  else outcome.skipped.push(skipped(change, logged.op, EDITED));
}

/** The op that takes an imported one back; null when nothing is to be done, or why it is left as it is. */
function inverseOf(
  app: AppContext,
  change: SheetChange,
  db: Reader,
  { op, prev }: ImportedOp,
): Op | string | null {
  switch (op.t) {
    case 'row.add':
      if (change.sheet.row(op.row)?.deletedAt !== null) return null;
      return isAsImported(change, op) && !hasCommunications(db, op.row)
        ? { t: 'row.del', row: op.row }
        : EDITED;
    case 'cell.set': {
      const { value, ver } = change.sheet.cell(op.row, op.col);
      const before = prev.value ?? null;
      if (change.sheet.row(op.row)?.deletedAt !== null || sameValue(value, before)) return null;
      return sameValue(value, op.value) ? { ...op, value: before, ifVer: ver } : EDITED;
    }
    case 'col.add':
      if (change.sheet.column(op.column.id)?.deletedAt !== null) return null;
      // Cells that were not emptied or deleted with their rows before this are somebody's.
      return holdsValues(db, app.workspaceId, op.column.id) ? IN_USE : { t: 'col.del', col: op.column.id };
    case 'col.set':
      return prev.column ? withoutChoices(app, change, db, prev.column, op) : null;
    case 'contact.put':
      if (worksForSomeone(db, op.contact.id)) return IN_USE;
      return {
        t: 'contact.put',
        contact: prev.contact ?? { ...op.contact, deletedAt: app.clock.now().toISOString() },
      };
    default:
      return null;
  }
}

/** Whether the row still holds what the import gave it, and nothing more. */
function isAsImported(change: SheetChange, op: Extract<Op, { t: 'row.add' }>): boolean {
  for (const { id, deletedAt } of change.sheet.allColumns()) {
    if (deletedAt === null && !sameValue(change.sheet.cell(op.row, id).value, op.values[id] ?? null))
      return false;
  }
  return true;
}

/** Takes away the choices that the import added, unless a row has come to hold one of them. */
function withoutChoices(
  app: AppContext,
  change: SheetChange,
  db: Reader,
  before: Column,
  op: Extract<Op, { t: 'col.set' }>,
): Op | string | null {
  const now = change.sheet.column(op.col);
  const known = new Set(before.options.choices?.map((choice) => choice.id));
  const added = new Set(
    op.patch.options?.choices?.map((choice) => choice.id).filter((choice) => !known.has(choice)),
  );
  const choices = now?.options.choices?.filter((choice) => !added.has(choice.id));
  if (!now || now.deletedAt !== null || !choices || choices.length === now.options.choices?.length)
    return null;
  if (holdsChoice(db, app.workspaceId, op.col, [...added])) return IN_USE;
  return { t: 'col.set', col: op.col, patch: { options: { ...now.options, choices } } };
}

function skipped(change: SheetChange, op: Op, reason: string): Outcome['skipped'][number] {
  const column = 'col' in op ? change.sheet.column(op.col) : op.t === 'col.add' ? op.column : undefined;
  return { row: 'row' in op ? op.row : null, column: column?.name ?? null, reason };
}
