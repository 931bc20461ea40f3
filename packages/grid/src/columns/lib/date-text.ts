import type { ColumnOptions } from '@crm/shared';
import { dayFormat } from './intl.ts';
import { dayNumber, dayOf, dayText } from './day.ts';

/** What reading a day from text gave: a day number, or why not. `guessed` = the year was not written. */
export type DayResult =
  { readonly ok: true; readonly day: number; readonly guessed: boolean } | { readonly ok: false };

type DateFormat = NonNullable<ColumnOptions['dateFormat']>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a day written as ISO, with an English month name, or as numbers in the order that `format` says. `today` gives the
 * year where none is written, and the meaning of “today”, “tomorrow” and “yesterday”. Where only one order gives a day
 * (one part over 12), that one is taken.
 */
export function parseDay(
  text: string,
  format: DateFormat,
  locale: string | undefined,
  today: number,
): DayResult {
  const s = text.trim().replace(/\s+/g, ' ');
  const relative = { today: 0, tomorrow: 1, yesterday: -1 }[s.toLowerCase()];
  if (relative !== undefined) return { ok: true, day: today + relative, guessed: false };
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(s);
  if (iso) return found(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(s);
  if (numeric) {
    return numericDay(Number(numeric[1]), Number(numeric[3]), numeric[4], dayFirst(format, locale), today);
  }
  return namedDay(s, today);
}

/** Whether `3/4` is 3 April. */
export function dayFirst(format: DateFormat, locale: string | undefined): boolean {
  if (format === 'us') return false;
  if (format === 'european') return true;
  const parts = dayFormat(locale, 'short').formatToParts(0);
  return parts.findIndex((part) => part.type === 'day') < parts.findIndex((part) => part.type === 'month');
}

function numericDay(
  a: number,
  b: number,
  year: string | undefined,
  first: boolean,
  today: number,
): DayResult {
  const swap = first ? b <= 12 : a > 12;
  const [month, day] = swap ? [b, a] : [a, b];
  const y = yearOf(year, today);
  return found(dayOf(y, month, day), year === undefined);
}

const DAY_NAME = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?`;
const MONTH_FIRST = new RegExp(
  String.raw`^${DAY_NAME}([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`,
  'i',
);
const DAY_FIRST = new RegExp(
  String.raw`^${DAY_NAME}(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?(?:,?[ -](\d{4}|\d{2}))?$`,
  'i',
);

function namedDay(s: string, today: number): DayResult {
  const monthFirst = MONTH_FIRST.exec(s);
  const [, name, day, year] = monthFirst ?? swapped(DAY_FIRST.exec(s)) ?? [];
  if (!name || !day) return { ok: false };
  const lower = name.toLowerCase();
  const month = lower === 'sept' ? 8 : Math.max(MONTHS.indexOf(lower), FULL_MONTHS.indexOf(lower));
  return found(dayOf(yearOf(year, today), month + 1, Number(day)), year === undefined);
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match ? [match[0], match[2], match[1], match[3]] : null;
}

function yearOf(year: string | undefined, today: number): number {
  if (year === undefined) return Number(dayText(today).slice(0, 4));
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}

function found(day: number | null, guessed = false): DayResult {
  return day === null ? { ok: false } : { ok: true, day, guessed };
}

/** A day as the column's format writes it. `day` is `YYYY-MM-DD`. */
export function formatDay(day: string, format: DateFormat, locale: string | undefined): string {
  if (format === 'iso') return day;
  const [year = '', month = '', date = ''] = day.split('-');
  if (format === 'us') return `${Number(month)}/${Number(date)}/${year}`;
  if (format === 'european') return `${Number(date)}/${Number(month)}/${year}`;
  const number = dayNumber(day);
  if (number === null) return day;
  return dayFormat(locale, format === 'friendly' ? 'long' : 'short').format(number * 86_400_000);
}
