import { MAX_VALUE_BYTES, type CellValue } from '@crm/shared';
import { kindOf } from './kinds.ts';
import type { KindColumn } from './types.ts';

/**
 * Why `value` may not be written into the column, as a sentence, or null. Says nothing of computed columns, which nobody
 * writes. Emptying a cell is always allowed.
 */
export function validateCell(column: KindColumn, value: CellValue): string | null {
  if (value === null) return null;
  if (isTooLarge(value)) return 'A cell holds at most 32 KB.';
  return kindOf(column.type).validate(value, column.options);
}

function isTooLarge(value: CellValue): boolean {
  // The JSON of a UTF-16 unit has at most six bytes.
  if (typeof value === 'string' && value.length * 6 + 2 <= MAX_VALUE_BYTES) return false;
  if (typeof value !== 'string' && !Array.isArray(value)) return false;
  return new TextEncoder().encode(JSON.stringify(value)).length > MAX_VALUE_BYTES;
}

export { ALL_KINDS, kindOf } from './kinds.ts';
export { contactFromText } from './contacts/kind.ts';
export { commitmentOf, namesStatus } from './commitment/kind.ts';
export { withChoices } from './lib/choices.ts';
export { collationKey } from './lib/collation.ts';
export { currencySign, formatMoney, minorDigits } from './lib/money.ts';
export { convertValue, planRetype, retypeOptions, type Conversion, type RetypePlan } from './retype.ts';
export type { ColumnContext, ColumnKind, EditorKind, KindColumn, ParseResult, PersonRef } from './types.ts';
export { linkOf } from './url/kind.ts';
