import type { CellValue, Column, ColumnId, ColumnOptions, InvestorId, RefusalReason } from '@crm/shared';

/** A cell whose newer value the author of an op had not seen; who wrote it and when is added by whoever knows. */
export interface SeenConflict {
  readonly row: InvestorId;
  readonly col: ColumnId;
  readonly theirs: CellValue;
  readonly ver: number;
}

/** What checking one op says (protocol §4). */
export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'conflict'; readonly conflicts: readonly SeenConflict[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string };

/** What ops need to know of column types. Both halves are given the same. */
export interface Types {
  /** A sentence saying why `value` may not stand in `column`, or null. */
  validate(column: Pick<Column, 'type' | 'options'>, value: CellValue): string | null;
  /** What giving a column another type makes of its cells: the options, grown by what the cells need, and each new value. */
  retype<Row>(
    cells: Iterable<readonly [Row, CellValue]>,
    from: Pick<Column, 'type' | 'options'>,
    to: Pick<Column, 'type' | 'options'>,
  ): { readonly options: ColumnOptions; readonly values: ReadonlyMap<Row, CellValue> };
}
