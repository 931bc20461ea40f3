import type { DateOperand } from '@crm/shared';
import { addMonths, dayNumber, weekStart } from '../columns/lib/day.ts';

/** Days from `start` up to but without `end`, as day numbers. */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The days an operand means when today is `today`. Spans of the past and the future hold today: the past week is today and
 * the six days before it, the past month begins the day after this day of last month. Calendar weeks run Monday to Sunday.
 * Null while the operand lacks its number or date.
 */
export function dayRange(operand: DateOperand, today: number): DayRange | null {
  switch (operand.mode) {
    case 'today':
      return oneDay(today);
    case 'tomorrow':
      return oneDay(today + 1);
    case 'yesterday':
      return oneDay(today - 1);
    case 'oneWeekAgo':
      return oneDay(today - 7);
    case 'oneWeekFromNow':
      return oneDay(today + 7);
    case 'oneMonthAgo':
      return oneDay(addMonths(today, -1));
    case 'oneMonthFromNow':
      return oneDay(addMonths(today, 1));
    case 'daysAgo':
      return operand.days === undefined ? null : oneDay(today - operand.days);
    case 'daysFromNow':
      return operand.days === undefined ? null : oneDay(today + operand.days);
    case 'exactDate': {
      const day = operand.date === undefined ? null : dayNumber(operand.date);
      return day === null ? null : oneDay(day);
    }
    case 'pastWeek':
      return { start: today - 6, end: today + 1 };
    case 'pastMonth':
      return { start: addMonths(today, -1) + 1, end: today + 1 };
    case 'pastYear':
      return { start: addMonths(today, -12) + 1, end: today + 1 };
    case 'nextWeek':
      return { start: today, end: today + 7 };
    case 'nextMonth':
      return { start: today, end: addMonths(today, 1) };
    case 'nextYear':
      return { start: today, end: addMonths(today, 12) };
    case 'thisCalendarWeek':
      return { start: weekStart(today), end: weekStart(today) + 7 };
    case 'thisCalendarMonth':
      return calendar(today, 1);
    case 'thisCalendarYear':
      return calendar(today, 12);
    case 'pastNumberOfDays':
      return operand.days === undefined ? null : { start: today - operand.days + 1, end: today + 1 };
    case 'nextNumberOfDays':
      return operand.days === undefined ? null : { start: today, end: today + operand.days };
  }
}

function oneDay(day: number): DayRange {
  return { start: day, end: day + 1 };
}

/** The calendar month or year (1 or 12 months) that holds the day. */
function calendar(today: number, months: 1 | 12): DayRange {
  const date = new Date(today * 86_400_000);
  const start = Date.UTC(date.getUTCFullYear(), months === 12 ? 0 : date.getUTCMonth(), 1) / 86_400_000;
  return { start, end: addMonths(start, months) };
}
