import type { CellValue, Column, DateOperand, FilterCondition, FilterGroup } from '@crm/shared';
import { kindOf } from '../columns/index.ts';
import { dayIn, dayStart, dayText } from '../columns/lib/day.ts';
import { instantMs } from '../columns/lib/instant.ts';
import { listOf, textOf } from '../columns/lib/kind.ts';
import type { ColumnContext } from '../columns/types.ts';
import { dayRange, type DayRange } from './day-range.ts';
import type { RowSource } from './types.ts';

/** Whether the row in a slot holds. */
export type RowTest = (slot: number) => boolean;
type CellTest = (value: CellValue) => boolean;

/**
 * A test of the group's conditions; null when none is active, that is when every row holds. A condition is inactive while
 * it has no value, and when its column is gone or no longer offers the operator. Operands of amounts are in the cell's own
 * unit: cents, a fraction for percent.
 */
export function compileFilter(group: FilterGroup, source: RowSource, ctx: ColumnContext): RowTest | null {
  const tests = group.conditions.flatMap((condition) => compileCondition(condition, source, ctx) ?? []);
  const [first] = tests;
  if (!first) return null;
  if (tests.length === 1) return first;
  return group.conjunction === 'and'
    ? (slot) => tests.every((test) => test(slot))
    : (slot) => tests.some((test) => test(slot));
}

/** Whether the condition says something yet; the others are shown as unfinished. */
export function isActive(condition: FilterCondition, source: RowSource, ctx: ColumnContext): boolean {
  return compileCondition(condition, source, ctx) !== null;
}

function compileCondition(condition: FilterCondition, source: RowSource, ctx: ColumnContext): RowTest | null {
  const column = source.column(condition.col);
  if (!column || column.deletedAt !== null) return null;
  if (!kindOf(column.type).filterOperators.includes(condition.op)) return null;
  const test = compileCell(column, condition, ctx);
  return test && ((slot) => test(source.value(slot, condition.col)));
}

function compileCell(column: Column, condition: FilterCondition, ctx: ColumnContext): CellTest | null {
  const { op, value } = condition;
  if (op === 'isEmpty') return isEmpty;
  if (op === 'isNotEmpty') return (cell) => !isEmpty(cell);
  switch (column.type) {
    case 'checkbox':
      return typeof value === 'boolean' ? (cell) => (cell === true) === value : null;
    case 'number':
    case 'currency':
    case 'percent':
    case 'rating':
    case 'commitment':
    case 'autonumber':
      return typeof value === 'number'
        ? compareNumber(op, value, (cell) => kindOf(column.type).amount(cell))
        : null;
    case 'date':
    case 'dateTime':
    case 'createdTime':
    case 'modifiedTime':
      return isOperand(value) ? compareDay(column, op, value, ctx) : null;
    case 'singleSelect':
    case 'person':
    case 'createdBy':
    case 'modifiedBy':
      return compareOne(op, idsIn(value));
    case 'multiSelect':
      return compareMany(op, idsIn(value));
    case 'contacts':
      return op === 'contains' || op === 'doesNotContain'
        ? compareText(op, value, (cell) => kindOf('contacts').format(cell, column.options, ctx))
        : compareMany(op, idsIn(value));
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'url':
      return compareText(op, value, textOf);
  }
}

/** Whether a cell counts as empty. */
export function isEmpty(value: CellValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function compareText(
  op: FilterCondition['op'],
  operand: FilterCondition['value'],
  read: (value: CellValue) => string,
): CellTest | null {
  if (typeof operand !== 'string' || operand === '') return null;
  const wanted = operand.toLowerCase();
  if (op === 'contains') return (cell) => read(cell).toLowerCase().includes(wanted);
  if (op === 'doesNotContain') return (cell) => !read(cell).toLowerCase().includes(wanted);
  if (op === 'is') return (cell) => read(cell).toLowerCase() === wanted;
  return (cell) => read(cell).toLowerCase() !== wanted;
}

function compareNumber(
  op: FilterCondition['op'],
  operand: number,
  read: (value: CellValue) => number | null,
): CellTest | null {
  const test = numberTest(op, operand);
  if (!test) return null;
  // An empty cell is neither less nor more than anything, but it is not the operand either.
  return (cell) => {
    const number = read(cell);
    return number === null ? op === 'isNot' : test(number);
  };
}

function numberTest(op: FilterCondition['op'], operand: number): ((n: number) => boolean) | null {
  if (op === 'is') return (n) => n === operand;
  if (op === 'isNot') return (n) => n !== operand;
  if (op === 'lt') return (n) => n < operand;
  if (op === 'gt') return (n) => n > operand;
  if (op === 'lte') return (n) => n <= operand;
  return op === 'gte' ? (n) => n >= operand : null;
}

function compareDay(
  column: Column,
  op: FilterCondition['op'],
  operand: DateOperand,
  ctx: ColumnContext,
): CellTest | null {
  const range = dayRange(operand, dayIn(ctx.timeZone, ctx.now.getTime()));
  if (!range) return null;
  // Days compare as texts; instants are compared with the bounds of the day in the fund's zone.
  const [read, start, end] =
    column.type === 'date'
      ? ([dayOfCell, dayText(range.start), dayText(range.end)] as const)
      : ([instantMs, ...instants(range, ctx.timeZone)] as const);
  const test = rangeTest(op, start, end);
  return (
    test &&
    ((cell) => {
      const at = read(cell);
      return at === null ? op === 'isNot' : test(at);
    })
  );
}

function dayOfCell(value: CellValue): string | null {
  return typeof value === 'string' ? value : null;
}

function instants(range: DayRange, timeZone: string): [number, number] {
  return [dayStart(timeZone, range.start), dayStart(timeZone, range.end)];
}

function rangeTest(
  op: FilterCondition['op'],
  start: string | number,
  end: string | number,
): ((at: string | number) => boolean) | null {
  if (op === 'is' || op === 'isWithin') return (at) => at >= start && at < end;
  if (op === 'isNot') return (at) => at < start || at >= end;
  if (op === 'lt') return (at) => at < start;
  if (op === 'gte') return (at) => at >= start;
  if (op === 'gt') return (at) => at >= end;
  return op === 'lte' ? (at) => at < end : null;
}

function compareOne(op: FilterCondition['op'], ids: ReadonlySet<string>): CellTest | null {
  if (ids.size === 0) return null;
  const within = op === 'is' || op === 'isAnyOf';
  return (cell) => (typeof cell === 'string' && ids.has(cell)) === within;
}

function compareMany(op: FilterCondition['op'], ids: ReadonlySet<string>): CellTest | null {
  if (ids.size === 0) return null;
  if (op === 'hasAnyOf') return (cell) => listOf(cell).some((id) => ids.has(id));
  if (op === 'hasNoneOf') return (cell) => !listOf(cell).some((id) => ids.has(id));
  const holdsAll = (cell: CellValue) => {
    const list = listOf(cell);
    return [...ids].every((id) => list.includes(id));
  };
  if (op === 'hasAllOf') return holdsAll;
  return (cell) => listOf(cell).length === ids.size && holdsAll(cell);
}

function idsIn(value: FilterCondition['value']): ReadonlySet<string> {
  if (typeof value === 'string') return new Set(value === '' ? [] : [value]);
  return new Set(Array.isArray(value) ? value : []);
}

function isOperand(value: FilterCondition['value']): value is DateOperand {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
