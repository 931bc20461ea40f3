import { z } from 'zod';

/** Where a commitment stands, from a wish to money in the bank. */
export const CommitmentStatus = z.enum(['target', 'soft', 'committed', 'funded']);
export type CommitmentStatus = z.infer<typeof CommitmentStatus>;

/** An investor's amount for a fund, in integer minor units (cents) of the fund's currency. */
export const Commitment = z.object({
  amount: z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
  status: CommitmentStatus,
});
export type Commitment = z.infer<typeof Commitment>;

/** The longest text of one cell, in bytes of its JSON (protocol §10). */
export const MAX_VALUE_BYTES = 32 * 1024;

/**
 * What a cell holds. `null` is empty. Text, e-mail, phone, URL: string. Number, percent (0.5 = 50 %), rating: number.
 * Currency: integer minor units. Date: `YYYY-MM-DD`. Date-time: ISO-8601 UTC instant. Checkbox: `true` or null.
 * Single select: option id. Multi select: option ids. Person: user id. Contacts: contact ids. Fund: `Commitment`.
 */
export const CellValue = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).max(500),
  Commitment,
]);
export type CellValue = z.infer<typeof CellValue>;

/** Whether two cell values are the same; lists compare in order. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((x, i) => x === b[i]);
  return !Array.isArray(b) && a.amount === b.amount && a.status === b.status;
}
