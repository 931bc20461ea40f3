import type { Op } from '@crm/shared';
import { toast } from '../../../ui/toasts.ts';
import { undo } from '../commands/undo.ts';
import type { GridModel } from '../model/grid-model.ts';

/**
 * Commits one step and offers to undo it. While it is the latest step, *Undo* is the grid's own; after other steps only
 * this one is taken back, by `inverse`.
 */
export function undoable(
  model: GridModel,
  step: { ops: readonly Op[]; inverse: readonly Op[]; label: string; done: string },
): void {
  const { session } = model;
  session.commit(step.ops, step.label);
  toast({
    title: step.done,
    undo: () => {
      if (session.undoLabel === step.label) undo(model);
      else session.commit(step.inverse, `Undo: ${step.label}`);
    },
  });
}
