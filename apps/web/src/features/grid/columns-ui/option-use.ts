import type { SheetView } from '@crm/grid/sync';
import type { Column, ColumnOptions, InvestorId, Op } from '@crm/shared';

/** How many live investors have each choice of a select column. */
export function choiceUse(view: SheetView, column: Column): ReadonlyMap<string, number> {
  const use = new Map<string, number>();
  for (const { ids } of holders(view, column)) for (const id of ids) use.set(id, (use.get(id) ?? 0) + 1);
  return use;
}

/**
 * Changes the options of a column as one step. A choice that is taken away is taken out of the cells that hold it, so that
 * no cell keeps a choice that nobody can see.
 */
export function optionOps(view: SheetView, column: Column, options: ColumnOptions): Op[] {
  const kept = new Set((options.choices ?? []).map((choice) => choice.id as string));
  const gone = new Set(
    (column.options.choices ?? []).flatMap((choice) => (kept.has(choice.id) ? [] : [choice.id as string])),
  );
  const ops: Op[] = [];
  if (gone.size > 0) {
    for (const { row, slot, ids } of holders(view, column)) {
      const lost = ids.filter((id) => gone.has(id));
      if (column.type === 'multiSelect')
        ops.push(...lost.map((item): Op => ({ t: 'set.remove', row, col: column.id, item })));
      else if (lost.length > 0)
        ops.push({ t: 'cell.set', row, col: column.id, value: null, ifVer: view.version(slot, column.id) });
    }
  }
  return [...ops, { t: 'col.set', col: column.id, patch: { options } }];
}

function* holders(
  view: SheetView,
  column: Column,
): Generator<{ row: InvestorId; slot: number; ids: readonly string[] }> {
  if (column.type !== 'singleSelect' && column.type !== 'multiSelect') return;
  for (let slot = 0; slot < view.slotCount; slot += 1) {
    if (!view.isLive(slot)) continue;
    const value = view.value(slot, column.id);
    const ids = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    if (ids.length > 0) yield { row: view.rowAt(slot).id, slot, ids };
  }
}
