import type { GridModel } from '../model/grid-model.ts';
import type { Terrain } from '../selection/move.ts';

/** What moving about needs to know of this sheet. */
export function terrain(model: GridModel): Terrain {
  const page = model.surface?.page() ?? { rows: 20, cols: 5 };
  const { boxes } = model.layout.get();
  return {
    ...model.extent(),
    pageRows: page.rows,
    pageCols: page.cols,
    isEmpty: ({ row, col }) => {
      const box = boxes[col];
      const value = box ? model.value(model.slotAt(row), box.column.id) : null;
      return value === null || value === '' || (Array.isArray(value) && value.length === 0);
    },
  };
}
