import type { CellValue } from '@crm/shared';
import { formatInstant, instantMs, instantText, parseInstant } from '../lib/instant.ts';
import { AMOUNTS_OF_DATES, DATE_OPERATORS, defineKind } from '../lib/kind.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** An instant, shown in the column's zone or the fund's. */
export const dateTimeKind = defineKind({
  type: 'dateTime',
  label: 'Date and time',
  icon: 'calendar-clock',
  editor: 'dateTime',
  filterOperators: DATE_OPERATORS,
  summaries: AMOUNTS_OF_DATES,
  defaultOptions: () => ({ dateFormat: 'local', timeFormat: '24hour' }),
  validate: (value: CellValue) =>
    value === null || (typeof value === 'string' && INSTANT.test(value) && instantMs(value) !== null)
      ? null
      : 'A date with a time is an instant like 2026-03-05T14:30:00Z.',
  parse: parseInstant,
  format: formatInstant,
  toText: instantText,
  sortKey: instantMs,
});
