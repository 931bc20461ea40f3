import { announce } from '../../../ui/announce.ts';
import { toast, toasts } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';
import type { Editing } from '../model/screens.ts';
import { tab, move } from '../selection/move.ts';
import { editorOf } from './lease.ts';
import { terrain } from './terrain.ts';
import { toggle } from './cells.ts';

/** Opens the editor of the active cell, unless the column is computed or someone else is in it. */
export function openEditor(model: GridModel, start: Editing['start'], wide = false): void {
  const active = model.activeIds();
  const box = active && model.layout.get().boxes[model.selection.get()?.active.col ?? -1];
  if (!active || !box) return;
  if (box.kind.editor === 'none') {
    announce(`${box.column.name} is filled in by the program`);
    return;
  }
  if (box.kind.editor === 'toggle') {
    toggle(model);
    return;
  }
  if (!model.view.isColumnLoaded(active.col)) {
    announce('This column is still loading');
    return;
  }
  if (!model.session.announce({ row: active.row, col: active.col }, true)) {
    refuse(editorOf(model, active) ?? 'Someone else');
    return;
  }
  const selection = model.selection.get();
  if (selection) model.surface?.scrollTo(selection.active);
  model.typeAhead.begin();
  model.editing.set({ row: active.row, col: active.col, start, wide });
}

let refused = 0;

/** Says who is in the way: once, however many keys are pressed while it can be read. */
function refuse(name: string): void {
  const title = `${name} is editing this cell`;
  if (toasts().some((item) => item.id === refused && item.title === title)) return;
  refused = toast({ title, detail: 'You can edit it when they leave it. Nothing was changed.' });
}

export type Leave = 'stay' | 'down' | 'up' | 'next' | 'previous';

/** Closes the editor, keeps the focus in the grid, and goes on to the next cell. */
export function closeEditor(model: GridModel, leave: Leave): void {
  model.editing.set(null);
  model.typeAhead.take();
  model.focus();
  const selection = model.selection.get();
  if (!selection || leave === 'stay') return;
  if (leave === 'next' || leave === 'previous') {
    model.select(tab(selection, leave === 'previous', terrain(model)));
    return;
  }
  model.select(move(selection, { direction: leave, extend: false, far: 'no' }, terrain(model)));
}
