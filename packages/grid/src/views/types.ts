import type { SheetView } from '../sync/types.ts';

/** The part of a sheet that filters, orders and sums read. */
export type RowSource = Pick<
  SheetView,
  'slotCount' | 'isLive' | 'rowAt' | 'value' | 'column' | 'isColumnLoaded'
>;

/** What became of the rows shown. */
export interface RowDelta {
  /** Nothing said below is complete: look at everything anew. */
  readonly rebuilt: boolean;
  /** Some row stands elsewhere, came or went. */
  readonly moved: boolean;
  readonly entered: readonly number[];
  readonly left: readonly number[];
}
