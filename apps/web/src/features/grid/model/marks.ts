import { contains, isOneCell, rectOf } from '../selection/selection.ts';
import type { Rect } from '../selection/selection.ts';
import { personHue } from '../surface/chips.ts';
import type { Mark } from '../surface/overlay.ts';
import type { GridModel } from './grid-model.ts';

const cell = (row: number, col: number): Rect => ({ top: row, bottom: row + 1, left: col, right: col + 1 });

/** Everything drawn over the cells just now: selection, others' cursors, hits, copied cells, drop places. */
export function marksOf(model: GridModel): { marks: Mark[]; selected: Rect | null } {
  const marks: Mark[] = [];
  const { indexOf, boxes } = model.layout.get();
  const place = (slot: number | undefined, col: Parameters<typeof indexOf.get>[0]) => {
    const row = slot === undefined ? -1 : model.rows.indexOf(slot);
    const index = indexOf.get(col);
    return row < 0 || index === undefined ? null : cell(row, index);
  };
  const find = model.find.get();
  const hit = find?.hits[find.at];
  const found = hit && place(hit.slot, hit.col);
  if (found) marks.push({ rect: found, kind: 'found' });
  const selection = model.selection.get();
  for (const { userId, cell: at, editing } of model.session.presence()) {
    const rect = at && place(model.view.slotOf(at.row), at.col);
    if (!rect) continue;
    const name = model.context().person(userId)?.name ?? 'Someone';
    const label = editing ? `${name} is editing` : name;
    const near = selection !== null && contains(rect, selection.active);
    marks.push({ rect, kind: editing ? 'locked' : 'other', hue: personHue(userId), label, near });
  }
  const copied = model.copied.get();
  if (copied) marks.push({ rect: copied, kind: 'copied' });
  const dropping = model.dropping.get();
  if (dropping !== null) marks.push({ rect: { ...cell(dropping, 0), right: boxes.length }, kind: 'drop' });
  const filling = model.filling.get();
  if (filling) marks.push({ rect: filling, kind: 'fill' });
  if (!selection) return { marks, selected: null };
  const selected = rectOf(selection, model.extent());
  if (!isOneCell(selected)) marks.push({ rect: selected, kind: 'range' });
  marks.push({ rect: cell(selection.active.row, selection.active.col), kind: 'active' });
  if (!model.editing.get())
    marks.push({ rect: cell(selected.bottom - 1, selected.right - 1), kind: 'handle' });
  return { marks, selected };
}
