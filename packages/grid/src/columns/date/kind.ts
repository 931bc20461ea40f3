import type { CellValue } from '@crm/shared';
import { parseDay, formatDay } from '../lib/date-text.ts';
import { dayIn, dayNumber, dayText } from '../lib/day.ts';
import { AMOUNTS_OF_DATES, DATE_OPERATORS, defineKind, textOf } from '../lib/kind.ts';
import { shorten } from '../lib/money.ts';

/** A calendar day, without time or zone. */
export const dateKind = defineKind({
  type: 'date',
  label: 'Date',
  icon: 'calendar',
  editor: 'date',
  filterOperators: DATE_OPERATORS,
  summaries: AMOUNTS_OF_DATES,
  defaultOptions: () => ({ dateFormat: 'local' }),
  validate: (value: CellValue) =>
    value === null || (typeof value === 'string' && dayNumber(value) !== null)
      ? null
      : 'A date is a day like 2026-03-05.',
  parse(text, options, ctx) {
    if (text.trim() === '') return { ok: true, value: null };
    const today = dayIn(ctx.timeZone, ctx.now.getTime());
    const read = parseDay(text, options.dateFormat ?? 'local', ctx.locale, today);
    if (!read.ok) return { ok: false, reason: `“${shorten(text)}” is not a date.` };
    const value = dayText(read.day);
    return read.guessed ? { ok: true, value, note: 'The year was not written.' } : { ok: true, value };
  },
  format: (value, options, ctx) =>
    typeof value === 'string' ? formatDay(value, options.dateFormat ?? 'local', ctx.locale) : '',
  toText: textOf,
  sortKey: (value) => (typeof value === 'string' ? dayNumber(value) : null),
});
