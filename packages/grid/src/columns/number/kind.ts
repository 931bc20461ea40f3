import type { CellValue, ColumnOptions } from '@crm/shared';
import { hasLeadingZero, readAmount, toNumber } from '../lib/decimal.ts';
import { plainNumbers } from '../lib/intl.ts';
import { AMOUNTS, defineKind, mustBeNumber, NUMBER_OPERATORS, numberOf } from '../lib/kind.ts';
import { shorten } from '../lib/money.ts';
import type { ColumnContext, ParseResult } from '../types.ts';

/** A number. `precision` says how many digits are shown; without it, as many as there are, up to 8. */
export const numberKind = defineKind({
  type: 'number',
  label: 'Number',
  icon: 'hash',
  align: 'end',
  editor: 'line',
  filterOperators: NUMBER_OPERATORS,
  summaries: AMOUNTS,
  validate: mustBeNumber,
  parse: parseNumber,
  format: formatNumber,
  toText: (value) => (typeof value === 'number' ? String(value) : ''),
  sortKey: numberOf,
  amount: numberOf,
});

function parseNumber(text: string): ParseResult {
  if (text.trim() === '') return { ok: true, value: null };
  if (hasLeadingZero(text)) return { ok: false, reason: 'A number does not begin with 0; keep it as text.' };
  const amount = readAmount(text);
  if (!amount || amount.unit !== null || amount.percent) {
    return { ok: false, reason: `“${shorten(text)}” is not a number.` };
  }
  const { value, exact } = toNumber(amount.decimal);
  if (!Number.isFinite(value)) return { ok: false, reason: `“${shorten(text)}” is too large.` };
  if (amount.abbreviated)
    return { ok: true, value, note: 'The number was abbreviated, so digits may be missing.' };
  return exact ? { ok: true, value } : { ok: true, value, note: 'Rounded to 15 digits.' };
}

function formatNumber(value: CellValue, options: ColumnOptions, ctx: ColumnContext): string {
  if (typeof value !== 'number') return '';
  const { precision } = options;
  return plainNumbers(ctx.locale, 'decimal', precision ?? 0, precision ?? 8).format(value);
}
