import type { GridModel } from '../model/grid-model.ts';

/** Opens the find bar, or leaves the open one as it is. */
export function openFind(model: GridModel): void {
  model.find.set(model.find.get() ?? { text: '', hits: [], at: 0 });
}
