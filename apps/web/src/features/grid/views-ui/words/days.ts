import type { DateOperand } from '@crm/shared';

type Mode = DateOperand['mode'];
type Choice = { readonly mode: Mode; readonly words: string };

/** Days that a condition compares with. */
export const DAYS: readonly Choice[] = [
  { mode: 'exactDate', words: 'exact date' },
  { mode: 'today', words: 'today' },
  { mode: 'tomorrow', words: 'tomorrow' },
  { mode: 'yesterday', words: 'yesterday' },
  { mode: 'oneWeekAgo', words: 'one week ago' },
  { mode: 'oneWeekFromNow', words: 'one week from now' },
  { mode: 'oneMonthAgo', words: 'one month ago' },
  { mode: 'oneMonthFromNow', words: 'one month from now' },
  { mode: 'daysAgo', words: 'days ago' },
  { mode: 'daysFromNow', words: 'days from now' },
];

/** Spans that a condition looks into; today is in all of the past and the next ones. */
export const SPANS: readonly Choice[] = [
  { mode: 'pastWeek', words: 'the past week' },
  { mode: 'pastMonth', words: 'the past month' },
  { mode: 'pastYear', words: 'the past year' },
  { mode: 'nextWeek', words: 'the next week' },
  { mode: 'nextMonth', words: 'the next month' },
  { mode: 'nextYear', words: 'the next year' },
  { mode: 'thisCalendarWeek', words: 'this calendar week' },
  { mode: 'thisCalendarMonth', words: 'this calendar month' },
  { mode: 'thisCalendarYear', words: 'this calendar year' },
  { mode: 'pastNumberOfDays', words: 'the past … days' },
  { mode: 'nextNumberOfDays', words: 'the next … days' },
];

/** What the operand takes besides its name. */
export function operandInput(mode: Mode): 'days' | 'date' | null {
  if (mode === 'exactDate') return 'date';
  return mode === 'daysAgo' ||
    mode === 'daysFromNow' ||
    mode === 'pastNumberOfDays' ||
    mode === 'nextNumberOfDays'
    ? 'days'
    : null;
}

/** The operand of another name; a number of days or a date that both take stays. */
export function withMode(operand: DateOperand | null, mode: Mode): DateOperand {
  const input = operandInput(mode);
  if (input === 'days') return operand?.days === undefined ? { mode } : { mode, days: operand.days };
  if (input === 'date') return operand?.date === undefined ? { mode } : { mode, date: operand.date };
  return { mode };
}

/** What a span means to the day, where its name leaves that open. */
export function spanNote(mode: Mode): string | null {
  switch (mode) {
    case 'pastWeek':
      return 'Today and the six days before it';
    case 'nextWeek':
      return 'Today and the six days after it';
    case 'pastMonth':
    case 'pastYear':
    case 'nextMonth':
    case 'nextYear':
    case 'pastNumberOfDays':
    case 'nextNumberOfDays':
      return 'Today counts as one of the days';
    case 'thisCalendarWeek':
      return 'Monday to Sunday';
    default:
      return null;
  }
}

/** A number of days as typed: whole and at most a century; undefined while it is not one. */
export function readDays(text: string): number | undefined {
  const s = text.trim();
  if (!/^\d{1,5}$/.test(s)) return undefined;
  const days = Number(s);
  return days <= 36_500 ? days : undefined;
}
