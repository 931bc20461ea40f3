import { ClientId, Epoch, MutationResult, Op, UserId } from '@crm/shared';
import { z } from 'zod';

/** What is read back from the device was perhaps written by an older version of this program. */
export const StoredClientRow = z.object({
  clientId: ClientId,
  userId: UserId,
  nextMid: z.number().int().min(1),
});
export const StoredMutationRow = z.object({
  clientId: ClientId,
  mid: z.number().int().min(1),
  epoch: Epoch,
  ops: z.array(Op),
  label: z.string(),
  at: z.string(),
});
export const StoredTrayRow = z.object({
  clientId: ClientId,
  id: z.string(),
  kind: z.enum(['conflict', 'rejected', 'review']),
  label: z.string(),
  ops: z.array(Op),
  result: MutationResult.nullable(),
  at: z.string(),
});

/** The rows that this program can still read; the others stay on the device untouched. */
export function readable<T>(schema: z.ZodType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
