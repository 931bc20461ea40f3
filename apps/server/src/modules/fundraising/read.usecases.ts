import { appendLine, isComputed, itemsOf, removeLine } from '@crm/grid';
import { planRetype } from '@crm/grid/columns';
import { isCellValue } from '@crm/grid/sync';
import { AppError } from '@crm/shared';
import type { CellValue, ColumnId, ColumnOptions, ColumnType, Communication, InvestorId } from '@crm/shared';
import type {
  HistoryInput,
  HistoryOutput,
  RetypePreview,
  StateOutput,
} from '@crm/shared/contract/fundraising';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Principal } from '../../principal.ts';
import { listViews } from '../views/views.usecases.ts';
import { readCounters } from './log.store.ts';
import { StoredSheet } from './sheet.store.ts';
import { rowIdOf, SnapshotSource } from './snapshot-source.store.ts';
import { oldValueOf, readCommunications, readRowLog, readSummary, type LogRow } from './state.store.ts';
import { columnContext } from './types.store.ts';

type State = z.infer<typeof StateOutput>;

/** The whole sheet at one moment, for scripts; read in steps, so that nobody's edit waits for it. */
export async function readState(app: AppContext, principal: Principal): Promise<State> {
  const views = listViews(app, principal);
  const { updatedAt, updatedBy } = readCounters(app.db.reader, app.workspaceId);
  const source = new SnapshotSource(app.db.file, app.workspaceId);
  try {
    const columns = source.columns().filter((column) => column.deletedAt === null);
    const rows = new Map<string, State['rows'][number]>();
    for (const row of source.rows()) {
      const { id, number, position } = row;
      if (row.deletedAt === null) rows.set(id, { id: rowIdOf(row), number, position, values: {} });
    }
    for (const { id: col } of columns) {
      for (const { rowId, value } of source.cells(col)) {
        const row = rows.get(rowId);
        const parsed: unknown = row && value !== 'null' ? JSON.parse(value) : null;
        if (row && parsed !== null && isCellValue(parsed)) row.values[col] = parsed;
      }
      await nextTurn();
    }
    const contacts = [...source.contacts()].filter((contact) => contact.deletedAt === null);
    const { epoch, seq: version } = source;
    const ordered = [...rows.values()].toSorted((a, b) =>
      a.position < b.position ? -1 : a.position > b.position ? 1 : 0,
    );
    return { version, epoch, updatedAt, updatedBy, columns, rows: ordered, contacts, views };
  } finally {
    source.close();
  }
}

/** History of a row or a cell, newest first. */
export function readHistory(
  app: AppContext,
  { row, col, before = Number.MAX_SAFE_INTEGER, limit }: z.output<typeof HistoryInput>,
): z.infer<typeof HistoryOutput> {
  const log = readRowLog(app.db.reader, { row, col, before, limit: limit + 1 });
  const entries = log.slice(0, limit).flatMap((entry) => {
    const change = changeOf(entry, col);
    const { seq, at, by, cause, body } = entry;
    return change ? [{ seq, at, by, cause, kind: body.t, ...change }] : [];
  });
  return { entries, more: log.length > limit };
}

export function communicationsOf(app: AppContext, row: InvestorId): Communication[] {
  return readCommunications(app.db.reader, row);
}

export function relationalSummary(app: AppContext) {
  return readSummary(app.db.reader, app.workspaceId);
}

/**
 * What another type would make of a column's cells.
 * @throws AppError NOT_FOUND
 */
export function previewRetype(
  app: AppContext,
  { col, type, options }: { col: ColumnId; type: ColumnType; options: ColumnOptions },
): z.infer<typeof RetypePreview> {
  const sheet = new StoredSheet(app.db.reader, app.workspaceId);
  const column = sheet.column(col);
  if (!column) throw new AppError('NOT_FOUND', 'This column does not exist.');
  const cells = [...sheet.cellsOf(col)].map(([row, { value }]) => [row, value] as const);
  if (isComputed(type)) {
    const lost = cells.filter(([, value]) => value !== null).length;
    return { kept: 0, changed: 0, lost, samples: [] };
  }
  const context = columnContext(app.db.reader, sheet, app.clock.now());
  const { kept, changed, lost, samples } = planRetype(cells, column, { type, options }, context);
  return { kept, changed, lost, samples: [...samples] };
}

interface Change {
  readonly col: ColumnId | null;
  readonly old: CellValue;
  readonly new: CellValue;
}

function changeOf({ body: op, prev }: LogRow, only: ColumnId | undefined): Change | null {
  if (!('col' in op)) {
    if (only === undefined) return { col: null, old: null, new: null };
    const value = op.t === 'row.add' ? op.values[only] : undefined;
    return value === undefined || value === null ? null : { col: only, old: null, new: value };
  }
  const old = oldValueOf(prev);
  const text = typeof old === 'string' ? old : '';
  switch (op.t) {
    case 'cell.set':
      return { col: op.col, old, new: op.value };
    case 'note.append':
      return { col: op.col, old, new: appendLine(text, op.text) };
    case 'note.remove':
      return { col: op.col, old, new: removeLine(text, op.text) ?? old };
    case 'set.add':
      return { col: op.col, old, new: [...new Set([...itemsOf(old), op.item])] };
    case 'set.remove':
      return { col: op.col, old, new: itemsOf(old).filter((item) => item !== op.item) };
    default:
      return null;
  }
}
