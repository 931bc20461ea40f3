import { expect, it } from 'vitest';
import { addDays, addMonths, monthDays } from './month.ts';

it('shows six weeks from a Monday on', () => {
  const days = monthDays('2026-03-15');
  expect(days).toHaveLength(42);
  expect(days[0]).toBe('2026-02-23');
  expect(days).toContain('2026-03-31');
});

it('goes over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
});
