import {
  CellValue,
  ClientId,
  Column,
  ColumnId,
  ColumnOptions,
  ColumnType,
  Communication,
  Contact,
  InvestorId,
  UserId,
} from '@crm/shared';
import { z } from 'zod';

/*
 * Rows of SQLite as the grid knows them. What a table holds was checked before it was written; it is checked again here
 * because ids and types are what the rest of the program rests on. The cells of the push path are read without a schema.
 */

const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

export const ColumnRow = z
  .object({
    id: ColumnId,
    name: z.string(),
    type: ColumnType,
    options: json(ColumnOptions),
    position: z.string(),
    key: Column.shape.key,
    ver: z.number(),
    deleted_at: z.string().nullable(),
  })
  .transform(({ deleted_at, ...column }): Column => ({ ...column, deletedAt: deleted_at }));

export const ContactRow = z
  .object({
    id: Contact.shape.id,
    name: z.string(),
    title: z.string(),
    phone: z.string(),
    deleted_at: z.string().nullable(),
    addresses: json(z.array(z.string())),
  })
  .transform(({ deleted_at, ...contact }): Contact => ({ ...contact, deletedAt: deleted_at }));

export const CommunicationRow = z
  .object({
    id: Communication.shape.id,
    investor_id: InvestorId,
    type: Communication.shape.type,
    occurred_on: z.string(),
    subject: z.string(),
    body: z.string(),
    outcome: z.string(),
    next_step: z.string(),
    created_by: UserId.nullable(),
    created_at: z.string(),
    deleted_at: z.string().nullable(),
  })
  .transform((row): Communication => ({
    id: row.id,
    investorId: row.investor_id,
    type: row.type,
    occurredOn: row.occurred_on,
    subject: row.subject,
    body: row.body,
    outcome: row.outcome,
    nextStep: row.next_step,
    createdBy: row.created_by,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  }));

export const RowRow = z.object({
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

export const CellRow = z
  .object({ value: json(CellValue), ver: z.number(), client_id: ClientId.nullable() })
  .transform(({ value, ver, client_id }) => ({ value, ver, clientId: client_id }));

/** Columns of `investors` under the names of `RowMeta`. */
export const ROW_COLUMNS = `id, number, position, ver, created_at AS createdAt, created_by AS createdBy,
  updated_at AS updatedAt, updated_by AS updatedBy, deleted_at AS deletedAt`;

/** A contact with its addresses as a JSON list, in order. */
export const SELECT_CONTACT = `SELECT id, name, title, phone, deleted_at,
  (SELECT json_group_array(address ORDER BY ordinal) FROM contact_address WHERE contact_id = contact.id) AS addresses
  FROM contact`;
