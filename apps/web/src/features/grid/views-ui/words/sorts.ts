import type { ColumnType, SortKey } from '@crm/shared';
import { isDateType, isNumberType } from './operators.ts';

/** A direction in words that say what comes first in a column of this type. */
export function directionWords(type: ColumnType, dir: SortKey['dir']): string {
  const [asc, desc] = pair(type);
  return dir === 'asc' ? asc : desc;
}

function pair(type: ColumnType): readonly [string, string] {
  if (isDateType(type)) return ['Oldest first', 'Newest first'];
  if (isNumberType(type)) return ['1 → 9', '9 → 1'];
  if (type === 'singleSelect' || type === 'multiSelect') return ['First option first', 'Last option first'];
  if (type === 'checkbox') return ['Unchecked first', 'Checked first'];
  return ['A → Z', 'Z → A'];
}
