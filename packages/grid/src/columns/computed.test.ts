import { COMPUTED_TYPES, ColumnType, FilterOperator } from '@crm/shared';
import { expect, it } from 'vitest';
import { ALL_KINDS, kindOf, validateCell } from './index.ts';
import { ADA, testContext } from './testing.ts';

it('knows every type once, and which ones nobody writes', () => {
  expect(ALL_KINDS.map((kind) => kind.type)).toEqual(ColumnType.options);
  for (const kind of ALL_KINDS)
    expect([kind.type, kind.computed]).toEqual([kind.type, COMPUTED_TYPES.has(kind.type)]);
  for (const kind of ALL_KINDS) expect(kind.computed).toBe(kind.editor === 'none');
});

it('treats emptiness alike in every type', () => {
  const ctx = testContext();
  for (const kind of ALL_KINDS) {
    const options = kind.defaultOptions();
    expect(kind.parse('', options, ctx)).toMatchObject({ ok: true, value: null });
    expect([kind.format(null, options, ctx), kind.toText(null, options, ctx)]).toEqual(['', '']);
    expect([kind.validate(null, options), kind.flag(null), kind.amount(null)]).toEqual([null, null, null]);
    expect(kind.sortKey(null, options, ctx)).toBe(kind.type === 'checkbox' ? 0 : null);
    expect(kind.filterOperators.every((op) => FilterOperator.options.includes(op))).toBe(true);
  }
});

it('never throws on text or values of any other type', () => {
  const texts = [
    '\u0000',
    '\ud800',
    '9'.repeat(5000),
    '"',
    ',,,',
    '-',
    '(',
    'NaN',
    '1/1/1',
    '💥',
    '<b>',
    '%',
    '★',
  ];
  const values = ['x', 5, -1.5, true, ['a'], { amount: 1, status: 'soft' as const }, NaN];
  const ctx = testContext();
  for (const kind of ALL_KINDS) {
    const options = kind.defaultOptions();
    for (const text of texts) expect(typeof kind.parse(text, options, ctx).ok).toBe('boolean');
    for (const value of values) {
      expect(typeof kind.format(value, options, ctx)).toBe('string');
      expect(typeof kind.toText(value, options, ctx)).toBe('string');
      kind.sortKey(value, options, ctx);
      kind.amount(value);
      kind.validate(value, options);
    }
  }
});

it('refuses more than 32 KB of JSON', () => {
  const text = { type: 'longText', options: {} } as const;
  expect(validateCell(text, 'x'.repeat(32 * 1024 - 2))).toBeNull();
  expect(validateCell(text, 'x'.repeat(32 * 1024 - 1))).toMatch(/32 KB/);
  expect(validateCell(text, 'é'.repeat(17_000))).toMatch(/32 KB/);
});

it('shows who and when as people and date-times do', () => {
  const ctx = testContext();
  expect(kindOf('createdBy').format(ADA.id, {}, ctx)).toBe('Ada King');
  expect(kindOf('modifiedTime').format('2026-03-05T17:00:00.000Z', { dateFormat: 'iso' }, ctx)).toBe(
    '2026-03-05 12:00',
  );
  expect(kindOf('autonumber').format(12345, {}, ctx)).toBe('12345');
});
