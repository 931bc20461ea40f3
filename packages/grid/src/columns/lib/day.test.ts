import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { addMonths, dayIn, dayNumber, dayStart, dayText, instantOf, weekStart } from './day.ts';

const day = (text: string): number => dayNumber(text) ?? NaN;

describe('days', () => {
  it('go to numbers and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
        expect(dayNumber(dayText(n))).toBe(n);
      }),
    );
  });
  it('that do not exist are refused', () => {
    expect(['2026-02-30', '2026-13-01', '2026-00-10', '2025-02-29', '26-01-01'].map(dayNumber)).toEqual(
      Array(5).fill(null),
    );
    expect(dayNumber('2024-02-29')).not.toBeNull();
  });
  it('a month later is the last day of a shorter month', () => {
    expect(dayText(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(dayText(addMonths(day('2024-02-29'), -12))).toBe('2023-02-28');
    expect(dayText(addMonths(day('2026-01-15'), -1))).toBe('2025-12-15');
  });
  it('weeks begin on Monday', () => {
    expect(['2026-03-02', '2026-03-05', '2026-03-08'].map((d) => dayText(weekStart(day(d))))).toEqual(
      Array(3).fill('2026-03-02'),
    );
    expect(dayText(weekStart(day('1969-12-31')))).toBe('1969-12-29');
  });
});

describe('zones', () => {
  const ny = 'America/New_York';
  it('an instant falls on the day of its zone', () => {
    expect(dayText(dayIn(ny, Date.parse('2026-03-05T04:59:00Z')))).toBe('2026-03-04');
    expect(dayText(dayIn('Asia/Tokyo', Date.parse('2026-03-05T15:00:00Z')))).toBe('2026-03-06');
  });
  it('a wall-clock time is found on both sides of a change', () => {
    const at = (text: string) => new Date(instantOf(ny, Date.parse(`${text}Z`))).toISOString();
    expect(at('2026-03-08T01:59:00')).toBe('2026-03-08T06:59:00.000Z');
    expect(at('2026-03-08T03:00:00')).toBe('2026-03-08T07:00:00.000Z');
    expect(at('2026-11-01T01:30:00')).toBe('2026-11-01T05:30:00.000Z');
    expect(at('2026-11-01T02:00:00')).toBe('2026-11-01T07:00:00.000Z');
  });
  it('a time that a change skips moves past the gap', () => {
    expect(new Date(instantOf(ny, Date.parse('2026-03-08T02:30:00Z'))).toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });
  it('a day begins at midnight of its zone', () => {
    expect(new Date(dayStart(ny, day('2026-03-08'))).toISOString()).toBe('2026-03-08T05:00:00.000Z');
    expect(new Date(dayStart(ny, day('2026-03-09'))).toISOString()).toBe('2026-03-09T04:00:00.000Z');
  });
});
