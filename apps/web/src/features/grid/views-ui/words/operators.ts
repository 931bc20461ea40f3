import type { ColumnType, FilterOperator } from '@crm/shared';

/** What a condition's value is made with. */
export type ValueShape = 'none' | 'text' | 'number' | 'day' | 'span' | 'one' | 'many' | 'check';

const DATES: ReadonlySet<ColumnType> = new Set(['date', 'dateTime', 'createdTime', 'modifiedTime']);
const NUMBERS: ReadonlySet<ColumnType> = new Set([
  'number',
  'currency',
  'percent',
  'rating',
  'commitment',
  'autonumber',
]);

export const isDateType = (type: ColumnType): boolean => DATES.has(type);
export const isNumberType = (type: ColumnType): boolean => NUMBERS.has(type);

/** What the value of a condition on a column of this type is made with. */
export function valueShape(type: ColumnType, op: FilterOperator): ValueShape {
  if (op === 'isEmpty' || op === 'isNotEmpty') return 'none';
  if (type === 'checkbox') return 'check';
  if (isNumberType(type)) return 'number';
  if (isDateType(type)) return op === 'isWithin' ? 'span' : 'day';
  switch (type) {
    case 'singleSelect':
    case 'person':
    case 'createdBy':
    case 'modifiedBy':
      return op === 'isAnyOf' || op === 'isNoneOf' ? 'many' : 'one';
    case 'multiSelect':
      return 'many';
    case 'contacts':
      return op === 'contains' || op === 'doesNotContain' ? 'text' : 'many';
    default:
      return 'text';
  }
}

const WORDS: Record<FilterOperator, string> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  doesNotContain: 'does not contain',
  lt: 'is less than',
  gt: 'is more than',
  lte: 'is at most',
  gte: 'is at least',
  isAnyOf: 'is any of',
  isNoneOf: 'is none of',
  hasAnyOf: 'has any of',
  hasAllOf: 'has all of',
  hasNoneOf: 'has none of',
  isWithin: 'is within',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
};
const DATE_WORDS: Partial<Record<FilterOperator, string>> = {
  lt: 'is before',
  gt: 'is after',
  lte: 'is on or before',
  gte: 'is on or after',
};

/** The operator in words, as they read between a column of this type and a value. */
export function operatorWords(type: ColumnType, op: FilterOperator): string {
  if (isDateType(type)) return DATE_WORDS[op] ?? WORDS[op];
  if (op === 'is' && (type === 'multiSelect' || type === 'contacts')) return 'is exactly';
  return WORDS[op];
}
