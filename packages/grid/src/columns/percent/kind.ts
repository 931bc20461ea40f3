import type { CellValue, ColumnOptions } from '@crm/shared';
import { hasLeadingZero, readAmount, shift, toNumber } from '../lib/decimal.ts';
import { plainNumbers } from '../lib/intl.ts';
import { AMOUNTS, defineKind, mustBeNumber, NUMBER_OPERATORS, numberOf } from '../lib/kind.ts';
import { shorten } from '../lib/money.ts';
import type { ColumnContext, ParseResult } from '../types.ts';

/** A share: 0.5 is 50 %. Text is read as percent with or without the sign. */
export const percentKind = defineKind({
  type: 'percent',
  label: 'Percent',
  icon: 'percent',
  align: 'end',
  editor: 'line',
  filterOperators: NUMBER_OPERATORS,
  summaries: AMOUNTS,
  validate: mustBeNumber,
  parse: parsePercent,
  format: formatPercent,
  toText: (value) => (typeof value === 'number' ? `${percentOf(value)}%` : ''),
  sortKey: numberOf,
  amount: numberOf,
});

function parsePercent(text: string): ParseResult {
  if (text.trim() === '') return { ok: true, value: null };
  const amount = hasLeadingZero(text) ? null : readAmount(text);
  if (!amount || amount.unit !== null || amount.abbreviated) {
    return { ok: false, reason: `“${shorten(text)}” is not a percentage.` };
  }
  const { value, exact } = toNumber(shift(amount.decimal, -2));
  if (!Number.isFinite(value)) return { ok: false, reason: `“${shorten(text)}” is too large.` };
  return exact ? { ok: true, value } : { ok: true, value, note: 'Rounded to 15 digits.' };
}

/** `value` × 100 without the noise of a binary product: 0.07 gives 7. */
function percentOf(value: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}

function formatPercent(value: CellValue, options: ColumnOptions, ctx: ColumnContext): string {
  if (typeof value !== 'number') return '';
  const { precision } = options;
  return plainNumbers(ctx.locale, 'percent', precision ?? 0, precision ?? 8).format(value);
}
