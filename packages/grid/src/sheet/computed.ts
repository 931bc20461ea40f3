import { COMPUTED_TYPES } from '@crm/shared';
import type { CellValue, Column, ColumnType } from '@crm/shared';
import type { RowMeta } from './types.ts';

/** Whether nobody writes cells of this type. */
export function isComputed(type: ColumnType): boolean {
  return COMPUTED_TYPES.has(type);
}

/** The value of a computed column, read from the row itself; null for the other types. */
export function computedValue(type: ColumnType, row: RowMeta): CellValue {
  switch (type) {
    case 'createdTime':
      return row.createdAt;
    case 'createdBy':
      return row.createdBy;
    case 'modifiedTime':
      return row.updatedAt;
    case 'modifiedBy':
      return row.updatedBy;
    case 'autonumber':
      return row.number;
    default:
      return null;
  }
}

/** The columns that show a row's last change: an edit of any cell changes them too. */
export function modifiedColumns(columns: readonly Column[]): readonly Column['id'][] {
  return columns
    .filter((column) => column.type === 'modifiedTime' || column.type === 'modifiedBy')
    .map((column) => column.id);
}
