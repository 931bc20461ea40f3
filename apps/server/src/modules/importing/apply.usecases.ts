import type { PlannedRow } from '@crm/grid/csv';
import { AppError, type ImportId, type Op, type UserId } from '@crm/shared';
import type { ImportStatus, Receipt } from '@crm/shared/contract/importing';
import { setImmediate } from 'node:timers/promises';
import type { AppContext } from '../../context.ts';
import type { Actor } from '../../db/audit.ts';
import type { Writer } from '../../db/transaction.ts';
import { changeSheet, type Author, type SheetChange } from '../fundraising/change.usecases.ts';
import { ownDraft } from './plan.usecases.ts';
import { readHead, readRows, readSetup } from './plan-file.rules.ts';
import { findRun, putBase, putState, readPlan, rowsDone, runningIds } from './run.store.ts';
import { causeOf } from './undo.store.ts';

/** One transaction takes about this long, in milliseconds, so that edits wait no longer. */
const CHUNK_MS = 80;
/** And it has at most this many rows, so that everyone can follow by the op log. */
const CHUNK_ROWS = 500;

/** Imports that this process is at work on, with the number of rows done. */
const running = new WeakMap<AppContext['bus'], Map<ImportId, number>>();

/**
 * Starts an import that has been planned. What it returns ends with the import; failures are told by its status alone.
 * Throws when the import may not be started.
 */
export function apply(app: AppContext, userId: UserId | null, id: ImportId): Promise<void> {
  const run = ownDraft(app, userId, id);
  if (run.receipt === null) throw new AppError('CONFLICT', 'Look at the dry run first.');
  app.db.write((tx) => {
    ownDraft(app, userId, id);
    setState(app, tx, id, 'running', 0);
  });
  return carryOut(app, id);
}

/**
 * Goes on with the imports that a restart has interrupted. To be called once by a process that starts: later on, an
 * import that is under way may be that of another process.
 */
export async function resumeImports(app: AppContext): Promise<void> {
  for (const id of runningIds(app.db.reader, app.workspaceId)) await carryOut(app, id);
}

async function carryOut(app: AppContext, id: ImportId): Promise<void> {
  const mine = runsOf(app);
  if (mine.has(id)) return;
  mine.set(id, 0);
  try {
    await applyOne(app, id);
  } catch (error) {
    app.log.error('While importing', error);
    const message =
      error instanceof AppError ? error.message : 'The import stopped by a mistake of the program.';
    app.db.write((tx) => setState(app, tx, id, 'failed', mine.get(id) ?? 0, message));
  } finally {
    mine.delete(id);
  }
}

/** How many rows of a running import are done. */
export function progressOf(app: AppContext, id: ImportId): number | undefined {
  return runsOf(app).get(id);
}

async function applyOne(app: AppContext, id: ImportId): Promise<void> {
  const run = findRun(app.db.reader, app.workspaceId, id);
  if (!run?.receipt) throw new AppError('NOT_FOUND', 'The import has no plan.');
  const text = readPlan(app.db.reader, id);
  const head = readHead(text);
  const actor: Actor = { kind: run.userId === null ? 'system' : 'user', id: run.userId };
  const author: Author = { actor, clientId: null, mid: null, cause: causeOf(id), source: 'import' };
  const done = rowsDone(app.db.reader, app.workspaceId, id);
  const setup = done.size > 0 ? [] : readSetup(text, head);
  const late = new LateConflicts(run.receipt);
  for (let at = 0; at < setup.length; at += CHUNK_ROWS) {
    changeSheet(app, (change) => applySetup(change, setup.slice(at, at + CHUNK_ROWS), author));
    await setImmediate();
  }
  const rows = readRows(text, head);
  let count = done.size;
  for (let ended = false; !ended;) {
    ended = changeSheet(app, (change, tx) => {
      const until = performance.now() + CHUNK_MS;
      for (let n = 0; n < CHUNK_ROWS && performance.now() < until; n += 1) {
        const next = rows.next();
        if (next.done) return true;
        if (done.has(next.value.row)) continue;
        applyRow(change, next.value, author, late);
        putBase(tx, app.workspaceId, id, next.value.row, next.value.base);
        count += 1;
      }
      return false;
    });
    runsOf(app).set(id, count);
    app.bus.publish('changed', 'imports');
    await setImmediate();
  }
  app.db.write((tx) => setState(app, tx, id, 'done', count, null, late.receipt()));
}

/** Columns, choices and contacts; what a start before a crash has made already is passed over. */
function applySetup(change: SheetChange, ops: readonly Op[], author: Author): void {
  for (const op of ops) {
    const result = change.apply([op], author);
    if (result.status === 'rejected' && result.reason !== 'exists_already') {
      throw new AppError('CONFLICT', `The sheet has changed since the dry run: ${result.detail}`);
    }
  }
}

/** Applies one row; a cell that somebody has edited since the dry run is left alone, and differs from its base from then on. */
function applyRow(change: SheetChange, row: PlannedRow, author: Author, late: LateConflicts): void {
  if (row.ops.length === 0 || change.apply(row.ops, author).status === 'applied') return;
  for (const op of row.ops) {
    const result = change.apply([op], author);
    if (result.status === 'applied') continue;
    const reason =
      result.status === 'conflict'
        ? 'Edited here while the import was under way, so it is left as it is.'
        : result.detail;
    const column = op.t === 'cell.set' ? change.sheet.column(op.col)?.name : undefined;
    late.refuse(row.line, column ?? '', reason);
  }
}

/** The account of the dry run, with the cells that were overtaken by edits moved to the rejected ones. */
class LateConflicts {
  readonly #receipt: Receipt;
  readonly #problems: Receipt['problems'] = [];

  constructor(receipt: Receipt) {
    this.#receipt = receipt;
  }

  refuse(row: number, column: string, reason: string): void {
    this.#problems.push({ row, column, value: '', reason });
  }

  receipt(): Receipt {
    const late = this.#problems.length;
    const { cells, problems } = this.#receipt;
    return {
      ...this.#receipt,
      cells: { ...cells, imported: cells.imported - late, rejected: cells.rejected + late },
      problems: [...problems, ...this.#problems],
    };
  }
}

function runsOf(app: AppContext): Map<ImportId, number> {
  let mine = running.get(app.bus);
  if (!mine) running.set(app.bus, (mine = new Map<ImportId, number>()));
  return mine;
}

/** Moves an import to another state and tells every page of it. */
export function setState(
  app: AppContext,
  tx: Writer,
  id: ImportId,
  state: ImportStatus['state'],
  done: number,
  error: string | null = null,
  receipt: Receipt | null = null,
): void {
  putState(tx, id, { state, done, error, receipt, at: app.clock.now().toISOString() });
  tx.afterCommit(() => app.bus.publish('changed', 'imports'));
}
