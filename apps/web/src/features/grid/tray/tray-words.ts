import { kindOf } from '@crm/grid/columns';
import type { TrayItem } from '@crm/grid/sync';
import type { CellValue, ColumnId, RefusalReason } from '@crm/shared';
import type { GridModel } from '../model/grid-model.ts';

const REASONS: Record<RefusalReason, string> = {
  row_deleted: 'The investor was archived meanwhile.',
  column_deleted: 'The column was deleted meanwhile.',
  unknown_row: 'The investor is not in the sheet.',
  unknown_column: 'The column is not in the sheet.',
  exists_already: 'It exists already.',
  invalid_value: 'The column does not take this value.',
  read_only: 'The column is filled in by the program.',
  not_found: 'What it refers to is not there.',
  forbidden: 'You may not do this.',
  too_large: 'It is too large.',
};

/** Why an edit waits here, in a sentence. */
export function whyOf({ kind, result }: TrayItem): string {
  if (kind === 'review')
    return 'The sheet was replaced before this edit was sent. Nothing of it was applied.';
  if (result?.status === 'rejected') return REASONS[result.reason];
  return 'Someone changed the same cell first.';
}

/** Whether restoring a row or a column would let the edit land. */
export function canRestore({ result }: TrayItem): boolean {
  return (
    result?.status === 'rejected' && (result.reason === 'row_deleted' || result.reason === 'column_deleted')
  );
}

/** A value as its column writes it; an empty one in a word. */
export function valueWords(model: GridModel, col: ColumnId, value: CellValue): string {
  const column = model.view.column(col);
  if (value === null) return 'empty';
  return column ? kindOf(column.type).toText(value, column.options, model.context()) : JSON.stringify(value);
}

/** The cells an entry is about: what this person wrote, what stands there, who wrote it and when. */
export function cellsOf(model: GridModel, item: TrayItem) {
  const conflicts = item.result?.status === 'conflict' ? item.result.conflicts : [];
  return item.ops.flatMap((op, i) => {
    if (op.t !== 'cell.set') return [];
    const theirs = conflicts.find((conflict) => conflict.op === i);
    if (conflicts.length > 0 && !theirs) return [];
    const slot = model.view.slotOf(op.row);
    const name = model.view.columns().find((column) => column.key === 'name');
    return [
      {
        row: op.row,
        col: op.col,
        investor: (slot !== undefined && name && model.text(slot, { column: name })) || 'An investor',
        column: model.view.column(op.col)?.name ?? 'A column',
        mine: valueWords(model, op.col, op.value),
        theirs: theirs ? valueWords(model, op.col, theirs.theirs) : null,
        by: theirs ? ((theirs.by && model.context().person(theirs.by)?.name) ?? 'The program') : null,
        at: theirs?.at ?? null,
      },
    ];
  });
}
