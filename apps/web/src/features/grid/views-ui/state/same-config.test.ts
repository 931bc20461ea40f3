import { ColumnId, EMPTY_VIEW, newId } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { sameConfig } from './same-config.ts';

const a = newId(ColumnId);
const b = newId(ColumnId);

describe('sameConfig', () => {
  it('does not mind the order of widths, nor sums that are none', () => {
    const one = { ...EMPTY_VIEW, widths: { [a]: 100, [b]: 200 }, summaries: { [a]: 'none' as const } };
    const other = { ...EMPTY_VIEW, widths: { [b]: 200, [a]: 100 } };
    expect(sameConfig(one, other)).toBe(true);
  });

  it.each([
    ['a width', { widths: { [a]: 101 } }],
    ['the order of sorts', { sorts: [{ col: a, dir: 'desc' as const }] }],
    ['a condition', { filter: { conjunction: 'or' as const, conditions: [] } }],
    ['a sum', { summaries: { [a]: 'sum' as const } }],
  ])('sees %s', (_, change) => {
    expect(sameConfig(EMPTY_VIEW, { ...EMPTY_VIEW, ...change })).toBe(false);
  });

  it('sees the order of lists', () => {
    expect(sameConfig({ ...EMPTY_VIEW, order: [a, b] }, { ...EMPTY_VIEW, order: [b, a] })).toBe(false);
  });
});
