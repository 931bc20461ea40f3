import type { SheetView } from '@crm/grid/sync';
import type { Column, ColumnOptions, ColumnType, Op } from '@crm/shared';
import { tidyChoices } from './choices.ts';
import { optionOps } from './option-use.ts';

/** A column as a person wants it. */
export interface ColumnEdit {
  readonly name: string;
  readonly type: ColumnType;
  readonly options: ColumnOptions;
}

/** The ops that make a column what is wanted; none when it is that already. */
export function editOps(view: SheetView, column: Column, wanted: ColumnEdit): Op[] {
  const name = wanted.name.trim();
  const { choices } = wanted.options;
  const options = choices ? { ...wanted.options, choices: tidyChoices(choices) } : wanted.options;
  const ops: Op[] = name === column.name ? [] : [{ t: 'col.set', col: column.id, patch: { name } }];
  if (wanted.type !== column.type) ops.push({ t: 'col.retype', col: column.id, type: wanted.type, options });
  else if (JSON.stringify(options) !== JSON.stringify(column.options))
    ops.push(...optionOps(view, column, options));
  return ops;
}

/** How many values go with the choices that were taken away. */
export function lostByOptions(
  column: Column,
  options: ColumnOptions,
  use: ReadonlyMap<string, number>,
): number {
  const kept = new Set((options.choices ?? []).map((choice) => choice.id));
  return (column.options.choices ?? []).reduce(
    (sum, choice) => (kept.has(choice.id) ? sum : sum + (use.get(choice.id) ?? 0)),
    0,
  );
}
