import {
  Column,
  Contact,
  Op,
  type ColumnId,
  type ImportId,
  type InvestorId,
  type WorkspaceId,
} from '@crm/shared';
import { CellValue } from '@crm/shared';
import { z } from 'zod';
import type { Reader } from '../../db/transaction.ts';

/** What marks the ops of an import in the log. */
export function causeOf(id: ImportId): string {
  return `import:${id}`;
}

const Prev = z.object({
  value: CellValue.optional(),
  column: Column.nullish(),
  contact: Contact.nullish(),
});
const LoggedRow = z
  .object({ seq: z.number(), body: z.string(), prev: z.string() })
  .transform(({ seq, body, prev }) => ({
    seq,
    op: Op.parse(JSON.parse(body)),
    prev: Prev.parse(JSON.parse(prev)),
  }));
/** An op of an import, with what stood there before. */
export type ImportedOp = z.infer<typeof LoggedRow>;

/** Ops of the import before `seq`, newest first, at most `limit`. */
export function importedOps(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ImportId,
  before: number,
  limit: number,
): ImportedOp[] {
  return db
    .reading(
      'SELECT seq, body, prev FROM op WHERE workspace_id = ? AND cause = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    )
    .all(workspaceId, causeOf(id), before, limit)
    .map((row) => LoggedRow.parse(row));
}

/** Whether a live row holds one of the choices in the column. */
export function holdsChoice(
  db: Reader,
  workspaceId: WorkspaceId,
  col: ColumnId,
  choices: readonly string[],
): boolean {
  const held = db.reading(
    `SELECT 1 FROM cell JOIN investors ON investors.id = cell.row_id AND investors.deleted_at IS NULL
     WHERE cell.workspace_id = ? AND cell.col_id = ? AND instr(cell.value, ?) > 0 LIMIT 1`,
  );
  return choices.some((choice) => held.get(workspaceId, col, choice) !== undefined);
}

/** Whether somebody has logged a communication with the investor. */
export function hasCommunications(db: Reader, row: InvestorId): boolean {
  return (
    db
      .reading('SELECT 1 FROM communication WHERE investor_id = ? AND deleted_at IS NULL LIMIT 1')
      .get(row) !== undefined
  );
}

/** Whether a live row holds anything in the column. */
export function holdsValues(db: Reader, workspaceId: WorkspaceId, col: ColumnId): boolean {
  const row = db
    .reading(
      `SELECT 1 FROM cell JOIN investors ON investors.id = cell.row_id AND investors.deleted_at IS NULL
       WHERE cell.workspace_id = ? AND cell.col_id = ? AND cell.value <> 'null' LIMIT 1`,
    )
    .get(workspaceId, col);
  return row !== undefined;
}

/** Whether a live row has the contact. */
export function worksForSomeone(db: Reader, contact: Contact['id']): boolean {
  const row = db
    .reading(
      `SELECT 1 FROM investor_contact JOIN investors ON investors.id = investor_id AND investors.deleted_at IS NULL
       WHERE contact_id = ? LIMIT 1`,
    )
    .get(contact);
  return row !== undefined;
}
