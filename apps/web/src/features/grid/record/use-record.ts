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

/** Counts what happens to one record. */
class RecordFeed {
  private version = 0;
  private readonly model: GridModel;
  private readonly row: InvestorId;

  constructor(model: GridModel, row: InvestorId) {
    this.model = model;
    this.row = row;
  }

  readonly get = (): number => this.version;

  readonly subscribe = (listener: () => void): (() => void) => {
    const { model, row } = this;
    const tell = () => {
      this.version += 1;
      listener();
    };
    let ctx = model.context();
    const stops = [
      model.session.onChange((change) => {
        if (concerns(change, row, model.view.slotOf(row))) tell();
      }),
      model.session.onStatus(tell),
      model.session.onPresence(tell),
      model.version.subscribe(() => {
        // The people that cells name have come, or one of them has another name.
        if (ctx === model.context()) return;
        ctx = model.context();
        tell();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  };
}

/**
 * Renders again when the record of `row` does: its cells, contacts, communications, marks, and who is in it. Other rows
 * may change as often as they like. Returns a number that is new each time.
 */
export function useRecord(model: GridModel, row: InvestorId): number {
  const feed = useMemo(() => new RecordFeed(model, row), [model, row]);
  return useSyncExternalStore(feed.subscribe, feed.get);
}
