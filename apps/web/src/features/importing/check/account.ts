import type { PlanOutput, Receipt } from '@crm/shared/contract/importing';
import type { z } from 'zod';

export type Plan = z.infer<typeof PlanOutput>;
export type CellChange = Plan['diff'][number];
export type Kind = CellChange['kind'];

/** Whether every cell that was read is accounted for exactly once. */
export function addsUp({ read, imported, changedInMeaning, rejected }: Receipt['cells']): boolean {
  return read === imported + changedInMeaning + rejected;
}

/** Whether applying the import would leave the sheet as it is. `making`: columns and funds that it would add. */
export function changesNothing({ rows }: Receipt, making: number): boolean {
  return rows.new === 0 && rows.changed === 0 && making === 0;
}

/** How many cells of each kind a dry run lists. */
export function kindsOf(diff: readonly CellChange[]): Record<Kind, number> {
  const counts: Record<Kind, number> = { new: 0, changed: 0, conflict: 0, meaning: 0, rejected: 0 };
  for (const { kind } of diff) counts[kind] += 1;
  return counts;
}

export const KIND_WORDS = {
  new: { word: 'New', tone: 'success' },
  changed: { word: 'Changed', tone: 'accent' },
  conflict: { word: 'Edited here', tone: 'attention' },
  meaning: { word: 'Changed in meaning', tone: 'attention' },
  rejected: { word: 'Rejected', tone: 'danger' },
} as const satisfies Record<Kind, { word: string; tone: string }>;
