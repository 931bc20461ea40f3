import { memo, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { BenchCell, BenchColumn } from '../../lib/data.ts';
import type { Peer } from './peer.ts';

const features = tableFeatures({});
const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

const Cell = memo(function Cell(props: { value: BenchCell; type: string; left: number; width: number }) {
  const text = props.type === 'currency' ? money.format(Number(props.value) / 100) : String(props.value);
  return (
    <div
      style={{
        position: 'absolute',
        left: props.left,
        width: props.width,
        height: 32,
        lineHeight: '32px',
        padding: '0 8px',
        boxSizing: 'border-box',
        overflow: 'hidden',
        whiteSpace: 'nowrap',
        textOverflow: 'ellipsis',
        borderRight: '1px solid #ddd',
        borderBottom: '1px solid #ddd',
      }}
    >
      {props.type === 'select' ? (
        <span style={{ background: '#def', borderRadius: 8, padding: '2px 8px' }}>{text}</span>
      ) : (
        text
      )}
    </div>
  );
});

function Plain(props: { columns: readonly BenchColumn[]; rows: BenchCell[][] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [data] = useState(props.rows);
  const definitions = useMemo(
    () =>
      props.columns.map((c, i): ColumnDef<typeof features, BenchCell[]> => ({
        id: String(i),
        header: c.name,
        accessorFn: (row) => row[i],
      })),
    [props.columns],
  );
  const table = useTable({ features, columns: definitions, data });
  const rows = table.getRowModel().rows;
  const vertical = useVirtualizer({
    count: rows.length,
    estimateSize: () => 32,
    overscan: 8,
    getScrollElement: () => scroller.current,
  });
  const horizontal = useVirtualizer({
    horizontal: true,
    count: props.columns.length,
    estimateSize: (i) => (props.columns[i]?.type === 'notes' ? 260 : 140),
    overscan: 2,
    getScrollElement: () => scroller.current,
  });
  return (
    <div ref={scroller} style={{ height: '100%', overflow: 'auto' }}>
      <div
        style={{ height: vertical.getTotalSize(), width: horizontal.getTotalSize(), position: 'relative' }}
      >
        {vertical.getVirtualItems().map((v) => (
          <div
            key={v.key}
            style={{ position: 'absolute', top: 0, left: 0, transform: `translateY(${v.start}px)` }}
          >
            {horizontal.getVirtualItems().map((h) => (
              <Cell
                key={h.key}
                value={rows[v.index]?.original[h.index] ?? ''}
                type={props.columns[h.index]?.type ?? 'text'}
                left={h.start}
                width={h.size}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

export const peer: Peer = {
  mount(root, columns, rows) {
    createRoot(root).render(<Plain columns={columns} rows={rows} />);
    return new Promise((resolve) => setTimeout(resolve, 500));
  },
};
