import {
  FilterOperator,
  type CellValue,
  type Column,
  type FilterCondition,
  type FilterOperator as Operator,
} from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { ALL_KINDS, withChoices } from '../columns/index.ts';
import { ADA, BOB, testContact, testContext } from '../columns/testing.ts';
import { compileFilter, isActive } from './filter.ts';
import { TestSheet } from './testing.ts';

const sheet = new TestSheet();
const ctx = testContext();

/** Which of the values hold; the last value is always empty. */
function holding(
  column: Column,
  values: readonly CellValue[],
  op: Operator,
  value: FilterCondition['value'],
  context = ctx,
): number[] {
  const rows = new TestSheet();
  rows.putColumn(column);
  for (const cell of [...values, null]) rows.addRow([[column, cell]]);
  const test = compileFilter(
    { conjunction: 'and', conditions: [{ col: column.id, op, value }] },
    rows,
    context,
  );
  return [...values.keys(), values.length].filter((slot) => test?.(slot) ?? true);
}

describe('text', () => {
  const column = sheet.addColumn('text');
  const cells = ['Ann Lee', 'ann', 'Bob'];
  it.each([
    ['contains', 'ANN', [0, 1]],
    ['doesNotContain', 'ann', [2, 3]],
    ['is', 'Ann', [1]],
    ['isNot', 'ann', [0, 2, 3]],
    ['isEmpty', null, [3]],
    ['isNotEmpty', null, [0, 1, 2]],
    ['contains', '', [0, 1, 2, 3]],
    ['contains', null, [0, 1, 2, 3]],
  ] as const)('%s %s', (op, value, rows) => expect(holding(column, cells, op, value)).toEqual(rows));
});

describe('numbers', () => {
  const fund = sheet.addColumn('commitment');
  const cells = [-1, 0, 5].map((amount) => ({ amount, status: 'soft' as const }));
  it.each([
    ['is', 0, [1]],
    ['isNot', 0, [0, 2, 3]],
    ['lt', 0, [0]],
    ['lte', 0, [0, 1]],
    ['gt', 0, [2]],
    ['gte', 0, [1, 2]],
    ['isEmpty', null, [3]],
    ['gt', null, [0, 1, 2, 3]],
  ] as const)('%s %s', (op, value, rows) => {
    expect(holding(fund, cells, op, value)).toEqual(rows);
    expect(holding(sheet.addColumn('number'), [-1, 0, 5], op, value)).toEqual(rows);
  });
});

describe('days', () => {
  const column = sheet.addColumn('date');
  const cells = ['2026-03-04', '2026-03-05', '2026-03-06'];
  it.each([
    ['is', 'today', [1]],
    ['isNot', 'today', [0, 2, 3]],
    ['lt', 'today', [0]],
    ['lte', 'today', [0, 1]],
    ['gt', 'today', [2]],
    ['gte', 'today', [1, 2]],
    ['isWithin', 'pastWeek', [0, 1]],
    ['isWithin', 'daysAgo', [0, 1, 2, 3]],
  ] as const)('%s %s', (op, mode, rows) => expect(holding(column, cells, op, { mode })).toEqual(rows));

  it('instants belong to the day of the fund’s zone', () => {
    const instants = [
      '2026-03-05T04:59:59.999Z',
      '2026-03-05T05:00:00.000Z',
      '2026-03-06T04:59:59Z',
      '2026-03-06T05:00:00Z',
    ];
    for (const type of ['dateTime', 'createdTime', 'modifiedTime'] as const) {
      expect(holding(sheet.addColumn(type), instants, 'is', { mode: 'today' })).toEqual([1, 2]);
    }
    const tokyo = testContext({ timeZone: 'Asia/Tokyo' });
    expect(
      holding(sheet.addColumn('dateTime'), instants, 'is', { mode: 'exactDate', date: '2026-03-05' }, tokyo),
    ).toEqual([0, 1]);
  });
});

