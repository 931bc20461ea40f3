import { kindOf } from '@crm/grid/columns';
import { ColumnId, FundId, newId } from '@crm/shared';
import type { Column, ColumnOptions, ColumnType, ViewConfig } from '@crm/shared';
import { toast } from '../../../ui/toasts.ts';
import { columnPosition } from '../commands/positions.ts';
import { undo } from '../commands/undo.ts';
import type { GridModel } from '../model/grid-model.ts';

const MOST = 200;

/** Why a column may not be called so, or null. Two columns of one name could not be told apart in an import. */
export function nameProblem(
  name: string,
  columns: readonly Column[],
  self: ColumnId | null = null,
): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'Give the column a name.';
  if (wanted.length > MOST) return `A name has at most ${MOST} characters.`;
  const same = columns.find(
    (column) => column.id !== self && column.name.toLowerCase() === wanted.toLowerCase(),
  );
  return same ? `There is a column “${same.name}” already.` : null;
}

/** The view's own order with a new column behind `after`; a view that follows the sheet goes on doing so. */
export function orderWith(config: ViewConfig, id: ColumnId, after: ColumnId | null): ViewConfig {
  const at = after === null ? -1 : config.order.indexOf(after);
  return at < 0 ? config : { ...config, order: config.order.toSpliced(at + 1, 0, id) };
}

/** Adds a column behind `after`, or at the end, as one step. */
export function addColumn(
  model: GridModel,
  spec: { name: string; type: ColumnType; options: ColumnOptions; after: ColumnId | null },
): ColumnId {
  const id = newId(ColumnId);
  const name = spec.name.trim();
  const column: Column = {
    id,
    name,
    type: spec.type,
    options: { ...kindOf(spec.type).defaultOptions(), ...spec.options },
    position: columnPosition(model.view.columns(), spec.after),
    key: null,
    deletedAt: null,
    ver: 0,
  };
  const before = model.config.get();
  const config = orderWith(before, id, spec.after);
  if (config !== before) model.configure(config);
  model.session.commit([{ t: 'col.add', column }], `Add the column ${name}`);
  toast({ title: `Added the column ${name}`, undo: () => undo(model) });
  return id;
}

/** Adds a fund as a column of commitments. */
export function addFund(
  model: GridModel,
  spec: { name: string; currency: string; after: ColumnId | null },
): ColumnId {
  const options: ColumnOptions = { currency: spec.currency, fundId: newId(FundId) };
  return addColumn(model, { name: spec.name, type: 'commitment', options, after: spec.after });
}

/** Why the type of a column cannot be changed, as a sentence, or null. */
export function typeLimit(column: Column): string | null {
  if (column.key !== null) return `“${column.name}” is a built-in field and keeps its type.`;
  return column.type === 'commitment' ? 'A fund’s column keeps its type; add another column instead.' : null;
}
