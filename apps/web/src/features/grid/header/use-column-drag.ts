import type { DragEvent } from 'react';
import { useState } from 'react';
import { useGrid } from '../model/use-model.ts';

const TYPE = 'application/x-crm-column';

/** Handlers that move a column, in this view, to where its header is dropped. */
export function useColumnDrag(index: number) {
  const model = useGrid();
  const [over, setOver] = useState(false);
  return {
    draggable: true,
    'data-over': over || undefined,
    onDragStart(event: DragEvent<HTMLElement>) {
      event.dataTransfer.setData(TYPE, String(index));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!event.dataTransfer.types.includes(TYPE)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent<HTMLElement>) {
      setOver(false);
      const from = Number(event.dataTransfer.getData(TYPE));
      const ids = model.layout.get().boxes.map((box) => box.column.id);
      const moving = ids[from];
      if (!moving || from === index) return;
      event.preventDefault();
      const order = ids.filter((id) => id !== moving);
      order.splice(index, 0, moving);
      const config = model.config.get();
      model.configure({ ...config, order: [...order, ...config.hidden.filter((id) => !order.includes(id))] });
    },
  };
}
