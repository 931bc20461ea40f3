import { kindOf } from '@crm/grid/columns';
import type { ColumnKind } from '@crm/grid/columns';
import type { CellValue, Column, InvestorId, Op } from '@crm/shared';
import type { GridModel } from '../../model/grid-model.ts';
import { useGrid } from '../../model/use-model.ts';
import { writeField } from './write-field.ts';

/** What every field is given. */
export interface FieldProps {
  readonly row: InvestorId;
  readonly column: Column;
  /** Of the control, so that the label beside it names it. */
  readonly id: string;
  /** Of the sentence under the control, when there is one. */
  readonly describedBy: string | undefined;
  /** Tells the line around the field what is wrong with what was typed; null when nothing is. */
  readonly complain: (problem: string | null) => void;
  /** Somebody else is in the cell: it can be read only. */
  readonly locked: boolean;
}

/** One cell as its field sees it. */
export interface Cell {
  readonly model: GridModel;
  readonly kind: ColumnKind;
  readonly value: CellValue;
  /** The version to guard a write with. */
  readonly version: number;
  /** As the grid shows it. */
  readonly shown: string;
  /** As it is typed. */
  readonly text: string;
  write(value: CellValue, before?: readonly Op[]): void;
  /** Tells the others that this person is in the cell, or has left it. */
  enter(): void;
  leave(): void;
}

/** The cell of a field, as it stands at this render. */
export function useCell({ row, column }: Pick<FieldProps, 'row' | 'column'>): Cell {
  const model = useGrid();
  const slot = model.view.slotOf(row) ?? -1;
  const kind = kindOf(column.type);
  const value = model.value(slot, column.id);
  const version = slot < 0 ? 0 : model.view.version(slot, column.id);
  const ctx = model.context();
  return {
    model,
    kind,
    value,
    version,
    shown: value === null ? '' : kind.format(value, column.options, ctx),
    text: value === null ? '' : kind.toText(value, column.options, ctx),
    write: (to, before = []) => writeField(model, { row, column, value: to, ifVer: version, before }),
    enter: () => void model.session.announce({ row, col: column.id }, true),
    leave: () => void model.session.announce({ row, col: column.id }, false),
  };
}
