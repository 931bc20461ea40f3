import type { GridModel } from '../model/grid-model.ts';
import type { Find } from '../model/screens.ts';

const MOST = 10_000;

/** Every cell of the view, row by row, whose text holds `text`, without regard to case. */
export function findCells(model: GridModel, text: string): Find['hits'] {
  const needle = text.trim().toLocaleLowerCase();
  const hits: { slot: number; col: Find['hits'][number]['col'] }[] = [];
  if (needle === '') return hits;
  const { boxes } = model.layout.get();
  for (const slot of model.rows.rows) {
    for (const box of boxes) {
      if (model.value(slot, box.column.id) === null) continue;
      if (!model.text(slot, box).toLocaleLowerCase().includes(needle)) continue;
      hits.push({ slot, col: box.column.id });
      if (hits.length >= MOST) return hits;
    }
  }
  return hits;
}

/** Goes to hit number `at`, counted round. */
export function goToHit(model: GridModel, hits: Find['hits'], at: number): void {
  const find = model.find.get();
  if (!find) return;
  const next = hits.length === 0 ? 0 : (at + hits.length) % hits.length;
  model.find.set({ ...find, hits, at: next });
  const hit = hits[next];
  if (!hit) return;
  const row = model.rows.indexOf(hit.slot);
  const col = model.layout.get().indexOf.get(hit.col);
  if (row < 0 || col === undefined) return;
  const spot = { row, col };
  model.select({ active: spot, anchor: spot, head: spot, reach: 'cells' });
}
