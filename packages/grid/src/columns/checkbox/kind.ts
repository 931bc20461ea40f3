import type { CellValue } from '@crm/shared';
import { COUNTS, defineKind } from '../lib/kind.ts';
import { shorten } from '../lib/money.ts';

const YES = new Set(['checked', 'true', 'yes', 'y', 'x', '1', 'on', '✓', '✔', '☑', '✅']);
const NO = new Set(['', 'unchecked', 'false', 'no', 'n', '0', 'off', '☐', '✗', '❌']);

/** Ticked (`true`) or not (null). */
export const checkboxKind = defineKind({
  type: 'checkbox',
  label: 'Checkbox',
  icon: 'square-check',
  align: 'center',
  editor: 'toggle',
  filterOperators: ['is'],
  summaries: COUNTS,
  validate: (value: CellValue) =>
    value === null || value === true ? null : 'A checkbox is ticked or empty.',
  parse(text) {
    const word = text.trim().toLowerCase();
    if (YES.has(word)) return { ok: true, value: true };
    if (NO.has(word)) return { ok: true, value: null };
    return { ok: false, reason: `“${shorten(text)}” does not say whether it is ticked.` };
  },
  format: (value) => (value === true ? 'checked' : ''),
  // An unticked box is a value like the other, so it takes part in the order.
  sortKey: (value) => (value === true ? 1 : 0),
});
