import { CellValue, Column, ColumnId, Contact, InvestorId, UserId } from '@crm/shared';
import type { RowMeta } from '@crm/grid';
import type { PersonRef } from '@crm/grid/columns';
import { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Reader } from '../../db/transaction.ts';

const ColumnRow = z
  .object({ id: ColumnId, name: z.string(), type: Column.shape.type, options: z.string() })
  .extend({ position: z.string(), key: Column.shape.key, ver: z.number() })
  .transform(({ options, ...column }): Column => ({
    ...column,
    options: Column.shape.options.parse(JSON.parse(options)),
    deletedAt: null,
  }));

/** Live columns in sheet order. */
export function liveColumns(db: Reader, workspaceId: AppContext['workspaceId']): Column[] {
  return db
    .reading(
      `SELECT id, name, type, options, position, key, ver FROM column
       WHERE workspace_id = ? AND deleted_at IS NULL ORDER BY position, id`,
    )
    .all(workspaceId)
    .map((row) => ColumnRow.parse(row));
}

const RowRow = z.object({
  id: InvestorId,
  number: z.number(),
  position: z.string(),
  ver: z.number(),
  createdAt: z.string(),
  createdBy: UserId.nullable(),
  updatedAt: z.string(),
  updatedBy: UserId.nullable(),
  deletedAt: z.string().nullable(),
});

/** Every row, deleted ones too, in sheet order. */
export function allRows(db: Reader, workspaceId: AppContext['workspaceId']): RowMeta[] {
  return db
    .reading(
      `SELECT id, number, position, ver, created_at AS createdAt, created_by AS createdBy, updated_at AS updatedAt,
         updated_by AS updatedBy, deleted_at AS deletedAt
       FROM investors WHERE workspace_id = ? ORDER BY position, id`,
    )
    .all(workspaceId)
    .map((row) => RowRow.parse(row));
}

/** A cell as it is stored. */
export interface TableCell {
  readonly value: CellValue;
  readonly ver: number;
}

/** The cells of one column by row. */
export function cellsOf(
  db: Reader,
  workspaceId: AppContext['workspaceId'],
  col: ColumnId,
): Map<string, TableCell> {
  const rows = db
    .reading<{ row_id: string; value: string; ver: number }>(
      'SELECT row_id, value, ver FROM cell WHERE workspace_id = ? AND col_id = ?',
    )
    .all(workspaceId, col);
  return new Map(rows.map(({ row_id, value, ver }) => [row_id, { value: valueOf(JSON.parse(value)), ver }]));
}

/** Plain values, which nearly all are, need no schema. */
function valueOf(json: unknown): CellValue {
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return json;
  return CellValue.parse(json);
}

const ContactRow = z
  .object({
    id: Contact.shape.id,
    name: z.string(),
    title: z.string(),
    phone: z.string(),
    addresses: z.string(),
  })
  .transform(({ addresses, ...contact }): Contact => ({
    ...contact,
    addresses: z.array(z.string()).parse(JSON.parse(addresses)),
    deletedAt: null,
  }));

/** Live contacts. */
export function liveContacts(db: Reader, workspaceId: AppContext['workspaceId']): Contact[] {
  return db
    .reading(
      `SELECT id, name, title, phone, (SELECT json_group_array(address ORDER BY ordinal) FROM contact_address
         WHERE contact_id = contact.id) AS addresses
       FROM contact WHERE workspace_id = ? AND deleted_at IS NULL ORDER BY id`,
    )
    .all(workspaceId)
    .map((row) => ContactRow.parse(row));
}

/** Everyone who has an account, and the zone in which days are counted. */
export function peopleAndZone(db: Reader): { people: PersonRef[]; timeZone: string } {
  const people = db.reading('SELECT id, name, email FROM user ORDER BY name, id').all();
  const zone = db.reading('SELECT time_zone AS timeZone FROM workspace').get();
  return {
    people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })).parse(people),
    ...z.object({ timeZone: z.string() }).parse(zone),
  };
}
