import type { ImportId } from '@crm/shared';
import type { ColumnMapping } from '@crm/shared/contract/importing';
import { rpc } from '../../../rpc.ts';
import type { Plan } from './account.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Asks for a dry run after all that were asked for before. The server keeps the plan that it finished last, and that one
 * must be the one on the screen.
 */
export function planInTurn(input: {
  id: ImportId;
  mapping: ColumnMapping[];
  mergeKey: number | null;
}): Promise<Plan> {
  const turn = last.then(() => rpc.importing.plan.mutate(input));
  last = turn.catch(() => undefined);
  return turn;
}
