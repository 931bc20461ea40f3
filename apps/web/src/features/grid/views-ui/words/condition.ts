import { kindOf } from '@crm/grid/columns';
import type { Column, DateOperand, FilterCondition, FilterOperator } from '@crm/shared';
import { valueShape, type ValueShape } from './operators.ts';

type Value = FilterCondition['value'];
type ForColumn = Pick<Column, 'id' | 'type'>;

/** A condition for a column that was just chosen: its first operator, and no value where one must be chosen. */
export function newCondition(column: ForColumn): FilterCondition {
  const op = kindOf(column.type).filterOperators[0] ?? 'isNotEmpty';
  return { col: column.id, op, value: emptyValue(valueShape(column.type, op)) };
}

/** What a value of this shape starts as. Only a check box and a span of days say something from the start. */
export function emptyValue(shape: ValueShape): Value {
  switch (shape) {
    case 'check':
      return true;
    case 'many':
      return [];
    case 'day':
      return { mode: 'exactDate' };
    case 'span':
      return { mode: 'pastWeek' };
    case 'none':
    case 'text':
    case 'number':
    case 'one':
      return null;
  }
}

/** The condition with another operator; the value stays as far as it still means something. */
export function withOperator(
  condition: FilterCondition,
  column: ForColumn,
  op: FilterOperator,
): FilterCondition {
  const before = valueShape(column.type, condition.op);
  const after = valueShape(column.type, op);
  return { ...condition, op, value: carry(condition.value, before, after) };
}

/** The condition on another column; the operator and value stay when they fit there, as between two texts. */
export function withColumn(
  condition: FilterCondition,
  from: ForColumn | undefined,
  to: ForColumn,
): FilterCondition {
  if (!from || !kindOf(to.type).filterOperators.includes(condition.op)) return newCondition(to);
  const before = valueShape(from.type, condition.op);
  const after = valueShape(to.type, condition.op);
  const keeps =
    after === before && (after === 'text' || after === 'day' || after === 'span' || after === 'none');
  const value = keeps ? condition.value : emptyValue(after);
  return { col: to.id, op: condition.op, value };
}

function carry(value: Value, before: ValueShape, after: ValueShape): Value {
  if (before === after) return value;
  if (before === 'one' && after === 'many') return typeof value === 'string' && value !== '' ? [value] : [];
  if (before === 'many' && after === 'one') return Array.isArray(value) ? (value[0] ?? null) : null;
  return emptyValue(after);
}

/** The ids that a condition names. */
export function idsOf(value: Value): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** The days that a condition names; null where it holds something else. */
export function operandOf(value: Value): DateOperand | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
