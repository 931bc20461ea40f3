import { generateNKeysBetween } from 'fractional-indexing';
import type { SheetView } from '@crm/grid/sync';
import type { Column, ColumnId } from '@crm/shared';

/** Positions for `count` new rows right behind the row of `slot` in the sheet's own order, or at its end. */
export function positionsAfter(view: SheetView, slot: number | null, count: number): string[] {
  let below: string | null = null;
  let above: string | null = slot === null ? null : view.rowAt(slot).position;
  for (let other = 0; other < view.slotCount; other += 1) {
    if (!view.isLive(other)) continue;
    const { position } = view.rowAt(other);
    if (slot === null) {
      if (above === null || position > above) above = position;
    } else if (above !== null && position > above && (below === null || position < below)) below = position;
  }
  return generateNKeysBetween(above, below, count);
}

/** Positions right before the row of `slot`. */
export function positionsBefore(view: SheetView, slot: number, count: number): string[] {
  const below = view.rowAt(slot).position;
  let above: string | null = null;
  for (let other = 0; other < view.slotCount; other += 1) {
    if (!view.isLive(other)) continue;
    const { position } = view.rowAt(other);
    if (position < below && (above === null || position > above)) above = position;
  }
  return generateNKeysBetween(above, below, count);
}

/** A position for a column behind `after`, or at the end. */
export function columnPosition(columns: readonly Column[], after: ColumnId | null): string {
  const at = after === null ? columns.length - 1 : columns.findIndex((column) => column.id === after);
  const above = columns[at]?.position ?? null;
  const below = columns[at + 1]?.position ?? null;
  return generateNKeysBetween(above, below !== above ? below : null, 1)[0] ?? 'a0';
}
