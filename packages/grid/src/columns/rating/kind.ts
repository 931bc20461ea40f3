import type { CellValue } from '@crm/shared';
import { AMOUNTS, defineKind, NUMBER_OPERATORS, numberOf } from '../lib/kind.ts';
import { shorten } from '../lib/money.ts';

const DEFAULT_MAX = 5;

/** Whole stars from 1 to the column's `max`; none is empty. */
export const ratingKind = defineKind({
  type: 'rating',
  label: 'Rating',
  icon: 'star',
  editor: 'rating',
  filterOperators: NUMBER_OPERATORS,
  summaries: AMOUNTS.filter((fn) => fn !== 'sum'),
  defaultOptions: () => ({ max: DEFAULT_MAX }),
  validate(value: CellValue, options) {
    const max = options.max ?? DEFAULT_MAX;
    const stands = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max;
    return value === null || stands ? null : `A rating is a whole number from 1 to ${max}.`;
  },
  parse(text, options) {
    const s = text.trim();
    const max = options.max ?? DEFAULT_MAX;
    const value = /^(?:★|⭐|☆|\ufe0f|\s)+$/u.test(s)
      ? (s.match(/★|⭐/gu)?.length ?? 0)
      : Number(s.replace(/\s*\/\s*\d+$/, ''));
    if (s === '' || value === 0) return { ok: true, value: null };
    return Number.isInteger(value) && value >= 1 && value <= max
      ? { ok: true, value }
      : { ok: false, reason: `“${shorten(text)}” is not a rating from 1 to ${max}.` };
  },
  format: (value) => (typeof value === 'number' ? String(value) : ''),
  sortKey: numberOf,
  amount: numberOf,
});
