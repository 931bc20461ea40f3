import { createRoot } from 'react-dom/client';
import { DataEditor, GridCellKind, type GridCell, type GridColumn } from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import type { Peer } from './peer.ts';

const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

export const peer: Peer = {
  mount(root, columns, rows) {
    const gridColumns: GridColumn[] = columns.map((c) => ({
      title: c.name,
      width: c.type === 'notes' ? 260 : 140,
    }));
    const getCellContent = ([col, row]: readonly [number, number]): GridCell => {
      const value = rows[row]?.[col] ?? '';
      const type = columns[col]?.type;
      if (type === 'select') {
        return { kind: GridCellKind.Bubble, data: [String(value)], allowOverlay: false };
      }
      if (type === 'currency') {
        const number = Number(value);
        return {
          kind: GridCellKind.Number,
          data: number,
          displayData: money.format(number / 100),
          allowOverlay: true,
        };
      }
      return { kind: GridCellKind.Text, data: String(value), displayData: String(value), allowOverlay: true };
    };
    createRoot(root).render(
      <DataEditor
        columns={gridColumns}
        rows={rows.length}
        getCellContent={getCellContent}
        rowHeight={32}
        freezeColumns={1}
        width="100%"
        height="100%"
        smoothScrollX
        smoothScrollY
      />,
    );
    return new Promise((resolve) => setTimeout(resolve, 500));
  },
};
