import { AppError } from '@crm/shared';
import type { SaveStateInput, SaveStateOutput } from '@crm/shared/contract/fundraising';
import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { actorOf, type Principal } from '../../principal.ts';
import { changeSheet, type SheetChange } from './change.usecases.ts';
import { readOpsSince } from './log.store.ts';
import { placeOf } from './prev.rules.ts';
import { diffState, rowsDeleted } from './state.rules.ts';
import { findSave, insertSave, readContacts, readRows } from './state.store.ts';

type Input = z.output<typeof SaveStateInput>;
type Output = z.infer<typeof SaveStateOutput>;

/** A larger share of the rows is not deleted by accident. */
const MASS_DELETE = 0.2;
/** Changes that a conflict lists. */
const LISTED = 100;

/**
 * Makes the sheet what the caller says, provided that it still is what they read (protocol §9). Everything changes in one
 * transaction, cell by cell, so that everyone sees just what is new.
 * @throws AppError CONFLICT with `version`, `updatedAt`, `updatedBy` and `changes`; MASS_DELETE; BAD_INPUT; nothing is
 * changed then
 */
export function saveState(app: AppContext, principal: Principal, input: Input): Output {
  const key = hash('sha256', `${principal.userId} ${input.idempotencyKey}`, 'hex').slice(0, 32);
  const payload = hash('sha256', JSON.stringify(input), 'hex');
  return changeSheet(app, (change, tx) => {
    const known = findSave(tx, key);
    if (known && known.hash !== payload)
      throw new AppError('BAD_INPUT', 'This idempotency key was used for another save.');
    if (known) return known.result;
    requireVersion(app, change, input.expectedVersion);
    const rows = readRows(tx, app.workspaceId);
    const contacts = readContacts(tx, app.workspaceId);
    const ops = diffState({ sheet: change.sheet, rows, contacts }, input);
    const live = rows.filter((row) => row.deletedAt === null).length;
    const deleting = rowsDeleted(ops);
    if (!input.allowMassDelete && deleting > live * MASS_DELETE) {
      const message = `This would delete ${deleting} of ${live} rows. Say that you mean it with allowMassDelete.`;
      throw new AppError('MASS_DELETE', message, { deleting, of: live });
    }
    if (ops.length > 0) {
      const author = { actor: actorOf(principal), clientId: null, mid: null, source: 'web' };
      const result = change.apply(ops, { ...author, cause: `state:${input.idempotencyKey}` });
      if (result.status === 'rejected')
        throw new AppError('BAD_INPUT', result.detail, { reason: result.reason });
      if (result.status === 'conflict') throw new AppError('CONFLICT', 'The sheet changed meanwhile.');
    }
    const saved = { version: change.head, ops: ops.length };
    insertSave(tx, app.workspaceId, key, payload, saved);
    return saved;
  });
}

function requireVersion(app: AppContext, { counters }: SheetChange, expected: number): void {
  const { headSeq: version, updatedAt, updatedBy } = counters;
  if (expected === version) return;
  const changes = readOpsSince(app.db.reader, app.workspaceId, expected, LISTED).map(
    ({ seq, op, by, at }) => {
      const { rowId, colId } = placeOf(op);
      return { seq, kind: op.t, row: rowId, col: colId, by, at };
    },
  );
  throw new AppError('CONFLICT', 'The sheet has changed since you read it. Read it again.', {
    version,
    updatedAt,
    updatedBy,
    changes,
  });
}
