import { CellValue, Column, ColumnId, Contact, Epoch, LoggedOp, UserId } from '@crm/shared';
import type { InvestorId } from '@crm/shared';
import { z } from 'zod';

/*
 * A snapshot travels as lines of JSON, so that the first rows are painted long before the last column has come. Rows come
 * once, as arrays; every column follows as an array in the order of the rows, long columns in several pieces.
 */

/** Large arrays are checked where they are used, element by element, not copied by the schema first. */
const Items = z.custom<readonly unknown[]>(Array.isArray, 'not a list');

/** Rows by property. Instants are milliseconds since 1970; people are indexes into `people`, -1 = nobody. */
export const RowArrays = z.object({
  ids: Items,
  positions: Items,
  numbers: Items,
  vers: Items,
  createdAt: Items,
  updatedAt: Items,
  /** 0 = not deleted. */
  deletedAt: Items,
  createdBy: Items,
  updatedBy: Items,
});
export type RowArrays = z.infer<typeof RowArrays>;

/** A piece of a column: values of the rows `from` … in order. A cell's version is its row's, but for `vers`. */
export const ColumnPiece = z.object({
  col: ColumnId,
  from: z.number().int().min(0),
  values: Items,
  /** Pairs: index within the piece, version. */
  vers: Items,
  /** Whether the column is whole after this piece. */
  last: z.boolean(),
});
export type ColumnPiece = z.infer<typeof ColumnPiece>;

/** The lines, in this order; `col` and `ops` repeat. */
export const SnapshotLine = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('meta'),
    protocol: z.number().int(),
    epoch: Epoch,
    /** The state that rows and columns show; `ops` lines lead on from it. */
    seq: z.number().int().min(0),
    lastNumber: z.number().int().min(0),
    rowCount: z.number().int().min(0),
    columns: z.array(Column),
    people: z.array(UserId),
    workspace: z.object({ name: z.string(), timeZone: z.string(), currency: z.string() }),
    /** The first rows in sheet order, with the values of every live column. */
    firstRows: RowArrays,
    firstCells: z.array(ColumnPiece),
  }),
  z.object({ t: z.literal('rows'), rows: RowArrays }),
  z.object({ t: z.literal('contacts'), contacts: z.array(Contact) }),
  ColumnPiece.extend({ t: z.literal('col') }),
  z.object({ t: z.literal('ops'), ops: z.array(LoggedOp) }),
  z.object({ t: z.literal('end'), seq: z.number().int().min(0) }),
]);
export type SnapshotLine = z.infer<typeof SnapshotLine>;

/** Whether `value` is a cell value; the quick way, for millions of them. */
export function isCellValue(value: unknown): value is CellValue {
  const type = typeof value;
  if (value === null || type === 'string' || type === 'number' || type === 'boolean') return true;
  return CellValue.safeParse(value).success;
}

const ROW_ID = /^[0-9a-f-]{36}$/;

/** Whether `value` has the form of a row's id. */
export function isRowId(value: unknown): value is InvestorId {
  return typeof value === 'string' && ROW_ID.test(value);
}
