import { createRoot } from 'react-dom/client';
import { AllCommunityModule, ModuleRegistry, type ColDef, type GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import type { BenchCell } from '../../lib/data.ts';
import { CHOICES } from '../../lib/data.ts';
import type { Peer } from './peer.ts';

ModuleRegistry.registerModules([AllCommunityModule]);
const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
let api: GridApi<BenchCell[]> | null = null;

export const peer: Peer = {
  mount(root, columns, rows) {
    const definitions: ColDef<BenchCell[]>[] = columns.map((column, i) => ({
      headerName: column.name,
      colId: String(i),
      width: column.type === 'notes' ? 260 : 140,
      pinned: i === 0 ? 'left' : null,
      editable: column.type === 'text',
      filter: column.type === 'currency' ? 'agNumberColumnFilter' : 'agTextColumnFilter',
      valueGetter: (p) => p.data?.[i],
      valueSetter: (p) => {
        p.data[i] = String(p.newValue);
        return true;
      },
      ...(column.type === 'currency'
        ? { valueFormatter: (p: { value: unknown }) => money.format(Number(p.value) / 100) }
        : {}),
      ...(column.type === 'select'
        ? {
            cellRenderer: (p: { value: unknown }) => (
              <span style={{ background: '#def', borderRadius: 8, padding: '2px 8px' }}>
                {String(p.value)}
              </span>
            ),
          }
        : {}),
    }));
    return new Promise((resolve) => {
      createRoot(root).render(
        <div style={{ height: '100%' }}>
          <AgGridReact<BenchCell[]>
            rowData={rows}
            columnDefs={definitions}
            rowHeight={32}
            onGridReady={(event) => {
              api = event.api;
            }}
            onFirstDataRendered={() => resolve()}
          />
        </div>,
      );
    });
  },
  sortAndFilter() {
    api?.setFilterModel({ '3': { filterType: 'text', type: 'equals', filter: CHOICES[2] } });
    api?.applyColumnState({
      state: [
        { colId: '1', sort: 'desc', sortIndex: 0 },
        { colId: '0', sort: 'asc', sortIndex: 1 },
      ],
      defaultState: { sort: null },
    });
  },
  reset() {
    api?.setFilterModel(null);
    api?.applyColumnState({ defaultState: { sort: null } });
  },
};
