import type { DateOperand } from '@crm/shared';
import { expect, it } from 'vitest';
import { dayNumber, dayText } from '../columns/lib/day.ts';
import { dayRange } from './day-range.ts';

/** First and last day of the operand on Thursday, 5 March 2026. */
function days(operand: DateOperand, today = '2026-03-05'): string {
  const range = dayRange(operand, dayNumber(today) ?? NaN);
  return range ? `${dayText(range.start)}..${dayText(range.end - 1)}` : 'nothing';
}

it.each([
  [{ mode: 'today' }, '2026-03-05..2026-03-05'],
  [{ mode: 'yesterday' }, '2026-03-04..2026-03-04'],
  [{ mode: 'tomorrow' }, '2026-03-06..2026-03-06'],
  [{ mode: 'oneWeekAgo' }, '2026-02-26..2026-02-26'],
  [{ mode: 'oneWeekFromNow' }, '2026-03-12..2026-03-12'],
  [{ mode: 'oneMonthAgo' }, '2026-02-05..2026-02-05'],
  [{ mode: 'oneMonthFromNow' }, '2026-04-05..2026-04-05'],
  [{ mode: 'daysAgo', days: 3 }, '2026-03-02..2026-03-02'],
  [{ mode: 'daysFromNow', days: 30 }, '2026-04-04..2026-04-04'],
  [{ mode: 'exactDate', date: '2020-02-29' }, '2020-02-29..2020-02-29'],
  [{ mode: 'pastWeek' }, '2026-02-27..2026-03-05'],
  [{ mode: 'pastMonth' }, '2026-02-06..2026-03-05'],
  [{ mode: 'pastYear' }, '2025-03-06..2026-03-05'],
  [{ mode: 'nextWeek' }, '2026-03-05..2026-03-11'],
  [{ mode: 'nextMonth' }, '2026-03-05..2026-04-04'],
  [{ mode: 'nextYear' }, '2026-03-05..2027-03-04'],
  [{ mode: 'thisCalendarWeek' }, '2026-03-02..2026-03-08'],
  [{ mode: 'thisCalendarMonth' }, '2026-03-01..2026-03-31'],
  [{ mode: 'thisCalendarYear' }, '2026-01-01..2026-12-31'],
  [{ mode: 'pastNumberOfDays', days: 1 }, '2026-03-05..2026-03-05'],
  [{ mode: 'nextNumberOfDays', days: 2 }, '2026-03-05..2026-03-06'],
  [{ mode: 'daysAgo' }, 'nothing'],
  [{ mode: 'exactDate' }, 'nothing'],
] satisfies [DateOperand, string][])('%j is %s', (operand, expected) => expect(days(operand)).toBe(expected));