describe('choices', () => {
  const options = withChoices({}, ['a', 'b', 'c']);
  const [a = '', b = '', c = ''] = (options.choices ?? []).map((choice) => choice.id);
  it.each([
    ['is', a, [0]],
    ['isNot', a, [1, 2]],
    ['isAnyOf', [a, b], [0, 1]],
    ['isNoneOf', [a], [1, 2]],
    ['isAnyOf', [], [0, 1, 2]],
  ] as const)('one: %s', (op, value, rows) => {
    const operand = typeof value === 'string' ? value : [...value];
    expect(holding(sheet.addColumn('singleSelect', options), [a, b], op, operand)).toEqual(rows);
  });
  it.each([
    ['hasAnyOf', [a, c], [0, 1]],
    ['hasAllOf', [a, b], [0]],
    ['hasNoneOf', [a], [2, 3]],
    ['is', [b, a], [0]],
    ['is', [a], [1]],
  ] as const)('many: %s', (op, value, rows) =>
    expect(holding(sheet.addColumn('multiSelect', options), [[a, b], [a], [b]], op, [...value])).toEqual(
      rows,
    ),
  );
});

it('people, contacts and ticks', () => {
  expect(holding(sheet.addColumn('person'), [ADA.id, BOB.id], 'isAnyOf', [BOB.id])).toEqual([1]);
  const ann = testContact('Ann Lee', 'ann@lee.test');
  const bob = testContact('Bob');
  const context = testContext({}, [ann, bob]);
  const contacts = sheet.addColumn('contacts');
  expect(holding(contacts, [[ann.id], [bob.id]], 'contains', 'ann', context)).toEqual([0]);
  expect(holding(contacts, [[ann.id], [bob.id]], 'doesNotContain', 'ann', context)).toEqual([1, 2]);
  expect(holding(contacts, [[ann.id], [bob.id]], 'hasAnyOf', [bob.id], context)).toEqual([1]);
  expect(holding(sheet.addColumn('checkbox'), [true], 'is', false)).toEqual([1]);
  expect(holding(sheet.addColumn('checkbox'), [true], 'is', true)).toEqual([0]);
});

it('every operator that a type offers does something with a fitting value', () => {
  const values = ['x', 1, true, ['x'], { mode: 'today' as const }];
  for (const kind of ALL_KINDS) {
    const column = sheet.addColumn(kind.type);
    for (const op of kind.filterOperators) {
      const active = values.some((value) => isActive({ col: column.id, op, value }, sheet, ctx));
      expect([kind.type, op, active]).toEqual([kind.type, op, true]);
    }
    for (const op of FilterOperator.options.filter((other) => !kind.filterOperators.includes(other))) {
      expect(values.some((value) => isActive({ col: column.id, op, value }, sheet, ctx))).toBe(false);
    }
  }
});

it('joins conditions with and or or, and passes over those of deleted columns', () => {
  const rows = new TestSheet();
  const name = rows.addColumn('text');
  const size = rows.addColumn('number');
  const gone = rows.addColumn('text');
  rows.putColumn({ ...gone, deletedAt: '2026-01-01T00:00:00.000Z' });
  rows.addRow([
    [name, 'a'],
    [size, 1],
  ]);
  rows.addRow([
    [name, 'a'],
    [size, 2],
  ]);
  rows.addRow([
    [name, 'b'],
    [size, 2],
  ]);
  rows.addRow();
  const conditions: FilterCondition[] = [
    { col: name.id, op: 'is', value: 'a' },
    { col: size.id, op: 'is', value: 2 },
    { col: gone.id, op: 'is', value: 'x' },
  ];
  const hold = (conjunction: 'and' | 'or') =>
    [0, 1, 2, 3].filter(compileFilter({ conjunction, conditions }, rows, ctx) ?? (() => true));
  expect(hold('and')).toEqual([1]);
  expect(hold('or')).toEqual([0, 1, 2]);
  expect(compileFilter({ conjunction: 'or', conditions: conditions.slice(2) }, rows, ctx)).toBeNull();
});
