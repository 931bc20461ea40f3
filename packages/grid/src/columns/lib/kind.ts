import type { CellValue, FilterOperator, SummaryFn } from '@crm/shared';
import type { ColumnKind } from '../types.ts';

export const TEXT_OPERATORS: readonly FilterOperator[] = [
  'contains',
  'doesNotContain',
  'is',
  'isNot',
  'isEmpty',
  'isNotEmpty',
];
export const NUMBER_OPERATORS: readonly FilterOperator[] = [
  'is',
  'isNot',
  'lt',
  'gt',
  'lte',
  'gte',
  'isEmpty',
  'isNotEmpty',
];
export const DATE_OPERATORS: readonly FilterOperator[] = [
  'is',
  'isWithin',
  'lt',
  'gt',
  'lte',
  'gte',
  'isNot',
  'isEmpty',
  'isNotEmpty',
];
export const ONE_OPERATORS: readonly FilterOperator[] = [
  'is',
  'isNot',
  'isAnyOf',
  'isNoneOf',
  'isEmpty',
  'isNotEmpty',
];
export const MANY_OPERATORS: readonly FilterOperator[] = [
  'hasAnyOf',
  'hasAllOf',
  'is',
  'hasNoneOf',
  'isEmpty',
  'isNotEmpty',
];

export const COUNTS: readonly SummaryFn[] = ['none', 'filled', 'empty', 'unique'];
export const AMOUNTS_OF_DATES: readonly SummaryFn[] = ['none', 'min', 'max', 'filled', 'empty', 'unique'];
export const AMOUNTS: readonly SummaryFn[] = [
  'none',
  'sum',
  'average',
  'min',
  'max',
  'filled',
  'empty',
  'unique',
];

/** A kind with what most kinds have in common filled in. */
export function defineKind(
  kind: Pick<ColumnKind, 'type' | 'label' | 'icon' | 'editor' | 'validate' | 'parse' | 'format'> &
    Partial<ColumnKind>,
): ColumnKind {
  return {
    align: 'start',
    computed: false,
    filterOperators: TEXT_OPERATORS,
    summaries: COUNTS,
    defaultOptions: () => ({}),
    flag: () => null,
    toText: kind.format,
    sortKey: (value, options, ctx) => kind.format(value, options, ctx) || null,
    amount: () => null,
    ...kind,
  };
}

/** The number of a cell that holds one. */
export function numberOf(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

/** The text of a cell that holds one; '' otherwise. */
export function textOf(value: CellValue): string {
  return typeof value === 'string' ? value : '';
}

/** The ids of a cell that holds a list. */
export function listOf(value: CellValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** A refusal unless the value is a string or null. */
export function mustBeText(value: CellValue): string | null {
  return value === null || typeof value === 'string' ? null : 'This column holds text.';
}

/** A refusal unless the value is a finite number or null. */
export function mustBeNumber(value: CellValue): string | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value))
    ? null
    : 'This column holds numbers.';
}
