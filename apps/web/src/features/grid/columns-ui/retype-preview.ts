import { planRetype } from '@crm/grid/columns';
import type { ColumnContext, RetypePlan } from '@crm/grid/columns';
import type { SheetView } from '@crm/grid/sync';
import type { CellValue, Column, ColumnOptions, ColumnType, InvestorId } from '@crm/shared';
import { COMPUTED_TYPES } from '@crm/shared';

/** What a change of type would do, worked out on this device; archived investors are counted too, as the change is. */
export function previewRetype(
  view: SheetView,
  column: Column,
  to: { readonly type: ColumnType; readonly options: ColumnOptions },
  ctx: ColumnContext,
): RetypePlan<InvestorId> {
  const cells: (readonly [InvestorId, CellValue])[] = [];
  for (let slot = 0; slot < view.slotCount; slot += 1) {
    const value = view.value(slot, column.id);
    if (value !== null) cells.push([view.rowAt(slot).id, value]);
  }
  if (COMPUTED_TYPES.has(to.type)) {
    // What the program fills in itself takes the place of every value.
    const samples = cells.slice(0, 20).map(([row, value]) => ({ row, before: textOf(value), after: null }));
    return {
      options: to.options,
      values: new Map(cells.map(([row]) => [row, null])),
      kept: 0,
      changed: 0,
      lost: cells.length,
      samples,
    };
  }
  return planRetype(cells, column, to, ctx);
}

const textOf = (value: CellValue) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The counts as a sentence. */
export function previewWords({
  kept,
  changed,
  lost,
}: {
  kept: number;
  changed: number;
  lost: number;
}): string {
  if (kept + changed + lost === 0) return 'The column is empty: nothing is changed.';
  const total = kept + changed + lost;
  const part = (count: number, words: string) =>
    count === 0 ? [] : [`${count === total ? 'all' : count.toLocaleString()} ${words}`];
  const parts = [
    ...part(kept, 'stay as they are'),
    ...part(changed, 'read differently'),
    ...part(lost, 'are lost'),
  ];
  return `Of ${total.toLocaleString()} ${total === 1 ? 'value' : 'values'} ${parts.join(', ')}.`;
}
