import { useEffect, useState } from 'react';
import type { GridModel } from '../model/grid-model.ts';
import { recordInAddress } from './record-link.ts';

/** Opens the record that the address asks for (`/grid?record=<id>`), once, when the page opens. */
export function useRecordAddress(model: GridModel): void {
  const [row] = useState(() => recordInAddress(window.location.search));
  useEffect(() => {
    if (row === null) return;
    model.goTo(row, null);
    model.panel.set({ kind: 'record', row });
  }, [model, row]);
}
