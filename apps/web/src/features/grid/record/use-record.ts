import type { SheetChange } from '@crm/grid/sync';
import type { InvestorId } from '@crm/shared';
import { useMemo, useSyncExternalStore } from 'react';
import type { GridModel } from '../model/grid-model.ts';

/** Whether a change of the sheet shows in the record of a row. */
export function concerns(change: SheetChange, row: InvestorId, slot: number | undefined): boolean {
  if (change.cells === null || change.columns || change.contacts) return true;
  if (change.communications.includes(row)) return true;
  if (slot === undefined) return change.rows.length > 0;
  return change.rows.includes(slot) || change.cells.some((cell) => cell.slot === slot);
}

/**
 * Renders again when the record of `row` does: its cells, contacts, communications, marks, and who is in it. Other rows
 * may change as often as they like. Returns a number that is new each time.
 */
export function useRecord(model: GridModel, row: InvestorId): number {
  const store = useMemo(() => {
    let version = 0;
    return {
      get: () => version,
      subscribe(listener: () => void) {
        const tell = () => {
          version += 1;
          listener();
        };
        let ctx = model.context();
        const { session } = model;
        const stops = [
          session.onChange((change) => {
            if (concerns(change, row, model.view.slotOf(row))) tell();
          }),
          session.onStatus(tell),
          session.onPresence(tell),
          model.version.subscribe(() => {
            if (ctx === model.context()) return;
            ctx = model.context();
            tell();
          }),
        ];
        return () => stops.forEach((stop) => stop());
      },
    };
  }, [model, row]);
  return useSyncExternalStore(store.subscribe, store.get);
}
