import { applyOp, MemorySheet } from '@crm/grid';
import {
  CellValue,
  ClientId,
  ColumnId,
  InvestorId,
  Op,
  sameValue,
  UserId,
  type WorkspaceId,
} from '@crm/shared';
import { z } from 'zod';
import type { Finding } from './examine.ts';
import type { Reader } from './transaction.ts';

const OpRow = z.object({
  seq: z.number(),
  body: z.string(),
  client_id: ClientId.nullable(),
  user_id: UserId.nullable(),
  at: z.string(),
});
const CellRow = z.object({ row_id: InvestorId, col_id: ColumnId, value: z.string(), ver: z.number() });

/** Whether folding the whole log gives the cells that are stored (protocol I6). */
export function examineFold(db: Reader, workspaceId: WorkspaceId): Finding {
  const pruned = db.reading<{ seq: number }>('SELECT pruned_seq AS seq FROM workspace').get()?.seq ?? 0;
  if (pruned > 0) return { check: 'cells', ok: true, detail: 'not compared: the log begins later' };
  try {
    const { cells, differ } = compare(db, workspaceId, fold(db, workspaceId));
    return {
      check: 'cells',
      ok: differ === 0,
      detail: differ === 0 ? `${cells} as the log says` : `${differ} differ`,
    };
  } catch (error) {
    return {
      check: 'cells',
      ok: false,
      detail: `not readable: ${error instanceof Error ? error.message : ''}`,
    };
  }
}

function fold(db: Reader, workspaceId: WorkspaceId): MemorySheet {
  const sheet = new MemorySheet();
  const ops = db.reading(
    'SELECT seq, body, client_id, user_id, at FROM op WHERE workspace_id = ? ORDER BY seq',
  );
  for (const raw of ops.iterate(workspaceId)) {
    const { seq, body, client_id, user_id, at } = OpRow.parse(raw);
    applyOp(sheet, Op.parse(JSON.parse(body)), { seq, by: user_id, at, clientId: client_id });
  }
  return sheet;
}

function compare(
  db: Reader,
  workspaceId: WorkspaceId,
  sheet: MemorySheet,
): { cells: number; differ: number } {
  let cells = 0;
  let differ = 0;
  const stored = db.reading('SELECT row_id, col_id, value, ver FROM cell WHERE workspace_id = ?');
  for (const raw of stored.iterate(workspaceId)) {
    const { row_id, col_id, value, ver } = CellRow.parse(raw);
    const folded = sheet.cell(row_id, col_id);
    cells++;
    if (folded.ver !== ver || !sameValue(folded.value, CellValue.parse(JSON.parse(value)))) differ++;
  }
  let written = 0;
  for (const { id } of sheet.allColumns()) written += [...sheet.cellsOf(id)].length;
  return { cells, differ: differ + Math.max(0, written - cells) };
}
