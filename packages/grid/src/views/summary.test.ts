import type { CellValue, SummaryFn } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { ALL_KINDS } from '../columns/index.ts';
import { testContext } from '../columns/testing.ts';
import { formatSummary, Summary } from './summary.ts';
import { seeded, TestSheet } from './testing.ts';

const ctx = testContext();

function of(
  fn: SummaryFn,
  type: 'number' | 'date' | 'commitment' | 'text' | 'checkbox',
  cells: readonly CellValue[],
): CellValue {
  const sheet = new TestSheet();
  const column = sheet.addColumn(type);
  return new Summary(
    fn,
    sheet,
    column.id,
    ctx,
    cells.map((cell) => sheet.addRow([[column, cell]])),
  ).value;
}

describe('a footer', () => {
  it('sums and averages what there is', () => {
    const cells = [1, 2.5, null, 4];
    expect(
      (['sum', 'average', 'min', 'max', 'filled', 'empty', 'unique'] as const).map((fn) =>
        of(fn, 'number', cells),
      ),
    ).toEqual([7.5, 2.5, 1, 4, 3, 1, 3]);
    const amounts = [5, 7].map((amount) => ({ amount, status: 'soft' as const }));
    expect(of('sum', 'commitment', amounts)).toBe(12);
    expect(of('max', 'commitment', amounts)).toEqual(amounts[1]);
    expect(of('min', 'date', ['2026-03-05', '2026-01-01', null])).toBe('2026-01-01');
    expect(of('unique', 'text', ['a', 'a', 'b', '', null])).toBe(2);
    expect(of('filled', 'checkbox', [true, null])).toBe(1);
  });
  it('says nothing of no rows', () => {
    expect((['average', 'min', 'max', 'none'] as const).map((fn) => of(fn, 'number', [null]))).toEqual(
      Array(4).fill(null),
    );
    expect(of('sum', 'number', [])).toBe(0);
  });
  it('writes amounts as the column does', () => {
    const usd = { type: 'commitment', options: { currency: 'USD' } } as const;
    expect(formatSummary('sum', 123_400, usd, ctx)).toBe('$1,234');
    expect(formatSummary('average', 100.4, usd, ctx)).toBe('$1');
    expect(formatSummary('max', { amount: 500, status: 'soft' }, usd, ctx)).toBe('$5');
    expect(formatSummary('filled', 1200, usd, ctx)).toBe('1,200');
    expect(formatSummary('average', 1 / 3, { type: 'number', options: {} }, ctx)).toBe('0.33');
    expect(formatSummary('min', '2026-03-05', { type: 'date', options: {} }, ctx)).toBe('3/5/2026');
  });
  it('is offered only where it says something', () => {
    for (const kind of ALL_KINDS) {
      expect(kind.summaries[0]).toBe('none');
      expect(kind.summaries.includes('sum')).toBe(
        kind.summaries.includes('average') && kind.type !== 'rating',
      );
    }
  });
});

it.each([11, 12, 13])('kept up row by row equals one made anew (seed %i)', (seed) => {
  const random = seeded(seed * 7919);
  const sheet = new TestSheet();
  const column = sheet.addColumn('number');
  const value = () => (random(4) === 0 ? null : (random(50) - 20) / (seed === 11 ? 1 : 4));
  const shown = new Set<number>();
  for (let i = 0; i < 30; i += 1) shown.add(sheet.addRow([[column, value()]]));
  const fns = ['sum', 'average', 'min', 'max', 'filled', 'empty', 'unique'] as const;
  const kept = fns.map((fn) => new Summary(fn, sheet, column.id, ctx, shown));
  for (let step = 0; step < 300; step += 1) {
    const slot = random(sheet.slotCount);
    if (random(3) === 0 && shown.delete(slot)) for (const summary of kept) summary.leave(slot);
    else if (!shown.has(slot)) {
      shown.add(slot);
      for (const summary of kept) summary.enter(slot);
    } else {
      sheet.set(slot, column, value());
      for (const summary of kept) summary.change(slot);
    }
    expect(kept.map((summary) => summary.value)).toEqual(
      fns.map((fn) => new Summary(fn, sheet, column.id, ctx, shown).value),
    );
  }
});
