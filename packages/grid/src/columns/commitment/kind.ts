import { Commitment, type CellValue, type CommitmentStatus } from '@crm/shared';
import { AMOUNTS, defineKind, NUMBER_OPERATORS } from '../lib/kind.ts';
import { formatMoney, moneyText, parseMoney } from '../lib/money.ts';
import type { ParseResult } from '../types.ts';

const DEFAULT_CURRENCY = 'USD';
/** The status of an amount that is typed without one. */
const DEFAULT_STATUS: CommitmentStatus = 'committed';
const STATUS = /\s*[(,]?\s*(target|soft|committed|funded)\s*\)?$/i;

/** An investor's amount for the column's fund, with its status. */
export const commitmentKind = defineKind({
  type: 'commitment',
  label: 'Fund',
  icon: 'landmark',
  align: 'end',
  editor: 'commitment',
  filterOperators: NUMBER_OPERATORS,
  summaries: AMOUNTS,
  defaultOptions: () => ({ currency: DEFAULT_CURRENCY }),
  validate: (value) =>
    value === null || commitmentOf(value) ? null : 'This column holds an amount with a status.',
  parse: (text, options) => parseCommitment(text, options.currency ?? DEFAULT_CURRENCY),
  format(value, options, ctx) {
    const held = commitmentOf(value);
    return held ? formatMoney(held.amount, options.currency ?? DEFAULT_CURRENCY, ctx.locale) : '';
  },
  toText(value, options) {
    const held = commitmentOf(value);
    if (!held) return '';
    const amount = moneyText(held.amount, options.currency ?? DEFAULT_CURRENCY);
    return held.status === DEFAULT_STATUS ? amount : `${amount} ${held.status}`;
  },
  sortKey: (value) => commitmentOf(value)?.amount ?? null,
  amount: (value) => commitmentOf(value)?.amount ?? null,
});

function parseCommitment(text: string, currency: string): ParseResult {
  const written = STATUS.exec(text)?.[1]?.toLowerCase();
  const money = parseMoney(text.replace(STATUS, ''), currency);
  if (!money.ok || money.value === null) return money;
  const status = written ?? DEFAULT_STATUS;
  const value = Commitment.safeParse({ amount: money.value, status });
  return value.success
    ? { ...money, value: value.data }
    : { ok: false, reason: 'This is not an amount with a status.' };
}

/** The commitment a cell holds; null when it holds none. */
export function commitmentOf(value: CellValue): Commitment | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** Whether the text of a commitment names its status; where it does not, a cell that has one keeps it. */
export function namesStatus(text: string): boolean {
  return STATUS.test(text);
}
