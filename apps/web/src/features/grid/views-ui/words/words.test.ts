import { ALL_KINDS, type ColumnContext, kindOf } from '@crm/grid/columns';
import { Column, ColumnId, type ColumnType, EMPTY_VIEW, newId } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { amountInput, amountText, readAmount } from './amount.ts';
import { newCondition, withColumn, withOperator } from './condition.ts';
import { readDays, withMode } from './days.ts';
import { hiddenCount, moved, withHidden } from './fields.ts';
import { operatorWords, valueShape } from './operators.ts';
import { directionWords } from './sorts.ts';
import { footerFunctions, footerLabel } from './summaries.ts';

const ctx: ColumnContext = {
  locale: 'en-US',
  timeZone: 'UTC',
  now: new Date('2026-03-04T12:00:00Z'),
  person: () => undefined,
  people: () => [],
  contact: () => undefined,
  findContacts: () => [],
};

function column(type: ColumnType, more: Partial<Column> = {}): Column {
  return Column.parse({
    id: newId(ColumnId),
    name: type,
    type,
    options: kindOf(type).defaultOptions(),
    position: 'a0',
    key: null,
    deletedAt: null,
    ver: 0,
    ...more,
  });
}

describe('operators in words', () => {
  it.each(ALL_KINDS.map(({ type }) => type))('of %s are all different', (type) => {
    const words = kindOf(type).filterOperators.map((op) => operatorWords(type, op));
    expect(new Set(words).size).toBe(words.length);
  });

  it('speak of dates as dates, and of exact sets', () => {
    expect(operatorWords('date', 'lt')).toBe('is before');
    expect(operatorWords('number', 'lt')).toBe('is less than');
    expect(operatorWords('multiSelect', 'is')).toBe('is exactly');
  });

  it('say what their value is made with', () => {
    expect(valueShape('contacts', 'contains')).toBe('text');
    expect(valueShape('contacts', 'hasAnyOf')).toBe('many');
    expect(valueShape('createdTime', 'isWithin')).toBe('span');
    expect(valueShape('commitment', 'gte')).toBe('number');
    expect(valueShape('date', 'isEmpty')).toBe('none');
  });
});

describe('a condition', () => {
  it('starts without a value, but for a check box', () => {
    expect(newCondition(column('text'))).toMatchObject({ op: 'contains', value: null });
    expect(newCondition(column('date'))).toMatchObject({ op: 'is', value: { mode: 'exactDate' } });
    expect(newCondition(column('multiSelect'))).toMatchObject({ op: 'hasAnyOf', value: [] });
    expect(newCondition(column('checkbox'))).toMatchObject({ op: 'is', value: true });
  });

  it('keeps its value under another operator as far as it means something', () => {
    const select = column('singleSelect');
    const one = { ...newCondition(select), value: 'x' };
    const many = withOperator(one, select, 'isAnyOf');
    expect(many.value).toEqual(['x']);
    expect(withOperator({ ...many, value: ['y', 'z'] }, select, 'isNot').value).toBe('y');
    expect(withOperator(one, select, 'isEmpty').value).toBeNull();
    const date = column('date');
    const day = { ...newCondition(date), value: { mode: 'today' as const } };
    expect(withOperator(day, date, 'lt').value).toEqual({ mode: 'today' });
    expect(withOperator(day, date, 'isWithin').value).toEqual({ mode: 'pastWeek' });
  });

  it('keeps text between texts, and lets go of options of another column', () => {
    const from = column('text');
    const condition = { ...newCondition(from), value: 'sequoia' };
    expect(withColumn(condition, from, column('email')).value).toBe('sequoia');
    expect(withColumn(condition, from, column('number'))).toMatchObject({ op: 'is', value: null });
    const select = column('singleSelect');
    const chosen = { ...newCondition(select), value: 'x' };
    expect(withColumn(chosen, select, column('person')).value).toBeNull();
  });
});

describe('values', () => {
  it('reads amounts in the unit of the cells, and says why it cannot', () => {
    const money = column('currency', { options: { currency: 'USD' } });
    expect(readAmount('$1,250.50', money, ctx)).toEqual({ ok: true, value: 125_050 });
    expect(readAmount('2.5M', column('commitment', { options: { currency: 'USD' } }), ctx)).toEqual({
      ok: true,
      value: 250_000_000,
    });
    expect(readAmount('20', column('percent'), ctx)).toEqual({ ok: true, value: 0.2 });
    expect(readAmount('', money, ctx)).toEqual({ ok: true, value: null });
    expect(readAmount('soon', money, ctx)).toMatchObject({ ok: false });
    expect(amountText(125_050, money, ctx)).toBe('$1,250.50');
  });

  it.each(['number', 'currency', 'percent', 'rating', 'commitment', 'autonumber'] as const)(
    'edits an operand of %s as text that reads back the same',
    (type) => {
      const one = column(type);
      const value = type === 'percent' ? 0.07 : 3;
      expect(readAmount(amountInput(value, one, ctx), one, ctx)).toEqual({ ok: true, value });
    },
  );

  it('counts days in whole numbers', () => {
    expect([readDays('30'), readDays(' 7 '), readDays('3.5'), readDays('-1'), readDays('99999')]).toEqual([
      30,
      7,
      undefined,
      undefined,
      undefined,
    ]);
    expect(withMode({ mode: 'daysAgo', days: 5 }, 'daysFromNow')).toEqual({ mode: 'daysFromNow', days: 5 });
    expect(withMode({ mode: 'daysAgo', days: 5 }, 'today')).toEqual({ mode: 'today' });
  });
});

describe('sorts, sums and fields', () => {
  it('say what comes first', () => {
    expect(directionWords('text', 'asc')).toBe('A → Z');
    expect(directionWords('commitment', 'desc')).toBe('9 → 1');
    expect(directionWords('modifiedTime', 'asc')).toBe('Oldest first');
  });

  it('name sums by type, none first', () => {
    expect(footerLabel('min')).toBe('Lowest');
    expect(footerLabel('min', 'date')).toBe('Earliest');
    for (const { type } of ALL_KINDS) expect(footerFunctions(type)[0]).toBe('none');
  });

  it('move an item to any place', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(['a'], 4, 0)).toEqual(['a']);
  });

  it('never hide the column that names the rows', () => {
    const name = column('text', { key: 'name' });
    const other = column('number');
    const columns = [other, name];
    const ids = columns.map(({ id }) => id);
    const config = withHidden(EMPTY_VIEW, columns, ids, true);
    expect(config.hidden).toEqual([other.id]);
    expect(hiddenCount({ ...config, hidden: [...config.hidden, newId(ColumnId)] }, columns)).toBe(1);
    expect(withHidden(config, columns, ids, false).hidden).toEqual([]);
  });
});
