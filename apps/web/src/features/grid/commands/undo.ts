import { announce } from '../../../ui/announce.ts';
import { toast } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';

/** A step's label as it stands within a sentence. */
export const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** Takes this person's last step back and says which it was. */
export function undo(model: GridModel): void {
  const label = model.session.undo();
  if (label === null) announce('Nothing to undo');
  else toast({ title: `Undid: ${lower(label)}` });
}

export function redo(model: GridModel): void {
  const label = model.session.redo();
  if (label === null) announce('Nothing to redo');
  else toast({ title: `Redid: ${lower(label)}` });
}
