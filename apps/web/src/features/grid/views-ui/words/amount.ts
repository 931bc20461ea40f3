import { kindOf, type ColumnContext, type ColumnKind } from '@crm/grid/columns';
import type { Column } from '@crm/shared';

type ForColumn = Pick<Column, 'type' | 'options'>;

/** What came of reading an amount; `value` null = nothing was typed. */
export type AmountRead =
  { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly reason: string };

/** The kind that reads and writes a column's amounts: a fund's are money, a row's number is a number. */
function amountKind({ type }: ForColumn): ColumnKind {
  if (type === 'commitment') return kindOf('currency');
  return kindOf(type === 'autonumber' ? 'number' : type);
}

/** Reads what was typed as an operand, in the column's own unit: cents, a fraction for percent. */
export function readAmount(text: string, column: ForColumn, ctx: ColumnContext): AmountRead {
  const read = amountKind(column).parse(text, column.options, ctx);
  if (!read.ok) return read;
  if (read.value === null) return { ok: true, value: null };
  return typeof read.value === 'number'
    ? { ok: true, value: read.value }
    : { ok: false, reason: 'This is not a number.' };
}

/** An operand as the column writes it. */
export function amountText(value: number | null, column: ForColumn, ctx: ColumnContext): string {
  return value === null ? '' : amountKind(column).format(value, column.options, ctx);
}

/** An operand as it is edited: reading it gives the same value in every locale. */
export function amountInput(value: number | null, column: ForColumn, ctx: ColumnContext): string {
  return value === null ? '' : amountKind(column).toText(value, column.options, ctx);
}
