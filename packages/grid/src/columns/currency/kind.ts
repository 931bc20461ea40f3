import type { CellValue } from '@crm/shared';
import { AMOUNTS, defineKind, NUMBER_OPERATORS, numberOf } from '../lib/kind.ts';
import { formatMoney, moneyText, parseMoney } from '../lib/money.ts';

/** The currency of a column that names none. */
export const DEFAULT_CURRENCY = 'USD';

/** An amount of money in integer minor units; never a fraction of one. */
export const currencyKind = defineKind({
  type: 'currency',
  label: 'Currency',
  icon: 'circle-dollar-sign',
  align: 'end',
  editor: 'line',
  filterOperators: NUMBER_OPERATORS,
  summaries: AMOUNTS,
  defaultOptions: () => ({ currency: DEFAULT_CURRENCY }),
  validate: (value: CellValue) =>
    value === null || Number.isSafeInteger(value) ? null : 'An amount is a whole number of cents.',
  parse: (text, options) => parseMoney(text, options.currency ?? DEFAULT_CURRENCY),
  format: (value, options, ctx) =>
    typeof value === 'number' ? formatMoney(value, options.currency ?? DEFAULT_CURRENCY, ctx.locale) : '',
  toText: (value, options) =>
    typeof value === 'number' ? moneyText(value, options.currency ?? DEFAULT_CURRENCY) : '',
  sortKey: numberOf,
  amount: numberOf,
});
